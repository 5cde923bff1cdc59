"""How does it leave? `formats` has one module each, `verify` reads each back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from claimgraph import modules
from claimgraph.exports import formats
from claimgraph.exports.loss import Loss
from claimgraph.model import Batch
from claimgraph.rdf.writing import BASE


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What can be asked of an export; each format heeds those that it names.

    `no_text` and `accepted_only` are done before a format sees the batches. `base` is
    what IRIs of data begin with; `with_edges` adds bare edges of affirmed claims to
    RDF; `aggregate` makes one edge per proposition and polarity; `topics` marks
    designated bodies; `raw` turns the formula guard of tables off.
    """

    base: str = BASE
    no_text: bool = False
    accepted_only: bool = False
    with_edges: bool = False
    aggregate: bool = False
    topics: bool = False
    raw: bool = False


@runtime_checkable
class Exporter(Protocol):
    """What every module of `formats` offers.

    `FORMAT` is what the account calls it; `SUFFIX` ends a file's name (empty for a
    folder); `FILES` are those of a folder (empty where it is one file); `OPTIONS` are
    the fields of ExportOptions that it heeds beside `accepted_only`; `NOTES` are things
    that its readers do and that people should know.
    """

    FORMAT: str
    SUFFIX: str
    FILES: tuple[str, ...]
    OPTIONS: tuple[str, ...]
    NOTES: tuple[str, ...]

    def losses(self, options: ExportOptions) -> Mapping[str, Loss]:
        """Each feature that it does not carry in every claim that has it.

        `judgements` and `parallel_claims` show only among all claims: their losses
        have no `when`. `polarity` is never lost: a denial must not look like the rest.
        """
        ...

    def write(
        self, batches: Iterable[Batch], target: Path, options: ExportOptions
    ) -> None:
        """Writes all of it into a new file, or into an empty folder.

        Equal batches give equal bytes, whatever the time. ExportError for what the
        format cannot be asked to hold.
        """
        ...


def format_names() -> list[str]:
    """The formats that there are, sorted."""
    return modules.names(formats)


def find_format(name: str) -> Exporter:
    """The format of that name; ClaimgraphError for an unknown one."""
    found = modules.find(formats, name)
    if not isinstance(found, Exporter):
        raise TypeError(f"{found.__name__} lacks what a format has")
    return found
