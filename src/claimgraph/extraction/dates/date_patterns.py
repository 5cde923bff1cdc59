"""How dates are written in news: one pattern for each way, with named parts."""

import re

from claimgraph.coding.figures import SPELT
from claimgraph.dates import MONTHS, WEEKDAYS

SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def either(names: tuple[str, ...], *shorter: str) -> str:
    """Names as titles and in capitals, whole and shortened."""
    short = [*(name[:3] for name in names if len(name) > 4), *shorter]
    full = [form for one in names for form in (one, one.upper())]
    cut = [form for one in short for form in (one, one.upper())]
    return rf"(?:(?:{'|'.join(full)})\b|(?:{'|'.join(cut)})\b\.?)"


MONTH = either(MONTHS, "Sept")
# not "the Daily Sun", which is a paper
WEEKDAY = rf"(?!(?:(?<=[Tt]he )|(?<=Daily ))Sun\b){either(WEEKDAYS, 'Tues', 'Thurs')}"
YEAR = r"(?:19|20)\d\d(?!\d|,\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
NUMBER = r"(?:\d{1,3}|" + "|".join([*list(SPELT)[1:], "an", "a"]) + ")"
UNIT = "(?:day|week|month|year)"
PART = (
    r"(?:[Ee]arly|[Ll]ate|[Mm]id|EARLY|LATE|(?:the )?(?:beginning|start|middle|end) of"
    r"|(?:the )?(?:first|second) half of)"
)
# a year by its number or by where it lies
THE_YEAR = rf"(?P<year>{YEAR})|(?P<near>last year|this year|the year)"


def word_pattern(pattern: str, *, cased: bool = False) -> re.Pattern[str]:
    """A pattern that begins and ends with a word."""
    flags = re.NOFLAG if cased else re.IGNORECASE
    return re.compile(rf"(?<![\w$.-]){pattern}(?![\w-])", flags)


ISO = word_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
SLASHED = word_pattern(rf"(?P<one>\d\d?)[/.](?P<two>\d\d?)[/.](?P<year>{YEAR})")
# a weekday before a date says the same
MONTH_DAY = word_pattern(
    rf"(?:{WEEKDAY},?\s+\(?)?(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
    rf"(?:-(?P<last>{DAY}))?(?:,?\s+(?:of\s+)?(?:{THE_YEAR}))?",
    cased=True,
)
DAY_MONTH = word_pattern(
    rf"(?:{WEEKDAY},?\s+\(?)?(?:the\s+)?(?P<day>{DAY})(?:-(?P<last>{DAY}))?(?:\s+of)?"
    rf"[\s-]+(?P<month>{MONTH})(?:[\s,-]+(?P<short>'?\d\d(?=\s*(?:[()\[\],.]|-|$)))|"
    rf"[\s,-]+(?:of\s+)?(?:{THE_YEAR}))?",
    cased=True,
)
MONTH_YEAR = word_pattern(
    rf"(?:(?P<part>{PART})[\s-]+)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?:{THE_YEAR})",
    cased=True,
)
# a month alone needs a word before it: "may" and "march" are words of their own
LONE_MONTH = word_pattern(
    r"(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Tt]hroughout|[Bb]efore"
    r"|[Aa]fter|[Bb]ack in|[Ee]arlier in|[Ll]ater in|IN|SINCE|LAST)\s+)?"
    rf"(?P<words>(?:(?P<part>{PART})[\s-]+|(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+)?"
    rf"(?P<month>{MONTH}))",
    cased=True,
)
PART_YEAR = word_pattern(rf"(?P<part>{PART})(?:\s+in)?[\s-]+(?:{THE_YEAR})")
YEAR_MONTHS = word_pattern(
    rf"(?P<end>first|last)\s+(?P<number>{NUMBER})\s+months\s+of\s+(?:{THE_YEAR})"
)
SEASON = word_pattern(
    rf"(?:(?P<which>last|this|the)\s+)?(?P<season>{'|'.join(SEASON_CODES)})"
    rf"(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
DECADE = word_pattern(r"(?P<year>(?:19|20)\d0)'?s")
LONE_YEAR = word_pattern(
    r"(?:in|since|of|by|from|until|during|before|after|and|to|between|around)\s+"
    rf"(?P<words>(?P<year>{YEAR}))"
)
YEAR_SPAN = word_pattern(rf"(?P<year>{YEAR})\s?-\s?(?P<last>{YEAR})")
# "the 25th", in this month or the last
LONE_DAY = word_pattern(r"on\s+(?P<words>the\s+(?P<day>\d\d?)(?:st|nd|rd|th))")
WEEKDAY_WORD = word_pattern(
    r"(?:(?P<which>[Ll]ast|[Nn]ext|[Cc]oming|[Ee]very|[Ee]ach|[Gg]ood|[Bb]lack"
    r"|[Bb]loody|[Ee]aster|[Hh]oly|[Aa]|[Aa]ny|[Aa]sh|[Pp]alm)\s+)?"
    rf"(?P<words>(?P<weekday>{WEEKDAY})(?:\s+(?:of\s+)?(?P<week>(?:last|this|next) "
    r"week))?)",
    cased=True,
)
WORD_DAY = word_pattern(
    r"(?P<word>the day before yesterday|yesterday|today|tonight|last night"
    r"|this (?:morning|afternoon|evening))"
)
AGO = word_pattern(rf"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?\s+ago")
PERIOD = word_pattern(
    rf"(?:the\s+)?(?:last|past|previous)\s+(?P<number>{NUMBER})\s+"
    rf"(?P<unit>hour|{UNIT})s?|the\s+past\s+(?P<one>{UNIT})"
)
NEAR = word_pattern(
    r"(?:(?P<part>earlier|later|late|early|mid|the end of|the beginning of)[\s-]+)?"
    r"(?P<which>last|this|next)\s+(?P<unit>weekend|week|month|year)"
)
WEEKEND = word_pattern(r"over\s+(?P<words>the\s+weekend)")
SHIFTED = word_pattern(
    rf"(?:(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?\s+(?P<to>earlier|later|afterwards"
    r"|before(?=[,.;]|$))|the\s+(?:very\s+)?(?P<next>same|next|following|previous)"
    r"\s+day|the\s+day\s+before(?=[,.;]|$))"
)
NINE_ELEVEN = word_pattern(r"9/11")
# what a date may be the beginning or end of
SINCE = re.compile(r"\b(?:since|starting|beginning)\s+(?:\w+\s+)?$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:the\s+)?$", re.IGNORECASE)
LINK = re.compile(r"\s*(?:to|until|till|through|-)\s*", re.IGNORECASE)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
# what lies ahead is told by no date of the past
AHEAD = re.compile(
    r"\b(?:will|shall|is set to|are set to|scheduled|expected to|due (?:to|on|in)"
    r"|upcoming|deadline|plans? to)\b[^.;]*$",
    re.IGNORECASE,
)
# words without which no pattern finds anything, by what they are a hint of
HINTED = {
    "ago": "ago",
    "months": "months",
    "weekend": "weekend",
    "one of a year": "year",
    "ordinal": "st nd rd th",
    "part": "early late mid beginning start middle end half",
    "near": "weekend week month year",
    "counted": "hour hours day days week weeks month months year years",
    "of a day": "yesterday today tonight night morning afternoon evening",
    "season": " ".join(SEASON_CODES),
    "month": " ".join((*MONTHS, *(one[:3] for one in MONTHS), "sept")),
    "weekday": " ".join((*WEEKDAYS, *(one[:3] for one in WEEKDAYS), "tues thurs")),
}
HINTS: dict[str, set[str]] = {
    word: {hint for hint, held in HINTED.items() if word in held.lower().split()}
    for words in HINTED.values()
    for word in words.lower().split()
}
NUMBERS, YEARS = {"digit"}, {"digit", "year", "one of a year"}
WORD = re.compile(r"[a-z]+|\d+")


def hints_in(words: str) -> set[str]:
    """Of which ways to write a date a sentence may have some."""
    found = set[str]()
    for one in WORD.findall(words.lower()):
        if one in HINTS:
            found |= HINTS[one]
        elif one.isdecimal():
            found |= YEARS if len(one) == 4 else NUMBERS
    return found
