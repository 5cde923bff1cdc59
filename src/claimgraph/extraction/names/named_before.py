"""Somebody who was named, and who of several is meant by one word for them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

# words for two who were named
BOTH = re.compile(
    r"^(?:both(?: (?:groups|sides|parties|organi[sz]ations|outfits|factions))?|"
    r"the two(?: groups| sides| parties| organi[sz]ations| outfits| factions)?|"
    r"these groups|the groups|each other|one another)$"
)
# of these one may be an army
SIDES = re.compile(r"both(?: sides| parties)?$|the two sides|the two parties")
TWO = frozenset(("two", "both"))
# so many sentences back they may have been the subject
SUBJECT_BACK = 2


@dataclass(frozen=True, slots=True)
class NamedBefore:
    """Somebody who was named: in which sentence, where, and as its subject or not.

    One who `speaks` is the subject of a verb that says what others did.
    """

    who: str
    span: TextSpan
    sentence: int
    subject: bool = False
    speaks: bool = False


def last_two(recent: Iterable[NamedBefore]) -> tuple[NamedBefore, ...]:
    """The last two different ones, in the order of the text; nobody where one is."""
    found: dict[str, NamedBefore] = {}
    for one in recent:
        found.setdefault(one.who, one)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def acting_last(
    recent: Sequence[NamedBefore], sentence: int
) -> tuple[NamedBefore, ...]:
    """The groups, or the people, that were the subject last; nobody where others were,
    who did not only tell of them.
    """
    subjects = [one for one in recent if one.subject]
    last = next(iter(subjects), None)
    if last is None or last.sentence < sentence - SUBJECT_BACK:
        return ()
    subjects = [one for one in subjects if one.sentence == last.sentence]
    acting = [one for one in subjects if not one.speaks] or subjects
    found = {one.who: one for one in acting}
    people = [one for one in acting if id_prefix(one.who) == "person"]
    if len(found) > 1 and len(people) == len(acting) and not people[0].speaks:
        # "Omar and Rami Haddad fled. They"
        named = [one for one in found.values() if not is_unnamed(one.who)]
        return tuple(reversed(named)) if len(named) == len(found) else ()
    groups = [one for one in found.values() if id_prefix(one.who) == "group"]
    return tuple(reversed(groups)) if len(groups) == len(found) else ()


def several(recent: Sequence[NamedBefore], *, two: bool) -> tuple[NamedBefore, ...]:
    """The people whom "the men" mean: with `two` the only two, else those last named
    together.
    """
    people = [one for one in recent if not one.speaks and not is_unnamed(one.who)]
    if not two:
        people = [one for one in people if one.sentence == people[0].sentence]
    found = {one.who: one for one in people}
    many = len(found) == 2 if two else len(found) > 1
    return tuple(reversed(found.values())) if many else ()


def some(one: NamedBefore | None) -> tuple[NamedBefore, ...]:
    """One or nobody as a tuple."""
    return () if one is None else (one,)
