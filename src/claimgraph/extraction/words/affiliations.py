"""The relations of people to bodies: by whom one is led, of what one is a member."""

from functools import cache
from typing import Literal

from claimgraph.schema import load_schema

PERSON = ("Person",)


@cache
def affiliation(person: Literal["subject", "object"]) -> str:
    """The relation whose subject, or whose object, is the person.

    >>> affiliation("object") != affiliation("subject")
    True
    """
    named = load_schema().relations.items()
    return next(
        name
        for name, one in named
        if (one.source if person == "subject" else one.target) == PERSON
        and one.tie is not None
        and one.tie.family == "affiliation"
    )
