"""docs/schema.md: what may exist, for people to read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.ontology.constraints import constraints, neo4j_fulltext
from claimgraph.ontology.turtle import HEADER
from claimgraph.schema.types import (
    Field,
    NodeType,
    RelationType,
    Schema,
    properties,
)

ENDS = {"subject": "the subject", "object": "the object", "both": "both ends"}
BEGINNING = """
# What may exist

Nothing enters the graph as a finding: whatever stands between two entities is
somebody's claim, and carries its provenance. An affirmed claim is an edge of its own
type, a denied one an edge `DENIED`, a withheld one an edge `WITHHELD`. Each claim is
also a `Claim` node with its subject, object, article and chain of speakers.
Every node and edge has `cg: true` as well, so that what others keep in the same
database is told apart.
"""
MEANING = """
Each relation says what its claims mean: the sentence of the reports; which end acts,
so that who speaks of it speaks of himself; which tie it makes (affiliation, custody,
parts, rivals, supporters) and whose; what the values of several sources are compared
as (a day, a place, a leader, a word, a sum that adds up over a period, a count at one
time), and whose sum it is;
and what it becomes in STIX and FollowTheMoney. A key that is not shown says `none`.
""".strip()


def reference(schema: Schema) -> str:
    """The reference of nodes, relations, provenance and constraints as Markdown."""
    entities = [node for node in schema.nodes.values() if node.is_entity]
    others = [node for node in schema.nodes.values() if not node.is_entity]
    parts = [
        f"<!-- {HEADER} -->",
        BEGINNING.strip(),
        f"Version of the schema: {schema.version}.",
        "## Entities",
        *(node_section(node, schema) for node in entities),
        "## Other nodes",
        *(node_section(node, schema) for node in others),
        "## Relations",
        relation_table(schema.relations.values()),
        MEANING,
        *(relation_section(relation) for relation in schema.relations.values()),
        *provenance_sections(schema),
        "## Closed lists",
        *(list_section(name, words) for name, words in schema.lists.items()),
        "## Constraints and indexes",
        "Neo4j and ArcadeDB enforce the same ones; only full-text search is declared"
        " in each engine's own words.",
        code(constraints(schema)),
        code(neo4j_fulltext()),
    ]
    return "\n\n".join(parts) + "\n"


def node_section(node: NodeType, schema: Schema) -> str:
    """One node type: what it is, its kinds, its own properties."""
    parts = [f"### {node.title}", node.description]
    if node.prefix is not None:
        parts.append(f"Ids begin with `{node.prefix}/`.")
    if node.kinds:
        parts.append(words("Kind", node.kind_notes))
    parent = schema.nodes[node.parent].properties if node.parent is not None else ()
    own = [field for field in node.properties if field not in parent]
    if parent:
        also = " besides those below" if own else ""
        parts.append(f"Has the properties of {node.parent}{also}.")
    if node.label == "Claim":
        parts.append("Its properties are listed under [provenance](#provenance).")
    elif own:
        parts.append(field_table(own))
    return "\n\n".join(parts)


def relation_table(relations: Iterable[RelationType]) -> str:
    """All relation types in one table."""
    rows = [
        [f"`{held.name}`", ", ".join(held.source), target(held), marks(held)]
        for held in relations
    ]
    return table(["relation", "from", "to", ""], rows)


def relation_section(relation: RelationType) -> str:
    """One relation type: what it says, its finer types, an example."""
    parts = [f"### {relation.name}", relation.description]
    if relation.kinds:
        parts.append(words("Kind", relation.kind_notes))
    if relation.word_notes:
        parts.append(words("Value", relation.word_notes))
    if relation.roles:
        parts.append(f"Role: {', '.join(f'`{role}`' for role in relation.roles)}.")
    parts.append("Meaning:\n\n" + "\n".join(f"* {text}" for text in meaning(relation)))
    parts.append(f"> {relation.example}")
    return "\n\n".join(parts)


def meaning(relation: RelationType) -> Iterator[str]:
    """What reports, counts and exports make of its claims, a line for each key."""
    yield f"Sentence: … says that {relation.sentence}"
    if relation.actor is not None:
        yield f"Actor: the {relation.actor}; who speaks of it speaks of himself."
    if relation.tie is not None:
        yield f"Ties: {relation.tie.family} of {ENDS[relation.tie.of]}."
    if relation.compared is not None:
        yield f"Compared as a {relation.compared}."
    if relation.total_of:
        yield f"Counts what {' and '.join(relation.total_of)} count, in one number."
    if relation.stix is None or relation.ftm is None:
        yield "In STIX and FollowTheMoney: a note."
    else:
        link = relation.ftm
        yield (
            f"In STIX: `{relation.stix}`; in FollowTheMoney: `{link.schema}` of"
            f" `{link.subject}` and `{link.object}`."
        )


def target(relation: RelationType) -> str:
    """What stands at the other end, in words."""
    if relation.value is not None:
        return f"a {relation.value}"
    return ", ".join(relation.target)


def marks(relation: RelationType) -> str:
    """What else holds of a relation type, in words."""
    named = {
        "reads the same both ways": relation.symmetric,
        "both ends of one type": relation.same_type,
        "may be former": relation.former,
        "may say where": relation.place,
        "may leave the day open": relation.undated,
    }
    return ", ".join(text for text, holds in named.items() if holds)


def provenance_sections(schema: Schema) -> list[str]:
    """What every claim carries, and what each speaker of its chain."""
    return [
        "## Provenance",
        "On every `Claim` node and on every edge of a claim. On the node, `claim` is"
        " called `id`.",
        field_table(properties(schema.claim.edge)),
        "Only on the node:",
        field_table(properties(schema.claim.node_only)),
        "On each `SAID_BY` edge, from the claim to one speaker:",
        field_table(properties(schema.claim.hop)),
    ]


def list_section(name: str, meanings: Mapping[str, str]) -> str:
    """One closed list."""
    return words(name.capitalize(), meanings)


def words(title: str, meanings: Mapping[str, str]) -> str:
    """Words with their meanings as a list."""
    lines = [f"* `{word}`: {meaning}" for word, meaning in meanings.items()]
    return f"{title}:\n\n" + "\n".join(lines)


def field_table(fields: Sequence[Field]) -> str:
    """Properties with type and meaning."""
    rows = [
        [
            f"`{field.name}`",
            field.type,
            "always" if field.required else "",
            field.meaning,
        ]
        for field in fields
    ]
    return table(["property", "type", "", "meaning"], rows)


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(escaped_cells(row)) + " |" for row in lines)


def escaped_cells(row: list[str]) -> list[str]:
    """Cells whose text cannot end the cell."""
    return [cell.replace("|", "\\|") for cell in row]


def code(text: str) -> str:
    """A block of Cypher, without the line that says it is generated."""
    return "```cypher\n" + text.partition("\n")[2] + "```"
