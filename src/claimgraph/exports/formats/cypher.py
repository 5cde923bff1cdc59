"""A Cypher script that makes the same graph in any empty Neo4j."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.graph_dump import gather_graph, generated_texts
from claimgraph.exports.graph_dump.elements import Element, groups, slices, tables
from claimgraph.exports.graph_dump.statements import statement
from claimgraph.model import Batch
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

NOTES = (
    "for an empty database: cypher-shell --file FILE (Neo4j Browser freezes "
    "over one that long); running it again changes nothing",
    "a server plans long literals slowly: above some ten thousand claims take "
    "neo4j-admin",
)
HEAD = "// A claimgraph graph, for an empty Neo4j database: cypher-shell --file THIS\n"
# claims that a server makes at a time; more elements of another kind part a statement
PAGE = 200


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Constraints and indexes, then nodes and edges; each statement stands alone."""
    schema = load_schema()
    with (
        gather_graph(batches) as held,
        target.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.write(HEAD)
        for text in generated_texts():
            lines = text.splitlines(keepends=True)
            file.writelines(line for line in lines if not line.startswith("//"))
        for page in pages(groups(held, schema)):
            file.writelines(statements(page, schema))


def pages(parts: Iterable[list[Element]]) -> Iterator[list[Element]]:
    """Elements of small articles together, so that statements are few."""
    held: list[Element] = []
    for part in parts:
        held += part
        if sum(one.table == "claims" for one in held) >= PAGE:
            yield held
            held = []
    if held:
        yield held


def statements(page: Sequence[Element], schema: Schema) -> Iterator[str]:
    """The statements for a page, nodes before edges."""
    for name, table in tables(schema).items():
        kinds: dict[tuple[str, ...], list[Element]] = {}
        for element in page:
            if element.table == name:
                kinds.setdefault(element.kind, []).append(element)
        for _, elements in sorted(kinds.items()):
            for part in slices(elements, PAGE):
                yield statement(table, part)


FORMAT = Format("cypher-5", write, ".cypher", ("no_text",), NOTES)
