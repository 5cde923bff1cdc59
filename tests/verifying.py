"""What a verifier has against a file, given what was to be written."""

from collections.abc import Iterable
from pathlib import Path

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.counting import LossCounter
from claimgraph.exports.run import account_of, noted_batches
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.verification import Verification
from claimgraph.loaders import FOLDER, SignLoader, find_loader, loader_names
from claimgraph.model import Batch

PLAIN = ExportOptions()
# lists of others, told by how they begin, are no formats that come back whole
WHOLE = [
    one for one in map(find_loader, loader_names()) if not isinstance(one, SignLoader)
]
ENDINGS = tuple(end for one in WHOLE for end in one.ENDINGS if end != FOLDER)


def target_for(name: str, folder: Path) -> Path:
    """A target with the ending of the format."""
    return folder / f"out{find_format(name).suffix}"


def write_plainly(
    name: str,
    batches: Iterable[Batch],
    folder: Path,
    options: ExportOptions = PLAIN,
) -> Path:
    """What a format writes, without any account."""
    exporter, target = find_format(name), target_for(name, folder)
    if exporter.files:
        target.mkdir()
    exporter.write(selected_batches(batches, options), target, options)
    return target


def disagreements(
    name: str,
    target: Path,
    batches: Iterable[Batch],
    options: ExportOptions = PLAIN,
) -> list[str]:
    """Where a file is not as the account of these batches says."""
    exporter = find_format(name)
    losses = exporter.losses(options)
    counter, verification = LossCounter(losses), Verification(losses)
    given = selected_batches(batches, options)
    assert list(noted_batches(given, counter, verification))
    account = account_of(exporter, target, counter, options)
    return list(verification.disagreements(name, target, options, account))
