"""Which places of a text are mentions already."""

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.phrases import Phrase
from claimgraph.extraction.words.word_lists import words

PLACE_KINDS = words("places", "kinds")


class Cover:
    """The mentions of a text by their places; none lies inside another."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.spans = sorted(
            (one.span.start, one.span.end, one.prefix) for one in mentions
        )
        self.begun = [start for start, _, _ in self.spans]
        self.starts = {start: prefix for start, _, prefix in self.spans}
        self.ends = {end: prefix for _, end, prefix in self.spans}

    def begins(self, at: int, prefix: str) -> bool:
        """Whether a mention of a type begins at a place."""
        return self.starts.get(at) == prefix

    def finishes(self, at: int, prefix: str) -> bool:
        """Whether a mention of a type ends at a place."""
        return self.ends.get(at) == prefix

    def is_exactly(self, start: int, end: int) -> bool:
        """Whether these words and no others are a mention."""
        return start in self.starts and end in self.ends

    def touches(self, start: int, end: int) -> bool:
        """Whether some mention has a character of these words."""
        at = bisect_left(self.begun, end) - 1
        return at >= 0 and self.spans[at][1] > start

    def after(self, start: int, end: int) -> int:
        """Where some words go on after the mention that they begin with."""
        at = bisect_left(self.begun, start + 1) - 1
        last = self.spans[at][1] if at >= 0 else 0
        return last + 1 if start < last < end else start

    def tokens(self, passage: SpokenSentence, prefixes: Sequence[str]) -> set[int]:
        """The words of a sentence that are in mentions of some types."""
        taken, token, tokens = set[int](), 0, passage.tokens
        for at in range(bisect_left(self.begun, passage.span.start), len(self.spans)):
            start, end, prefix = self.spans[at]
            if start >= passage.span.end:
                break
            while token < len(tokens) and tokens[token].start < start:
                token += 1
            while token < len(tokens) and tokens[token].start < end:
                if prefix in prefixes:
                    taken.add(token)
                token += 1
        return taken


def longest_kept(mentions: Sequence[tuple[int, Mention]]) -> list[Mention]:
    """Ranked mentions in order: of two that overlap the longer, else the first rank."""
    kept = list[tuple[int, Mention]]()
    for rank, one in sorted(mentions, key=lambda pair: (pair[1].span.start, pair[0])):
        last = kept[-1] if kept else None
        if last is None or last[1].span.end <= one.span.start:
            kept.append((rank, one))
        elif (length(one), -rank) > (length(last[1]), -last[0]):
            kept[-1] = (rank, one)
    return [one for _, one in kept]


def length(one: Mention) -> int:
    """Of how many characters a mention is."""
    return one.span.end - one.span.start


def is_listed(phrase: Phrase, cover: Cover) -> bool:
    """Whether a phrase is the name of who is known, or says what a known place is."""
    if cover.is_exactly(phrase.start, phrase.end):
        return True
    *name, last = phrase.tokens
    return bool(
        name
        and last.bare in PLACE_KINDS
        and cover.is_exactly(phrase.start, name[-1].end)
    )
