"""Where words that a model copied stand in a text: verbatim, or nowhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from claimgraph.extraction.language_model.numbered import NumberedSentence
from claimgraph.extraction.text.normalise import working_text
from claimgraph.folding import fold
from claimgraph.model import TextSpan
from claimgraph.passages import gap

WORD = re.compile(r"\w+")
# so many letters in common make one word of two
STEM = 4
# so many passages that name somebody are kept
MOST_MENTIONS = 100


class CopiedWords:
    """Looks for words in the sentences of one text.

    Kinds of quotation marks, dashes and spaces are one; all else must be the same, and
    words are whole.
    """

    def __init__(self, text: str, sentences: Sequence[NumberedSentence]) -> None:
        self.text = text
        self.plain = working_text(text)
        self.lower = self.plain.lower()
        if len(self.lower) != len(self.plain):
            # a few letters grow when they are made small
            self.lower = self.plain
        self.sentences: Mapping[int, NumberedSentence] = {
            one.number: one for one in sentences
        }

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, folded."""
        return frozenset(map(fold, WORD.findall(self.plain)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """How its longer words begin: bomb is in bombing."""
        return frozenset(one[:STEM] for one in self.words if len(one) >= STEM)

    def quote(self, words: str, number: int) -> TextSpan | None:
        """Where a quote stands: in the sentence of that number, else in one beside it.

        It may run over from one of these into the next.
        """
        sentence = self.sentences.get(number)
        if sentence is None:
            return None
        own = next(self.within(words, sentence.span), None)
        if own is not None:
            return own
        before = self.sentences.get(number - 1, sentence)
        after = self.sentences.get(number + 1, sentence)
        around = TextSpan(before.span.start, after.span.end)
        return next(self.within(words, around), None)

    def cue(self, words: str, quote: TextSpan) -> TextSpan | None:
        """The place of words that mark a speaker which is nearest to a quote."""
        found = self.within(words, TextSpan(0, len(self.text)))
        return min(
            found,
            key=lambda one: (gap(one.start, one.end, quote), one.start),
            default=None,
        )

    def mention(self, words: str, number: int) -> TextSpan | None:
        """Where words that name somebody stand: in that sentence, else the first."""
        sentence = self.sentences.get(number)
        if sentence is not None:
            found = next(self.within(words, sentence.span), None)
            if found is not None:
                return found
        return next(self.spoken(words), None)

    def spoken(self, words: str) -> Iterator[TextSpan]:
        """All places in sentences that speak."""
        for sentence in self.sentences.values():
            yield from self.within(words, sentence.span)

    def mentions(self, names: Sequence[str]) -> Iterator[TextSpan]:
        """The first places of some names."""
        for name in names:
            for number, span in enumerate(self.spoken(name)):
                if number == MOST_MENTIONS:
                    break
                yield span

    def has_name(self, name: str) -> bool:
        """Whether a name stands in the text in whole words, in whatever capitals."""
        sought = working_text(name).lower()
        everywhere = TextSpan(0, len(self.lower))
        return any(True for _ in self.places_in(self.lower, sought, everywhere))

    def within(self, words: str, span: TextSpan) -> Iterator[TextSpan]:
        """The places of whole words inside a passage, from its start."""
        return self.places_in(self.plain, working_text(words), span)

    def places_in(self, text: str, words: str, span: TextSpan) -> Iterator[TextSpan]:
        """The same in a form of the text that is letter by letter as long."""
        sought = words.strip()
        at = text.find(sought, span.start, span.end) if sought else -1
        while at >= 0:
            found = TextSpan(at, at + len(sought))
            if self.is_whole(found):
                yield found
            at = text.find(sought, at + 1, span.end)

    def is_whole(self, span: TextSpan) -> bool:
        """Whether no word is cut at either end."""
        text = self.plain
        begins = span.start == 0 or not (
            text[span.start - 1].isalnum() and text[span.start].isalnum()
        )
        ends = span.end == len(text) or not (
            text[span.end - 1].isalnum() and text[span.end].isalnum()
        )
        return begins and ends
