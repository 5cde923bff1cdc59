"""Where the name of one group means another that is called so in its own country."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from claimgraph.extraction.names.branches import passage_of
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold

PAIRS = [one.split() for one in words("branches", "namesakes")]


def with_namesakes(
    passages: Sequence[SpokenSentence], mentions: Sequence[Mention]
) -> list[Mention]:
    """Mentions of a group as those of its namesake, where the article is about that.

    It names the namesake, and speaks more of its country than of the other.
    """
    read = list(mentions)
    for first, other, first_home, other_home, *words_of_home in PAIRS:
        home = {first_home, *words_of_home}
        named = next((one for one in read if one.entity.id == other), None)
        told = Counter(countries(read))
        if named is None or told[first_home] >= told[other_home]:
            continue
        read = [
            Mention(one.span, named.entity, named.known)
            if one.entity.id == first and not is_at_home(passages, one, home)
            else one
            for one in read
        ]
    return read


def countries(mentions: Sequence[Mention]) -> Iterator[str]:
    """The name of each country at each place where it is named."""
    for one in mentions:
        if one.prefix == "state":
            yield fold(one.entity.name)


def is_at_home(
    passages: Sequence[SpokenSentence], one: Mention, home: Collection[str]
) -> bool:
    """Whether the sentence of a mention speaks of the home of whom it names."""
    return any(token.bare in home for token in passage_of(passages, one).tokens)
