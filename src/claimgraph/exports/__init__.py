"""How does it leave? `formats` has one module each, `verify` reads each back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

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


def no_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Nothing: all of a claim is carried."""
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """What every module of `formats` says of itself, as its `FORMAT`.

    `name` is what the account calls it; `suffix` ends a file's name (empty for a
    folder); `files` are those of a folder (empty where it is one file); `options` are
    the fields of ExportOptions that it heeds beside `accepted_only`; `notes` are things
    that its readers do and that people should know.

    `write` writes all of it into a new file, or into an empty folder: equal batches
    give equal bytes, whatever the time; ExportError for what the format cannot be asked
    to hold. `losses` gives each feature that it does not carry in every claim that has
    it; `judgements` and `parallel_claims` show only among all claims: their losses have
    no `when`. `polarity` is never lost: a denial must not look like the rest.
    """

    name: str
    write: Callable[[Iterable[Batch], Path, ExportOptions], None]
    suffix: str
    options: tuple[str, ...]
    notes: tuple[str, ...] = ()
    losses: Callable[[ExportOptions], Mapping[str, Loss]] = no_losses
    files: tuple[str, ...] = ()


def format_names() -> list[str]:
    """The formats that there are, sorted."""
    return modules.names(formats)


def about_format(name: str) -> str:
    """What a format is, in the words of its module."""
    return (modules.find(formats, name).__doc__ or "").strip()


def find_format(name: str) -> Format:
    """The format of that name; ClaimgraphError for an unknown one."""
    found: object = modules.find(formats, name).FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"FORMAT of {name} is no Format")
    return found
