"""From what people call an entity or a claim to its id."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claimgraph.api.known_names import known_names, known_words, shipped_names
from claimgraph.api.searching import search
from claimgraph.api.told_attacks import attacks_told
from claimgraph.cypher import commands, lookups
from claimgraph.entity_names import (
    EVENT,
    Meant,
    NamedEntity,
    meant_entities,
    nearest_entities,
    of_types,
    parts_named,
)
from claimgraph.errors import QueryError, nearest, with_article
from claimgraph.folding import fold
from claimgraph.identity import resolve
from claimgraph.ids import id_prefix
from claimgraph.library.word_search import holds, main_words
from claimgraph.readback import judgement_from
from claimgraph.safe_text import shell_word
from claimgraph.schema import load_schema
from claimgraph.store.base import Row, Store

ID = re.compile(r"[a-z]+/[a-z0-9_-]+")
CLAIM_ID = re.compile(r"[0-9a-f]{4,20}")
LISTED, FEW = 8, 5


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """The entity that is meant; `told` says who that is where only a part was typed."""

    id: str
    told: str = ""


def find(store: Store, name: str, *prefixes: str, key: str = "") -> str:
    """The id of the entity that is meant by an id, a name, an alias or a part of one.

    With prefixes (`"group"`), of one of these types. A whole name goes first, then the
    words together, in any order, or their beginnings; ids that judgements made one are
    one: the standing one. An attack is also meant by its place, or by words of its
    headlines or quotes. QueryError with the nearest for none, with all for several;
    `key` is what it names.
    """
    return found_entity(store, name, *prefixes, key=key).id


def found_entity(store: Store, name: str, *prefixes: str, key: str = "") -> FoundEntity:
    """The same, with a word to whoever typed less than a name."""
    if not name.strip():
        raise QueryError("is empty: give a name or an id", key=key)
    typed = typed_id(name)
    if typed is not None:
        return FoundEntity(id_in_graph(store, typed, prefixes, key))
    known = entity_names(store)
    meant = meant_entities(known, name, prefixes)
    if not meant.entities and EVENT in prefixes:
        meant = Meant(tuple(attacks_told(store, known, name)), whole=False)
    if not meant.entities:
        raise QueryError(nobody(known, name, prefixes), key=key)
    one, *others = meant.entities
    if others:
        listed = listing(store, meant)
        raise QueryError(f"{name!r} may be any of {listed}: give the id", key=key)
    taken = f"{name!r} is taken for {one.id} ({one.name})"
    return FoundEntity(one.id, "" if meant.whole else taken)


def named_entities(store: Store, text: str, *prefixes: str) -> list[Row]:
    """The entities that have all words of a text in one name, also as parts of words.

    With prefixes (`"attack"`), of these types, without a text all of them. Each row has
    the `id`, the `name`, the `days` that claims give an attack, and the other `names`.
    QueryError with the nearest for none.
    """
    known = entity_names(store)
    found = parts_named(known, text, prefixes) if text else of_types(known, prefixes)
    if not found and EVENT in prefixes:
        found = attacks_told(store, known, text)
    if not found and not text:
        raise QueryError(f"the graph does not have {kind_words(prefixes)}")
    if not found:
        told = known_words(text, prefixes) + held_words(store, text)
        raise QueryError(nobody(known, text, prefixes, told))
    days = days_of(store, found)
    found.sort(key=lambda one: one.id)
    return [entity_row(one, days.get(one.id, [])) for one in found]


def held_words(store: Store, text: str) -> str:
    """Where a text stands that is nobody's name, if anywhere."""
    hits = search(store, text, limit=1) if fold(text) else None
    if hits is None or not (hits.quotes or hits.articles):
        return "; nor does it stand in an article"
    return f"; it stands in articles: `claimgraph search {shell_word(text)}`"


def shipped_entities(text: str, *prefixes: str) -> list[Row]:
    """The same of the names that ship, whatever stands in a graph."""
    found = known_names(text, prefixes) if text else of_types(shipped_names(), prefixes)
    if not found and not text:
        told = f"claimgraph:names does not have {kind_words(prefixes)}"
        raise QueryError(f"there is no graph yet, and {told}")
    if not found:
        hint = nearest_entities(shipped_names(), text, prefixes)
        who = kind_words(prefixes) if prefixes else "anybody"
        reason = f"there is no graph yet, and claimgraph:names does not have {who}"
        raise QueryError(f"{reason} called {text!r}{hint}")
    return [entity_row(one, []) for one in found]


def entity_row(one: NamedEntity, days: list[str]) -> Row:
    """An entity as it is listed, with the days of an attack."""
    names = [other for other in one.names if other != one.name]
    return {"id": one.id, "name": one.name, "days": days, "names": names}


def entities_called(known: Iterable[NamedEntity], text: str) -> list[NamedEntity]:
    """Those of whom one name has the main words of a text, in any form.

    Those whose name is nothing else come first, then the shortest names, main names
    before others.
    """
    asked = main_words(text)
    found: list[tuple[int, bool, str, NamedEntity]] = []
    for one in known:
        sizes = [len(name.split()) for name in one.folded if holds(name, asked)]
        if sizes:
            found.append((min(sizes), not holds(one.name, asked), one.id, one))
    return [one for *_, one in sorted(found, key=lambda part: part[:3])]


def check_kind(store: Store, kind: str, *, key: str) -> None:
    """QueryError with the nearest where no entity here is of that kind or type."""
    kinds = [str(row["kind"]) for row in store.read(lookups.KINDS)]
    types = [one.label.lower() for one in load_schema().by_prefix.values()]
    typed = kind.strip().lower()
    if not kinds or typed in types or typed.startswith(tuple(kinds)):
        return
    hint = nearest(typed, [*kinds, *types])
    raise QueryError(f"nobody and nothing here is of the kind {kind!r}{hint}", key=key)


def typed_id(text: str) -> str | None:
    """The id that a text is, in any case; None for a name, which may hold a slash.

    >>> typed_id(" Group/River-Cell"), typed_id("Hazara/Shia")
    ('group/river-cell', None)
    """
    typed = text.strip().lower()
    known = id_prefix(typed) in load_schema().by_prefix
    return typed if known and ID.fullmatch(typed) else None


def entity_prefixes() -> list[str]:
    """What the ids of entities begin with, a prefix for each type."""
    return list(load_schema().by_prefix)


def id_in_graph(store: Store, typed: str, prefixes: Collection[str], key: str) -> str:
    """An id of the graph, of these types; QueryError with the nearest for others."""
    rows = store.read(commands.ENTITY_WITH_ID, {"id": typed})
    if rows and (not prefixes or id_prefix(typed) in prefixes):
        return typed
    known = entity_names(store)
    if rows:
        hint = nearest_entities(known, str(rows[0]["name"]), prefixes)
        reason = f"{typed} is {kind_words([id_prefix(typed)])}"
        raise QueryError(f"{reason}: wanted is {kind_words(prefixes)}{hint}", key=key)
    ids = [one.id for one in known]
    wanted = [one for one in ids if id_prefix(one) in prefixes] or ids
    raise QueryError(f"{typed} is not in the graph{nearest(typed, wanted)}", key=key)


def nobody(
    known: list[NamedEntity], name: str, prefixes: Collection[str], told: str = ""
) -> str:
    """That nobody of the types has such a name, who else has it, and the nearest.

    What else is to be told stands behind it.
    """
    hint = nearest_entities(known, name, prefixes) + told
    hint = hint or few_here(known, prefixes)
    others = meant_entities(known, name)
    if prefixes and others.whole:
        one = others.entities[0]
        reason = f"{name!r} is {kind_words([one.prefix])}, {one.id}"
        return f"{reason}: wanted is {kind_words(prefixes)}{hint}"
    who = "nobody"
    if len(prefixes) == 1:
        (prefix,) = prefixes
        who = f"no {load_schema().by_prefix[prefix].label.lower()}"
    return f"{who} is called {name!r} in the graph{hint}"


def few_here(known: list[NamedEntity], prefixes: Collection[str]) -> str:
    """All of the types where these are few, else how to find them."""
    there = of_types(known, prefixes)
    if not prefixes or not there or len(there) > FEW:
        return "; `claimgraph find` lists names by parts of them"
    return f"; there are: {'; '.join(map(str, there))}"


def kind_words(prefixes: Iterable[str]) -> str:
    """The types of some prefixes, as a sentence says them.

    >>> kind_words(["attack"]), kind_words(["group", "person"])
    ('an attack', 'a group or a person')
    """
    labels = [load_schema().by_prefix[one].label.lower() for one in prefixes]
    return " or ".join(map(with_article, labels))


def listing(store: Store, meant: Meant) -> str:
    """Ids, with days of attacks, and with names where these say more than was typed."""
    found = meant.entities
    days = days_of(store, found)
    listed: list[str] = []
    for one in found[:LISTED]:
        words = [] if meant.whole else [one.name]
        words += [" or ".join(days[one.id])] if one.id in days else []
        listed.append(f"{one.id} ({', '.join(words)})" if words else one.id)
    more = len(found) - LISTED
    after = f" and {more} more (`claimgraph find`)" if more > 0 else ""
    return ", ".join(listed) + after


def days_of(store: Store, found: Iterable[NamedEntity]) -> dict[str, list[str]]:
    """The days that claims give, by the ids of attacks."""
    ids = [one.id for one in found if one.prefix == EVENT]
    days: dict[str, list[str]] = {}
    for row in store.read(commands.DAYS_OF_ATTACKS, {"ids": ids}) if ids else ():
        days.setdefault(str(row["id"]), []).append(str(row["day"]))
    return days


def entity_names(store: Store) -> list[NamedEntity]:
    """Who stands in a graph, with the names of all ids that judgements made one.

    An attack comes with what describes it, as it has no name of its own.
    """
    rows = {str(row["id"]): row for row in store.read(commands.ENTITY_NAMES)}
    judgements = [judgement_from(row) for row in store.read(lookups.JUDGEMENTS)]
    identity, _ = resolve(judgements, rows)
    classes: dict[str, list[str]] = {}
    for own in rows:
        classes.setdefault(identity.canonical(own), []).append(own)
    return [
        standing_entity(rows[standing], [rows[one] for one in ids if one != standing])
        for standing, ids in classes.items()
    ]


def standing_entity(row: Row, others: Iterable[Row]) -> NamedEntity:
    """The entity of a row, with the names of those that it stands for as well."""
    own = str(row["id"])
    names = [
        name for one in (row, *others) for name in str(one["names"]).split("\n") if name
    ]
    hints = f"{row['kind'] or ''} {row['description'] or ''}"
    return NamedEntity(
        id=own,
        name=str(row["name"]),
        names=tuple(dict.fromkeys(names)),
        hints=hints if id_prefix(own) == EVENT else "",
    )


def find_claim(store: Store, start: str) -> str:
    """The id of the only claim that begins so; at least four hex digits."""
    start = start.strip().lower()
    if not CLAIM_ID.fullmatch(start):
        raise QueryError(f"{start!r} is no claim id: 4 to 20 of the digits 0-9, a-f")
    ids = [str(row["id"]) for row in store.read(commands.CLAIMS_LIKE, {"start": start})]
    if len(ids) == 1:
        return ids[0]
    if not ids:
        raise QueryError(f"no claim in the graph begins with {start}")
    listed = ", ".join(ids[:3]) + (", …" if len(ids) > 3 else "")
    raise QueryError(f"{start} may be any of {listed}: give more digits")
