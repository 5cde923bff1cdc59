"""Are the entities sound?"""

import re
from collections.abc import Iterable, Mapping

from claimgraph.errors import Problem
from claimgraph.gate.texts import entity_texts, misfits
from claimgraph.gate.words import check_choice, no_entry
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, Where
from claimgraph.schema.types import NodeType, Schema

LONGEST_ID = 200
LONGEST_NAME = 1000
SLUG = re.compile(r"[a-z]+/[a-z0-9_-]+")


def check_entities(
    entities: Iterable[Entity],
    schema: Schema,
    sound: dict[int, Entity],
) -> list[Problem]:
    """Problems of ids, names, kinds, texts, places; equal ids with unlike entries too.

    `sound` are entities whose entries were found so before, by identity: others are
    added.
    """
    problems: list[Problem] = []
    seen: dict[str, Entity] = {}
    listed = list(entities)
    for entity in listed:
        where = entity.where or Where(entity.id)
        first = seen.setdefault(entity.id, entity)
        if first is not entity and first != entity:
            place = f" ({first.where.file}:{first.where.line})" if first.where else ""
            reason = f"{entity.id} is defined twice, differently{place}"
            problems.append(where.problem("id", reason))
        if id(entity) not in sound:
            wrong = check_entity(entity, where, schema.by_prefix)
            wrong += misfits(entity_texts(entity), where)
            if not wrong:
                sound[id(entity)] = entity
            problems += wrong
    for entity in listed:
        if entity.around:
            problems += check_within(entity, seen)
    return problems


def check_entity(
    entity: Entity, where: Where, by_prefix: Mapping[str, NodeType]
) -> list[Problem]:
    """Problems of one entry on its own."""
    prefix = id_prefix(entity.id)
    if len(entity.id) > LONGEST_ID:
        reason = f"has {len(entity.id)} characters; at most {LONGEST_ID}"
        return [where.problem("id", reason)]
    if not SLUG.fullmatch(entity.id) or prefix not in by_prefix:
        known = ", ".join(f"{known}/" for known in sorted(by_prefix))
        reason = f"{entity.id!r} is no entity id: one of {known} and a-z, 0-9, _ or -"
        return [where.problem("id", reason)]
    node = by_prefix[prefix]
    problems = check_choice(where, "kind", entity.kind, node.kinds)
    for name in entity.names:
        if not name.strip() or "\n" in name or "\x00" in name:
            reason = f"{name[:60]!r} is no name: one line"
            problems.append(where.problem("name", reason))
        if len(name) > LONGEST_NAME:
            reason = f"has {len(name)} characters; at most {LONGEST_NAME}"
            problems.append(where.problem("name", reason))
    schemes = [scheme for scheme, _ in entity.ids]
    for scheme in sorted({one for one in schemes if schemes.count(one) > 1}):
        reason = f"has two numbers of {scheme}: an entity has one of each scheme"
        problems.append(where.problem("ids", reason))
    for scheme, number in entity.ids:
        if not scheme or "=" in scheme or not number:
            reason = f"{scheme}={number} is no id elsewhere: a scheme without =, an id"
            problems.append(where.problem("ids", reason))
    if node.label != "Place":
        for key in ("within", "lat", "lon"):
            if getattr(entity, key) is not None:
                problems.append(where.problem(key, "is only for places"))
    for key, value, most in (("lat", entity.lat, 90), ("lon", entity.lon, 180)):
        if value is not None and not -most <= value <= most:
            problems.append(where.problem(key, f"{value} is not in -{most}..{most}"))
    return problems


def check_within(entity: Entity, known: dict[str, Entity]) -> list[Problem]:
    """Whether the places around a place are known and lead out, not round."""
    where = entity.where or Where(entity.id)
    seen = set[str]()
    queue = entity.around
    while queue:
        parent = queue.pop()
        if parent not in known:
            return [where.problem("within", no_entry(parent, known))]
        if parent == entity.id:
            return [where.problem("within", f"{parent} lies within itself")]
        if parent not in seen:
            seen.add(parent)
            queue += known[parent].around
    return []
