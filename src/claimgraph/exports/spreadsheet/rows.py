"""What stands in the columns of each table."""

import json
from collections.abc import Iterator, Mapping, Sequence

from claimgraph.dates import span
from claimgraph.exports.places import place_fields
from claimgraph.ids import id_prefix
from claimgraph.model import (
    Article,
    Claim,
    Entity,
    Value,
    Work,
)
from claimgraph.safe_text import tame
from claimgraph.schema.types import Schema

Row = dict[str, object]
Known = Mapping[str, Entity]
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
        *("object_name", "polarity", "reason", "modality", "kind", "role", "former"),
        *("value_min", "value_max", "value_of", "value_about"),
        *("on", "on_from", "on_to", "origin_id", "origin", "chain", "hops"),
        *("quote", "char_start", "char_end", "row", "column", "xpath"),
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
    *("value_min", "value_max", "char_start", "char_end", "row", "hops", "hop"),
    *("cue_start", "cue_end", "confidence", "lat", "lon", "rejected"),
)
ACTS = {"affirmed": "says", "denied": "denies", "withheld": "withholds"}


def entity_name(one: str | None, known: Known) -> str | None:
    """The name of an entity, on one line; its id where it is not at hand."""
    if one is None:
        return None
    return tame(known[one].name) if one in known else one


def days(name: str, text: str | None) -> Row:
    """An EDTF text with its earliest and latest day."""
    found = span(text) if text is not None else None
    return {
        name: text,
        f"{name}_from": found.earliest if found else None,
        f"{name}_to": found.latest if found else None,
    }


def place(claim: Claim) -> Row:
    """Where the quote stands; the end is exclusive."""
    return place_fields(claim.selector)


def chain_of(claim: Claim, known: Known) -> str:
    """The speakers by name, from the outside in."""
    return " > ".join(entity_name(hop.holder, known) or "" for hop in claim.chain)


def claim_row(claim: Claim, known: Known) -> Row:
    """Everything that a claim says, but for the hops of its chain."""
    reply = claim.reply
    return {
        "id": claim.id,
        "article": claim.article,
        "relation": claim.relation,
        "subject_id": claim.subject,
        "subject_name": entity_name(claim.subject, known),
        "object_id": claim.object,
        "object_name": entity_name(claim.object, known),
        "polarity": claim.polarity,
        "reason": claim.reason,
        "modality": claim.modality,
        "kind": claim.kind,
        "role": claim.role,
        "former": claim.former or None,
        "origin_id": claim.origin,
        "origin": entity_name(claim.origin, known),
        "chain": chain_of(claim, known),
        "hops": len(claim.chain),
        "quote": claim.quote,
        "valid_words": claim.valid_words,
        "reply_claim": reply.claim if reply else None,
        "reply_how": reply.how if reply else None,
        "by": claim.by,
        "review": claim.review,
        "confidence": claim.confidence,
        "grade": claim.grade,
        "note": claim.note,
        "label": claim.label,
        "loaded": claim.loaded,
        "proposition": claim.proposition,
        "digest": claim.digest,
        **place(claim),
        **value_of(claim.value),
        **days("said", claim.said),
        **days("valid", claim.valid),
    }


def value_of(value: Value | None) -> Row:
    """Numbers with who is counted, or a date."""
    if value is None:
        return {}
    return {
        "value_min": value.min,
        "value_max": value.max,
        "value_of": value.of,
        "value_about": value.about or None,
        **days("on", value.on),
    }


def hop_rows(claim: Claim, known: Known) -> Iterator[Row]:
    """One row for each speaker of a chain, counted from 1."""
    for number, hop in enumerate(claim.chain, 1):
        yield {
            "claim": claim.id,
            "hop": number,
            "holder_id": hop.holder,
            "holder": entity_name(hop.holder, known),
            "stance": hop.stance,
            "cue": hop.cue,
            "cue_start": hop.cue_start,
            "cue_end": hop.cue_end,
            "implicit": hop.implicit or None,
            "medium": hop.medium,
            **days("said", hop.said),
        }


def edge_row(
    claim: Claim, article: Article, known: Known, schema: Schema, symmetric: bool
) -> Row:
    """A claim with two ends as link-chart tools draw it.

    Tools know no polarity: `link_type` has it in front, so that nobody takes a denial
    for a link. The dates are those of the world; when it was said is in claims.csv.
    """
    ends = (("from", claim.subject), ("to", claim.object))
    apart = "" if claim.polarity == "affirmed" else f"{claim.polarity.upper()} "
    origin = entity_name(claim.origin, known)
    held = days("valid", claim.valid)
    row: Row = {
        "link_type": f"{apart}{claim.relation}",
        "link_label": f"{origin} {ACTS[claim.polarity]}: {claim.relation}",
        "direction": "both" if symmetric else "forward",
        "date_from": held["valid_from"],
        "date_to": held["valid_to"],
        "date_text": claim.valid,
        "source_reference": article.title,
        "source_type": article.kind,
        "grading": claim.grade,
        "description": f"{chain_of(claim, known)}: {claim.quote}",
        "polarity": claim.polarity,
        "modality": claim.modality,
        "origin": origin,
        "chain": chain_of(claim, known),
        "article": claim.article,
        "quote": claim.quote,
        "claim_id": claim.id,
        **place(claim),
    }
    for side, one in ends:
        row[f"{side}_id"] = one
        row[f"{side}_label"] = entity_name(one, known)
        row[f"{side}_type"] = schema.label_of(one) if one else None
    return row


def entity_row(entity: Entity) -> Row:
    """An entity; lists are JSON, so that any character may stand in them."""
    aliases = [
        [one.name, one.case_exact, one.ambiguous]
        if one.case_exact or one.ambiguous
        else one.name
        for one in entity.aliases
    ]
    return {
        "id": entity.id,
        "type": id_prefix(entity.id),
        "name": entity.name,
        "aliases": json_list(aliases),
        "kind": entity.kind,
        "description": entity.description,
        "outside_ids": json_list([list(pair) for pair in entity.ids]),
        "unnamed": entity.unnamed or None,
        "collective": entity.collective or None,
        "by": entity.by,
        "within": entity.within,
        "lat": entity.lat,
        "lon": entity.lon,
    }


def article_row(article: Article) -> Row:
    """An article with its zones and what it retells, as JSON."""
    return {
        "id": article.id,
        "corpus": article.corpus,
        "title": article.title,
        "kind": article.kind,
        "publisher": article.publisher,
        "author": article.author,
        "published_why": article.published_why,
        "language": article.language,
        "url": article.url,
        "sha256": article.sha256,
        "source_sha256": article.source_sha256,
        "marking": article.marking,
        "note": article.note,
        "quote_checked": article.quote_checked,
        "rejected": article.rejected,
        "zones": json_list(
            [[zone.kind, zone.start_words, zone.end_words] for zone in article.zones]
        ),
        "retells": json_list(
            [
                [work_of(one.work), one.start_words, one.end_words]
                for one in article.retells
            ]
        ),
        "text": article.text,
        **days("published", article.published),
    }


def work_of(work: str | Work) -> object:
    """The stem of a work, or what is known of one outside."""
    return (
        work if isinstance(work, str) else [work.title, work.publisher, work.published]
    )


def json_list(items: Sequence[object]) -> str | None:
    """A list as JSON; None for an empty one."""
    return json.dumps(items, ensure_ascii=False) if items else None
