"""All names that are known, as one tree of words in which the longest is found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from claimgraph.coding.likeness import folded_name, without_article
from claimgraph.extraction.known import Known, KnownName
from claimgraph.extraction.names.common_names import SHORT, common_rows
from claimgraph.extraction.words.tokens import WordToken
from claimgraph.extraction.words.word_lists import tables, words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Entity

# whose name it is: the corpus' own or the article's, one that all news use, a list's
OWN, COMMON, LISTED = range(3)
# what may stand between two words of a name
BETWEEN = re.compile(r"[ \-/'\"]{1,3}|\. | ?[()] ?")
# how lists write a word, and how news do
# in their order: what one writes the next may write otherwise
SPELLINGS = [tuple(one.split()) for one in tables()["names"]["spellings"]]
# what has a capital in any case
CREEDS = words("names", "creeds")
# more words than any name has
MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class NameOf:
    """A name of an entity, and whose name for it that is."""

    entity: Entity
    alias: Alias
    rank: int

    def is_written(self, words: str) -> bool:
        """Whether words of a text are written as this name is.

        Capitals count in what is short, and what has some is never in small letters.
        """
        name = self.alias.name
        short = name.isalpha() and len(name) <= SHORT
        if self.alias.case_exact or short or name.isupper():
            return case_form(words) == case_form(name)
        return name.islower() or not rest_of(words).islower()


@lru_cache(1 << 14)
def rest_of(name: str) -> str:
    """A name without words that always have a capital: Islamic, Muslim.

    >>> rest_of("Islamic state"), rest_of("Northern Front")
    ('state', 'Northern Front')
    """
    said = name.split()
    rest = [one for one in said if one.lower() not in CREEDS or one.isupper()]
    return " ".join(rest or said)


@lru_cache(1 << 14)
def case_form(name: str) -> str:
    """A name as it is compared where capitals count."""
    return without_article(fold(name, cased=True))


@dataclass(slots=True)
class NameNode:
    """Where words lead from here, and whose names end here."""

    following: dict[str, "NameNode"] = field(default_factory=dict[str, "NameNode"])
    names: tuple[NameOf, ...] = ()


@dataclass(frozen=True, slots=True)
class NameHit:
    """Words that are a name, from the first token to before the last one."""

    first: int
    last: int
    start: int
    end: int
    names: tuple[NameOf, ...]


class NameIndex:
    """Names by their folded words."""

    def __init__(self) -> None:
        self.root = NameNode()

    def add(self, naming: NameOf) -> None:
        """Let a name mean somebody, too."""
        node = self.root
        for word in without_article(folded_name(naming.alias.name)).split():
            node = node.following.setdefault(word, NameNode())
        if node is not self.root:
            node.names = (*node.names, naming)

    def hits(self, text: str, tokens: Sequence[WordToken], at: int) -> list[NameHit]:
        """The names that begin with a token, the longest first."""
        node, found, start = self.root, list[NameHit](), tokens[at].start
        for last in range(at, min(at + MOST_WORDS, len(tokens))):
            token = tokens[last]
            if last > at and not is_joined(text, tokens[last - 1].end, token.start):
                break
            if token.bare != token.folded:
                bare = node.following.get(token.bare)
                if bare is not None and bare.names:
                    found.append(
                        NameHit(at, last + 1, start, token.bare_end, bare.names)
                    )
            follows = node.following.get(token.folded)
            if follows is None:
                break
            node = follows
            if node.names:
                found.append(NameHit(at, last + 1, start, token.end, node.names))
        return found[::-1]


def is_joined(text: str, end: int, start: int) -> bool:
    """Whether two words may be of one name by what stands between them."""
    if start - end == 1:
        return text[end] in " -/'"
    return start - end <= 3 and BETWEEN.fullmatch(text, end, start) is not None


@lru_cache(2)
def name_index(known: Known) -> NameIndex:
    """The names of all who are known, and those that news use."""
    index = NameIndex()
    for naming in common_names(known):
        index.add(naming)
    for held in known.names.values():
        for one in filter(tells_which, held):
            rank = OWN if one.own else LISTED
            index.add(NameOf(one.entity, one.alias, rank))
            for name in as_news_spell(one):
                index.add(NameOf(one.entity, replace(one.alias, name=name), rank))
    return index


def tells_which(one: KnownName) -> bool:
    """Whether a name tells whom it means in another article, too.

    "Bombing" is no name of an attack, and what a machine calls one is no name either.
    """
    if id_prefix(one.entity.id) != "attack":
        return True
    return one.entity.by is None and not one.alias.name.islower()


def as_news_spell(one: KnownName) -> Iterator[str]:
    """The name of a group as news write it: al-Qaeda, where a list has Al-Qaida."""
    if id_prefix(one.entity.id) != "group":
        return
    said = folded_name(one.alias.name).split()
    for listed, written in SPELLINGS:
        if listed in said:
            said = [written if word == listed else word for word in said]
            yield " ".join(said).title()


def common_names(known: Known) -> Iterator[NameOf]:
    """The names that all news use, for who is known already or for nobody's entry."""
    for row in common_rows():
        entity = row.entity(known)
        for name in row.names:
            yield NameOf(entity, Alias(name), COMMON)
