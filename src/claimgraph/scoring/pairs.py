"""Which claims of two codings of one article are one, and what is wrong with a hit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from claimgraph.dates import may_overlap
from claimgraph.model import Claim, TextSpan, Value
from claimgraph.schema import load_schema
from claimgraph.scoring.attacks import ATTACK, AttackMatcher
from claimgraph.scoring.coded import CodedArticle, speaks_itself, spoken_of
from claimgraph.scoring.entities import EntityMatcher, type_of
from claimgraph.scoring.sentences import sentences_of

# what a hit must have right: the sentence, the attack
Level = Literal["mention-rel", "mention-att", "article"]
LEVELS: tuple[Level, ...] = get_args(Level)
# what is compared on hits, in the order in which a score tells it
Compared = Literal[
    "origin", "chain", "polarity", "modality", "kind and role", "attack date"
]
COMPARED: tuple[Compared, ...] = get_args(Compared)
Pair = tuple[int, int]


class ClaimMatcher:
    """Compares claims of the gold with those of the other coding of one article."""

    def __init__(self, gold: CodedArticle, other: CodedArticle) -> None:
        self.gold, self.other = gold, other
        self.entities = EntityMatcher(gold, other, told=True)
        # what says that two are one is compared by its own two
        self.apart = EntityMatcher(gold, other, told=False)
        self.attacks = AttackMatcher(gold, other)
        # a text that differs may have its sentences elsewhere
        both = gold.article.text is not None and other.article.text is not None
        moved = both and gold.article.text != other.article.text
        text = gold.article.text if moved else None
        self.gold_in = [sentences_of(one, gold.sentences) for one in gold.claims]
        self.other_in = [
            sentences_of(found_again(one, text), gold.sentences) for one in other.claims
        ]

    def end_same(
        self, claim: Claim, one: str | None, two: str | None, *, attack: bool
    ) -> bool:
        """Whether an end of a claim of the gold and another are one.

        Without `attack` one attack is like another.
        """
        if one is None or two is None:
            return one == two
        if type_of(one) == type_of(two) == ATTACK:
            return not attack or self.attacks.same(one, two)
        says_same = claim.relation in spoken_of()["same"]
        return (self.apart if says_same else self.entities).same(one, two)

    def ends_same(self, one: Claim, two: Claim, *, attack: bool) -> bool:
        """Whether both ends, or end and value, are one; symmetric ones either way."""
        if not (values_same(one.value, two.value) or may_lack_value(one, two)):
            return False
        if self.end_pair(one, two.subject, two.object, attack=attack):
            return True
        turned = load_schema().symmetric(one.relation) and two.object is not None
        return turned and self.end_pair(
            one, two.object or "", two.subject, attack=attack
        )

    def end_pair(
        self, one: Claim, subject: str, target: str | None, *, attack: bool
    ) -> bool:
        """Whether the ends of a claim are these, in this order."""
        return self.end_same(
            one, one.subject, subject, attack=attack
        ) and self.end_same(one, one.object, target, attack=attack)

    def near(self, at: int, other_at: int) -> bool:
        """Whether two quotes stand in one sentence."""
        return bool(self.gold_in[at] & self.other_in[other_at])

    def fits(self, at: int, other_at: int, level: Level) -> bool:
        """Whether a claim of the other coding is a hit of one of the gold."""
        one, two = self.gold.claims[at], self.other.claims[other_at]
        if one.relation != two.relation:
            return False
        if level == "article":
            return one.polarity == two.polarity and self.ends_same(
                one, two, attack=True
            )
        attack = level == "mention-att"
        return self.near(at, other_at) and self.ends_same(one, two, attack=attack)

    def right(self, one: Claim, two: Claim) -> dict[Compared, bool]:
        """What a hit has right; the date only where the gold tells one."""
        same_holder = self.entities.same_holder
        voices = speaks_itself(one), speaks_itself(two)
        same = not any(voices) and same_holder(one.origin, two.origin)
        origin = all(voices) or same
        hops = [
            (a.holder, b.holder) for a, b in zip(one.chain, two.chain, strict=False)
        ]
        found: dict[Compared, bool] = {
            "origin": origin,
            "chain": one.hops == two.hops
            and all(same_holder(a, b) for a, b in hops[1:]),
            "polarity": (one.polarity, one.reason) == (two.polarity, two.reason),
            "modality": one.modality == two.modality,
            "kind and role": finer(one) == finer(two),
        }
        if type_of(one.subject) == type_of(two.subject) == ATTACK:
            told = self.attacks.same_day(one.subject, two.subject)
            found |= {} if told is None else {"attack date": told}
        return found

    def likeness(self, at: int, other_at: int) -> int:
        """How much two claims that may be one have in common."""
        one, two = self.gold.claims[at], self.other.claims[other_at]
        attack = self.ends_same(one, two, attack=True)
        return 2 * attack + self.near(at, other_at) + sum(self.right(one, two).values())


def finer(claim: Claim) -> tuple[object, ...]:
    """Kind, role, and whether it is over."""
    return claim.kind, claim.role, claim.former


def found_again(claim: Claim, text: str | None) -> Claim:
    """The claim with the place of its quote in another text, as far as it is there."""
    if text is None or not isinstance(claim.selector, TextSpan):
        return claim
    start = text.find(claim.quote)
    place = TextSpan(start, start + len(claim.quote)) if start >= 0 else None
    return replace(claim, selector=place)


def values_same(one: Value | None, two: Value | None) -> bool:
    """Whether two values are one: the same number, a day in common, the same word."""
    if one is None or two is None:
        return one is two
    if one.on is not None and two.on is not None:
        return may_overlap(one.on, two.on)
    numbers = (one.min, one.max) == (two.min, two.max)
    return numbers and (one.on, one.word) == (two.on, two.word)


def may_lack_value(one: Claim, two: Claim) -> bool:
    """Whether one leaves out how much or when, and both deny it or are silent."""
    lacks = one.value is None or two.value is None
    return lacks and one.polarity == two.polarity != "affirmed"


def one_to_one(
    left: Sequence[int],
    right: Sequence[int],
    fits: Callable[[int, int], bool],
    likeness: Callable[[int, int], int],
) -> list[Pair]:
    """As many pairs as can be, each number in one at most, the most alike first."""
    ways = {one: [two for two in right if fits(one, two)] for one in left}
    ranked = sorted(
        (-likeness(one, two), one, two) for one in left for two in ways[one]
    )
    taken: dict[int, int] = {}
    placed: set[int] = set()
    for _, one, two in ranked:
        if one not in placed and two not in taken:
            taken[two] = one
            placed.add(one)

    for one in left:
        if one not in placed:
            make_room(one, ways, taken)
    return sorted((one, two) for two, one in taken.items())


def make_room(
    one: int, ways: Mapping[int, Sequence[int]], taken: dict[int, int]
) -> None:
    """Place a number more, where those that have places can move up for it."""
    came_from: dict[int, int] = {}
    queue = [one]
    for asking in queue:
        for two in ways[asking]:
            if two in came_from:
                continue
            came_from[two] = asking
            if two in taken:
                queue.append(taken[two])
                continue
            free: int | None = two
            while free is not None:
                holder = came_from[free]
                left = next((at for at, who in taken.items() if who == holder), None)
                taken[free] = holder
                free = left
            return
