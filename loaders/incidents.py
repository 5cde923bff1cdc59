"""Any table of incidents, by a mapping that says what its columns mean:
docs/loaders/incidents.md.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from claimgraph.entity_closure import needed_entities
from claimgraph.errors import LoaderError
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.loaders.incident_rows import IncidentRows
from claimgraph.loaders.rows import TableRow
from claimgraph.model import Article, Batch, Entity
from claimgraph.tables.mapping import TableMapping, find_mapping
from claimgraph.tables.reading import OpenTable, open_table

ENDINGS = (".csv", ".tsv", ".xlsx", ".parquet")
# no bytes tell what a table means: a mapping does
SIGNS: tuple[bytes, ...] = ()
SHOWN_COLUMNS = 5


def read(path: Path, mapping: str | None = None) -> Iterator[Batch]:
    """An attack a row, by the mapping that is given, or that lies beside the table.

    Rows and cells of which no claim is made are counted by reason. Memory grows with
    the number of rows only by eight bytes and their place in a set.
    """
    return read_with(path, find_mapping(path, mapping))


def read_with(
    path: Path, mapping: TableMapping, rows: int | None = None
) -> Iterator[Batch]:
    """The same by a mapping that is read already, of so many rows at most."""
    table = open_table(path, mapping.form.table)
    mapping.check_columns(table.head, path)
    builder = ClaimBuilder(path, article_of(path, mapping))
    publisher = mapping.form.publisher
    builder.define(Entity(**publisher.model_dump()))
    table = replace(table, lines=islice(table.lines, rows))
    return read_table(builder, table, mapping)


def read_table(
    builder: ClaimBuilder, table: OpenTable, mapping: TableMapping
) -> Iterator[Batch]:
    """The batches of a table; entities are held as long as claims at hand need them."""
    rows = IncidentRows(builder, mapping, table.head)
    empty = True
    for line in table.lines:
        empty = False
        row = TableRow(line.number, line.line, table.head, line.cells)
        with builder.row(row):
            rows.read_row(row, line.cells)
        for batch in builder.full_batches():
            yield batch
            kept = needed_entities(builder.article, builder.claims, builder.entities)
            builder.entities = {one.id: one for one in kept}
    if empty:
        raise LoaderError("holds no row below its head", file=str(builder.path))
    rows.cells.name_first_places()
    named = {name for _, name in mapping.named}
    spare = [name for name in table.head if name not in named]
    if spare:
        dots = " …" if len(spare) > SHOWN_COLUMNS else ""
        listed = f"{', '.join(spare[:SHOWN_COLUMNS])}{dots}"
        builder.leave_out(
            f"columns that the mapping does not name: {listed}", len(spare)
        )
    yield builder.last_batch()


def article_of(path: Path, mapping: TableMapping) -> Article:
    """The table as an article; LoaderError for a name of which no id can be made."""
    form = mapping.form
    try:
        found = dataset_article(
            path,
            title=form.title,
            publisher=form.publisher.id,
            published=form.published,
        )
    except ValueError as error:
        reason = f"cannot be called by its name: {error}; give the file another one"
        raise LoaderError(reason, file=str(path)) from None
    return replace(found, url=form.url, note=form.licence)
