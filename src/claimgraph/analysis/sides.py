"""On whose side does a doer stand?"""

from dataclasses import dataclass

from claimgraph.analysis.context import Context

CELL = "cell"


@dataclass(frozen=True, slots=True)
class Sides:
    """The bodies for which a doer stands, and the claims that say so.

    Who stands for nobody else is a body of its own, without claims.
    """

    bodies: tuple[str, ...]
    claims: tuple[str, ...]


def sides_of(doer: str, context: Context) -> Sides:
    """The side of a doer, given by a standing id.

    A person or a cell stands for the bodies that strong and accepted claims which
    nobody denies make it part of, through other persons and cells as well; a body
    without a name of its own is nobody's side. Any other doer is its own side.
    """
    bodies: set[str] = set()
    claims: set[str] = set()
    met, queue = {doer}, [doer]
    while queue:
        one = queue.pop()
        bonds = [
            bond
            for bond in (context.sides.get(one, ()) if is_small(one, context) else ())
            if not context.is_unnamed(bond.right)
        ]
        if not bonds:
            bodies.add(one)
        claims.update(bond.claim for bond in bonds)
        further = {bond.right for bond in bonds} - met
        met |= further
        queue += further
    # members of one another in a circle stand for the same one of them
    return Sides(tuple(sorted(bodies or {min(met)})), tuple(sorted(claims)))


def is_small(entity_id: str, context: Context) -> bool:
    """Whether an entity is a person or a cell: others are their own side."""
    entity = context.entities.get(entity_id)
    is_cell = entity is not None and entity.kind == CELL
    return is_cell or entity_id.startswith("person/")
