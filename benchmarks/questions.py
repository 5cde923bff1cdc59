"""The questions that are measured, mostly about what the generator names most.

A question that is measured with several parameters has words behind its name.
"""

QUESTIONS: dict[str, dict[str, object]] = {
    "attacks/by-group": {"group": "group/group-40"},
    "attacks/attributions": {"attack": "attack/attack-1"},
    "attacks/attributions of the largest culprit": {"culprit": "group/group-1"},
    "attacks/attributions of the second": {"culprit": "group/group-2"},
    "attacks/attributions of the 40th": {"culprit": "group/group-40"},
    "attacks/attributions of all attacks": {},
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


def question_name(case: str) -> str:
    """The name of the question that is asked in such a case.

    >>> question_name("attacks/attributions of all attacks")
    'attacks/attributions'
    """
    return case.partition(" ")[0]


# queries that read what a question reads, for comparison
BARE: dict[str, tuple[str, dict[str, object]]] = {
    "200 attributions in full, unsorted": (
        "MATCH (c:Claim) WHERE c.relation = 'ATTRIBUTED_TO' WITH c LIMIT 200 "
        "MATCH (c)-[:SUBJECT]->(a) OPTIONAL MATCH (c)-[:OBJECT]->(g) RETURN a.name, "
        "g.name, c.polarity, c.review, c.origin, c.chain, c.hops, c.modality, "
        "toString(c.said_from), toString(c.said_to), c.article, c.start, c.end, "
        "c.quote, c.id, a.id, g.id, c.origin_id",
        {},
    ),
    "origins by ends, bare": (
        "MATCH (c:Claim) WHERE c.relation = $relation MATCH (c)-[:SUBJECT]->(a:Entity) "
        "MATCH (c)-[:OBJECT]->(b:Entity) RETURN a.id, b.id, c.polarity, count(c), "
        "count(DISTINCT c.article), count(DISTINCT c.origin_id)",
        {"relation": "ALLEGED_LINK"},
    ),
}
