"""Who is named for an attack by whom, and how does it stand?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimgraph.analysis.acts import act, names, taken_back
from claimgraph.analysis.context import Context
from claimgraph.analysis.sides import sides_of
from claimgraph.analysis.strength import DECIDING, decides
from claimgraph.model import Claim

RULES = {
    "retracted": f"{DECIDING}, all who are named take responsibility, and each takes "
    "that back",
    "disputed": f"{DECIDING}, two speakers name doers who have nothing in common",
    "partly-shared": f"{DECIDING}, any two who name doers share some of them, and "
    "some two do not share all",
    "claimed-and-attributed": f"{DECIDING}, who takes responsibility and who else "
    "names doers name the same",
    "claimed": f"{DECIDING}, all who name doers take responsibility, and name the same",
    "attributed": f"{DECIDING}, all who name doers name the same, and nobody takes "
    "responsibility",
    "denied-only": f"{DECIDING}, a part in it is denied, and no doer is named",
    "unattributed": f"{DECIDING}, nobody with a name is named for it or cleared of it",
}
DENIED_RULE = "one who is named is denied to have done it"


@dataclass(frozen=True, slots=True)
class Doer:
    """One whom an origin names for an attack, and the bodies on whose side that is.

    `claims` name the doer, `side_claims` say on whose side it stands; both sorted.
    """

    doer: str
    sides: tuple[str, ...]
    claims: tuple[str, ...]
    side_claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """All doers whom one origin names: they are joint, and no rivals.

    `own` tells that the origin takes responsibility: it says so, or it names one who
    stands on its own side.
    """

    origin: str
    own: bool
    doers: tuple[Doer, ...]

    def side_claims(self) -> frozenset[str]:
        """The claims that say on whose side these doers stand."""
        return frozenset(claim for one in self.doers for claim in one.side_claims)

    def union(self) -> frozenset[str]:
        """The sides of all these doers."""
        return frozenset(side for one in self.doers for side in one.sides)


@dataclass(frozen=True, slots=True)
class AttackStatus:
    """How an attack stands, by which rule; who is named by whom, and who is denied.

    `denials` are claims that deny one who is named, or on whose side that one stands.
    """

    status: str
    rule: str
    namings: tuple[Naming, ...]
    denials: tuple[str, ...]


def attack_status(claims: Iterable[Claim], context: Context) -> AttackStatus:
    """The first rule that fits the claims on who did it (analysis.md, U3).

    Claims that are weak, proposed or withheld decide nothing, nor do those on
    whoever has no name.
    """
    deciding = [
        claim for claim in claims if decides(claim) and names_one(claim, context)
    ]
    namings = namings_of(deciding, context)
    denied = [claim for claim in deciding if claim.polarity == "denied"]
    named = {one for naming in namings for one in naming.union()} | {
        one.doer for naming in namings for one in naming.doers
    }
    denials = tuple(
        sorted(one.id for one in denied if context.canonical(one.object or "") in named)
    )
    status = status_of(namings, denials, bool(denied), deciding, context)
    rule = RULES[status]
    if status == "disputed" and denials:
        before = f"{rule}, and" if are_apart(namings) else f"{DECIDING},"
        rule = f"{before} {DENIED_RULE}"
    return AttackStatus(status, rule, namings, denials)


def names_one(claim: Claim, context: Context) -> bool:
    """Whether a claim is about somebody with a name."""
    target = claim.object
    return target is not None and not context.is_unnamed(context.canonical(target))


def namings_of(claims: Iterable[Claim], context: Context) -> tuple[Naming, ...]:
    """Whom each origin names, sorted by origin."""
    found: dict[str, dict[str, set[str]]] = {}
    owners: set[str] = set()
    for claim in claims:
        if claim.polarity == "affirmed" and claim.object is not None:
            origin, doer = context.origin(claim), context.canonical(claim.object)
            found.setdefault(origin, {}).setdefault(doer, set()).add(claim.id)
            if act(claim, context) == "claims-own":
                owners.add(origin)
    return tuple(
        naming(origin, origin in owners, found[origin], context)
        for origin in sorted(found)
    )


def naming(
    origin: str, own: bool, doers: dict[str, set[str]], context: Context
) -> Naming:
    """What one origin says, by doer."""
    sides = {doer: sides_of(doer, context) for doer in doers}
    return Naming(
        origin,
        own or any(origin in side.bodies for side in sides.values()),
        tuple(
            Doer(
                doer, sides[doer].bodies, tuple(sorted(doers[doer])), sides[doer].claims
            )
            for doer in sorted(doers)
        ),
    )


def status_of(
    namings: Sequence[Naming],
    denials: Sequence[str],
    denied: bool,
    deciding: Sequence[Claim],
    context: Context,
) -> str:
    """The first rule that fits."""
    if is_retracted(deciding, context):
        return "retracted"
    if denials or are_apart(namings):
        return "disputed"
    if len({one.union() for one in namings}) > 1:
        return "partly-shared"
    if namings:
        owned = {one.own for one in namings}
        if len(owned) > 1:
            return "claimed-and-attributed"
        return "claimed" if True in owned else "attributed"
    return "denied-only" if denied else "unattributed"


def are_apart(namings: Iterable[Naming]) -> bool:
    """Whether two origins name doers whose sides have nothing in common."""
    unions = {one.union() for one in namings}
    return any(one.isdisjoint(other) for one, other in combinations(unions, 2))


def is_retracted(claims: Iterable[Claim], context: Context) -> bool:
    """Whether all who are named take responsibility, and each takes that back."""
    spoken = [claim for claim in claims if claim.polarity != "withheld"]
    named = [claim for claim in spoken if claim.polarity == "affirmed"]
    gone = taken_back(spoken, context)
    return bool(named) and all(
        act(claim, context) == "claims-own"
        and any((name, context.origin(claim)) in gone for name in names(claim))
        for claim in named
    )
