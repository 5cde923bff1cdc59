"""Batches twice over, so that the graph they make can be written in one go."""

import pickle
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import IO, cast

from claimgraph.atomic import in_temporary_folder
from claimgraph.captions import Named, named_entity
from claimgraph.cypher import COUNTED
from claimgraph.definitions import entity_for
from claimgraph.entity_closure import needed_entities
from claimgraph.graph import ClaimRows, Row, build, kept_judgement_row
from claimgraph.identity import Identity, resolve
from claimgraph.model import Batch, Claim, Entity, Judgement
from claimgraph.resources import packaged_path
from claimgraph.schema.types import Schema


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the graph of some batches has, with the batches to go through again.

    `entities` are those that a graph needs, by id; `judgements` are rows of nodes;
    which id stands for which hangs on both, so nothing can be written before.
    `counts` are what the graph counts of itself.
    """

    entities: dict[str, Entity]
    names: dict[str, Named]
    identity: Identity
    judgements: list[Row]
    counts: Row
    count: int
    file: IO[bytes]

    def batches(self) -> Iterator[Batch]:
        """The batches in their order, from the disk."""
        self.file.seek(0)
        for _ in range(self.count):
            yield cast("Batch", pickle.load(self.file))

    def rows(self, claims: Iterable[Claim], schema: Schema) -> ClaimRows:
        """The rows of claims as a load makes them; a missing time stays missing."""
        return loaded_rows(claims, self.names, self.identity, schema)


def loaded_rows(
    claims: Iterable[Claim],
    names: Mapping[str, Named],
    identity: Identity,
    schema: Schema,
) -> ClaimRows:
    """The rows of claims that keep the time of their loading, if they have one."""
    rows = build(claims, names, identity, "", schema)
    edges = [row for group in rows.edges.values() for row in group]
    for row in (*rows.nodes, *edges):
        dates = cast("Row", row["dates"])
        dates["loaded"] = dates["loaded"] or None
    return rows


@contextmanager
def gather_graph(batches: Iterable[Batch]) -> Generator[Gathered]:
    """The batches on disk, and what only shows when all of them are there.

    Memory holds the entities and the judgements, never all claims.
    """
    entities: dict[str, Entity] = {}
    judgements: dict[str, tuple[Judgement, ...]] = {}
    needed_by: dict[str, set[str]] = {}
    articles, claims, count = set[str](), 0, 0
    with ExitStack() as open_file:
        with in_temporary_folder():
            file = open_file.enter_context(tempfile.TemporaryFile())
        for batch in batches:
            count += 1
            articles.add(batch.article.id)
            claims += len(batch.claims)
            known = {entity.id: entity for entity in batch.entities}
            needed = needed_entities(batch.article, batch.claims, known)
            corpus = batch.article.corpus
            entities |= {one.id: one for one in needed}
            for one in needed:
                needed_by.setdefault(one.id, set()).add(corpus)
            if batch.judgements is not None:
                judgements[batch.article.corpus] = batch.judgements
            with in_temporary_folder():
                pickle.dump(replace(batch, known=()), file, pickle.HIGHEST_PROTOCOL)
        listed = {one.id: one for held in judgements.values() for one in held}
        entities = {one: entity_for(entities[one], needed_by[one]) for one in entities}
        identity, _ = resolve(listed.values(), entities.keys())
        numbers = (len(articles), claims, len(entities), len(listed))
        yield Gathered(
            entities={one: entities[one] for one in sorted(entities)},
            names={one: named_entity(held) for one, held in entities.items()},
            identity=identity,
            judgements=judgement_rows(judgements),
            counts=dict(zip(COUNTED, numbers, strict=True)),
            count=count,
            file=file,
        )


def judgement_rows(judgements: dict[str, tuple[Judgement, ...]]) -> list[Row]:
    """The rows of all judgements, each with the corpora that make it, sorted."""
    found: dict[str, Judgement] = {}
    corpora: dict[str, list[str]] = {}
    for corpus in sorted(judgements):
        for one in judgements[corpus]:
            found[one.id] = one
            corpora.setdefault(one.id, []).append(corpus)
    return [kept_judgement_row(found[one], corpora[one]) for one in sorted(found)]


def generated_texts() -> list[str]:
    """The statements that make the constraints and the indexes of words."""
    names = ("constraints.cypher", "fulltext.neo4j.cypher")
    paths = (packaged_path("schema", "generated", name) for name in names)
    return [path.read_text("utf-8") for path in paths]
