"""What a language model has to know of the graph before it asks: two pages of text."""

from collections.abc import Iterator
from importlib.resources import files

from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

HEAD = "head.md"
EXAMPLES = (
    (
        "Who attributes which attack to whom, on whose word?",
        "MATCH (a:Attack)-[r:ATTRIBUTED_TO]->(x) WHERE r.review = 'accepted' "
        "RETURN a.name, x.name, r.origin, r.modality, r.quote, r.claim LIMIT 20",
    ),
    (
        "Which attacks did a group claim itself?",
        "MATCH (a:Attack)-[r:CLAIMED_BY]->(g:Group) "
        "RETURN a.name, g.name, r.quote, r.claim LIMIT 20",
    ),
    (
        "What is denied, and by whom?",
        "MATCH (a)-[r:DENIED]->(b) "
        "RETURN r.origin, r.relation, a.name, b.name, r.quote, r.claim LIMIT 20",
    ),
    (
        "Who pointedly does not say who it was?",
        "MATCH (a:Attack)-[r:WITHHELD {relation: 'ATTRIBUTED_TO'}]->(x) "
        "RETURN r.origin, r.reason, a.name, x.name, r.quote, r.claim LIMIT 20",
    ),
    (
        "What is said of a tie between two groups, for and against?",
        "MATCH (a:Group)-[r]-(b:Group) WHERE r.relation = 'ALLEGED_LINK' "
        "AND a.id < b.id RETURN a.name, b.name, r.polarity, r.origin, r.claim LIMIT 20",
    ),
    (
        "Who leads a group, according to whom?",
        "MATCH (g)-[r:LED_BY]->(p:Person) "
        "RETURN g.name, p.name, r.role, r.former, r.origin, r.claim LIMIT 20",
    ),
    (
        "How many were killed, by whose count?",
        "MATCH (c:Claim {relation: 'KILLED'})-[:SUBJECT]->(a:Attack) "
        "RETURN a.name, c.value_min, c.value_max, c.value_of, c.origin, c.id LIMIT 20",
    ),
    (
        "Who stands between the publisher and the origin of a claim?",
        "MATCH (c:Claim)-[s:SAID_BY]->(who) WHERE c.hops > 2 "
        "RETURN c.id, s.hop, who.name, s.stance, s.cue ORDER BY c.id, s.hop LIMIT 20",
    ),
    (
        "Whom does one speaker blame, and in which article?",
        "MATCH (a:Attack)-[r:ATTRIBUTED_TO]->(x) WHERE r.origin CONTAINS 'Directorate' "
        "RETURN a.name, x.name, r.article, r.quote, r.claim LIMIT 20",
    ),
    (
        "Which attacks do two groups share, one by its own word, one by another's?",
        "MATCH (g:Group)<-[own:CLAIMED_BY]-(a:Attack)-[r:ATTRIBUTED_TO]->(x) "
        "WHERE g.id <> x.id "
        "RETURN a.name, g.name, x.name, r.origin, own.claim, r.claim LIMIT 20",
    ),
)


def page() -> str:
    """What an edge means, each relation, and ten questions in Cypher, as Markdown."""
    return "".join(parts())


def parts() -> Iterator[str]:
    """The page in its order."""
    yield (files("claimgraph.assistants") / HEAD).read_text("utf-8")
    for relation in load_schema().relations.values():
        yield f"{relation_line(relation)}\n"
    yield "\n## Ten questions in Cypher\n"
    for question, cypher in EXAMPLES:
        yield f"\n{question}\n`{cypher}`\n"


def relation_line(relation: RelationType) -> str:
    """A relation on one line: what it joins, and what it means."""
    source = "|".join(relation.source)
    value = f"a {relation.value}" if relation.value else "|".join(relation.target)
    meaning = " ".join(relation.description.split())
    both = " Reads the same both ways." if relation.symmetric else ""
    return f"* {relation.name}: {source} -> {value}. {meaning}{both}"
