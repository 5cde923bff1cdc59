"""A first load into an embedded graph, past the engine's transactions.

The engine makes nodes and edges at about twice the speed when it is handed them as
such, in transactions of its own and without a journal. A load that is killed meanwhile
would leave a torn graph: so a mark stands in the folder until all is on the disk, and
whoever opens a folder with that mark finds it empty.
"""

from collections.abc import Iterable, Iterator

from arcadedb import Database, GraphBatch

from claimgraph.cypher import NewEdges, NewNodes, Row, Step
from claimgraph.cypher.claims import claim_edges
from claimgraph.schema import load_schema

# The engine's own function makes a time out of a text; where the text is longer than
# the time, the record stays where it is.
ZEROS = ".000000000"
STRUCTURE = (
    *("SUBJECT", "OBJECT", "SAID_BY", "IN_ARTICLE", "PUBLISHED_BY", "WRITTEN_BY"),
    "WITHIN",
)
PAGE = 10_000
TIMES = (
    "MATCH {pattern} WITH r SKIP $start LIMIT $page SET r.loaded = datetime(r.loaded)"
)


class BulkWriter:
    """Takes steps that only make what is new; the others wait until the end."""

    def __init__(self, database: Database) -> None:
        self.database = database
        # It takes no new type while its batch is open.
        for query in type_queries():
            self.run(query, {})
        self.batch: GraphBatch = database.graph_batch()
        self.places: dict[tuple[str, str], str] = {}
        self.later: list[Step] = []
        self.timed: dict[str, int] = {}

    def write(self, steps: Iterable[Step]) -> None:
        """Make what the steps make, or keep them for later."""
        for step in steps:
            if step.creates is None:
                self.later.append(step)
                continue
            for new in step.creates():
                if isinstance(new, NewNodes):
                    self.make_nodes(new)
                else:
                    self.make_edges(new)

    def make_nodes(self, new: NewNodes) -> None:
        """The nodes, whose places are kept for their edges."""
        name = "~".join(sorted(new.labels))
        rows = [self.padded(name, f"(r:{name})", row) for row in new.rows]
        made = self.batch.create_vertices(name, rows)
        for row, place in zip(rows, made, strict=True):
            self.places[new.labels[0], str(row["id"])] = place

    def make_edges(self, new: NewEdges) -> None:
        """The edges between nodes that are made already."""
        sources = [self.places[new.source, one] for one, _, _ in new.rows]
        targets = [self.places[new.target, one] for _, one, _ in new.rows]
        pattern = f"()-[r:{new.type}]->()"
        rows = [self.padded(new.type, pattern, row) for _, _, row in new.rows]
        self.batch.new_edges(sources, new.type, targets, rows if any(rows) else None)

    def padded(self, name: str, pattern: str, row: Row) -> Row:
        """A row with a text in the place of its time, which is counted."""
        if "loaded" not in row:
            return row
        self.timed[pattern] = self.timed.get(pattern, 0) + 1
        text = str(row["loaded"]).removesuffix("Z")
        return row | {"loaded": f"{text}{'' if '.' in text else ZEROS}Z"}

    def finish(self) -> None:
        """Connect all, make times of the texts, and run what had to wait."""
        self.batch.close()
        for pattern, count in self.timed.items():
            query = TIMES.format(pattern=pattern)
            for start in range(0, count, PAGE):
                self.run(query, {"start": start, "page": PAGE})
        self.database.begin()
        for step in self.later:
            self.database.command("opencypher", step.query, dict(step.parameters))
        self.database.commit()

    def run(self, query: str, parameters: Row) -> None:
        """One statement in a transaction of its own."""
        self.database.begin()
        self.database.command("opencypher", query, parameters)
        self.database.commit()


def type_queries() -> Iterator[str]:
    """Statements after which the engine knows all types: one of each comes and goes.

    It names a type of several labels by its own rule.
    """
    schema = load_schema()
    labels = [f"Entity:{one.label}" for one in schema.nodes.values() if one.is_entity]
    for label in (*labels, *(f"{label}:Unnamed" for label in labels)):
        yield f"CREATE (n:{label} {{id: 'none'}}) DELETE n"
    for edge in (*STRUCTURE, *claim_edges(schema)):
        yield f"CREATE (n:Claim {{id: 'none'}})-[:{edge}]->(n) DETACH DELETE n"
