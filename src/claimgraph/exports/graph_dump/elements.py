"""All nodes and edges of a graph with their properties, one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar, cast

from claimgraph.exports.graph_dump import Gathered
from claimgraph.graph import (
    ClaimRows,
    Row,
    article_row,
    byline_edges,
    days_of,
    entity_row,
    retelling_rows,
    stamp_row,
    without_absent,
    work_id,
    work_row,
)
from claimgraph.model import Article, Claim, Work
from claimgraph.schema.types import Field, Schema, properties

SLICE = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DumpTable:
    """Nodes of one kind, or edges between two kinds, that have the same properties.

    `ends` is the label that finds a node, or those of the two ends of an edge; `key`
    are the properties that tell parallel edges apart.
    """

    ends: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """A node with its id and all its labels, or an edge with two ids and its type."""

    table: str
    ends: tuple[str, ...]
    kind: tuple[str, ...]
    row: Row


class Replies:
    """Finds the claims that replies name: by id, by label, by `<stem>#label`."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, str, str]] = []
        self.labelled: dict[tuple[str, str], str] = {}
        self.wanted: set[str] = set()
        self.present: set[str] = set()

    def note(self, claims: Iterable[Claim]) -> None:
        """Keeps what replies need of some claims; the others are forgotten."""
        for claim in claims:
            if claim.label is not None:
                self.labelled[claim.article, claim.label] = claim.id
            if claim.reply is not None:
                reply = claim.reply
                self.given.append((claim.id, claim.article, reply.claim, reply.how))
                self.wanted.add(reply.claim)

    def meet(self, claims: Iterable[Claim]) -> None:
        """Notes which of the claims that replies name by id are there."""
        self.present |= {claim.id for claim in claims if claim.id in self.wanted}

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Answering claim, answered claim, how; sorted, each once."""
        found: set[tuple[str, str, str]] = set()
        for own, article, named, how in self.given:
            stem, mark, label = named.partition("#")
            if named in self.present:
                found.add((own, named, how))
            for key in ((article, named), (stem, label) if mark else ("", "")):
                if key in self.labelled:
                    found.add((own, self.labelled[key], how))
        yield from sorted(found)


def tables(schema: Schema) -> dict[str, DumpTable]:
    """All tables by name, nodes first."""
    nodes = schema.nodes
    entities = {one.name: one for one in nodes["Entity"].properties}
    entities |= {one.name: one for one in nodes["Place"].properties}
    words = (Field("from", "string", ""), Field("to", "string", ""))
    return {
        "graph": DumpTable(("Graph",), nodes["Graph"].properties),
        "judgements": DumpTable(("Judgement",), nodes["Judgement"].properties),
        "entities": DumpTable(("Entity",), tuple(entities.values())),
        "articles": DumpTable(("Article",), nodes["Article"].properties),
        "claims": DumpTable(("Claim",), nodes["Claim"].properties),
        "within": DumpTable(("Entity", "Entity")),
        "published_by": DumpTable(("Article", "Entity")),
        "written_by": DumpTable(("Article", "Entity")),
        "retells": DumpTable(("Article", "Article"), words, ("from", "to")),
        "subject": DumpTable(("Claim", "Entity")),
        "object": DumpTable(("Claim", "Entity")),
        "in_article": DumpTable(("Claim", "Article")),
        "said_by": DumpTable(
            ("Claim", "Entity"), properties(schema.claim.hop), ("hop",)
        ),
        "replies_to": DumpTable(("Claim", "Claim"), (Field("how", "string", ""),)),
        "edges": DumpTable(
            ("Entity", "Entity"), properties(schema.claim.edge), ("claim",)
        ),
    }


def groups(held: Gathered, schema: Schema) -> Iterator[list[Element]]:
    """The elements, an article's in their order; ends are never in a later group."""
    stamp = stamp_row(schema.version, schema.sha256)
    yield [Element("graph", ("graph",), ("Graph",), stamp | held.counts)]
    for judgements in slices(held.judgements, SLICE):
        yield [
            Element("judgements", (str(row["id"]),), ("Judgement",), row)
            for row in judgements
        ]
    for entities in slices(held.entities.values(), SLICE):
        yield [
            Element("entities", (one.id,), labels(one.id, one.unnamed, schema), row)
            for one, row in ((one, entity_row(one)) for one in entities)
        ]
    yield [
        Element("within", (one.id, place), ("WITHIN",), {})
        for one in held.entities.values()
        for place in one.around
    ]
    articles, replies = list[Article](), Replies()
    for batch in held.batches():
        replies.note(batch.claims)
    for batch in held.batches():
        replies.meet(batch.claims)
        if not articles or articles[-1].id != batch.article.id:
            # their texts would fill the memory
            articles.append(replace(batch.article, text=None))
            yield list(of_article(batch.article, held))
        for claims in slices(batch.claims, SLICE):
            yield list(of_claims(held.rows(claims, schema)))
    yield list(of_all(articles, replies, held))


def labels(own: str, unnamed: bool, schema: Schema) -> tuple[str, ...]:
    """All labels of an entity."""
    found = ("Entity", schema.label_of(own) or "Entity")
    return (*found, "Unnamed") if unnamed else found


def of_article(article: Article, held: Gathered) -> Iterator[Element]:
    """An article with its bylines."""
    own, row = article.id, dated_row(article_row(article))
    yield Element("articles", (own,), ("Article",), row)
    for edge, holder in byline_edges(own, article.publisher, article.author):
        ends = (own, held.identity.canonical(holder))
        yield Element(edge.lower(), ends, (edge,), {})


def dated_row(row: Row) -> Row:
    """The properties of an article or a work, and the days of its publication."""
    return row | without_absent(days_of(row, ["published"]))


def of_claims(rows: ClaimRows) -> Iterator[Element]:
    """Claim nodes, their edges between entities, and their hops."""
    edges = {
        str(cast("Row", edge["props"])["claim"]): (kind, edge)
        for kind, group in rows.edges.items()
        for edge in group
    }
    for node in rows.nodes:
        row = whole(node)
        own = str(row["id"])
        yield Element("claims", (own,), ("Claim",), row)
        for kind in ("subject", "object"):
            if node[kind] is not None:
                yield Element(kind, (own, str(node[kind])), (kind.upper(),), {})
        yield Element("in_article", (own, str(node["article"])), ("IN_ARTICLE",), {})
        if own in edges:
            kind, edge = edges[own]
            ends = (str(edge["subject"]), str(edge["object"]))
            yield Element("edges", ends, (kind,), whole(edge))
    for hop in rows.hops:
        ends = (str(hop["claim"]), str(hop["holder"]))
        yield Element("said_by", ends, ("SAID_BY",), whole(hop))


def whole(row: Row) -> Row:
    """The properties of a row with its days, those that are there."""
    held = cast("Mapping[str, Row]", row)
    return without_absent(held["props"] | held["dates"])


def of_all(
    articles: Sequence[Article], replies: Replies, held: Gathered
) -> Iterator[Element]:
    """What shows only among all articles and claims."""
    works = {work_id(one.work): one.work for each in articles for one in each.retells}
    there = {article.id for article in articles}
    for own, work in works.items():
        if not isinstance(work, Work):
            continue
        there.add(own)
        # free text unless it is the id of an entity: an edge needs two ends
        tied = work.publisher in held.entities
        row = dated_row(work_row(work, tied=tied))
        yield Element("articles", (own,), ("Article",), row)
        if work.publisher is not None and tied:
            ends = (own, held.identity.canonical(work.publisher))
            yield Element("published_by", ends, ("PUBLISHED_BY",), {})
    for row in (one for article in articles for one in retelling_rows(article)):
        ends = (str(row["article"]), str(row["work"]))
        if row["work"] in there:
            yield Element("retells", ends, ("RETELLS",), cast("Row", row["props"]))
    for source, answered, how in replies.edges():
        yield Element("replies_to", (source, answered), ("REPLIES_TO",), {"how": how})


def slices(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in lists of at most that many."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part
