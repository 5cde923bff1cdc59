"""Where a speaker stands towards what is said, and who holds him."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import (
    Corroboration,
    OriginGroup,
    effective_origin,
)
from claimgraph.analysis.ties import Ties
from claimgraph.model import Claim

# Kinds of people and bodies that are a standing. Where several bodies of a speaker
# have one, the first of this list is his.
KINDS = (
    "security-service",
    "armed-force",
    "official",
    "international-body",
    "monitor",
    "outlet",
    "analyst",
)
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the origin of a claim stands; no grade, no score.

    `value` is `detainee` (then `custodian` is who holds him), `self`, `party`,
    `unnamed-official`, a kind of source, or `unknown`. `side` is `adverse`, `allied`,
    `third` (claims point both ways) or `unknown`. `because` are the claims on which
    value and side rest, sorted: all for side and custody, one for each body or whole.
    """

    claim: str
    value: str
    custodian: str | None
    side: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What the first rule that fits gives: a value, and the claims it rests on."""

    value: str
    because: tuple[str, ...] = ()
    custodian: str | None = None


def standing(claim: Claim, context: Context) -> Standing:
    """Where the effective origin of a claim stands towards its proposition."""
    return Rules(context).standing(claim)


def standings(claims: Iterable[Claim], context: Context) -> Iterator[Standing]:
    """The standing of each claim in turn; none of them is kept."""
    rules = Rules(context)
    return map(rules.standing, claims)


def group_standing(
    group: OriginGroup, claims: Iterable[Claim], context: Context
) -> str:
    """The standing of a group of claims: that of its body or custodian.

    The body is the one that most of its origins are, belong to or are held by (a
    State unites nobody; of several the smallest id). Where there is none, or nothing
    is known of it, the smallest origin decides.
    """
    wanted = set(group.claims)
    found = {claim.id: claim for claim in claims if claim.id in wanted}
    return Rules(context).together(found)


def cross_standing(
    found: Corroboration, claims: Iterable[Claim], context: Context
) -> int:
    """How many different standings the groups have; `unknown` does not count."""
    numbers = {
        claim: number for number, one in enumerate(found.groups) for claim in one.claims
    }
    parts: dict[int, dict[str, Claim]] = {}
    for claim in claims:
        if claim.id in numbers:
            parts.setdefault(numbers[claim.id], {})[claim.id] = claim
    rules = Rules(context)
    return len({rules.together(part) for part in parts.values()} - {UNKNOWN})


class Rules:
    """The rules of analysis.md, U6, over one context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.ties = Ties(context)

    def standing(self, claim: Claim) -> Standing:
        """The standing of one claim."""
        origin = effective_origin(claim, self.context)
        proposition = self.context.proposition(claim)
        found = self.first(origin, proposition, claim.said)
        side, because = self.side(origin, proposition, claim.said)
        return Standing(
            claim=claim.id,
            value=found.value,
            custodian=found.custodian,
            side=side,
            because=merged_claims([found.because, *because]),
        )

    def first(self, origin: str, proposition: Proposition, day: str | None) -> Position:
        """The first rule that fits an origin on a day."""
        custody = self.ties.others("custody", origin)
        if custody:
            custodian = min(custody)
            return Position("detainee", custody[custodian], custodian)
        bodies = self.ties.bodies(origin, day)
        found = self.own_cause(origin, bodies, proposition, day)
        if found is not None:
            return found
        entity = self.context.entities.get(origin)
        kind = None if entity is None else entity.kind
        unnamed = origin.startswith("person/") and self.context.is_unnamed(origin)
        if unnamed and kind == "official":
            return Position("unnamed-official")
        if kind in KINDS:
            return Position(kind)
        return self.by_body(origin, bodies, day)

    def own_cause(
        self,
        origin: str,
        bodies: frozenset[str],
        proposition: Proposition,
        day: str | None,
    ) -> Position | None:
        """`self` or `party`: it speaks of itself or of what it belongs to."""
        ends = [one for one in both(proposition) if one == origin or one in bodies]
        if ends:
            # to speak of what one did is to speak of oneself
            own = self.context.actor(proposition) in ends
            because = self.belonging(origin, ends, day)
            return Position("self" if own else "party", because)
        claims: list[str] = []
        for end in both(proposition):
            wholes = self.ties.others("parts", end)
            for whole in wholes.keys() & {origin, *bodies}:
                claims += wholes[whole][:1]
                claims += self.ties.belonging(origin, whole, day)
        return Position("party", tuple(sorted(set(claims)))) if claims else None

    def belonging(
        self, origin: str, bodies: Iterable[str], day: str | None
    ) -> tuple[str, ...]:
        """A claim for each of those bodies."""
        claims = {
            claim for one in bodies for claim in self.ties.belonging(origin, one, day)
        }
        return tuple(sorted(claims))

    def by_body(self, origin: str, bodies: frozenset[str], day: str | None) -> Position:
        """The kind of a body to which an origin belongs, else `unknown`."""
        kinds: dict[str, list[str]] = {}
        for one in bodies:
            body = self.context.entities.get(one)
            if body is not None and body.kind in KINDS:
                kinds.setdefault(body.kind, []).append(one)
        for kind in KINDS:
            if kind in kinds:
                return Position(kind, self.belonging(origin, kinds[kind], day))
        return Position(UNKNOWN)

    def side(
        self, origin: str, proposition: Proposition, day: str | None
    ) -> tuple[str, list[tuple[str, ...]]]:
        """The side of an origin towards the ends of a proposition, with the claims.

        Only what is claimed of rivalry and support between the origin, or a body of
        it, and an end counts; nothing is concluded from anything else.
        """
        circle = {origin, *self.ties.bodies(origin, day)}
        ends = [end for end in both(proposition) if end not in circle]
        adverse: list[tuple[str, ...]] = []
        allied: list[tuple[str, ...]] = []
        touched: set[str] = set()
        for end in ends:
            rivals = self.ties.others("rivals", end)
            supporters = self.ties.others("supporters", end)
            for kept, tied in ((adverse, rivals), (allied, supporters)):
                for one in tied.keys() & circle:
                    kept.append(tied[one])
                    touched.add(one)
            for one in circle:
                backers = self.ties.others("supporters", one)
                if end in backers:
                    allied.append(backers[end])
                    touched.add(one)
        if not touched:
            return UNKNOWN, []
        side = "third" if adverse and allied else "adverse" if adverse else "allied"
        return side, [*adverse, *allied, self.belonging(origin, touched, day)]

    def together(self, claims: Mapping[str, Claim]) -> str:
        """The standing of claims that are one group."""
        first: dict[str, Claim] = {}
        around: dict[str, set[str]] = {}
        for one in sorted(claims):
            origin = effective_origin(claims[one], self.context)
            first.setdefault(origin, claims[one])
            for body in self.uniting(origin, claims[one].said):
                around.setdefault(body, set()).add(origin)
        if not first:
            return UNKNOWN
        smallest = first[min(first)]
        if around:
            body = min(around, key=lambda one: (-len(around[one]), one))
            proposition = self.context.proposition(smallest)
            value = self.first(body, proposition, smallest.said).value
            if value != UNKNOWN:
                return value
        return self.standing(smallest).value

    def uniting(self, origin: str, day: str | None) -> set[str]:
        """The bodies that could hold a group together through an origin."""
        bodies = self.ties.bodies(origin, day)
        found = {body for body in bodies if not body.startswith("state/")}
        found |= self.ties.others("custody", origin).keys()
        return found if origin.startswith("person/") else found | {origin}


def both(proposition: Proposition) -> list[str]:
    """The ends of a proposition; of a number or date the words stand for no end."""
    return [one for one in (proposition.subject, proposition.object) if one]


def merged_claims(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The claims of all parts, sorted, once each; the parts are sorted.

    A single part is given back as it is: a much claimed tie is one tuple for all.
    """
    filled = [part for part in parts if part]
    if len(filled) == 1:
        return filled[0]
    return tuple(sorted({claim for part in filled for claim in part}))
