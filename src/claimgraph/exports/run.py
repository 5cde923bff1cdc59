"""From batches to a file in its place, with the account of what it could not carry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimgraph.atomic import in_place_of, link_target
from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions, Format, find_format
from claimgraph.exports.account import ClaimCounts, LossAccount, account_json
from claimgraph.exports.counting import LossCounter
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.verification import Verification
from claimgraph.model import Batch

# of what a file has otherwise than its account, as many as a person reads
SHOWN = 5


def write_export(
    name: str,
    batches: Iterable[Batch],
    target: Path,
    options: ExportOptions,
    *,
    strict: bool = False,
    full: bool = False,
    beside: bool = True,
    verify: bool = False,
) -> LossAccount:
    """Writes a format in place of what was there, and counts its account as it writes.

    The batches come sorted by article, as `readback.read` gives them. `strict` raises
    ExportError where anything is lost, `verify` reads the file back and raises it where
    the file holds other than the account says; either then leaves no file. `full` names
    all claims that lack something; `beside` writes the account beside the file, as
    `<file>.loss.json`.
    """
    exporter = find_format(name)
    target = link_target(target)
    losses = exporter.losses(options)
    counter = LossCounter(losses, full)
    verification = Verification(losses) if verify else None
    given = noted_batches(selected_batches(batches, options), counter, verification)
    with in_place_of(target, exporter.files, account_path(target).name) as scratch:
        exporter.write(given, scratch, options)
        account = account_of(exporter, target, counter, options)
        if strict and account.lost:
            raise ExportError(lost_in_words(account), file=str(target))
        if verification is not None:
            found = list(verification.disagreements(name, scratch, options, account))
            if found:
                raise ExportError(disagreements_in_words(found), file=str(target))
        if beside:
            file = account_path(scratch)
            file.write_text(account_json(account), encoding="utf-8", newline="\n")
    return account


def account_path(target: Path) -> Path:
    """Where the account of a file or folder lies."""
    return target.with_name(f"{target.name}.loss.json")


def noted_batches(
    batches: Iterable[Batch], counter: LossCounter, verification: Verification | None
) -> Iterator[Batch]:
    """The batches, each counted when a writer takes it."""
    for batch in batches:
        counter.note(batch)
        if verification is not None:
            verification.note(batch)
        yield batch


def account_of(
    exporter: Format, target: Path, counter: LossCounter, options: ExportOptions
) -> LossAccount:
    """The account from what was counted and from what the format says of itself."""
    count = counter.claim_count
    return LossAccount(
        format=exporter.name,
        file=target.name,
        corpus_sha256=counter.corpus_sha256(),
        review=("accepted",) if options.accepted_only else ("accepted", "proposed"),
        claims=ClaimCounts(given=count, out=count, proposed=counter.proposed),
        features=counter.totals(),
        target_notes=exporter.notes,
    )


def lost_in_words(account: LossAccount) -> str:
    """What is lost, for a person who wanted nothing lost."""
    parts = [f"{one.feature} of {one.lost}" for one in account.features if one.lost]
    return f"{account.format} loses {', '.join(parts)} claims: nothing was written"


def disagreements_in_words(found: list[str]) -> str:
    """What a file has otherwise than its account, for a person who asked."""
    shown = "; ".join(found[:SHOWN])
    more = f"; and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    return f"is not as its account says, nothing was written: {shown}{more}"
