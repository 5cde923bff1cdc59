"""Numbers of people in the words of a sentence: "at least 27 civilians"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.coding.figures import SPELT, WORDS, figure, figure_word
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.cues import cues
from claimgraph.model import TextSpan, Value

NUMBER = "|".join(sorted([*WORDS, *list(SPELT)[1:]], key=len, reverse=True))
LEAST = (
    r"(?:at least|no fewer than|more than|over|at most|up to|no more than|less than"
    r"|fewer than|about|around|some|roughly|approximately|nearly|almost|a)"
)
COUNT = re.compile(
    rf"\b(?P<number>(?:{LEAST} )?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{NUMBER})"
    rf"(?:[ -](?:{NUMBER}|dozen|hundred|thousand))*|(?:two|three|several) dozen"
    r"|(?:a )?dozen)(?! ?%|[.:]\d|st\b|nd\b|rd\b|th\b|am\b|pm\b))(?P<of> of)?"
    r"(?P<noun>(?: [A-Za-z][\w'-]*){0,3})",
    re.IGNORECASE,
)
PEOPLE = cues("values", "people")
# what is counted where nobody is named: "killed 27"
NOBODY = "people"
YEAR = re.compile(r"(?:19|20)\d\d")
NEARLY = re.compile(r"^(?:nearly|almost) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """How many people are told of at a place; `word` is one for many: dozens."""

    span: TextSpan
    value: Value
    word: str | None = None


def counts_in(passage: SpokenSentence) -> Iterator[Count]:
    """The numbers of a sentence that may count people, in order."""
    for found in COUNT.finditer(passage.text, passage.span.start, passage.span.end):
        told = figure(NEARLY.sub("about ", found["number"]))
        if told is None or YEAR.fullmatch(found["number"]):
            continue
        nouns = found["noun"].split()
        people = [at for at, one in enumerate(nouns) if is_people(one)]
        at = people[-1] if people and people[-1] - people[0] < 2 else None
        if at is None and nouns and not nouns[0].islower():
            nouns = []
        of = " ".join(nouns[: at + 1]) if at is not None else NOBODY
        end = found.end("number")
        if at is not None:
            end = found.start("noun") + len(" ".join(["", *nouns[: at + 1]]))
        low, high = told.get("min"), told.get("max")
        yield Count(
            TextSpan(found.start(), end),
            Value(
                min=low if isinstance(low, int) else None,
                max=high if isinstance(high, int) else None,
                of=of,
                about=bool(told.get("about")),
            ),
            figure_word(found["number"]),
        )


def is_people(word: str) -> bool:
    """Whether a word is one for people."""
    low = word.lower()
    return low in PEOPLE or low.removesuffix("s") in PEOPLE
