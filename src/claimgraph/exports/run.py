"""From batches to a file in its place, with the account of what it could not carry."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimgraph.atomic import in_place_of, link_target
from claimgraph.errors import ExportError, LoaderError
from claimgraph.exports import Exporter, ExportOptions, Why, find_format
from claimgraph.exports.account import (
    ClaimCounts,
    FeatureLoss,
    LossAccount,
    account_json,
)
from claimgraph.exports.features import FEATURES
from claimgraph.exports.ledger import Ledger, Totals
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.verify import find_verifier
from claimgraph.model import Batch


def write_export(
    name: str,
    batches: Iterable[Batch],
    target: Path,
    options: ExportOptions,
    *,
    strict: bool = False,
    full: bool = False,
    beside: bool = True,
) -> LossAccount:
    """Writes a format in place of what was there, and reads it back for the account.

    The batches come sorted by article, as `readback.read` gives them. `strict` raises
    ExportError where anything is lost, and then leaves no file; `full` names all claims
    that lack something; `beside` writes the account beside the file, as
    `<file>.loss.json`.
    """
    exporter = find_format(name)
    target = link_target(target)
    place = in_place_of(target, exporter.FILES, account_path(target).name)
    with Ledger() as ledger, place as scratch:
        exporter.write(
            given(selected_batches(batches, options), ledger), scratch, options
        )
        try:
            for finding in find_verifier(name).findings(scratch, options.base):
                ledger.take(finding)
        except LoaderError as error:
            reason = f"cannot be read back: {error.message}"
            raise ExportError(reason, file=str(target)) from None
        found = account_of(exporter, target, ledger.totals(full), options)
        if strict and found.lost:
            raise ExportError(lost_in_words(found), file=str(target))
        if beside:
            file = account_path(scratch)
            file.write_text(account_json(found), encoding="utf-8", newline="\n")
    return found


def account_path(target: Path) -> Path:
    """Where the account of a file or folder lies."""
    return target.with_name(f"{target.name}.loss.json")


def given(batches: Iterable[Batch], ledger: Ledger) -> Iterator[Batch]:
    """The batches, each noted when a writer takes it."""
    for batch in batches:
        ledger.give(batch)
        yield batch


def account_of(
    exporter: Exporter, target: Path, totals: Totals, options: ExportOptions
) -> LossAccount:
    """The account from the sums and from what the format says of itself."""
    whys = exporter.why(options)
    return LossAccount(
        format=exporter.FORMAT,
        file=target.name,
        corpus_sha256=totals.corpus_sha256,
        review=("accepted",) if options.accepted_only else ("accepted", "proposed"),
        claims=ClaimCounts(totals.given, totals.out),
        features=tuple(feature_loss(name, totals, whys) for name in FEATURES),
        target_notes=tuple(exporter.NOTES),
    )


def feature_loss(name: str, totals: Totals, whys: Mapping[str, Why]) -> FeatureLoss:
    """One feature; a reason stands there only where something is missing."""
    less = totals.reduced[name], totals.lost[name]
    why = whys.get(name, Why("")) if any(less) else Why("")
    return FeatureLoss(
        feature=name,
        given=totals.features[name],
        carried=totals.features[name] - sum(less),
        reduced=less[0],
        lost=less[1],
        why=why.why,
        where=why.where,
        claims=totals.claims[name],
    )


def lost_in_words(found: LossAccount) -> str:
    """What is lost, for a person who wanted nothing lost."""
    parts = [f"{one.feature} of {one.lost}" for one in found.features if one.lost]
    return f"{found.format} loses {', '.join(parts)} claims: nothing was written"
