"""Which ties the claims make between two entities, and who denies them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import get_args

from claimgraph.analysis.claim_set import ClaimTie
from claimgraph.analysis.strength import decides
from claimgraph.dates import may_overlap, span
from claimgraph.identity import Identity
from claimgraph.model import Claim
from claimgraph.schema.types import Family, Schema

OPEN = "after every day"
FAMILIES: tuple[Family, ...] = get_args(Family)
# what makes a doer stand on the side of a body (analysis.md, U3)
SIDES: tuple[Family, ...] = ("affiliation", "parts")


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """A tie that one claim gives: a person to a body or custodian, a part to a whole.

    `valid` is the EDTF text of the claim; `disputed_by` are claims that deny it.
    """

    left: str
    right: str
    claim: str
    valid: str | None
    disputed_by: tuple[str, ...] = ()

    def may_hold(self, day: str | None) -> bool:
        """Whether the tie possibly held at some day of an EDTF text; None: any."""
        return may_overlap(self.valid, day)


# the ties of a family by the standing id whose they are
Bonds = Mapping[str, tuple[Bond, ...]]


def any_may_overlap(some: Set[str | None], others: Set[str | None]) -> bool:
    """Whether one of some EDTF texts and one of the others may share a day.

    In the order of their first days, one shares a day with an earlier one where the
    longest of the other side lasts so long: each is looked at once.
    """
    if None in some or None in others:
        return bool(some and others)
    found = [(span(text), 0) for text in some if text is not None]
    found += [(span(text), 1) for text in others if text is not None]
    lasts = ["", ""]
    for one, side in sorted(found, key=lambda it: it[0].earliest or ""):
        if lasts[1 - side] and (one.earliest or "") <= lasts[1 - side]:
            return True
        lasts[side] = max(lasts[side], one.latest or OPEN)
    return False


class BondCollector:
    """The ties that have been met so far, by what the schema says of each relation."""

    def __init__(self, identity: Identity, schema: Schema) -> None:
        self.identity = identity
        self.schema = schema
        self.bonds: dict[Family, set[Bond]] = {one: set() for one in FAMILIES}
        self.denials: dict[tuple[Family, str, str], set[str]] = {}
        self.sides: dict[tuple[str, str, str], set[Bond]] = {}
        self.denied_sides: set[tuple[str, str, str]] = set()

    def add(self, claim: Claim | ClaimTie) -> None:
        """Keep the ties that a claim gives or denies; withheld or proposed, neither."""
        if claim.polarity == "withheld" or claim.review != "accepted":
            return
        if isinstance(claim, Claim):
            self.add_confession(claim)
        relation = self.schema.relations.get(claim.relation)
        tie = None if relation is None else relation.tie
        if tie is None or claim.object is None:
            return
        subject, target = map(self.identity.canonical, (claim.subject, claim.object))
        for left, right in tie.ends(subject, target):
            self.add_tie(tie.family, left, right, claim)
            if tie.family in SIDES and decides(claim):
                self.add_side(left, right, claim)

    def add_tie(
        self, family: Family, left: str, right: str, claim: Claim | ClaimTie
    ) -> None:
        """Keep one tie of a claim, or its denial."""
        if claim.polarity == "denied":
            self.denials.setdefault((family, left, right), set()).add(claim.id)
        if claim.polarity != "affirmed" or claim.modality == "hypothetical":
            return
        if family == "affiliation" and (claim.former or claim.modality != "stated"):
            return
        self.bonds[family].add(Bond(left, right, claim.id, claim.valid))

    def add_side(self, left: str, right: str, claim: Claim | ClaimTie) -> None:
        """Keep what puts a doer on the side of a body, or denies it."""
        key = (claim.relation, left, right)
        if claim.polarity == "denied":
            self.denied_sides.add(key)
        elif not claim.former:
            bond = Bond(left, right, claim.id, claim.valid)
            self.sides.setdefault(key, set()).add(bond)

    def add_confession(self, claim: Claim) -> None:
        """A captor that releases a confession holds the one who confesses."""
        if claim.chain[-1].medium != "confession" or len(claim.chain) < 3:
            return
        speaker, captor = (
            self.identity.canonical(hop.holder)
            for hop in (claim.chain[-1], claim.chain[-2])
        )
        self.bonds["custody"].add(Bond(speaker, captor, claim.id, None))

    def by_left(self, family: Family) -> Bonds:
        """The ties of a family by their left end, each with who denies it."""
        found: dict[str, list[Bond]] = {}
        for bond in sorted(self.bonds[family], key=order):
            key = (family, bond.left, bond.right)
            denied = tuple(sorted(self.denials.get(key, ())))
            found.setdefault(bond.left, []).append(
                Bond(bond.left, bond.right, bond.claim, bond.valid, denied)
            )
        return {left: tuple(bonds) for left, bonds in sorted(found.items())}

    def by_family(self) -> Mapping[Family, Bonds]:
        """All ties; custody leads to bodies, as far as there are some."""
        found: dict[Family, Bonds] = {one: self.by_left(one) for one in FAMILIES}
        found["custody"] = self.with_bodies()
        return found

    def uncontested_sides(self) -> Bonds:
        """What strong and accepted claims that nobody denies make part of what."""
        found: dict[str, list[Bond]] = {}
        for key, bonds in self.sides.items():
            if key not in self.denied_sides:
                found.setdefault(key[1], []).extend(bonds)
        return {left: tuple(sorted(found[left], key=order)) for left in sorted(found)}

    def with_bodies(self) -> Bonds:
        """Custody, in which a person who holds somebody is the body he belongs to."""
        bodies = self.by_left("affiliation")
        found: dict[str, tuple[Bond, ...]] = {}
        for left, bonds in self.by_left("custody").items():
            kept: list[Bond] = []
            for bond in bonds:
                wholes = sorted({body.right for body in bodies.get(bond.right, ())})
                kept += [
                    Bond(left, whole, bond.claim, bond.valid, bond.disputed_by)
                    for whole in wholes or [bond.right]
                ]
            found[left] = tuple(sorted(kept, key=order))
        return found


def sides_made(
    claims: Iterable[Claim | ClaimTie], identity: Identity, schema: Schema
) -> Bonds:
    """What these claims make part of what, on whose side a doer may stand."""
    found = BondCollector(identity, schema)
    for claim in claims:
        found.add(claim)
    return found.uncontested_sides()


def order(bond: Bond) -> tuple[str, str, str]:
    """Ties are sorted by their ends, then by claim."""
    return bond.left, bond.right, bond.claim
