"""Where words that a model copied stand in a text: verbatim, or nowhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from claimgraph.extraction.language_model.even_text import EvenText
from claimgraph.extraction.language_model.numbered import NumberedSentence
from claimgraph.folding import fold
from claimgraph.model import TextSpan
from claimgraph.passages import gap

WORD = re.compile(r"\w+")
# so many letters in common make one word of two
STEM = 4
# so many passages that name somebody are kept
MOST_MENTIONS = 100
# how a request writes the number of a sentence, which a model may copy
NUMBER = re.compile(r"^\[\d+\] ")
# signs around copied words that may be the model's own
OUTER = " \n\"'.,;:\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026"


class CopiedWords:
    """Looks for words in the sentences of one text.

    Kinds of quotation marks, dashes and spaces are one, and so is what nobody sees; all
    else must be the same, and words are whole.
    """

    def __init__(self, text: str, sentences: Sequence[NumberedSentence]) -> None:
        self.text = text
        self.even = EvenText(text)
        self.sentences: Mapping[int, NumberedSentence] = {
            one.number: one for one in sentences
        }

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, folded."""
        return frozenset(map(fold, WORD.findall(self.even.text)))

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
        before = self.sentences.get(number - 1, sentence)
        after = self.sentences.get(number + 1, sentence)
        around = TextSpan(before.span.start, after.span.end)
        found = self.copied(words, sentence.span) or self.copied(words, around)
        return next(iter(found), None)

    def cue(self, words: str, quote: TextSpan) -> TextSpan | None:
        """The place of words that mark a speaker which is nearest to a quote."""
        found = self.copied(words, TextSpan(0, len(self.text)))
        return min(
            found,
            key=lambda one: (gap(one.start, one.end, quote), one.start),
            default=None,
        )

    def mention(self, words: str, number: int) -> TextSpan | None:
        """Where words that name somebody stand: in that sentence, else the first."""
        sentence = self.sentences.get(number)
        own = [] if sentence is None else self.copied(words, sentence.span)
        return next(iter(own or self.copied_anywhere(words)), None)

    def copied_anywhere(self, words: str) -> list[TextSpan]:
        """The places of copied words in all sentences that speak."""
        found = (list(self.spoken(one)) for one in copied_forms(words))
        return next(filter(None, found), list[TextSpan]())

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
        everywhere = TextSpan(0, len(self.text))
        return any(True for _ in self.even.places(name, everywhere, lower=True))

    def within(self, words: str, span: TextSpan) -> Iterator[TextSpan]:
        """The places of whole words inside a passage, from its start."""
        return self.even.places(words, span)

    def copied(self, words: str, span: TextSpan) -> list[TextSpan]:
        """The same of words that a model copied, with signs of its own around them."""
        found = (list(self.within(one, span)) for one in copied_forms(words))
        return next(filter(None, found), list[TextSpan]())


def copied_forms(words: str) -> Iterator[str]:
    """Copied words, then without the number of their sentence and signs around them.

    >>> list(copied_forms("[3] It was us."))
    ['[3] It was us.', 'It was us.', 'It was us']
    """
    bare = NUMBER.sub("", words)
    yield from dict.fromkeys(filter(None, (words, bare, bare.strip(OUTER))))
