"""Strong propositions between two entities, as the edges of a network."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.analysis.strength import decides
from claimgraph.model import Claim


@dataclass(frozen=True, slots=True)
class Edge:
    """A proposition that an accepted claim strongly affirms of two entities.

    `independent` is the count of U1 and the weight of the edge; `claims` are the
    strong ones that affirm it, `denied` the strong ones that deny it: an edge with
    any of these is contested.
    """

    proposition: Proposition
    independent: int
    claims: tuple[str, ...]
    denied: tuple[str, ...]

    @property
    def ends(self) -> tuple[str, str]:
        """Both entities, sorted."""
        left, right = sorted((self.proposition.subject, self.proposition.object or ""))
        return left, right

    @property
    def contested(self) -> bool:
        """Whether others strongly deny it."""
        return bool(self.denied)


@dataclass(frozen=True, slots=True)
class Folded:
    """A part that is shown as one node with its whole, and the claims that say so."""

    part: str
    whole: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A part that stays a node of its own: `contested`, `several-wholes` or `circle`.

    To fold a part of two wholes would make one node of both.
    """

    part: str
    wholes: tuple[str, ...]
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Widening:
    """Which parts are one node with their wholes, and which are not."""

    folded: tuple[Folded, ...]
    apart: tuple[KeptApart, ...]

    def tops(self) -> dict[str, str]:
        """Each folded part, and the node that it is part of: the last whole above."""
        wholes = {one.part: one.whole for one in self.folded}
        found: dict[str, str] = {}
        for part in wholes:
            way = [part]
            while way[-1] in wholes and way[-1] not in found:
                way.append(wholes[way[-1]])
            top = found.get(way[-1], way[-1])
            found.update((one, top) for one in way[:-1])
        return found


def edges(
    claims: Iterable[Claim],
    context: Context,
    relations: Collection[str] | None = None,
) -> tuple[Edge, ...]:
    """One edge for each strongly affirmed proposition of two entities, sorted.

    Denied, withheld and proposed claims give none; a hypothetical or possible claim
    alone gives none. `relations` keeps those only; None: all of them.
    """
    between = [
        claim
        for claim in claims
        if claim.object is not None
        and claim.polarity != "withheld"
        and (relations is None or claim.relation in relations)
        and context.canonical(claim.subject) != context.canonical(claim.object)
    ]
    strong: dict[tuple[Proposition, str], list[str]] = {}
    for claim in between:
        if decides(claim):
            key = context.proposition(claim), claim.polarity
            strong.setdefault(key, []).append(claim.id)
    return tuple(
        Edge(
            proposition=found.proposition,
            independent=found.independent,
            claims=tuple(sorted(set(strong[found.proposition, "affirmed"]))),
            denied=tuple(sorted(set(strong.get((found.proposition, "denied"), ())))),
        )
        for found in corroborate_all(between, context)
        if found.polarity == "affirmed" and (found.proposition, "affirmed") in strong
    )


def widening(claims: Iterable[Claim], context: Context) -> Widening:
    """Which parts may be shown as one node with their whole.

    That is a part that claims such as PART_OF put inside one whole only, strongly and
    without a strong denial; wholes that are part of one another in a circle stay apart.
    """
    inside = parts_of(claims, context)
    wholes = {
        part: next(iter(found))
        for part, found in inside.items()
        if len(found) == 1
        and not any(edge.contested for those in found.values() for edge in those)
    }
    circles = {part for part in wholes if goes_round(part, wholes)}
    folded: list[Folded] = []
    apart: list[KeptApart] = []
    for part, found in sorted(inside.items()):
        ids = tuple(
            sorted(
                one for those in found.values() for edge in those for one in edge.claims
            )
        )
        if part in wholes and part not in circles:
            folded.append(Folded(part, wholes[part], ids))
        else:
            several = "several-wholes" if len(found) > 1 else "contested"
            reason = "circle" if part in circles else several
            apart.append(KeptApart(part, tuple(sorted(found)), reason, ids))
    return Widening(tuple(folded), tuple(apart))


def parts_of(
    claims: Iterable[Claim], context: Context
) -> dict[str, dict[str, list[Edge]]]:
    """Each part with its wholes and the edges that say so."""
    ties = {
        name: held.tie
        for name, held in context.schema.relations.items()
        if held.tie is not None and held.tie.family == "parts"
    }
    found: dict[str, dict[str, list[Edge]]] = {}
    for edge in edges(claims, context, ties):
        said = edge.proposition
        for part, whole in ties[said.relation].ends(said.subject, said.object or ""):
            found.setdefault(part, {}).setdefault(whole, []).append(edge)
    return found


def goes_round(part: str, wholes: dict[str, str]) -> bool:
    """Whether the way up from a part comes back to it."""
    seen: set[str] = set()
    above = wholes.get(part)
    while above is not None and above not in seen:
        if above == part:
            return True
        seen.add(above)
        above = wholes.get(above)
    return False


def widened_claims(
    claims: Iterable[Claim], context: Context, how: Widening
) -> list[Claim]:
    """The claims as if each folded part were its whole; their ids stay."""
    tops = how.tops()
    found: list[Claim] = []
    for claim in claims:
        subject = context.canonical(claim.subject)
        target = None if claim.object is None else context.canonical(claim.object)
        found.append(
            replace(
                claim,
                subject=tops.get(subject, subject),
                object=None if target is None else tops.get(target, target),
            )
        )
    return found
