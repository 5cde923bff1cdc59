"""A folder of tables that `neo4j-admin database import` makes the same graph of."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from claimgraph.exports import ExportOptions, Why
from claimgraph.exports.rebuilding import EDGES, Gathered, gathered
from claimgraph.exports.rebuilding.literals import text
from claimgraph.exports.rebuilding.replies import Replies
from claimgraph.exports.rebuilding.sheets import Sheet
from claimgraph.exports.rebuilding.works import outside_works, retellings
from claimgraph.graph import Row, article_row, dated, entity_row, present
from claimgraph.model import Article, Batch, Claim
from claimgraph.resources import packaged
from claimgraph.schema import load_schema
from claimgraph.schema.types import Field, Schema

FORMAT = "neo4j-admin-5"
SUFFIX = ""
FOLDER = True
OPTIONS = ("no_text",)
WHY: Mapping[str, Why] = {}
NOTES = (
    "run the command in import.txt inside the folder, while the database does not "
    "exist; then run after.cypher",
)
NODES = ("entities", "articles", "claims", "judgements", "graph")
LINKS = (
    *("within", "published_by", "written_by", "retells", "subject", "object"),
    *("in_article", "said_by", "replies_to", "edges"),
)
GENERATED = ("constraints.cypher", "fulltext.neo4j.cypher")
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
    schema, articles = load_schema(), list[Article]()
    with gathered(batches) as held, ExitStack() as stack:
        sheets = {
            name: stack.enter_context(Sheet(target / f"{name}.csv", special, fields))
            for name, (special, fields) in tables(schema).items()
        }
        write_entities(held, sheets, schema)
        replies = Replies()
        for batch in held.batches():
            replies.note(batch.claims)
        for batch in held.batches():
            if not articles or articles[-1].id != batch.article.id:
                articles.append(batch.article)
                write_article(batch.article, held, sheets)
            replies.meet(batch.claims)
            write_claims(batch.claims, held, sheets, schema)
        write_last(articles, replies, held, sheets, schema)
        longest = max(sheet.longest for sheet in sheets.values())
    named = [f"  --nodes={name}.csv" for name in NODES]
    named += [f"  --relationships={name}.csv" for name in LINKS]
    buffer = max(BUFFER, longest * 4 // 2**20 + 1)
    command = COMMAND.format(tables=" \\\n".join(named), buffer=buffer)
    (target / "import.txt").write_text(command, encoding="utf-8", newline="\n")
    parts = (packaged("schema", "generated", name) for name in GENERATED)
    after = "".join(part.read_text("utf-8") for part in parts) + mended(articles)
    (target / "after.cypher").write_text(after, encoding="utf-8", newline="\n")


def mended(articles: Iterable[Article]) -> str:
    """Commands for lists whose only item is empty: an import leaves them out."""
    return "".join(
        f"MATCH (a:Article {{id: {text(article.id)}}}) SET a.{name} = [''];\n"
        for article in articles
        for name, held in article_row(article).items()
        if held == [""]
    )


def tables(schema: Schema) -> dict[str, tuple[tuple[str, ...], tuple[Field, ...]]]:
    """The special columns and the properties of each table, in the order of its cells.

    Ids of nodes stand twice: once for the edges, by kind of node, once as property.
    """
    nodes = schema.nodes
    entities = {one.name: one for one in nodes["Entity"].properties}
    entities |= {one.name: one for one in nodes["Place"].properties}
    judgements = (*nodes["Judgement"].properties, Field("corpora", "list", ""))
    words = (Field("from", "string", ""), Field("to", "string", ""))
    both = (":START_ID({0})", ":END_ID({1})", ":TYPE")

    def ends(source: str, target: str) -> tuple[str, ...]:
        return tuple(one.format(source, target) for one in both)

    return {
        "entities": ((":ID(Entity)", ":LABEL"), tuple(entities.values())),
        "articles": ((":ID(Article)", ":LABEL"), nodes["Article"].properties),
        "claims": ((":ID(Claim)", ":LABEL"), nodes["Claim"].properties),
        "judgements": ((":ID(Judgement)", ":LABEL"), judgements),
        "graph": ((":ID(Graph)", ":LABEL"), nodes["Graph"].properties),
        "within": (ends("Entity", "Entity"), ()),
        "published_by": (ends("Article", "Entity"), ()),
        "written_by": (ends("Article", "Entity"), ()),
        "retells": (ends("Article", "Article"), words),
        "subject": (ends("Claim", "Entity"), ()),
        "object": (ends("Claim", "Entity"), ()),
        "in_article": (ends("Claim", "Article"), ()),
        "said_by": (ends("Claim", "Entity"), schema.hop),
        "replies_to": (ends("Claim", "Claim"), (Field("how", "string", ""),)),
        "edges": (ends("Entity", "Entity"), schema.provenance),
    }


def write_entities(held: Gathered, sheets: dict[str, Sheet], schema: Schema) -> None:
    """Entity nodes with all their labels, and the places around places."""
    for entity in held.entities.values():
        labels = ["Entity", schema.label_of(entity.id) or "Entity"]
        labels += ["Unnamed"] if entity.unnamed else []
        special = (entity.id, "\x1f".join(labels))
        sheets["entities"].add(special, entity_row(entity))
        if entity.within is not None:
            sheets["within"].add((entity.id, entity.within, "WITHIN"), {})


def write_article(article: Article, held: Gathered, sheets: dict[str, Sheet]) -> None:
    """An article with its voices."""
    days = present(dated({"published": article.published}))
    row = article_row(article) | days
    sheets["articles"].add((article.id, "Article"), row)
    voices = held.voices(article)
    for edge, key in EDGES:
        if key in voices:
            ends = (article.id, str(voices[key]), edge)
            sheets[edge.lower()].add(ends, {})


def write_claims(
    claims: Iterable[Claim], held: Gathered, sheets: dict[str, Sheet], schema: Schema
) -> None:
    """Claim nodes, their hops, and their edges between entities."""
    rows = held.rows(claims, schema)
    edges = {
        str(cast("Row", edge["props"])["claim"]): (kind, edge)
        for kind, group in rows.edges.items()
        for edge in group
    }
    for node in rows.nodes:
        row = whole(node)
        own = str(row["id"])
        sheets["claims"].add((own, "Claim"), row)
        sheets["subject"].add((own, str(node["subject"]), "SUBJECT"), {})
        sheets["in_article"].add((own, str(node["article"]), "IN_ARTICLE"), {})
        if node["object"] is not None:
            sheets["object"].add((own, str(node["object"]), "OBJECT"), {})
        if own in edges:
            kind, edge = edges[own]
            ends = (str(edge["subject"]), str(edge["object"]), kind)
            sheets["edges"].add(ends, whole(edge))
    for hop in rows.hops:
        ends = (str(hop["claim"]), str(hop["holder"]), "SAID_BY")
        sheets["said_by"].add(ends, whole(hop))


def whole(row: Row) -> Row:
    """The properties of a row with its days, those that are there."""
    return present(cast("Row", row["props"]) | cast("Row", row["dates"]))


def write_last(
    articles: list[Article],
    replies: Replies,
    held: Gathered,
    sheets: dict[str, Sheet],
    schema: Schema,
) -> None:
    """What shows only among all articles and claims."""
    works: set[str] = set()
    for article in articles:
        for row, dates, publisher in outside_works(article):
            own = str(row["id"])
            if own in works:
                continue
            works.add(own)
            sheets["articles"].add((own, "Article"), row | present(dates))
            if publisher is not None:
                ends = (own, held.identity.standing(publisher), "PUBLISHED_BY")
                sheets["published_by"].add(ends, {})
    for row in retellings(articles):
        ends = (str(row["article"]), str(row["work"]), "RETELLS")
        sheets["retells"].add(ends, cast("Row", row["props"]))
    for source, answered, how in replies.edges():
        sheets["replies_to"].add((source, answered, "REPLIES_TO"), {"how": how})
    for row in held.judgements:
        sheets["judgements"].add((str(row["id"]), "Judgement"), row)
    stamp: Row = {"schema_version": schema.version, "schema_sha256": schema.sha256}
    sheets["graph"].add(("graph", "Graph"), stamp)
