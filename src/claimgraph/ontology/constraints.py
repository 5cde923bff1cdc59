"""Constraints, indexes and full-text indexes, from the schema."""

from claimgraph.ontology.turtle import HEADER
from claimgraph.schema.types import Schema

# claims are paged by proposition, questions begin with a relation or with attacks by
# name, replies look for the claim that they name, and a place for those that need it
INDEXES = (
    ("Attack", "name"),
    *(("Claim", one) for one in ("label", "place_id", "proposition")),
    *(("Claim", one) for one in ("relation", "reply_claim")),
)
FULLTEXT = (
    ("article_text", "Article", ("title", "text")),
    ("claim_quote", "Claim", ("quote",)),
    ("entity_names", "Entity", ("names",)),
)


def constraints(schema: Schema) -> str:
    """Uniqueness of keys and of the claim on every edge; alike on both engines.

    The key of the Graph node is the same in all graphs of a version: so there is one.
    """
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_{node.key} IF NOT EXISTS"
        f" FOR (n:{label}) REQUIRE n.{node.key} IS UNIQUE"
        for label, node in schema.nodes.items()
        if node.parent is None
    ]
    edges = [
        f"CREATE CONSTRAINT {name.lower()}_claim IF NOT EXISTS"
        f" FOR ()-[r:{name}]-() REQUIRE r.claim IS UNIQUE"
        for name in schema.claim_edges
    ]
    indexes = [
        f"CREATE INDEX {label.lower()}_{field} IF NOT EXISTS"
        f" FOR (n:{label}) ON (n.{field})"
        for label, field in INDEXES
    ]
    return f"// {HEADER}\n" + ended_lines([*nodes, *edges, *indexes])


def neo4j_fulltext() -> str:
    """The full-text indexes in Neo4j's Cypher."""
    made = [
        f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label})"
        f" ON EACH [{', '.join(f'n.{field}' for field in fields)}]"
        for name, label, fields in FULLTEXT
    ]
    return f"// {HEADER}\n" + ended_lines(made)


def arcadedb_fulltext() -> str:
    """The same full-text indexes in ArcadeDB's SQL."""
    made: list[str] = []
    for name, label, fields in FULLTEXT:
        made += [
            f"CREATE PROPERTY {label}.{field} IF NOT EXISTS STRING" for field in fields
        ]
        made.append(
            f"CREATE INDEX {name} IF NOT EXISTS"
            f" ON {label} ({', '.join(fields)}) FULL_TEXT"
        )
    return f"-- {HEADER}\n" + ended_lines(made)


def ended_lines(statements: list[str]) -> str:
    """One statement a line, each ended by a semicolon."""
    return "".join(f"{statement};\n" for statement in statements)
