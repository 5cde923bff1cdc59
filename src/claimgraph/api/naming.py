"""From what people call an entity or a claim to its id."""

import re

from claimgraph.cypher import commands, lookups
from claimgraph.errors import QueryError, nearest
from claimgraph.identity import resolve
from claimgraph.ids import id_prefix
from claimgraph.readback import judgement_from
from claimgraph.store.base import Store

ID = re.compile(r"[a-z]+/[a-z0-9_-]+")
CLAIM_ID = re.compile(r"[0-9a-f]{4,20}")


def find(store: Store, name: str, *prefixes: str, key: str = "") -> str:
    """The id of the entity that is meant by a name, an alias or an id.

    An id of the graph is its own answer. A name counts as a whole, in any case; where
    several have it, those whose id has one of the prefixes (`"group"`) go first, and
    ids that judgements made one are one: the standing one. QueryError for none and for
    several; `key` is what it names.
    """
    if ID.fullmatch(name):
        if not store.read(commands.ENTITY_IS_THERE, {"id": name}):
            hint = nearest(
                name, (str(row["id"]) for row in store.read(commands.ENTITY_IDS))
            )
            raise QueryError(f"{name} is not in the graph{hint}", key=key)
        return name
    hits = ids_named(store, name)
    narrowed = {one for one in hits if id_prefix(one) in prefixes} or hits
    ids = standing_ids(store, narrowed)
    if len(ids) == 1:
        return ids[0]
    if ids:
        listed = ", ".join(ids)
        raise QueryError(f"{name!r} may be any of {listed}: give the id", key=key)
    names = {
        one
        for row in store.read(commands.ENTITY_NAMES)
        for one in str(row["names"]).split("\n")
    }
    hint = nearest(name, names) or "; `claimgraph search` finds parts of names"
    raise QueryError(f"nobody is called {name!r} in the graph{hint}", key=key)


def standing_ids(store: Store, ids: set[str]) -> list[str]:
    """Those that stand for the ids in the graph, sorted."""
    judgements = [judgement_from(row) for row in store.read(lookups.JUDGEMENTS)]
    if not judgements:
        return sorted(ids)
    present = {str(row["id"]) for row in store.read(commands.ENTITY_IDS)}
    identity, _ = resolve(judgements, present)
    return sorted({identity.canonical(one) for one in ids})


def ids_named(store: Store, name: str) -> set[str]:
    """The ids of the entities that have the whole of it as a name or an alias."""
    folded = name.casefold().strip()
    if not folded:
        return set()
    rows = store.read(commands.ENTITIES_NAMED, {"part": name.strip().lower()})
    return {
        str(row["id"])
        for row in rows
        if folded in (one.casefold() for one in str(row["names"]).split("\n"))
    }


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
