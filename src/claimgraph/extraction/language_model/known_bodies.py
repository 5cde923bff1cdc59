"""A body that is known by its name in another form, as another type, or in news."""

from collections.abc import Collection, Iterator, Sequence

from claimgraph.coding.likeness import is_generic
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.body_names import (
    government_called,
    other_forms,
    owned_by,
    plainer_name,
)
from claimgraph.extraction.language_model.ends import CastEnds
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.naming import tells
from claimgraph.extraction.names.common_names import commonly_called, rows_by_name
from claimgraph.folding import fold
from claimgraph.model import Entity

# bodies that are one thing here and another there: a known one is taken as it is known
BODIES = ("group", "org", "state")


def types_fitting(entry: MemberEntry, name: str, ends: CastEnds) -> tuple[str, ...]:
    """The types that a known body may have that an entry is."""
    if entry.type not in BODIES or not tells(name, ""):
        return ()
    # a group by its letters, PRC, or as rebels of a state is not the state
    short = name.isupper() or plainer_name(name) != name
    return tuple(
        one
        for one in BODIES
        if ends.fit(entry.n, entry.type, one)
        if not (entry.type == "group" and one == "state" and short)
    )


def otherwise_called(
    known: Known,
    prefix: str,
    names: Sequence[str],
    bodies: Collection[str],
    here: Collection[str],
) -> Entity | None:
    """A body known by its full name in another form, or by another name in news.

    By another name nobody is meant who has an entry of his own beside it.
    """
    if prefix == "state":
        state = government_called(known, names[0])
        if state is not None:
            return state
    types = {(prefix,): None, tuple(bodies): None}
    for prefixes in types if prefix in BODIES else ():
        found = formed_otherwise(known, names[0], prefixes)
        if found is not None:
            return found
        # letters are too many's
        long = (one for one in names[1:] if not one.isupper())
        common = (commonly_called(known, one, prefixes) for one in long)
        found = next((one for one in common if one is not None), None)
        if found is not None and found.id not in here:
            return found
    return None


def formed_otherwise(
    known: Known, name: str, prefixes: Collection[str]
) -> Entity | None:
    """Who is called so but for a state's name in it, or for "rebels" behind it."""
    forms = (known.named(one, prefixes) for one in other_forms(known, name))
    found = next((one for one in forms if one is not None), None)
    if found is None and "group" in prefixes:
        found = commonly_called(known, plainer_name(name), prefixes)
    return found or without_owner(known, name, prefixes)


def without_owner(known: Known, name: str, prefixes: Collection[str]) -> Entity | None:
    """Whom a name means without the state's before it: Somalia's al-Shabab.

    Not where others are called so with more words: the Hezbollah of which state?
    """
    _, rest = owned_by(known, name) or (None, "")
    if not rest or is_generic(fold(rest)):
        return None
    found = known.named(rest, prefixes) or commonly_called(known, rest, prefixes)
    asked = set(fold(rest).split())
    if found is None or any(one != found.id for one in bearers(known, asked, prefixes)):
        return None
    return found


def bearers(known: Known, asked: set[str], prefixes: Collection[str]) -> Iterator[str]:
    """The ids of those of some types of whose names one has all these words."""
    for key, names in known.names.items():
        if asked <= set(key.split()):
            yield from (one.entity.id for one in names)
    for key, rows in rows_by_name().items():
        if asked <= set(key.split()):
            yield from (row.entity(known).id for row, _ in rows)
