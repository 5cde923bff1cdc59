"""What a batch becomes: rows of nodes and edges, each with its whole provenance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.dates import span
from claimgraph.identity import Identity
from claimgraph.ids import hashed
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Entity,
    Hop,
    Judgement,
    TextSpan,
    Work,
    XPath,
)
from claimgraph.schema.types import Schema

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """The claims of a batch: their nodes, their edges by type, their hops."""

    nodes: list[Row]
    edges: dict[str, list[Row]]
    hops: list[Row]


def build(
    claims: Iterable[Claim],
    names: Mapping[str, str],
    identity: Identity,
    loaded: str,
    schema: Schema,
) -> ClaimRows:
    """Rows for accepted and proposed claims; `names` are those of all holders.

    A row is `{props, …}` with the ids that its edges hang on: those that stand for
    the ids as written. `loaded` is the start of the run, for claims without one.
    """
    nodes: list[Row] = []
    edges: dict[str, list[Row]] = {}
    hops: list[Row] = []
    for claim in claims:
        if claim.review == "rejected":
            continue
        shared = provenance(claim, names)
        dates = dated({"said": claim.said, "valid": claim.valid})
        dates["loaded"] = claim.loaded or loaded
        subject = identity.canonical(claim.subject)
        target = identity.canonical(claim.object) if claim.object else None
        nodes.append(
            {
                "props": shared | own_properties(claim),
                "dates": dates | value_dates(claim),
                "article": claim.article,
                "subject": subject,
                "object": target,
            }
        )
        if target is not None and target != subject:
            row: Row = {"props": shared | {"claim": claim.id}, "dates": dates}
            row |= {"subject": subject, "object": target}
            edges.setdefault(edge_type(claim, schema), []).append(row)
        hops += hop_rows(claim, identity)
    return ClaimRows(nodes, edges, hops)


def edge_type(claim: Claim, schema: Schema) -> str:
    """The relation of an affirmed claim, else DENIED or WITHHELD; never free text."""
    if claim.polarity == "denied":
        return "DENIED"
    if claim.polarity == "withheld":
        return "WITHHELD"
    return schema.relations[claim.relation].name


def provenance(claim: Claim, names: Mapping[str, str]) -> Row:
    """What node and edge both carry, but for dates; absent values are left out."""
    row: Row = {
        "article": claim.article,
        "relation": claim.relation,
        "polarity": claim.polarity,
        "reason": claim.reason,
        "kind": claim.kind,
        "role": claim.role,
        "former": claim.former or None,
        "modality": claim.modality,
        "quote": claim.quote,
        "subject_id": claim.subject,
        "object_id": claim.object,
        "origin": names[claim.origin],
        "origin_id": claim.origin,
        "chain": " > ".join(names[hop.holder] for hop in claim.chain),
        "hops": len(claim.chain),
        "said": claim.said,
        "valid": claim.valid,
        "valid_words": claim.valid_words,
        "by": claim.by,
        "review": claim.review,
        "confidence": claim.confidence,
        "grade": claim.grade,
        "note": claim.note,
    }
    match claim.selector:
        case TextSpan(start, end):
            row |= {"start": start, "end": end}
        case Cell(number, column):
            row |= {"row": number, "column": column}
        case XPath(xpath):
            row["xpath"] = xpath
        case None:
            pass
    return present(row)


def own_properties(claim: Claim) -> Row:
    """What the claim node has beyond its edge."""
    value, reply = claim.value, claim.reply
    return present(
        {
            "id": claim.id,
            "digest": claim.digest,
            "proposition": claim.proposition,
            "label": claim.label,
            "reply_claim": reply.claim if reply else None,
            "reply_how": reply.how if reply else None,
            "value_min": value.min if value else None,
            "value_max": value.max if value else None,
            "value_of": value.of if value else None,
            "value_about": (value.about or None) if value else None,
            "on": value.on if value else None,
        }
    )


def value_dates(claim: Claim) -> Row:
    """The earliest and latest day of a dated value."""
    return dated({"on": claim.value.on if claim.value else None})


def dated(texts: Mapping[str, str | None]) -> Row:
    """`<name>_from` and `<name>_to` for each EDTF text; open ends are None."""
    row: Row = {}
    for name, text in texts.items():
        found = span(text) if text is not None else None
        row[f"{name}_from"] = found.earliest if found else None
        row[f"{name}_to"] = found.latest if found else None
    return row


def hop_rows(claim: Claim, identity: Identity) -> list[Row]:
    """One row for each hop, counted from 1."""
    return [
        {
            "claim": claim.id,
            "holder": identity.canonical(hop.holder),
            "props": present({"hop": index, **hop_properties(hop)}),
            "dates": dated({"said": hop.said}),
        }
        for index, hop in enumerate(claim.chain, 1)
    ]


def hop_properties(hop: Hop) -> Row:
    """What an edge SAID_BY carries beside its number and its days."""
    return {
        "stance": hop.stance,
        "cue": hop.cue,
        "cue_start": hop.cue_start,
        "cue_end": hop.cue_end,
        "implicit": hop.implicit or None,
        "medium": hop.medium,
        "said": hop.said,
        "holder_id": hop.holder,
    }


def entity_row(entity: Entity) -> Row:
    """The properties of an entity node."""
    marks = [
        ",".join(
            mark
            for mark, given in (
                ("exact", alias.case_exact),
                ("ambiguous", alias.ambiguous),
            )
            if given
        )
        for alias in entity.aliases
    ]
    aliases = [alias.name for alias in entity.aliases]
    return present(
        {
            "id": entity.id,
            "name": entity.name,
            "names": "\n".join([entity.name, *aliases]),
            "aliases": aliases or None,
            "alias_marks": marks if any(marks) else None,
            "kind": entity.kind,
            "description": entity.description,
            "outside_ids": [f"{key}={value}" for key, value in entity.ids] or None,
            "unnamed": entity.unnamed or None,
            "collective": entity.collective or None,
            "by": entity.by,
            "within": entity.within,
            "lat": entity.lat,
            "lon": entity.lon,
        }
    )


def article_row(article: Article) -> Row:
    """The properties of an article node, but for the days of its publication."""
    zones, retells = article.zones, article.retells
    return present(
        {
            "id": article.id,
            "corpus": article.corpus,
            "title": article.title,
            "kind": article.kind,
            "publisher_id": article.publisher,
            "author_id": article.author,
            "published": article.published,
            "published_why": article.published_why,
            "language": article.language,
            "url": article.url,
            "sha256": article.sha256,
            "source_sha256": article.source_sha256,
            "marking": article.marking,
            "note": article.note,
            "text": article.text,
            "quote_checked": article.quote_checked,
            "rejected": article.rejected,
            "zone_kinds": [zone.kind for zone in zones] or None,
            "zone_froms": [zone.start_words for zone in zones] or None,
            "zone_tos": [zone.end_words or "" for zone in zones] or None,
            "retells_works": [work_id(item.work) for item in retells] or None,
            "retells_froms": [item.start_words or "" for item in retells] or None,
            "retells_tos": [item.end_words or "" for item in retells] or None,
        }
    )


def work_id(work: str | Work) -> str:
    """The id of the article node of a work: a stem, or one for a work outside.

    >>> work_id(Work("The Haqqanis", "org/foreign-policy"))
    'outside/the-haqqanis-882eda'
    """
    if isinstance(work, str):
        return work
    plain = "".join(one if one.isalnum() else " " for one in work.title.lower())
    slug = "-".join(plain.encode("ascii", "ignore").decode().split())[:60].strip("-")
    unlike = hashed([work.title, work.publisher, work.published])[:6]
    return f"outside/{slug or 'work'}-{unlike}"


def judgement_row(judgement: Judgement) -> Row:
    """The properties of a judgement node."""
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "who": judgement.who,
        "when": judgement.when,
        "why": judgement.why,
    }


def present(row: Mapping[str, object]) -> Row:
    """The row without absent values: a graph has no null properties."""
    return {key: value for key, value in row.items() if value is not None}
