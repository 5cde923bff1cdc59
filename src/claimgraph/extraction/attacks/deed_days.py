"""When an attack was, by the words of its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.deed_places import is_beside, leads
from claimgraph.extraction.dates.dates import DateMention
from claimgraph.extraction.dates.stamps import (
    NINE_ELEVEN,
    is_nine_eleven,
)
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.model import TextSpan

LOOK_BACK = 60
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# a day of saying, not of doing
SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|warned|stated|added|tweeted|posted"
    r"|confirmed|statement|interview|conference|responsibility|arrested|arrest|detained"
    r"|denied|condemned|vowed|blamed|accused|message|claimed|appeared|published"
    r"|released|sentenced|updated)(?: [\w']+){0,6}?,? (?:on |late |early )?$"
)
# what is done later for those who were hit
MOURNED = re.compile(
    r"\b(?:mourn(?:s|ed|ing)?|buried|burial|anniversary|commemorat\w+|vigils?"
    r"|tributes?|condolences|laid to rest|at half-(?:staff|mast))\b"
)
SAID = re.compile(
    r"\)?,? (?:(?:also|again|[a-z]+ly) )?(?:said|told|announced|reported|warned|stated"
    r"|vowed|urged|charged|convicted|sentenced|arrested|identified|blamed|accused"
    r"|condemned|den(?:ied|ies)|dismissed|rejected|claimed|t(?:oo|a)k(?:es)?"
    r" responsibility|confirmed|disclosed|revealed|admitted|acknowledged|insisted"
    r"|maintained|alleged|described|called|asked|appealed|pledged|promised|threatened"
    r"|demanded|disputed|ordered|paraded|visited|met|gathered|mourned|expressed|linked"
    r"|named|refuted)\b"
)
# between whoever did it and a verb that only tells who he is
RELATIVE = re.compile(r"\w who(?: had| have| has)?(?: \w+ly)? $")
# a paper with its day, in brackets
CITED = re.compile(r"\((?:[^()]*; )?(?:see )?[A-Z][\w .'-]*, $")
# after the day of a line of a list
LISTED = re.compile(r" ?: ")
WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one sentence on which something is told to have happened."""

    passage: SpokenSentence
    deeds: Sequence[Deed]
    dates: Sequence[DateMention]

    @property
    def text(self) -> str:
        """The text in which the sentence stands."""
        return self.passage.text

    def of(self, deed: Deed, first: int, last: int) -> DateMention | None:
        """The day that stands in the phrase of a noun, after it, or in the sentence."""
        year = (
            YEAR.search(self.text, deed.begins, deed.span.start) if deed.noun else None
        )
        told = self.told_of(deed)
        inside = (
            one for one in told if deed.noun and leads(self.text, one.span.end, deed)
        )
        after = (one for one in told if deed.span.end <= one.span.start < last)
        told = [one for one in told if not self.is_of_other(one, deed)]
        relative = not deed.noun and self.is_relative(deed)
        told = [one for one in told if not (relative and one.span.end <= deed.begins)]
        before = (one for one in reversed(told) if first <= one.span.start)
        if len(self.deeds) > 1:
            # what stands before the first deed is told of all
            opening = self.deeds[0].span.start
            before = (
                one
                for one in told
                if one.span.start < opening or first <= one.span.start < deed.span.start
            )
        near = next(inside, None)
        listed = self.dates[0] if self.dates else None
        if listed is not None and near is None and self.is_listed(listed):
            return listed
        if near is None and year is not None:
            return DateMention(TextSpan(*year.span()), year[0])
        if near is not None and deed.several and is_nine_eleven(self.text, near):
            return replace(near, day=NINE_ELEVEN)
        return near or next(after, None) or next(before, None)

    def told_of(self, deed: Deed) -> list[DateMention]:
        """The days that are none of what is said or mourned."""
        return [
            one
            for one in self.dates
            if self.is_own(one, deed)
            or not (self.is_saying(one) or self.is_mourning(one, deed))
            if not deed.definite or is_beside(self.passage, one.span, deed)
        ]

    def is_listed(self, one: DateMention) -> bool:
        """Whether a day opens a line of a list: "3 May: a bomb went off"."""
        opens = not WORDS.search(self.text, self.passage.span.start, one.span.start)
        return opens and LISTED.match(self.text, one.span.end) is not None

    def is_own(self, one: DateMention, deed: Deed) -> bool:
        """Whether a day is a part of the phrase of a noun: Friday's attack."""
        return deed.noun and deed.begins <= one.span.start < deed.span.start

    def is_relative(self, deed: Deed) -> bool:
        """Whether a verb only tells who somebody is: "the men who attacked"."""
        start = max(deed.begins - LOOK_BACK, self.passage.span.start)
        return RELATIVE.search(self.text[start : deed.begins]) is not None

    def is_of_other(self, one: DateMention, deed: Deed) -> bool:
        """Whether a day stands in the phrase before another noun."""
        return any(
            other.noun and other is not deed and leads(self.text, one.span.end, other)
            for other in self.deeds
        )

    def is_saying(self, one: DateMention) -> bool:
        """Whether a day is that of somebody's words, or only before or after it all."""
        if one.is_open:
            return True
        start = max(self.passage.span.start, one.span.start - LOOK_BACK)
        before = self.text[start : one.span.start]
        after = self.text[one.span.end : one.span.end + LOOK_BACK]
        if before.lower().endswith(("after ", "before ", "by ")):
            return True
        if CITED.search(before) and ")" in after:
            return True
        return SAYING.search(before) is not None or SAID.match(after) is not None

    def is_mourning(self, one: DateMention, deed: Deed) -> bool:
        """Whether a day before a deed is that of mourning those it hit."""
        start, end = self.passage.span.start, deed.span.start
        return one.span.end <= end and MOURNED.search(self.text, start, end) is not None
