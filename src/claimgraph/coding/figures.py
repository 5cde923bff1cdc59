"""Numbers as people say them, by the rules of docs/data.md."""

import re

Figure = dict[str, int | bool | str]
# what a word for many means at least
WORDS = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200}
ABOUT = re.compile(r"(?:about|around|some|roughly|approximately|circa|~)\s*")
RANGE = re.compile(r"(\d+)\s*(?:-|\u2013|to)\s*(\d+)")
OPEN = (
    (re.compile(r"(?:at least|no fewer than|>=)\s*(\d+)|(\d+)\s*\+"), "min", 0),
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
    """
    words = re.sub(r"(?<=\d)[,\u202f\u00a0](?=\d{3}\b)", "", said.strip().casefold())
    if words in WORDS:
        return {"min": WORDS[words]}
    about = ABOUT.match(words)
    words = words[about.end() :] if about else words
    found = exact_figure(words) or open_figure(words)
    if found and about:
        found["about"] = True
    return found


def exact_figure(words: str) -> Figure | None:
    """Both ends of a number or a range."""
    if words.isdecimal() and words.isascii():
        return {"min": int(words), "max": int(words)}
    ends = RANGE.fullmatch(words)
    return {"min": int(ends[1]), "max": int(ends[2])} if ends else None


def open_figure(words: str) -> Figure | None:
    """The one end that is said."""
    for pattern, end, more in OPEN:
        found = pattern.fullmatch(words)
        if found:
            number = next(one for one in found.groups() if one)
            return {end: int(number) + more}
    return None
