"""One workbook for Excel and LibreOffice: the tables of csv as sheets, typed."""

from collections.abc import Iterable
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.spreadsheet import fill_tables, table_columns, table_losses
from claimgraph.model import Batch

# what somebody looks for first stands first
ORDER = ("claims", "edges", "chains", "entities", "articles", "judgements")
# no cell holds a text of more than 32,767 letters
WITHOUT = {"articles": {"text"}}
NOTES = (
    "edges holds only claims with two ends; claims holds all of them",
    "a denied or withheld claim has DENIED or WITHHELD in its link_type",
    "the texts of articles are not in it: no cell holds 32,768 letters",
    "days before March 1900 are text, since Excel knows none of them",
)


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """A workbook with a sheet for each table; sheets wait in the temporary folder."""
    # openpyxl takes a while to load, and only this needs it
    from claimgraph.exports.workbook import new_workbook

    columns = {
        name: [one for one in held if one not in WITHOUT.get(name, ())]
        for name, held in table_columns().items()
    }
    with new_workbook(target, {name: columns[name] for name in ORDER}) as sheets:
        fill_tables(batches, sheets)


FORMAT = Format("xlsx-tables-1", write, ".xlsx", (), NOTES, table_losses)
