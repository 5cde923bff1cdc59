"""Numbers as people say them, by the rules of docs/data.md."""

import re

Figure = dict[str, int | bool | str]
# what a word for many means at least
WORDS = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200}
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
TENS = (
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
SPELT = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
}
UNIT = "|".join(UNITS[1:10])
# a dozen, two hundred; twenty-five; twelve
MANY = re.compile(rf"\b(an?|{UNIT}|\d+) (dozen|hundred|thousand)\b")
# two to three dozen: both ends are dozens
BOTH = re.compile(
    rf"\b({UNIT}|\d+)( ?- ?| to | or )({UNIT}|\d+) (dozen|hundred|thousand)\b"
)
BIG = {"dozen": 12, "hundred": 100, "thousand": 1000}
TWO = re.compile(rf"\b({'|'.join(TENS)})[- ]({UNIT})\b")
ONE = re.compile(rf"\b({'|'.join(SPELT)})\b")
ABOUT = re.compile(r"(?:about|around|some|roughly|approximately|circa|~)\s*")
RANGE = re.compile(
    r"between\s+(\d+)\s+and\s+(\d+)|(?:from\s+)?(\d+)\s*(?:-|\u2013|to|or)\s*(\d+)"
)
OPEN = (
    (re.compile(r"(?:at least|no fewer than|>=)\s*(\d+)|(\d+)\s*\+"), "min", 0),
    (re.compile(r"(\d+) or more"), "min", 0),
    (re.compile(r"(?:more than|over|>)\s*(\d+)"), "min", 1),
    (re.compile(r"(?:at most|up to|no more than|<=)\s*(\d+)"), "max", 0),
    (re.compile(r"(?:less than|fewer than|under|<)\s*(\d+)"), "max", -1),
)


def figure(said: str) -> Figure | None:
    """The value that a number in words is; None where it is none.

    >>> figure("at least 25"), figure("more than 170"), figure("20 to 40")
    ({'min': 25}, {'min': 171}, {'min': 20, 'max': 40})
    >>> figure("about 4,000"), figure("dozens"), figure("many")
    ({'min': 4000, 'max': 4000, 'about': True}, {'min': 24}, None)
    >>> figure("at least four"), figure("a dozen"), figure("more than twenty-five")
    ({'min': 4}, {'min': 12, 'max': 12}, {'min': 26})
    >>> figure("two to three dozen"), figure("two hundred and fifty"), figure("9-3")
    ({'min': 24, 'max': 36}, None, None)
    """
    words = re.sub(r"(?<=\d)[,\u202f\u00a0](?=\d{3}\b)", "", said.strip().casefold())
    if words in WORDS:
        return {"min": WORDS[words]}
    words = in_digits(" ".join(words.split()))
    about = ABOUT.match(words)
    words = words[about.end() :] if about else words
    found = exact_figure(words) or open_figure(words)
    if found and about:
        found["about"] = True
    return found


def figure_word(said: str) -> str | None:
    """The word for many that a number was taken from, which its note must tell.

    >>> figure_word("Dozens"), figure_word("a dozen")
    ('dozens', None)
    """
    word = said.strip().casefold()
    return word if word in WORDS else None


def in_digits(words: str) -> str:
    """Words with the numbers among them in digits.

    >>> in_digits("at least sixty-one"), in_digits("two dozen"), in_digits("a hundred")
    ('at least 61', '24', '100')
    """
    words = TWO.sub(lambda found: str(SPELT[found[1]] + SPELT[found[2]]), words)
    words = BOTH.sub(both_ends, words)
    words = MANY.sub(lambda found: str(unit_number(found[1]) * BIG[found[2]]), words)
    return ONE.sub(lambda found: str(SPELT[found[1]]), words)


def both_ends(found: re.Match[str]) -> str:
    """A range of dozens, hundreds or thousands in digits."""
    one, other = (unit_number(found[at]) * BIG[found[4]] for at in (1, 3))
    return f"{one}{found[2]}{other}"


def unit_number(word: str) -> int:
    """How many a word or digits before a dozen are."""
    return int(word) if word.isdecimal() else SPELT.get(word, 1)


def exact_figure(words: str) -> Figure | None:
    """Both ends of a number or a range."""
    if words.isdecimal() and words.isascii():
        return {"min": int(words), "max": int(words)}
    ends = RANGE.fullmatch(words)
    if ends is None:
        return None
    least, most = (int(one) for one in ends.groups() if one is not None)
    return {"min": least, "max": most} if least <= most else None


def open_figure(words: str) -> Figure | None:
    """The one end that is said."""
    for pattern, end, more in OPEN:
        found = pattern.fullmatch(words)
        if found:
            number = next(one for one in found.groups() if one)
            return {end: int(number) + more}
    return None
