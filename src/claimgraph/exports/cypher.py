"""A Cypher script that makes the same graph in any empty Neo4j."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from claimgraph.cypher import Step, changes
from claimgraph.exports import ExportOptions, Why
from claimgraph.exports.rebuilding import Gathered, gathered
from claimgraph.exports.rebuilding.literals import inlined
from claimgraph.exports.rebuilding.works import outside_works, retellings
from claimgraph.graph import Row, article_row, dated, entity_row
from claimgraph.model import Article, Batch
from claimgraph.resources import packaged
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

FORMAT = "cypher-5"
SUFFIX = ".cypher"
FOLDER = False
OPTIONS = ("no_text",)
WHY: Mapping[str, Why] = {}
NOTES = (
    "for an empty database: cypher-shell --file FILE; :begin and :commit are commands "
    "of cypher-shell, everything else is Cypher with one command a line",
    "a server plans literals slowly: above some thousand claims take neo4j-admin",
)
HEAD = (
    "// A claimgraph graph, for an empty Neo4j 5 database: cypher-shell --file THIS\n"
)
# a longer list of literals takes the server's planner too long
ROWS = 100
GENERATED = ("constraints.cypher", "fulltext.neo4j.cypher")
T = TypeVar("T")


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Constraints and indexes, then one transaction for each batch."""
    schema = load_schema()
    with (
        gathered(batches) as held,
        target.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.write(HEAD)
        for name in GENERATED:
            text = packaged("schema", "generated", name).read_text("utf-8")
            lines = text.splitlines(keepends=True)
            file.writelines(line for line in lines if not line.startswith("//"))
        for steps in transactions(held, schema):
            file.write(":begin\n")
            file.writelines(f"{inlined(step)};\n" for step in steps)
            file.write(":commit\n")


def transactions(held: Gathered, schema: Schema) -> Iterator[list[Step]]:
    """The steps of each transaction, as a load would take them on an empty graph."""
    yield [changes.stamp(schema.version, schema.sha256), *entities(held, schema)]
    articles: list[Article] = []
    for batch in held.batches():
        steps: list[Step] = []
        if not articles or articles[-1].id != batch.article.id:
            articles.append(batch.article)
            steps = article_steps(batch.article, held)
        for claims in slices(batch.claims, ROWS):
            steps += changes.create_claims(held.rows(claims, schema), schema)
            steps += changes.link_replies(claims)
        if steps:
            yield steps
    last = changes.link_retellings(retellings(articles))
    last += changes.write_judgements(held.judgements, [])
    if last:
        yield last


def entities(held: Gathered, schema: Schema) -> Iterator[Step]:
    """The nodes of all entities, then the places around places."""
    groups: dict[tuple[str, bool], list[Row]] = {}
    for entity in held.entities.values():
        label = schema.label_of(entity.id) or "Entity"
        groups.setdefault((label, entity.unnamed), []).append(entity_row(entity))
    for key, rows in sorted(groups.items()):
        for part in slices(rows, ROWS):
            yield from changes.create_entities({key: part})
    places: list[Row] = [
        {"id": one.id, "within": one.within}
        for one in held.entities.values()
        if one.within is not None
    ]
    for part in slices(places, ROWS):
        yield from changes.link_places(part)


def article_steps(article: Article, held: Gathered) -> list[Step]:
    """The node of an article with its voices, and those of works outside."""
    dates = dated({"published": article.published})
    steps = changes.write_article(
        article_row(article), dates, held.voices(article), True
    )
    for row, days, publisher in outside_works(article):
        holder = held.identity.standing(publisher) if publisher else None
        steps += changes.write_work(row, days, holder)
    return steps


def slices(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in lists of at most that many."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part
