"""From what a person types to the id of an entity or a claim."""

import re
from collections.abc import Mapping

from claimgraph.cypher import commands
from claimgraph.errors import QueryError, nearest
from claimgraph.identity import resolve
from claimgraph.library import Question
from claimgraph.model import Judgement
from claimgraph.store.base import Row, Store

ID = re.compile(r"[a-z]+/[a-z0-9_-]+")
CLAIM_ID = re.compile(r"[0-9a-f]{4,20}")
WHOLE = 20


def with_ids(
    store: Store, question: Question, given: Mapping[str, str]
) -> dict[str, object]:
    """The arguments, with ids in place of the names and the short claim ids."""
    known = {parameter.name: parameter for parameter in question.parameters}
    found: dict[str, object] = dict(given)
    for name, value in given.items():
        kind = known[name].kind if name in known else None
        if kind == "claim":
            found[name] = find_claim(store, value)
        elif kind == "entity":
            found[name] = find_entity(store, value, name, known[name].prefixes)
    return found


def standing_ids(store: Store, ids: set[str]) -> list[str]:
    """Those that stand for the ids in the graph, sorted."""
    judgements = [judgement_from(row) for row in store.read(commands.JOINED_IDS)]
    if not judgements:
        return sorted(ids)
    present = {str(row["id"]) for row in store.read(commands.ENTITY_IDS)}
    identity, _ = resolve(judgements, present)
    return sorted({identity.canonical(one) for one in ids})


def named(store: Store, value: str) -> set[str]:
    """The ids of the entities that have the whole of it as a name or an alias."""
    folded = value.casefold().strip()
    if not folded:
        return set()
    rows = store.read(commands.ENTITIES_NAMED, {"part": value.strip().lower()})
    return {
        str(row["id"])
        for row in rows
        if folded in (name.casefold() for name in str(row["names"]).split("\n"))
    }


def find_entity(
    store: Store, value: str, key: str = "", prefixes: tuple[str, ...] = ()
) -> str:
    """The id of the entity that is meant; QueryError for none and for several.

    A name or an alias counts as a whole, in any case; where several have it, those of
    the prefixes go first. Ids that judgements made one are one: the standing one is the
    answer. `key` is what an error names.
    """
    if ID.fullmatch(value):
        if not store.read(commands.ENTITY_IS_THERE, {"id": value}):
            hint = nearest(
                value, (str(row["id"]) for row in store.read(commands.ENTITY_IDS))
            )
            raise QueryError(f"{value} is not in the graph{hint}", key=key)
        return value
    hits = named(store, value)
    narrowed = {one for one in hits if one.partition("/")[0] in prefixes} or hits
    ids = standing_ids(store, narrowed)
    if len(ids) == 1:
        return ids[0]
    if ids:
        listed = ", ".join(ids)
        raise QueryError(f"{value!r} may be any of {listed}: give the id", key=key)
    names = {
        name
        for row in store.read(commands.ENTITY_NAMES)
        for name in str(row["names"]).split("\n")
    }
    hint = nearest(value, names) or "; `claimgraph search` finds parts of names"
    raise QueryError(f"nobody is called {value!r} in the graph{hint}", key=key)


def judgement_from(row: Row) -> Judgement:
    """A judgement from its node."""
    texts = {key: str(value) for key, value in row.items()}
    return Judgement(
        id=texts["id"],
        left=texts["left"],
        right=texts["right"],
        verdict=texts["verdict"],
        who=texts["who"],
        when=texts["when"],
        why=texts["why"],
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
