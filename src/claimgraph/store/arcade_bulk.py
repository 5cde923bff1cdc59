"""A first load into an embedded graph, past the engine's transactions.

The engine makes nodes and edges faster when it is handed them as such, in transactions
of its own and without a journal. A load that is killed meanwhile would leave a torn
graph: so a mark stands in the folder until all is on the disk, and whoever opens a
folder with that mark finds it empty.

The engine works on one batch in a thread while the next is planned.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent import futures
from functools import partial

from arcadedb import Database, GraphBatch

from claimgraph.cypher import NewEdges, NewNodes, Row, Step
from claimgraph.schema import load_schema
from claimgraph.schema.types import STRUCTURE_EDGES
from claimgraph.store.rows import check_made
from claimgraph.store.schema import generated_lines
from claimgraph.store.worker import Worker

# Only a function of Cypher makes a time with its zone: of one claim for each time. All
# others get a copy of that; a text longer than the time leaves their records in place.
ZEROS = ".000000000"
FIRST_TIME = "MATCH (c:Claim {id: $id}) SET c.loaded = datetime(c.loaded)"
SAME_TIME = (
    "LET $found = SELECT loaded FROM Claim WHERE id = :id; "
    "UPDATE `{type}` SET loaded = $found[0].loaded "
    "WHERE loaded.type() = 'STRING' AND loaded = :text LIMIT {page};"
)
TEXT_INDEXES = "fulltext.arcadedb.sql"
PAGE = 10_000


class BulkWriter:
    """Takes steps that only make what is new; the others wait until the end."""

    def __init__(self, database: Database) -> None:
        self.database = database
        # An index of words is made faster once all words are there.
        for statement in generated_lines(TEXT_INDEXES):
            if statement.startswith("CREATE INDEX "):
                self.database.command("sql", f"DROP INDEX `{statement.split()[2]}`")
        # It takes no new type while its batch is open.
        for query in type_queries():
            self.run(query, {})
        self.worker = Worker()
        self.batch: GraphBatch = self.worker.begin(database.graph_batch).result()
        self.coming: futures.Future[None] | None = None
        self.places: dict[tuple[str, str], str] = {}
        self.later: list[Step] = []
        self.timed: set[str] = set()
        self.times: dict[str, str] = {}

    def write(self, steps: Iterable[Step]) -> None:
        """Begin to make what the steps make, or keep them for later.

        What went wrong with the steps before is raised here.
        """
        coming: list[NewNodes | NewEdges] = []
        for step in steps:
            if step.creates is None:
                self.later.append(step)
            else:
                coming += step.creates()
        self.wait()
        self.coming = self.worker.begin(partial(self.make, coming))

    def wait(self) -> None:
        """Until the engine has made what came last; raises what went wrong."""
        if self.coming is not None:
            self.coming.result()

    def stop(self) -> None:
        """End the thread once the engine has made its batch, or refused it."""
        if self.coming is not None:
            futures.wait([self.coming])
        self.worker.stop()

    def make(self, coming: Sequence[NewNodes | NewEdges]) -> None:
        """The nodes and edges of a batch, nodes before their edges."""
        for new in coming:
            if isinstance(new, NewNodes):
                self.make_nodes(new)
            else:
                self.make_edges(new)

    def make_nodes(self, new: NewNodes) -> None:
        """The nodes, whose places are kept for their edges."""
        name = "~".join(sorted(new.labels))
        rows = [self.padded(name, row) for row in new.rows]
        made = self.batch.create_vertices(name, rows)
        for row, place in zip(rows, made, strict=True):
            self.places[new.labels[0], str(row["id"])] = place

    def make_edges(self, new: NewEdges) -> None:
        """The edges between nodes that are made already."""
        sources = [self.places[new.source, one] for one, _, _ in new.rows]
        targets = [self.places[new.target, one] for _, one, _ in new.rows]
        rows = [self.padded(new.type, row) for _, _, row in new.rows]
        self.batch.new_edges(sources, new.type, targets, rows if any(rows) else None)

    def padded(self, name: str, row: Row) -> Row:
        """A row of a type with a text in the place of its time, which is noted."""
        if "loaded" not in row:
            return row
        text = str(row["loaded"]).removesuffix("Z")
        text = f"{text}{'' if '.' in text else ZEROS}Z"
        self.timed.add(name)
        if name == "Claim":
            self.times.setdefault(text, str(row["id"]))
        return row | {"loaded": text}

    def finish(self) -> None:
        """Connect all, make times of the texts, and run what had to wait."""
        self.wait()
        self.worker.begin(self.batch.close).result()
        self.stop()
        for text, claim in self.times.items():
            self.run(FIRST_TIME, {"id": claim})
            for name in self.timed:
                self.copy_time(name, text, claim)
        for statement in generated_lines(TEXT_INDEXES):
            self.database.command("sql", statement)
        self.database.begin()
        for step in self.later:
            run_step(self.database, step)
        self.database.commit()

    def copy_time(self, name: str, text: str, claim: str) -> None:
        """Put the time of a claim where a type has it as text, page by page."""
        script = SAME_TIME.format(type=name, page=PAGE)
        count: object = PAGE
        while count == PAGE:
            self.database.begin()
            asked: Row = {"id": claim, "text": text}
            found = self.database.command("sqlscript", script, asked).to_list()
            self.database.commit()
            count = found[0]["count"]

    def run(self, query: str, parameters: Row) -> None:
        """One statement in a transaction of its own."""
        self.database.begin()
        self.database.command("opencypher", query, parameters)
        self.database.commit()


def run_step(database: Database, step: Step) -> None:
    """Run a statement; StoreChangedError where it makes less than it should."""
    found = database.command("opencypher", step.query, dict(step.parameters))
    if step.makes is not None:
        check_made(step.makes, found.to_list())


def type_queries() -> Iterator[str]:
    """Statements after which the engine knows all types: one of each comes and goes.

    It names a type of several labels by its own rule.
    """
    schema = load_schema()
    labels = [f"Entity:{one.label}" for one in schema.nodes.values() if one.is_entity]
    for label in (*labels, *(f"{label}:Unnamed" for label in labels)):
        yield f"CREATE (n:{label} {{id: 'none'}}) DELETE n"
    for edge in (*STRUCTURE_EDGES, *schema.claim_edges):
        yield f"CREATE (n:Claim {{id: 'none'}})-[:{edge}]->(n) DETACH DELETE n"
