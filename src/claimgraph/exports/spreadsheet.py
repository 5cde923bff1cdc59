"""The tables for spreadsheets: their columns, and what stands in their rows."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from claimgraph.exports import ExportOptions
from claimgraph.exports.features import later_fields
from claimgraph.exports.fields import renamed_row
from claimgraph.exports.loss import Loss
from claimgraph.exports.wording import (
    Entities,
    chain_names,
    marked_relation,
    name_of,
)
from claimgraph.flat import attributes, flat, flat_hops
from claimgraph.graph import date_names, days_of, judgement_row
from claimgraph.ids import id_prefix
from claimgraph.model import Article, Batch, Claim, Entity, Judgement, TextSpan, Work
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

Row = dict[str, object]
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "entities": (
        *("id", "type", "name", "aliases", "kind", "description", "outside_ids"),
        *("unnamed", "collective", "by", "within", "lat", "lon"),
    ),
    "articles": (
        *("id", "corpus", "title", "kind", "publisher", "author", "published"),
        *("published_from", "published_to", "published_why", "language", "url"),
        *("sha256", "source_sha256", "marking", "note", "quote_checked", "rejected"),
        *("zones", "retells", "text"),
    ),
    "claims": (
        *("id", "article", "relation", "subject_id", "subject_name", "object_id"),
        *(
            "object_name",
            "place_id",
            "place_name",
            "polarity",
            "reason",
            "modality",
            "kind",
            "role",
            "former",
        ),
        *("value_min", "value_max", "value_best", "value_of", "value_about"),
        *("value_is",),
        *("on", "on_from", "on_to", "origin_id", "origin", "chain", "hops"),
        *("quote", "char_start", "char_end", "row", "column", "xpath", "pointer"),
        *("said", "said_from", "said_to", "valid", "valid_from", "valid_to"),
        *("valid_words", "reply_claim", "reply_how", "by", "review", "confidence"),
        *("grade", "note", "label", "loaded", "proposition", "digest"),
    ),
    "chains": (
        *("claim", "hop", "holder_id", "holder", "stance", "cue", "cue_start"),
        *("cue_end", "implicit", "medium", "said", "said_from", "said_to"),
    ),
    "judgements": ("id", "left", "right", "verdict", "who", "when", "why"),
    "edges": (
        *("from_id", "from_label", "from_type", "to_id", "to_label", "to_type"),
        *("link_type", "link_label", "direction", "date_from", "date_to"),
        *("date_text", "source_reference", "source_type", "grading", "description"),
        *("polarity", "modality", "origin", "chain", "article", "char_start"),
        *("char_end", "quote", "claim_id"),
    ),
}
NUMERIC = (
    *(
        "value_min",
        "value_max",
        "value_best",
        "char_start",
        "char_end",
        "row",
        "hops",
        "hop",
    ),
    *("cue_start", "cue_end", "confidence", "lat", "lon", "rejected"),
)
# what a column is called otherwise than its field
RENAMED = {"start": "char_start", "end": "char_end"}
ACTS = {"affirmed": "says", "denied": "denies", "withheld": "withholds"}

WHY = "an empty cell is no text"
EMPTY_WORDS = Loss(WHY, level="lost", when=lambda one: one.claim.valid_words == "")
EMPTY_NOTE = Loss(WHY, level="lost", when=lambda one: one.claim.note == "")


def table_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Only what is nothing to begin with: an empty text."""
    return {"valid_words": EMPTY_WORDS, "note_label": EMPTY_NOTE}


@cache
def table_columns() -> Mapping[str, tuple[str, ...]]:
    """The columns of each table; fields that claims got later come last."""
    later = {
        table: [column for field in fields for column in (field.properties)]
        for table, fields in zip(("claims", "chains"), later_fields(), strict=True)
    }
    return {
        table: (*columns, *(column.name for column in later.get(table, ())))
        for table, columns in COLUMNS.items()
    }


@cache
def numeric_columns() -> tuple[str, ...]:
    """The columns that hold plain numbers."""
    later = [field for fields in later_fields() for field in fields]
    numeric = [one.name for one in later if one.type in ("integer", "float")]
    return (*NUMERIC, *numeric)


def claim_row(claim: Claim, known: Entities) -> Row:
    """Everything that a claim says, but for the hops of its chain."""
    row = renamed_row(flat(claim), RENAMED)
    return (
        row
        | days_of(row, date_names(load_schema().claim.node))
        | {
            "subject_name": name_of(claim.subject, known),
            "object_name": name_of(claim.object, known) if claim.object else None,
            "place_name": name_of(claim.place, known) if claim.place else None,
            "origin": name_of(claim.origin, known),
            "chain": chain_names(claim, known),
        }
    )


def hop_rows(claim: Claim, known: Entities) -> Iterator[Row]:
    """One row for each speaker of a chain, counted from 1."""
    dates = date_names(load_schema().claim.hop)
    for hop, row in zip(claim.chain, flat_hops(claim), strict=True):
        names = {"claim": claim.id, "holder": name_of(hop.holder, known)}
        yield row | names | days_of(row, dates)


def edge_row(
    claim: Claim, article: Article, known: Entities, schema: Schema, symmetric: bool
) -> Row:
    """A claim with two ends as link-chart tools draw it.

    Tools know no polarity: `link_type` has it in front, so that nobody takes a denial
    for a link. The dates are those of the world; when it was said is in claims.csv.
    """
    ends = (("from", claim.subject), ("to", claim.object or ""))
    origin, at = name_of(claim.origin, known), claim.selector
    dates = days_of({"valid": claim.valid}, ["valid"])
    row: Row = {
        "link_type": marked_relation(claim.relation, claim.polarity),
        "link_label": f"{origin} {ACTS[claim.polarity]}: {claim.relation}",
        "direction": "both" if symmetric else "forward",
        "date_from": dates["valid_from"],
        "date_to": dates["valid_to"],
        "date_text": claim.valid,
        "source_reference": article.title,
        "source_type": article.kind,
        "grading": claim.grade,
        "description": f"{chain_names(claim, known)}: {claim.quote}",
        "polarity": claim.polarity,
        "modality": claim.modality,
        "origin": origin,
        "chain": chain_names(claim, known),
        "article": claim.article,
        "quote": claim.quote,
        "claim_id": claim.id,
        "char_start": at.start if isinstance(at, TextSpan) else None,
        "char_end": at.end if isinstance(at, TextSpan) else None,
    }
    for side, one in ends:
        row[f"{side}_id"] = one
        row[f"{side}_label"] = name_of(one, known)
        row[f"{side}_type"] = schema.label_of(one)
    return row


def entity_row(entity: Entity) -> Row:
    """An entity; lists are JSON, so that any character may stand in them."""
    aliases = [
        [one.name, one.case_exact, one.ambiguous]
        if one.case_exact or one.ambiguous
        else one.name
        for one in entity.aliases
    ]
    return attributes(entity) | {
        "type": id_prefix(entity.id),
        "aliases": json_list(aliases),
        "outside_ids": json_list([list(pair) for pair in entity.ids]),
        "unnamed": entity.unnamed or None,
        "collective": entity.collective or None,
    }


def article_row(article: Article) -> Row:
    """An article with its zones and what it retells, as JSON."""
    zones, retells = article.zones, article.retells
    return attributes(article) | {
        "zones": json_list(
            [[zone.kind, zone.start_words, zone.end_words] for zone in zones]
        ),
        "retells": json_list(
            [[work_of(one.work), one.start_words, one.end_words] for one in retells]
        ),
        **days_of({"published": article.published}, ["published"]),
    }


def work_of(work: str | Work) -> object:
    """The stem of a work, or what is known of one outside."""
    return (
        work if isinstance(work, str) else [work.title, work.publisher, work.published]
    )


def json_list(items: Sequence[object]) -> str | None:
    """A list as JSON; None for an empty one."""
    return json.dumps(items, ensure_ascii=False) if items else None


class AnyTable(Protocol):
    """What rows are added to, one after the other."""

    def add(self, row: Mapping[str, object]) -> None:
        """A row by its columns; what is absent is an empty cell."""
        ...


def fill_tables(batches: Iterable[Batch], tables: Mapping[str, AnyTable]) -> None:
    """All that the batches say, in tables of the names of COLUMNS."""
    schema = load_schema()
    entities: dict[str, Entity] = {}
    judgements: dict[str, Judgement] = {}
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
