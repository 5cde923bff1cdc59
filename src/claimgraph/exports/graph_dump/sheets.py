"""Tables for neo4j-admin: typed heads, texts always quoted, nothing for what is not."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from claimgraph.cypher import MARK
from claimgraph.errors import ExportError
from claimgraph.resources import Closing
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
