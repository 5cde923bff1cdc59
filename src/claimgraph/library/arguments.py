"""A value that somebody gave for a parameter, as the parameter takes it."""

import re

from claimgraph.dates import NO_HINT, iso_day, span, what_is_meant
from claimgraph.errors import ClaimgraphError, QueryError, known_word, nearest
from claimgraph.library.header import Kind, Parameter

PERIOD = re.compile(r"\d{4}(-\d\d)?")
# the parameter that says how many rows are wanted
LIMIT = "limit"
# the parameters between which days lie, of which a month or a year has two
FIRST, LAST = "from", "to"
# the largest number that both engines take, and one more
MOST = 2**62
WANTED: dict[Kind, str] = {
    "boolean": "true or false",
    "integer": "a whole number from 0",
    "date": "a day, as 2021-08-26",
}
AT_LEAST_ONE = "a whole number from 1"
# longer ones are beyond every engine
NUMBER = re.compile(r"\d{1,19}")
YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}
# lists that are short enough to be told as a whole
SHORT_LIST = 20
NAMED: dict[Kind, str] = {
    "relation": "relation type",
    "modality": "modality",
    "polarity": "polarity",
    "method": "method",
}


def converted_value(parameter: Parameter, given: object) -> object:
    """The argument in the parameter's type; QueryError where it is of another."""
    if given is None and parameter.optional:
        return None
    if isinstance(given, str) and not given.strip():
        hint = "; leave it out for all" if parameter.optional else ""
        raise QueryError(f"is empty{hint}", key=parameter.name)
    value = argument_value(parameter.kind, given)
    if parameter.name in (FIRST, LAST) and parameter.kind == "date":
        value = value or end_of_period(str(given), last=parameter.name == LAST)
    if value is None or (parameter.name == LIMIT and value == 0):
        limited = parameter.name == LIMIT
        wanted = AT_LEAST_ONE if limited else WANTED.get(parameter.kind, "text")
        hint = what_is_meant(str(given)) if parameter.kind == "date" else ""
        hint = hint if hint != NO_HINT else ""
        raise QueryError(f"{given!r} is not {wanted}{hint}", key=parameter.name)
    return value if value == parameter.default else chosen_word(parameter, value)


def chosen_word(parameter: Parameter, value: str | int | bool) -> str | int | bool:
    """The word of the parameter's list that is meant, in any case; else the value.

    QueryError with the nearest where it is on no list.
    """
    words = parameter.words
    if not words or not isinstance(value, str):
        return value
    found = known_word(value, words)
    if found is None and parameter.kind in NAMED:
        hint = nearest(value, words)
        if not hint or len(words) <= SHORT_LIST:
            hint += f" (there are: {', '.join(words)})"
        reason = f"{value} is no {NAMED[parameter.kind]}{hint}"
        raise QueryError(reason, key=parameter.name)
    if found is None:
        reason = f"{value} is none of {', '.join(words)}{nearest(value, words)}"
        raise QueryError(reason, key=parameter.name)
    return found


def argument_value(kind: Kind, given: object) -> str | int | bool | None:
    """The argument as a value of that kind, from text too; None where it is none.

    >>> [argument_value("boolean", "true"), argument_value("integer", "3")]
    [True, 3]
    >>> argument_value("date", "2021-02-30")
    """
    match kind, given:
        case "boolean", bool():
            return given
        case "boolean", str():
            return YES_OR_NO.get(given.strip().lower())
        case "integer", int() if not isinstance(given, bool) and 0 <= given < MOST:
            return given
        case "integer", str() if NUMBER.fullmatch(given.strip()) and int(given) < MOST:
            return int(given)
        case "date", str():
            return iso_day(given.strip())
        case "boolean" | "integer", _:
            return None
        case _, str():
            return given
        case _:
            return None


def end_of_period(text: str, *, last: bool) -> str | None:
    """The first or the last day of a month or a year; None of anything else.

    >>> end_of_period("2020", last=True), end_of_period("2021-02", last=False)
    ('2020-12-31', '2021-02-01')
    """
    if not PERIOD.fullmatch(text.strip()):
        return None
    try:
        days = span(text.strip())
    except ClaimgraphError:
        return None
    return days.latest if last else days.earliest
