"""A folder of tables that `neo4j-admin database import` makes the same graph of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from claimgraph.cypher import MARK
from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.graph_dump import gather_graph, generated_texts
from claimgraph.exports.graph_dump.elements import DumpTable, Element, groups, tables
from claimgraph.exports.graph_dump.statements import literal
from claimgraph.model import Batch
from claimgraph.resources import Closing
from claimgraph.schema import load_schema
from claimgraph.schema.types import Field

# a character that no name or passage needs; the command line names it
UNIT = "\x1f"
TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "date": "date",
    "datetime": "datetime",
    "list": "string[]",
}
BARE = ("integer", "float", "boolean", "date", "datetime")
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
    after = "".join((*generated_texts(), *mended))
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
            label, own = element.kind[0], literal(element.ends[0])
            yield f"MATCH (n:{label} {{id: {own}}}) SET n.{name} = [''];\n"


class Sheet(Closing):
    """One table: special columns such as `:START_ID(Claim)`, then typed properties.

    `longest` is the longest row in characters, which a reader must be able to hold.
    """

    def __init__(
        self, path: Path, special: Sequence[str], fields: Iterable[Field]
    ) -> None:
        self.special = tuple(special)
        self.fields = {one.name: one.type for one in fields}
        self.longest = 0
        self.file = path.open("w", encoding="utf-8", newline="")
        heads = (f"{name}:{TYPES[kind]}" for name, kind in self.fields.items())
        self.file.write(",".join((*special, *heads, f"{MARK}:boolean")) + "\n")

    def close(self) -> None:
        """Ends the file."""
        self.file.close()

    def add(self, special: Sequence[str], row: Mapping[str, object]) -> None:
        """A row; ExportError for a property that no column holds."""
        if extra := sorted(row.keys() - self.fields.keys()):
            raise ExportError(f"no column for {', '.join(extra)}", file=self.file.name)
        cells = [quoted_text(one) for one in special]
        cells += [cell(kind, row.get(name)) for name, kind in self.fields.items()]
        cells.append("true")
        line = ",".join(cells) + "\n"
        self.longest = max(self.longest, len(line))
        self.file.write(line)


def cell(kind: str, value: object) -> str:
    """A value as its cell: an empty text has quotes, an absent one is nothing."""
    if value is None:
        return ""
    if kind == "list":
        return list_cell(cast("Sequence[str]", value))
    if kind in BARE:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return quoted_text(str(value))


def quoted_text(text: str) -> str:
    """A text in double quotes, those within it doubled."""
    return '"' + text.replace('"', '""') + '"'


def list_cell(items: Sequence[str]) -> str:
    """The items of a list in one cell."""
    for one in items:
        if UNIT in one:
            reason = "holds U+001F, which parts lists here: take it out"
            raise ExportError(f"{one[:60]!r} {reason}")
    return quoted_text(UNIT.join(items))


FORMAT = Format("neo4j-admin-5", write, "", ("no_text",), NOTES, files=FILES)
