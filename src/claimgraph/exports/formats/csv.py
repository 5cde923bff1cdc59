"""CSV tables for spreadsheets and link charts: claims whole, edges for drawing."""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.loss import Loss
from claimgraph.exports.spreadsheet import (
    COLUMNS,
    CsvTable,
    article_row,
    claim_row,
    edge_row,
    entity_row,
    hop_rows,
    numeric_columns,
    table_columns,
)
from claimgraph.graph import judgement_row
from claimgraph.model import Batch, Entity, Judgement
from claimgraph.schema import load_schema

ABOUT = "tables.json"
FILES = (*(f"{name}.csv" for name in COLUMNS), ABOUT)
NOTES = (
    "edges.csv holds only claims with two ends; claims.csv holds all of them",
    "a denied or withheld claim has DENIED or WITHHELD in its link_type",
    "an apostrophe in front of a cell is a guard against formulas: take one away",
    "spreadsheets cut cells of more than 32,767 characters: mind articles.csv",
)


WHY = "an empty cell is no text"
EMPTY_WORDS = Loss(WHY, level="lost", when=lambda one: one.claim.valid_words == "")
EMPTY_NOTE = Loss(WHY, level="lost", when=lambda one: one.claim.note == "")


def losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Only what is nothing to begin with: an empty text."""
    return {"valid_words": EMPTY_WORDS, "note_label": EMPTY_NOTE}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The tables, and tables.json, which says how to read them."""
    schema, columns_of, numeric = load_schema(), table_columns(), numeric_columns()
    entities: dict[str, Entity] = {}
    judgements: dict[str, Judgement] = {}
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(
                CsvTable(target / f"{name}.csv", columns, numeric, options.raw)
            )
            for name, columns in columns_of.items()
        }
        article = ""
        for batch in batches:
            for entity in batch.entities:
                if entity.id not in entities:
                    entities[entity.id] = entity
                    tables["entities"].add(entity_row(entity))
            judgements |= {one.id: one for one in batch.judgements or ()}
            if batch.article.id != article:
                article = batch.article.id
                tables["articles"].add(article_row(batch.article))
            for claim in batch.claims:
                tables["claims"].add(claim_row(claim, entities))
                for row in hop_rows(claim, entities):
                    tables["chains"].add(row)
                if claim.object is not None:
                    symmetric = schema.symmetric(claim.relation)
                    edge = edge_row(claim, batch.article, entities, schema, symmetric)
                    tables["edges"].add(edge)
        for own in sorted(judgements):
            tables["judgements"].add(judgement_row(judgements[own]))
    about = {"formula_guard": not options.raw, "numeric": list(numeric)}
    text = json.dumps(about | {"tables": columns_of}, indent=1, sort_keys=True)
    (target / ABOUT).write_text(f"{text}\n", encoding="utf-8", newline="\n")


FORMAT = Format("csv-tables-1", write, "", ("no_text", "raw"), NOTES, losses, FILES)
