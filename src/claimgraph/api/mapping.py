"""A mapping for a table, proposed: what it says, and what would come of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from claimgraph.api.known_names import shipped_names
from claimgraph.atomic import replace_file
from claimgraph.captions import claim_name, named_entity
from claimgraph.errors import LoaderError
from claimgraph.loaders.incidents import read_with
from claimgraph.model import Batch, Cell, Claim
from claimgraph.schema import load_schema
from claimgraph.strength_words import says
from claimgraph.tables.guessing import Looked, look_at, ready_mapping
from claimgraph.tables.mapping import OWN, mapping_text, ready_text
from claimgraph.tables.places import mapping_beside
from claimgraph.tables.proposal import proposed_text
from claimgraph.tables.reading import ENDINGS, ending_of

# whom the names that ship and a table may have in common: strangers may have one name
BODIES, MOST_KNOWN = ("group", "org", "state"), 100
# rows that are tried, and claims that are shown of them
TRIED, SHOWN = 200, 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping file as text, the name of the `ready` one that it is, if it is one.

    `roles` say what columns are taken for, `spare` are those of which nothing is. Of
    the first rows come `claims`, the first ones in words with their places, `number` of
    them in all, and `left_out`.
    """

    text: str
    ready: str | None
    roles: tuple[tuple[str, str], ...]
    spare: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]
    number: int
    left_out: tuple[tuple[str, int], ...]


def propose_mapping(path: Path) -> Proposal:
    """What a mapping for a table may say; LoaderError for what is no table."""
    if ending_of(path) not in ENDINGS:
        reason = f"is no table: expected is a file in {', '.join(ENDINGS)}"
        raise LoaderError(reason, file=str(path))
    looked = look_at(path)
    ready = ready_mapping(looked.head)
    text = (
        ready_text(ready)
        if ready
        else proposed_text(path, looked, known_bodies(looked))
    )
    mapping = mapping_text(text, ready or OWN)
    named = {name for _, name in mapping.named}
    batches = list(read_with(path, mapping, TRIED))
    claims = [claim for batch in batches for claim in batch.claims]
    return Proposal(
        text,
        ready,
        () if ready else in_order(looked),
        tuple(name for name in looked.head if name not in named),
        tuple(islice(claim_lines(batches), SHOWN)),
        len(claims),
        tuple(batches[-1].left_out.items()),
    )


def known_bodies(looked: Looked) -> dict[str, str]:
    """The doers of a table whose very name exactly one body has, of those that ship."""
    column = looked.roles.get("doer")
    asked = [cell for cell, _ in looked.columns[column].counted()] if column else []
    named: dict[str, set[str]] = {}
    for one in shipped_names():
        if one.prefix in BODIES:
            for name in one.names:
                named.setdefault(name, set()).add(one.id)
    found = {cell: named.get(cell, set[str]()) for cell in asked[:MOST_KNOWN]}
    return {cell: ids.pop() for cell, ids in found.items() if len(ids) == 1}


def in_order(looked: Looked) -> tuple[tuple[str, str], ...]:
    """The columns that are taken for something, as they stand in the table."""
    taken = {name: role for role, name in looked.roles.items()}
    return tuple((name, taken[name]) for name in looked.head if name in taken)


def claim_lines(batches: list[Batch]) -> Iterator[tuple[str, str]]:
    """Each claim as its place in the table, with the cell, and a sentence."""
    relations = load_schema().relations
    for batch in batches:
        names = {one.id: named_entity(one) for one in batch.entities}
        for claim in batch.claims:
            found = claim_name(claim, says(claim), names, relations[claim.relation])
            yield cell_words(claim), found


def cell_words(claim: Claim) -> str:
    """The cell of a claim with its row and column."""
    place = claim.selector
    where = f"row {place.row}, {place.column}" if isinstance(place, Cell) else ""
    return f"{where}: {claim.quote}"


def write_mapping(proposal: Proposal, target: Path, force: bool) -> None:
    """Writes the file; LoaderError where one is there that may not be replaced."""
    if target.exists() and not force:
        reason = "is there already: --force writes over it, -o FILE names another one"
        raise LoaderError(reason, file=str(target))
    replace_file(target, proposal.text.encode(), LoaderError)


def mapping_place(path: Path) -> Path:
    """Where a mapping lies that a load of the table finds by itself."""
    return mapping_beside(path)
