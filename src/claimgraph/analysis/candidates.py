"""Which ids may be one, by their names: proposals for people, never a merger.

Names of one type are compared by `name_forms.alike`; a pair is a candidate from
`LEAST` on. To stay far below comparing all with all, two names are compared only
where a word of both has the same consonants, and in a crowd of more than `CROWD`
names with such a word only with the `NEAR` next ones in the order of their words:
the work grows with the number of names, and a few candidates of a crowd are missed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.analysis.bonds import Bonds
from claimgraph.analysis.context import Context
from claimgraph.analysis.name_forms import NameForm, alike, blocks, forms
from claimgraph.ids import id_prefix
from claimgraph.model import UNNAMED_PUBLISHER, Entity, Judgement

LEAST = 85.0
CROWD = 100
NEAR = 20
MADE = ("person/unspecified-", UNNAMED_PUBLISHER)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class NameMatch:
    """Two names that are alike; `alone` is false where either is ambiguous."""

    score: float
    left: str
    right: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Why two ids may not be judged the same, and the ids that say so.

    `reason`: `different` (evidence: judgements), `part-of` or `rival-of` (claims),
    `within` (the two places).
    """

    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two standing ids whose names are alike, left the smaller; best names first."""

    left: str
    right: str
    score: float
    names: tuple[NameMatch, ...]
    forbidden: Forbidden | None


def candidates(
    entities: Mapping[str, Entity],
    context: Context,
    judgements: Iterable[Judgement],
    *,
    least: float = LEAST,
) -> tuple[Candidate, ...]:
    """The pairs that nobody judged yet, best first, those that may not be one last.

    Only named entities take part: the words for an unnamed one describe, and describe
    another in the next article. An ambiguous alias weighs nothing by itself; beside a
    match that counts it is listed.
    """
    listed = tuple(judgements)
    decided = settled_pairs(listed, context)
    found: dict[Pair, set[NameMatch]] = {}
    for one, other in compared_pairs(entities, context):
        score = alike(one, other, least)
        if score:
            left, right = (one, other) if one.entity < other.entity else (other, one)
            match = NameMatch(score, left.name, right.name, one.alone and other.alone)
            found.setdefault((left.entity, right.entity), set()).add(match)
    ban = Bans(context, listed)
    made = (
        candidate(pair, matches, ban.on(*pair))
        for pair, matches in found.items()
        if pair not in decided and any(match.alone for match in matches)
    )
    return tuple(sorted(made, key=rank))


def candidate(
    pair: Pair, matches: Iterable[NameMatch], forbidden: Forbidden | None
) -> Candidate:
    """A pair with the score of its best match that counts."""
    ranked = sorted(matches, key=lambda one: (not one.alone, -one.score, one))
    return Candidate(*pair, ranked[0].score, tuple(ranked), forbidden)


def rank(one: Candidate) -> tuple[bool, float, str, str]:
    """Candidates that may be one first, then by score, then by id."""
    return one.forbidden is not None, -one.score, one.left, one.right


def pair_of(left: str, right: str, context: Context) -> Pair:
    """Two ids as they stand, the smaller first."""
    one, other = sorted((context.canonical(left), context.canonical(right)))
    return one, other


def settled_pairs(judgements: Iterable[Judgement], context: Context) -> set[Pair]:
    """The pairs that need no question; what `different` says of others is a ban."""
    found: set[Pair] = set()
    for one in judgements:
        pair = pair_of(one.left, one.right, context)
        if one.verdict != "different" or {*pair} == {one.left, one.right}:
            found.add(pair)
    return found


def compared_pairs(
    entities: Mapping[str, Entity], context: Context
) -> Iterator[tuple[NameForm, NameForm]]:
    """The pairs of names that are worth comparing, some more than once."""
    by_type: dict[str, list[NameForm]] = {}
    for entity in entities.values():
        if not entity.unnamed and not entity.id.startswith(MADE):
            prefix = id_prefix(entity.id)
            standing = context.canonical(entity.id)
            by_type.setdefault(prefix, []).extend(forms(entity, standing))
    for listed in by_type.values():
        for block in blocks(listed).values():
            for one, other in neighbours(block):
                if one.entity != other.entity:
                    yield one, other


def neighbours(block: list[NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """All pairs of a small block; of a crowd, each name with the next ones."""
    reach = len(block) if len(block) <= CROWD else NEAR
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + reach]:
            yield one, other


class Bans:
    """What forbids two ids to be one: judgements, and claims on the two."""

    def __init__(self, context: Context, judgements: Iterable[Judgement]) -> None:
        self.context = context
        self.different: dict[Pair, list[str]] = {}
        for one in judgements:
            if one.verdict == "different":
                pair = pair_of(one.left, one.right, context)
                self.different.setdefault(pair, []).append(one.id)

    def on(self, left: str, right: str) -> Forbidden | None:
        """Why two ids may not be the same; None where nothing says so.

        A judgement on any two ids of the two classes counts before a PART_OF claim
        either way, and that before a RIVAL_OF claim. A place and one that it lies in
        are two.
        """
        pair = pair_of(left, right, self.context)
        if pair in self.different:
            return Forbidden("different", tuple(sorted(self.different[pair])))
        one, other = pair
        parts, rivals = self.context.ties["parts"], self.context.ties["rivals"]
        for reason, ties in (("part-of", parts), ("rival-of", rivals)):
            claims = {*between(ties, one, other), *between(ties, other, one)}
            if claims:
                return Forbidden(reason, tuple(sorted(claims)))
        if one in self.around(other) or other in self.around(one):
            return Forbidden("within", pair)
        return None

    def around(self, place: str) -> set[str]:
        """The standing ids of the places in which a place lies."""
        found: set[str] = set()
        entity = self.context.entities.get(place)
        while entity is not None and entity.within is not None:
            whole = self.context.canonical(entity.within)
            if whole in found:
                break
            found.add(whole)
            entity = self.context.entities.get(whole)
        return found


def between(ties: Bonds, left: str, right: str) -> set[str]:
    """The claims that tie the left id to the right one."""
    return {bond.claim for bond in ties.get(left, ()) if bond.right == right}
