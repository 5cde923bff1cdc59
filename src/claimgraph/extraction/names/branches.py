"""Where the name of a group means the one branch of it that an article is about."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.known import Known
from claimgraph.extraction.names.common_names import commonly_called
from claimgraph.extraction.names.cover import longest_kept
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan
from claimgraph.schema import load_schema

PARENTS = words("branches", "parents")
# whose branches have names of their own, which news leave out for a region's
NAMED_PARENTS = words("branches", "named_parents")
HOME, TIES = words("branches", "home"), words("branches", "ties")
NOUNS = "|".join(sorted(words("branches", "nouns")))
REGION_AFTER = re.compile(rf"(?:'s)? ((?:[A-Z][\w-]+ ){{1,2}}?)(?:{NOUNS})\b")
REGION_BEFORE = re.compile(rf"([A-Z][\w-]+) (?:{NOUNS}) of (?:the )?\"?$")
REGIONS: Mapping[str, Sequence[str]] = {
    region: known for region, *known in map(str.split, words("branches", "regions"))
}
# "its branch in Yemen", "its Yemen-based branch"
IN_REGION = re.compile(rf"(?:'s)? ((?:{NOUNS}) (?:in|for) (?:the )?)([A-Z][\w-]+)\b")
# of a region's name these tell nothing
TELL_NOTHING = frozenset(("the", "region", "area", "countries"))
LOOK_BACK = 40
# the same as a name by itself
REGION = r"(?P<region>\S+(?: \S+)?)"
NAMED_BRANCHES = [
    re.compile(pattern)
    # as much of a name as can be, or as little
    for parent in (r"(?P<parent>[^'\u2019]+)", r"(?P<parent>[^'\u2019]+?)")
    for pattern in (
        rf"(?:the )?{parent}(?:['\u2019]s?)? {REGION} (?:{NOUNS})",
        rf"(?:the )?{parent}(?:['\u2019]s?)? (?:{NOUNS}) in (?P<region>.+)",
        rf"(?:the )?{parent} in (?P<region>.+)",
        rf"(?:the )?{parent}[ \u2013-]+{REGION}",
        rf"(?:the )?{REGION} (?:{NOUNS}) of (?:the )?{parent}",
    )
]


@lru_cache(2)
def branches_of(known: Known) -> Mapping[str, Mapping[str, Entity]]:
    """For each such parent its branches, by each word of a name that the parent lacks.

    A branch is known by a name that begins with one of the parent's.
    """
    found: dict[str, dict[str, Entity]] = {}
    for parent in (PARENTS | NAMED_PARENTS) & known.entities.keys():
        its_own = {fold(name) for name in known.entities[parent].names} | {"is"}
        plain = {word for name in its_own for word in name.split()}
        words_of = found.setdefault(parent, {})
        for key, names in known.names.items():
            said = key.split()
            begins = any(" ".join(said[:at]) in its_own for at in range(1, len(said)))
            for one in names if begins else ():
                if id_prefix(one.entity.id) == "group" and one.entity.id != parent:
                    words_of |= {word: one.entity for word in said if word not in plain}
    return found


def with_branches(
    passages: Sequence[SpokenSentence], known: Known, mentions: Sequence[Mention]
) -> list[Mention]:
    """Mentions of a parent as those of its branch, where that is meant.

    An article that speaks of one branch, and not once in passing, means it by the
    parent's name, too, but not where a sentence says what the one is to the other, or
    where the parent is at home.
    """
    branches = branches_of(known)
    if not any(one.entity.id in branches for one in mentions):
        return list(mentions)
    read = apart([with_region(passages, branches, one, mentions) for one in mentions])
    spoken = {one.entity.id: one for one in read}
    for parent in PARENTS & branches.keys():
        its_words = branches[parent]
        its = {one.id for one in its_words.values()} & spoken.keys()
        if len(its) == 1 and is_subject(read, parent, next(iter(its))):
            branch = spoken[next(iter(its))]
            told = BranchTelling(passages, read, parent, branch.entity.id)
            read = [
                Mention(one.span, branch.entity, branch.known)
                if one.entity.id == parent and not told.is_parent(one)
                else one
                for one in read
            ]
    return read


def is_subject(mentions: Sequence[Mention], parent: str, branch: str) -> bool:
    """Whether a branch is named more than once, or before its parent is."""
    told = [one.entity.id for one in mentions if one.entity.id in (parent, branch)]
    return told.count(branch) > 1 or told[0] == branch


def apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in order without those that lie in another."""
    return longest_kept([(0, one) for one in mentions])


class BranchTelling:
    """Which sentences tell of a parent itself, and which of its branch as well."""

    def __init__(
        self,
        passages: Sequence[SpokenSentence],
        mentions: Sequence[Mention],
        parent: str,
        branch: str,
    ) -> None:
        self.passages = passages
        self.told: dict[int, bool] = {}
        self.names = {
            at
            for one in mentions
            if one.entity.id in (parent, branch)
            for at in range(one.span.start, one.span.end)
        }
        self.branch = {
            passage_of(passages, one).span.start
            for one in mentions
            if one.entity.id == branch
        }

    def is_parent(self, one: Mention) -> bool:
        """Whether the sentence of a mention tells that the parent itself is meant."""
        held = passage_of(self.passages, one)
        start = held.span.start
        if start not in self.told:
            tell = HOME | TIES if start in self.branch else HOME
            self.told[start] = any(
                token.bare in tell and token.start not in self.names
                for token in held.tokens
            )
        return self.told[start]


def passage_of(passages: Sequence[SpokenSentence], one: Mention) -> SpokenSentence:
    """The sentence of a mention."""
    at = bisect_right(passages, one.span.start, key=lambda held: held.span.start)
    return passages[max(at - 1, 0)]


def with_region(
    passages: Sequence[SpokenSentence],
    branches: Mapping[str, Mapping[str, Entity]],
    one: Mention,
    mentions: Sequence[Mention],
) -> Mention:
    """The mention of a parent, or of its branch of a region that its words go on to."""
    its_words = branches.get(one.entity.id)
    region = region_of(passages, one) if its_words is not None else None
    if its_words is None or region is None:
        return one
    said, span = region
    branch = branch_in(its_words, said)
    first = passage_of(passages, one).span.start
    named = any(
        other.entity == branch and first <= other.span.start < span.start
        for other in mentions
    )
    # "ISIS-K is the Khorasan branch of ISIS": whose branch it is
    if branch is None or named:
        return one
    return Mention(span, branch, known=True, others=(one.entity,))


def branch_in(its_words: Mapping[str, Entity], region: str) -> Entity | None:
    """The branch of a parent in a region, by the words that its branches have."""
    words_said = [one for one in fold(region).split() if one not in TELL_NOTHING]
    whole = REGIONS.get("-".join(words_said))
    if whole is not None:
        return next((its_words[one] for one in whole if one in its_words), None)
    # "South Africa" is no part of South-East Asia
    found = [
        next((its_words[one] for one in asked if one in its_words), None)
        for word in words_said
        for asked in ((word, *REGIONS.get(word, ())),)
    ]
    return found[0] if all(one == found[0] for one in found) else None


def branch_called(known: Known, name: str) -> Entity | None:
    """The branch that a name tells by its parent and where it is.

    "Al-Qaeda's Yemen branch", "the Khorasan province of Islamic State".
    """
    for pattern in NAMED_BRANCHES:
        found = pattern.fullmatch(name)
        parent = group_called(known, found["parent"]) if found else None
        its_words = branches_of(known).get(parent.id) if parent else None
        if found is not None and its_words is not None:
            return branch_in(its_words, found["region"])
    return None


def group_called(known: Known, name: str) -> Entity | None:
    """The group that a name means, in a list or in all news: IS."""
    return known.named(name, ("group",)) or commonly_called(known, name, ("group",))


def branch_claims(mentions: Sequence[Mention]) -> Iterator[ClaimCandidate]:
    """That each branch belongs to the parent that its name tells."""
    for one in mentions:
        for parent in one.others:
            if one.prefix == id_prefix(parent.id) == "group":
                yield ClaimCandidate(
                    relation=part_relation(),
                    subject=one.entity.id,
                    object=parent.id,
                    quote=one.span,
                    kind="branch",
                    rule="named-branch",
                )


def region_of(
    passages: Sequence[SpokenSentence], one: Mention
) -> tuple[str, TextSpan] | None:
    """The region of a branch that the words beside its parent's name tell, and where.

    "A's Khorasan branch", "the Khorasan branch of A": the words that name the branch.
    """
    held, start, end = passage_of(passages, one), one.span.start, one.span.end
    after = REGION_AFTER.match(held.text, end, held.span.end)
    if after is not None:
        return after[1], TextSpan(start, after.end())
    inside = IN_REGION.match(held.text, end, held.span.end)
    if inside is not None:
        return inside[2], TextSpan(start, inside.end())
    first = max(held.span.start, start - LOOK_BACK)
    before = REGION_BEFORE.search(held.text[first:start])
    if before is None:
        return None
    return before[1], TextSpan(first + before.start(), end)


def part_relation() -> str:
    """The relation of a part to what it is a part of."""
    named = load_schema().relations.items()
    return next(name for name, one in named if one.tie and one.tie.family == "parts")
