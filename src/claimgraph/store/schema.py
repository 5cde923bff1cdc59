"""What a graph must have before claims go in, and how one of ours is known."""

from claimgraph.cypher import Step, graph_node, lookups
from claimgraph.errors import StoreError, number_of
from claimgraph.resources import packaged_path
from claimgraph.schema import load_schema
from claimgraph.schema.types import STRUCTURE_EDGES, properties
from claimgraph.store.base import Store
from claimgraph.store.rows import number_at


def generated_lines(name: str) -> list[str]:
    """The statements of a file in schema/generated/, one a call."""
    text = packaged_path("schema", "generated", name).read_text("utf-8")
    return statements(text)


def statements(text: str) -> list[str]:
    """The statements of a text: each ends with a semicolon at the end of a line.

    >>> statements("-- two\\nCREATE A;\\nCREATE B\\n  IF NOT EXISTS;\\n")
    ['CREATE A', 'CREATE B\\n  IF NOT EXISTS']
    """
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for line in lines if not line.lstrip().startswith(("//", "--"))]
    parts = "\n".join([*kept, ""]).split(";\n")
    return [part.strip() for part in parts if part.strip()]


def check_graph(store: Store, *, may_be_empty: bool) -> None:
    """Nothing for a graph of ours and of this schema version, else StoreError."""
    # in this order: another process may put the first things into it meanwhile
    empty = not store.read(lookups.ANYTHING)
    stamps = store.read(lookups.STAMP)
    if not stamps and may_be_empty and empty:
        return
    found = stamps[0]["version"] if stamps else None
    if found is None:
        hint = EMPTY_HINT if empty and not may_be_empty else ""
        message = f"{store.target} is not a claimgraph database{hint}"
        raise StoreError(message, target=store.target)
    wanted = load_schema().version
    if found != wanted:
        raise StoreError(
            f"the graph at {store.target} has schema version {found}, this claimgraph "
            f"has {wanted}: load your corpora into a fresh graph",
            target=store.target,
        )


EMPTY_HINT = ": it is empty, run `claimgraph load` first"


def stamp() -> Step:
    """The step that writes down which schema the graph follows."""
    schema = load_schema()
    return graph_node.stamp(schema.version, schema.sha256)


def named_terms() -> list[Step]:
    """The steps after which a Neo4j knows each label, type and property.

    It warns whoever asks for one that it has never held.
    """
    schema = load_schema()
    fields = [one for node in schema.nodes.values() for one in node.properties]
    fields += properties(schema.claim.edge + schema.claim.node + schema.claim.hop)
    terms = {
        "Label": {*schema.nodes},
        "RelationshipType": {*schema.claim_edges, *STRUCTURE_EDGES},
        "Property": {one.name for one in fields},
    }
    query = "UNWIND $names AS name CALL db.create{}(name)"
    return [
        Step(query.format(sort), {"names": sorted(names)})
        for sort, names in terms.items()
    ]


def kept_counts(store: Store) -> dict[str, int]:
    """What the graph counts of itself."""
    rows = store.read(lookups.KEPT_COUNTS)
    if len(rows) != 1:
        raise StoreError(f"{number_of(len(rows), 'Graph node')} in {store.target}")
    return {name: number_at(rows[0], name) for name in rows[0]}


def held_counts(store: Store) -> dict[str, int]:
    """The same, counted now."""
    return {
        name: number_at(store.read(query)[0], "n")
        for name, query in lookups.HELD_COUNTS.items()
    }
