"""A folder of tables that `neo4j-admin database import` makes the same graph of."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.graph_dump import gather_graph
from claimgraph.exports.graph_dump.elements import DumpTable, Element, groups, tables
from claimgraph.exports.graph_dump.literals import text
from claimgraph.exports.graph_dump.sheets import UNIT, Sheet
from claimgraph.model import Batch
from claimgraph.resources import packaged_path
from claimgraph.schema import load_schema

NOTES = (
    "run the command in import.txt inside the folder, while the database does not "
    "exist; then run after.cypher",
)
NODES = ("entities", "articles", "claims", "judgements", "graph")
LINKS = (
    *("within", "published_by", "written_by", "retells", "subject", "object"),
    *("in_article", "said_by", "replies_to", "edges"),
)
COMMANDS, AFTER = "import.txt", "after.cypher"
FILES = (*(f"{name}.csv" for name in (*NODES, *LINKS)), COMMANDS, AFTER)
GENERATED = ("constraints.cypher", "fulltext.neo4j.cypher")
# MiB that the importer reads at a time by itself; no row may be longer
BUFFER = 4
COMMAND = """\
neo4j-admin database import full neo4j --multiline-fields=true \\
  --array-delimiter=U+001F --read-buffer-size={buffer}m --legacy-style-quoting=false \\
{tables}
cypher-shell --file after.cypher
"""


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Tables of nodes and edges, the command that takes them, and the constraints."""
    schema, mended = load_schema(), list[str]()
    with gather_graph(batches) as held, ExitStack() as stack:
        sheets = {
            name: stack.enter_context(
                Sheet(target / f"{name}.csv", special(table), table.fields)
            )
            for name, table in tables(schema).items()
        }
        for element in (one for group in groups(held, schema) for one in group):
            sheet = sheets[element.table]
            sheet.add((*element.ends, UNIT.join(element.kind)), element.row)
            mended += mending(element)
        longest = max(sheet.longest for sheet in sheets.values())
    named = [f"  --nodes={name}.csv" for name in NODES]
    named += [f"  --relationships={name}.csv" for name in LINKS]
    buffer = max(BUFFER, longest * 4 // 2**20 + 1)
    command = COMMAND.format(tables=" \\\n".join(named), buffer=buffer)
    (target / COMMANDS).write_text(command, encoding="utf-8", newline="\n")
    parts = (packaged_path("schema", "generated", name) for name in GENERATED)
    after = "".join(part.read_text("utf-8") for part in parts) + "".join(mended)
    (target / AFTER).write_text(after, encoding="utf-8", newline="\n")


def special(table: DumpTable) -> tuple[str, ...]:
    """The columns by which the importer finds nodes and the ends of edges.

    Ids of nodes stand twice: once for the edges, by kind of node, once as property.
    """
    if len(table.ends) == 1:
        return (f":ID({table.ends[0]})", ":LABEL")
    return (f":START_ID({table.ends[0]})", f":END_ID({table.ends[1]})", ":TYPE")


def mending(element: Element) -> Iterator[str]:
    """Commands for lists whose only item is empty: an import leaves them out."""
    for name, held in element.row.items():
        if held == [""]:
            label, own = element.kind[0], text(element.ends[0])
            yield f"MATCH (n:{label} {{id: {own}}}) SET n.{name} = [''];\n"


FORMAT = Format("neo4j-admin-5", write, "", ("no_text",), NOTES, files=FILES)
