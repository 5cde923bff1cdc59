"""What a claim counts or dates, in words: the same ones wherever people read it."""

from claimgraph.date_words import day_words
from claimgraph.model import Claim, Value
from claimgraph.safe_text import tame

# for the day of a death that no source gives
UNDATED = "no day given"
# nouns whose plural has no s to take away
ONE_OF = {"people": "person", "men": "man", "women": "woman", "children": "child"}


def given_words(claim: Claim) -> str | None:
    """What a claim counts, dates or names by a word; None where it joins two entities.

    A claim that withholds its value gives none either.
    """
    if claim.value is not None:
        return value_words(claim.value)
    bare = claim.object is None and claim.polarity != "withheld"
    return UNDATED if bare else None


def value_words(value: Value) -> str:
    """A value in words: `about 25 to 30 people`, `2021-08-26`, `suicide bombing`.

    >>> value_words(Value(min=25, of="people")), value_words(Value(min=3, max=3))
    ('at least 25 people', '3')
    >>> value_words(Value(min=60, max=60, of="Afghans", about=True))
    'about 60 Afghans'
    >>> value_words(Value(min=1, max=1, of="police officers"))
    '1 police officer'
    >>> value_words(Value(of="people")), value_words(Value())
    ('some people', 'an open number')
    >>> value_words(Value(min=20, max=40, of="people", best=25))
    '20 to 40 people, its best estimate 25'
    >>> value_words(Value(word="vehicle-bomb")), value_words(Value(on="[..2021-08]"))
    ('vehicle bomb', '2021-08 or earlier')
    """
    if value.word is not None:
        return tame(value.word).replace("-", " ")
    if value.on is not None:
        return day_words(value.on)
    of = tame(value.of or "")
    if value.min == value.max == 1:
        of = one_of(of)
    bounded = value.min is not None or value.max is not None
    amount = "some" if of and not bounded else range_words(value.min, value.max)
    found = f"{'about ' if value.about else ''}{amount} {of}".strip()
    best = "" if value.best is None else f", its best estimate {value.best}"
    return f"{found}{best}"


def one_of(many: str) -> str:
    """The noun for one of those who are counted.

    >>> one_of("civilians"), one_of("women"), one_of("police")
    ('civilian', 'woman', 'police')
    """
    before, space, last = many.rpartition(" ")
    one = ONE_OF.get(last.lower(), last.removesuffix("s"))
    return f"{before}{space}{one}"


def range_words(low: int | None, high: int | None) -> str:
    """A range in words.

    >>> range_words(25, None), range_words(13, 13), range_words(1500, 2200)
    ('at least 25', '13', '1500 to 2200')
    """
    if low is None and high is None:
        return "an open number"
    if high is None:
        return f"at least {low}"
    if low is None:
        return f"at most {high}"
    return str(low) if low == high else f"{low} to {high}"
