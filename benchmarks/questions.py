"""The questions that are measured, mostly about what the generator names most."""

QUESTIONS: dict[str, dict[str, object]] = {
    "attacks/by-group": {"group": "group/group-40"},
    "attacks/attributions": {"attack": "attack/attack-1"},
    "attacks/claimed-and-attributed-elsewhere": {},
    "claims/by-origin": {"relation": "ALLEGED_LINK", "least": 2},
    "claims/who-denies-the-link": {"a": "group/group-1", "b": "group/group-2"},
    "groups/links": {"group": "group/group-1"},
    "groups/pair": {"a": "group/group-1", "b": "group/group-2"},
    "network/neighbours": {"entity": "group/group-40", "steps": 2},
    "network/paths": {"from": "group/group-1", "to": "group/group-40"},
    "people/leaders": {"group": "group/group-1"},
    "people/profile": {"person": "person/person-1"},
    "sources/long-chains": {"hops": 3},
}

# what a question cannot be faster than: the bare walk or aggregate that it sorts
FLOORS: dict[str, tuple[str, dict[str, object]]] = {
    "origins by ends, bare": (
        "MATCH (c:Claim) WHERE c.relation = $relation MATCH (c)-[:SUBJECT]->(a:Entity) "
        "MATCH (c)-[:OBJECT]->(b:Entity) RETURN a.id, b.id, c.polarity, count(c), "
        "count(DISTINCT c.article), count(DISTINCT c.origin_id)",
        {"relation": "ALLEGED_LINK"},
    ),
    "edges of all types two steps away, bare": (
        "MATCH (e:Entity {id: $entity})-[r]-(x:Entity) WITH DISTINCT x "
        "MATCH (x)-[r]-(y:Entity) RETURN count(r)",
        {"entity": "group/group-40"},
    ),
}
