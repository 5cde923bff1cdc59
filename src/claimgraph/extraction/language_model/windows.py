"""Long articles in parts of whole paragraphs, each with the end of the part before."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claimgraph.extraction.language_model.numbered import NumberedSentence

# characters of a text that are asked about at once
LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are asked about at once; the first ones may be context only."""

    number: int
    sentences: tuple[NumberedSentence, ...]
    first: int

    @property
    def asked(self) -> tuple[NumberedSentence, ...]:
        """Those whose claims are asked for."""
        return tuple(one for one in self.sentences if one.number >= self.first)


def windows_of(
    sentences: Sequence[NumberedSentence], longest: int = LONGEST
) -> tuple[Window, ...]:
    """Parts of about one length; each but the first repeats a paragraph."""
    parts = list(paragraph_parts(sentences, longest))
    total = sum(map(length, parts))
    number = max(1, -(-total // longest))
    room = min(longest, -(-total // number))
    windows: list[list[tuple[NumberedSentence, ...]]] = [[]]
    held = 0
    for part in parts:
        more = length(part)
        # the last part takes the rest, as far as it has room
        full = held + (more if len(windows) >= number else more // 2)
        if windows[-1] and full > (longest if len(windows) >= number else room):
            windows.append([])
            held = 0
        windows[-1].append(part)
        held += more
    return tuple(
        Window(at, before(windows, at) + sentences_of(held), held[0][0].number)
        for at, held in enumerate(windows, 1)
        if held
    )


def before(
    windows: list[list[tuple[NumberedSentence, ...]]], at: int
) -> tuple[NumberedSentence, ...]:
    """The last paragraph of the part before, which the next one begins with."""
    return windows[at - 2][-1] if at > 1 else ()


def sentences_of(
    parts: list[tuple[NumberedSentence, ...]],
) -> tuple[NumberedSentence, ...]:
    """The sentences of all parts."""
    return tuple(one for part in parts for one in part)


def paragraph_parts(
    sentences: Sequence[NumberedSentence], longest: int
) -> list[tuple[NumberedSentence, ...]]:
    """Paragraphs; those that are long for a window in parts of their sentences."""
    found: list[tuple[NumberedSentence, ...]] = []
    for _, group in groupby(sentences, key=lambda one: one.paragraph):
        part: list[NumberedSentence] = []
        for one in group:
            if part and length((*part, one)) > longest // 4:
                found.append(tuple(part))
                part = []
            part.append(one)
        found.append(tuple(part))
    return found


def length(part: Sequence[NumberedSentence]) -> int:
    """How many characters of the text sentences cover."""
    return sum(one.span.end - one.span.start for one in part)
