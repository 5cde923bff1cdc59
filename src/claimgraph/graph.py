"""What a batch becomes: rows of nodes and edges, each with its whole provenance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from claimgraph.captions import Named, claim_name, edge_caption
from claimgraph.dates import span
from claimgraph.definitions.blocks import definition_text
from claimgraph.flat import attributes, flat, flat_hops
from claimgraph.identity import Identity
from claimgraph.ids import Part, hash_of
from claimgraph.model import (
    UNNAMED_PUBLISHER,
    Article,
    Claim,
    Entity,
    Judgement,
    Work,
)
from claimgraph.schema.types import ClaimField, Schema
from claimgraph.strength_words import says

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """The claims of a batch: their nodes, their edges by type, their hops."""

    nodes: list[Row]
    edges: dict[str, list[Row]]
    hops: list[Row]


def build(
    claims: Iterable[Claim],
    names: Mapping[str, Named],
    identity: Identity,
    loaded: str,
    schema: Schema,
) -> ClaimRows:
    """Rows for accepted and proposed claims; `names` are those of all that they name.

    A row is `{props, …}` with the ids that its edges hang on: those that stand for
    the ids as written. `loaded` is the start of the run, for claims without one.
    """
    fields = schema.claim
    both, node_only = date_names(fields.node_and_edge), date_names(fields.node_only)
    on_edge = {field.name for field in fields.edge}
    found = ClaimRows([], {}, [])
    for claim in claims:
        if claim.review == "rejected":
            continue
        props = flat(claim) | chain_names(claim, names)
        props["says"] = strength = says(claim)
        dates = days_of(props, both)
        dates["loaded"] = props.pop("loaded", loaded)
        ends: Row = {
            "subject": identity.canonical(claim.subject),
            "object": identity.canonical(claim.object) if claim.object else None,
        }
        own = dates | days_of(props, node_only)
        relation = schema.relations[claim.relation]
        name = claim_name(claim, strength, names, relation)
        node: Row = {"props": props | {"name": name}, "dates": own}
        node["article"] = claim.article
        found.nodes.append(node | ends)
        if ends["object"] not in (None, ends["subject"]):
            shared: Row = {key: props[key] for key in props if key in on_edge}
            shared["caption"] = edge_caption(claim, strength, names)
            edge: Row = {"props": shared | {"claim": claim.id}, "dates": dates}
            found.edges.setdefault(edge_type(claim, schema), []).append(edge | ends)
        found.hops.extend(hop_rows(claim, identity, schema))
    return found


def edge_type(claim: Claim, schema: Schema) -> str:
    """The type of the edge of a claim, in the schema's own words."""
    return edge_name(schema.relations[claim.relation].name, claim.polarity)


def edge_name(relation: str, polarity: str) -> str:
    """The relation of an affirmed claim, else DENIED or WITHHELD.

    >>> edge_name("LED_BY", "affirmed"), edge_name("LED_BY", "denied")
    ('LED_BY', 'DENIED')
    """
    return relation if polarity == "affirmed" else polarity.upper()


def chain_names(claim: Claim, names: Mapping[str, Named]) -> Row:
    """The speakers by name: all from the outside in, and on whose word it stands."""
    return {
        "origin": names[claim.origin].name,
        "chain": " > ".join(names[hop.holder].name for hop in claim.chain),
    }


def date_names(fields: Iterable[ClaimField]) -> list[str]:
    """The names of the dates among some fields."""
    return [field.name for field in fields if field.type == "edtf"]


def days_of(row: Mapping[str, object], names: Iterable[str]) -> Row:
    """`<name>_from` and `<name>_to` for each EDTF text; open ends are None."""
    days: Row = {}
    for name in names:
        text = row.get(name)
        found = span(text) if isinstance(text, str) else None
        days[f"{name}_from"] = found.earliest if found else None
        days[f"{name}_to"] = found.latest if found else None
    return days


def hop_rows(claim: Claim, identity: Identity, schema: Schema) -> list[Row]:
    """One row for each hop, counted from 1."""
    names = date_names(schema.claim.hop)
    return [
        {
            "claim": claim.id,
            "holder": identity.canonical(hop.holder),
            "props": props,
            "dates": days_of(props, names),
        }
        for hop, props in zip(claim.chain, flat_hops(claim), strict=True)
    ]


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
    aliases = entity.names[1:]
    return with_digest(
        attributes(entity, "ids")
        | {
            "names": "\n".join(entity.names),
            "aliases": aliases or None,
            "alias_marks": marks if any(marks) else None,
            "outside_ids": [f"{key}={value}" for key, value in entity.ids] or None,
            "unnamed": entity.unnamed or None,
            "collective": entity.collective or None,
            "definitions": sorted(map(definition_text, entity.definitions)) or None,
        }
    )


def article_row(article: Article) -> Row:
    """The properties of an article node, but for the days of its publication."""
    zones, retells = article.zones, article.retells
    return with_digest(
        attributes(article, "publisher", "author", "zones", "retells")
        | {
            "publisher_id": article.publisher,
            "author_id": article.author,
            "zone_kinds": [zone.kind for zone in zones] or None,
            "zone_froms": [zone.start_words for zone in zones] or None,
            "zone_tos": [zone.end_words or "" for zone in zones] or None,
            "retells_works": [work_id(item.work) for item in retells] or None,
            "retells_froms": [item.start_words or "" for item in retells] or None,
            "retells_tos": [item.end_words or "" for item in retells] or None,
        }
    )


def byline_edges(stem: str, publisher: object, author: object) -> list[tuple[str, str]]:
    """Type and end of each edge from an article to who publishes and writes it.

    Where neither is known, it is the publisher that every article has.
    """
    if publisher is None and author is None:
        publisher = f"{UNNAMED_PUBLISHER}{stem}"
    pairs = (("PUBLISHED_BY", publisher), ("WRITTEN_BY", author))
    return [(edge, str(holder)) for edge, holder in pairs if holder is not None]


def work_row(work: Work, *, tied: bool) -> Row:
    """The properties of the node of a work outside, but for its days.

    Its digest also says whether an edge leads to its publisher.
    """
    return with_digest(
        {
            "id": work_id(work),
            "title": work.title,
            "publisher_id": work.publisher,
            "published": work.published,
            "outside": True,
        },
        "tied" if tied else "",
    )


def retelling_rows(article: Article) -> list[Row]:
    """The edges RETELLS of an article: `{article, work, props}`."""
    return [
        {
            "article": article.id,
            "work": work_id(item.work),
            "props": without_absent({"from": item.start_words, "to": item.end_words}),
        }
        for item in article.retells
    ]


def work_id(work: str | Work) -> str:
    """The id of the article node of a work: a stem, or one for a work outside.

    >>> work_id(Work("The Haqqanis", "org/foreign-policy"))
    'outside/the-haqqanis-882eda'
    """
    if isinstance(work, str):
        return work
    plain = "".join(one if one.isalnum() else " " for one in work.title.lower())
    slug = "-".join(plain.encode("ascii", "ignore").decode().split())[:60].strip("-")
    unlike = hash_of([work.title, work.publisher, work.published])[:6]
    return f"outside/{slug or 'work'}-{unlike}"


def judgement_row(judgement: Judgement) -> Row:
    """The properties of a judgement node."""
    return {"id": judgement.id, **judgement.line_fields()}


def kept_judgement_row(judgement: Judgement, corpora: Iterable[str]) -> Row:
    """The properties of a judgement node, with the corpora that make it."""
    return with_digest(judgement_row(judgement) | {"corpora": list(corpora)})


def stamp_row(version: str, sha256: str) -> Row:
    """The properties of the Graph node that say which schema it follows."""
    row = {"name": "claimgraph", "schema_version": version, "schema_sha256": sha256}
    return with_digest(row)


def with_digest(row: Mapping[str, object], more: str = "") -> Row:
    """The row without absent values, and a digest over the others and some more words.

    Of a text only that there is one: it has its own digest. Whole numbers count the
    same however an engine gives them back.

    >>> with_digest({"id": "place/a", "lat": 35.0}) == with_digest(
    ...     {"id": "place/a", "lat": 35}
    ... )
    True
    """
    found = without_absent(row)
    parts: list[Part] = ["row/1", more]
    for name in sorted(found):
        value = found[name] if name != "text" else ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        parts += [name, cast("Part", value)]
    return found | {"digest": hash_of(parts)}


def without_absent(row: Mapping[str, object]) -> Row:
    """The row without absent values: a graph has no null properties."""
    return {key: value for key, value in row.items() if value is not None}
