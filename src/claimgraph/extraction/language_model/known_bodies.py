"""A body that is known by its name in another form, as another type, or in news."""

from collections.abc import Collection, Iterator, Sequence

from claimgraph.coding.likeness import is_generic, main_words
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.body_names import (
    LETTERS,
    government_called,
    other_forms,
    owned_by,
    plainer_name,
    without_help,
)
from claimgraph.extraction.language_model.ends import CastEnds
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.naming import LONG_NAME, tells
from claimgraph.extraction.names.branches import branch_called, branches_of
from claimgraph.extraction.names.common_names import (
    also_called,
    commonly_called,
    rows_by_name,
)
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity

# bodies that are one thing here and another there: a known one is taken as it is known
BODIES = ("group", "org", "state")


def types_fitting(entry: MemberEntry, name: str, ends: CastEnds) -> tuple[str, ...]:
    """The types that a known body may have that an entry is."""
    if entry.type not in BODIES or not tells(plainer_name(name), ""):
        return ()
    # a group by its letters, PRC, or as rebels of a state is not the state
    short = name.isupper() or plainer_name(name) != name
    return tuple(
        one
        for one in BODIES
        if ends.fit(entry.n, entry.type, one)
        if not (entry.type == "group" and one == "state" and short)
    )


def nearest(
    known: Known,
    names: Sequence[str],
    met: Sequence[Entity],
    prefixes: Collection[str],
    here: Collection[str],
) -> Entity:
    """Of those who are known by the names of an entry the first, or a fuller one.

    That is its branch, or whose other names have a short full name in them: Taliban,
    where the entry has the name of the Taliban of Pakistan, too. Where the first has an
    entry of his own, it is another.
    """
    short = len(names[0].split()) < LONG_NAME
    its_branches = branches_of(known).get(met[0].id, {}).values()
    more = called_in_full(known, names[1:], prefixes)
    left = [one for one in more if one.id not in here]
    fuller = (
        one
        for one in (*met, *left)
        if one in its_branches or (short and is_fuller(one, names[0]))
    )
    others = (one for one in met if met[0].id in here and one.id not in here)
    return next(fuller, None) or next(others, met[0])


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
        called = called_in_full(known, names[1:], prefixes)
        found = next((one for one in called if one.id not in here), None)
        if found is not None:
            return found
    return None


def called_in_full(
    known: Known, names: Sequence[str], prefixes: Collection[str]
) -> Iterator[Entity]:
    """Whom names mean that are no letters, which are too many's."""
    for name in names if prefixes else ():
        found = None
        if not name.isupper():
            found = commonly_called(known, name, prefixes)
        if found is None and "group" in prefixes:
            found = branch_called(known, name)
        if found is not None:
            yield found


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

    So without who helps: the Iran-backed Houthis.

    Not where others are called so with more words: the Hezbollah of which state?
    """
    _, rest = owned_by(known, name) or (None, name)
    rest = without_help(rest)
    if rest == name or is_generic(fold(rest)):
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
            ids = (one.entity.id for one in names)
            yield from (one for one in ids if id_prefix(one) in prefixes)
    for key, rows in rows_by_name().items():
        if asked <= set(key.split()):
            ids = (row.entity(known).id for row, _ in rows)
            yield from (one for one in ids if id_prefix(one) in prefixes)


def is_fuller(one: Entity, name: str) -> bool:
    """Whether somebody has a longer name with all words of this one, but not this."""
    names = {fold(LETTERS.sub("", each)) for each in also_called(one).names}
    asked = fold(name)
    return asked not in names and any(
        main_words(asked) < main_words(each) for each in names
    )
