"""Which entities of two codings are one, though their ids may differ."""

from collections.abc import Iterable
from functools import lru_cache

from claimgraph.entity_names import initials
from claimgraph.folding import fold
from claimgraph.ids import of_lists_apart
from claimgraph.model import Entity
from claimgraph.scoring.coded import CodedArticle, speaks_itself, spoken_of

# how sure it is that two entities are one
SAME_ID, SAME_NAME, SHARED_NAME, INSIDE = 4, 3, 2, 1
# the names of two unnamed holders have so much in common, of 100
LIKE = 60
# words that name nobody
EMPTY = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "at", "and", "for", "by", "to", "from"),
        *("group", "groups", "organization", "organisation", "militants", "militant"),
        *("unnamed", "unspecified", "one", "some", "member", "members", "people"),
    }
)
ARTICLES = ("the ", "a ", "an ")
# as which people without a name are coded: each, a band of them, or what they are of
COMMUNITY = "community"
NAMELESS = ("person", "group", "org", COMMUNITY)
UNSPECIFIED = "person/unspecified-"


@lru_cache(1 << 14)
def bare_name(name: str) -> str:
    """A name as it is compared, without the article in front.

    >>> bare_name("The Northern Front")
    'northern front'
    """
    folded = fold(name)
    return next(
        (folded.removeprefix(one) for one in ARTICLES if folded.startswith(one)), folded
    )


def type_of(entity_id: str) -> str:
    """What an id begins with."""
    return entity_id.partition("/")[0]


def is_inside(short: str, long: str) -> bool:
    """Whether a short form stands in a longer name, and is more than empty words.

    >>> is_inside("haqqani", "sirajuddin haqqani"), is_inside("group", "a group of b")
    (True, False)
    """
    return f" {short} " in f" {long} " and not set(short.split()) <= EMPTY


def sure_names(entity: Entity) -> set[str]:
    """The names of an entity that are nobody else's."""
    sure = [entity.name, *(one.name for one in entity.aliases if not one.ambiguous)]
    return set(map(bare_name, sure))


def share_list_name(one: Entity, other: Entity) -> bool:
    """Whether two public lists have one whole name, each under a number of its own."""
    if not of_lists_apart([one.id, other.id]):
        return False
    ours, theirs = set(map(bare_name, one.names)), set(map(bare_name, other.names))
    return any(" " in name for name in ours & theirs)


def names_overlap(one: Entity, other: Entity) -> bool:
    """Whether a name of one is a short form, or the initials, of one of the other."""
    ours, theirs = set(map(bare_name, one.names)), set(map(bare_name, other.names))
    if any(is_inside(a, b) or is_inside(b, a) for a in ours for b in theirs):
        return True
    short = {letters for name in one.names for letters in initials(name)}
    other_short = {letters for name in other.names for letters in initials(name)}
    return bool(short & theirs or other_short & ours)


def share_words(one: Entity, other: Entity) -> bool:
    """Whether two names have a word in common that says something."""
    ours, theirs = (set(bare_name(each.name).split()) - EMPTY for each in (one, other))
    return bool(ours & theirs)


def are_like(one: Entity, other: Entity) -> bool:
    """Whether two unnamed speakers are called alike."""
    from rapidfuzz import fuzz

    ours, theirs = (
        " ".join(word for word in bare_name(each.name).split() if word not in EMPTY)
        for each in (one, other)
    )
    return bool(ours and theirs) and fuzz.token_set_ratio(ours, theirs) >= LIKE


def are_nameless(one: Entity, other: Entity) -> bool:
    """Whether neither has a name: a community beside such an end is told by its words.

    What is only described as one ("the soldiers") is not marked as unnamed.
    """
    if not (one.unnamed or other.unnamed):
        return False
    return all(each.unnamed or type_of(each.id) == COMMUNITY for each in (one, other))


class EntityMatcher:
    """Which entities of two codings of one article are one.

    With `told`, those are one of which the gold's article says so. What the
    other coding says is one would turn its own faults into hits.
    """

    def __init__(self, gold: CodedArticle, other: CodedArticle, *, told: bool) -> None:
        self.gold, self.other = gold, other
        self.gold_same = told_same(gold) if told else {}
        self.found: dict[tuple[str, str], bool] = {}
        self.gold_ids = sorted(set(ids_of(gold)))
        self.other_ids = sorted(set(ids_of(other)))

    def closeness(self, one: str, two: str) -> int:
        """How sure it is that an id of the gold and one of the other are one; 0: no.

        Of ids that are one in the gold the surest counts.
        """
        ours = self.gold_same.get(one, (one,))
        return max(self.pair_closeness(each, two) for each in ours)

    def pair_closeness(self, one: str, two: str) -> int:
        """As `closeness`, of these two ids alone."""
        one = self.gold.canonical.get(one, one)
        two = self.gold.canonical.get(two, two)
        if one == two:
            return SAME_ID
        left, right = self.gold.entity(one), self.other.entity(two)
        alike_type = type_of(one) == type_of(two)
        if are_nameless(left, right):
            people = {type_of(one), type_of(two)} <= {*NAMELESS}
            alike = alike_type or people
            return INSIDE if alike and share_words(left, right) else 0
        if left.unnamed or right.unnamed:
            # what one coder calls a name is a description to the other
            return INSIDE if alike_type and names_overlap(left, right) else 0
        if bare_name(left.name) == bare_name(right.name):
            return SAME_NAME
        # lists have one body under two ids
        if sure_names(left) & sure_names(right) or share_list_name(left, right):
            return SHARED_NAME
        # a coder had the other's entity at hand, and meant another one; but of places
        # with one name, a city and its province, either may be taken
        chosen = two in self.gold.known or one in self.other.known
        if chosen and type_of(one) != "place":
            return 0
        return INSIDE if alike_type and names_overlap(left, right) else 0

    def same(self, one: str, two: str) -> bool:
        """Whether they are one: none of the other ids of the article fits better."""
        if (one, two) not in self.found:
            self.found[one, two] = self.fits_best(one, two)
        return self.found[one, two]

    def fits_best(self, one: str, two: str) -> bool:
        """As `same`, worked out."""
        close = self.closeness(one, two)
        if close == 0:
            return False
        if any(self.closeness(each, two) > close for each in self.gold_ids):
            return False
        if close >= SAME_NAME or type_of(one) == "person":
            return True
        return not any(self.closeness(one, each) > close for each in self.other_ids)

    def same_holder(self, one: str, two: str) -> bool:
        """Whether two holders are one; unnamed ones are if they are called alike."""
        hidden = (one.startswith(UNSPECIFIED), two.startswith(UNSPECIFIED))
        if any(hidden):
            return all(hidden)
        if self.same(one, two):
            return True
        left, right = self.gold.entity(one), self.other.entity(two)
        both = left.unnamed and right.unnamed and type_of(one) == type_of(two)
        return both and are_like(left, right)


def ids_of(coded: CodedArticle) -> Iterable[str]:
    """All ids of the claims of an article but those of attacks."""
    for claim in coded.claims:
        yield from (
            each
            for each in (claim.subject, claim.object, claim.place)
            if each is not None and type_of(each) != "attack"
        )
        yield from (hop.holder for hop in claim.chain)


def told_same(coded: CodedArticle) -> dict[str, list[str]]:
    """The ids of which the article says that they are one, each with all of them."""
    found: dict[str, list[str]] = {}
    for claim in coded.claims:
        told = (claim.polarity, claim.modality) == ("affirmed", "stated")
        if claim.relation not in spoken_of()["same"] or claim.object is None:
            continue
        if told and speaks_itself(claim):
            ends = (claim.subject, claim.object)
            joined = sorted({each for end in ends for each in found.get(end, (end,))})
            found |= dict.fromkeys(joined, joined)
    return found
