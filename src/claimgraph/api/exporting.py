"""The claims of a graph as files for other tools."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypedDict, Unpack

from claimgraph.errors import ExportError
from claimgraph.exports import (
    ExportOptions,
    Format,
    about_format,
    find_format,
    format_names,
)
from claimgraph.exports.account import LossAccount
from claimgraph.exports.run import write_export
from claimgraph.model import Batch
from claimgraph.readback import read
from claimgraph.store.base import Store

__all__ = ["ExportChoices", "about_format", "export", "find_format", "format_names"]
EMPTY = "the graph holds no articles: `claimgraph load` puts some in"


class ExportChoices(TypedDict, total=False):
    """The fields of ExportOptions, which says what they mean; each may be left out."""

    base: str
    no_text: bool
    accepted_only: bool
    with_edges: bool
    aggregate: bool
    topics: bool
    raw: bool


def export(
    store: Store,
    form: str,
    path: str | Path,
    *,
    strict: bool = False,
    full: bool = False,
    beside: bool = True,
    verify: bool = False,
    progress: Callable[[Batch], None] = lambda batch: None,
    **options: Unpack[ExportChoices],
) -> LossAccount:
    """Writes the claims in a format, and tells what that could not carry.

    What is at `path` is replaced only by a whole file or folder. `strict` writes
    nothing where anything would be lost; `full` names all claims in the account, not
    only 20; `beside` writes the account next to the file; `verify` reads the file back,
    and writes nothing where it holds other than the account says. ExportError for
    an empty graph and for an option that the format does not have.
    """
    name = form.replace("-", "_")
    exporter = find_format(name)
    check_options(form, exporter, options)
    batches = watched_batches(some_batches(read(store)), progress)
    chosen = ExportOptions(**options)
    return write_export(
        name,
        batches,
        Path(path),
        chosen,
        strict=strict,
        full=full,
        beside=beside,
        verify=verify,
    )


def check_options(form: str, exporter: Format, options: Iterable[str]) -> None:
    """ExportError for an option that the format does not heed."""
    known = (*exporter.options, "accepted_only")
    for option in options:
        if option not in known:
            there = ", ".join(known)
            raise ExportError(f"{form} has no option {option} (there are: {there})")


def some_batches(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches; ExportError where there is none."""
    empty = True
    for batch in batches:
        empty = False
        yield batch
    if empty:
        raise ExportError(EMPTY)


def watched_batches(
    batches: Iterable[Batch], progress: Callable[[Batch], None]
) -> Iterator[Batch]:
    """The batches; `progress` hears of each that was taken."""
    for batch in batches:
        yield batch
        progress(batch)
