"""FollowTheMoney: one entity a line, for Aleph, OpenAleph and their tools."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.ftm import Block
from claimgraph.exports.ftm.claims import claim_block
from claimgraph.exports.ftm.entities import (
    article_block,
    entity_block,
    judgement_block,
)
from claimgraph.exports.ftm.losses import ftm_losses
from claimgraph.model import Batch, Claim, Entity, Judgement
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

NOTES = (
    "each claim is an entity of its own, so merging in FollowTheMoney keeps them apart",
    "readers trim white space at both ends of a quote and take out control characters",
    "an attack has no date and no place of its own: who says when and where is a claim",
    "Aleph takes contentHash away from what is sent in through its interface",
)


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Entities before the claims that name them; judgements and topics at the end."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for block in blocks(batches, options.topics):
            file.write(json.dumps(block, ensure_ascii=False) + "\n")


def blocks(batches: Iterable[Batch], topics: bool) -> Iterator[Block]:
    """Every line of the file; ids of entities are held, and with `topics` groups."""
    schema = load_schema()
    written: set[str] = set()
    waiting: dict[str, Entity] = {}
    designated: set[str] = set()
    judged: dict[str, tuple[Judgement, dict[str, Entity]]] = {}
    for batch in batches:
        entities = {entity.id: entity for entity in batch.entities}
        for entity in batch.entities:
            if entity.id not in written:
                written.add(entity.id)
                if topics and entity.id.startswith(("group/", "person/")):
                    waiting[entity.id] = entity
                else:
                    yield entity_block(entity)
        article = f"article/{batch.article.id}"
        if article not in written:
            written.add(article)
            yield article_block(batch.article, entities)
        judged |= {one.id: (one, ends(one, entities)) for one in batch.judgements or ()}
        for claim in batch.claims:
            designated |= sanctioned_ids(claim, schema)
            yield claim_block(claim, entities, schema)
    for key, entity in sorted(waiting.items()):
        yield entity_block(entity, topics=key in designated)
    for _, (one, both) in sorted(judged.items()):
        yield judgement_block(one, both)


def ends(one: Judgement, entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities that a judgement is about."""
    both = (one.left, one.right)
    return {end: entities[end] for end in both if end in entities}


def sanctioned_ids(claim: Claim, schema: Schema) -> set[str]:
    """Who is under a sanction, where somebody plainly says so."""
    link = schema.relations[claim.relation].ftm
    if link is None or link.schema != "Sanction" or claim.object is None:
        return set()
    if claim.polarity != "affirmed" or claim.modality != "stated" or claim.former:
        return set()
    return {claim.subject if link.subject == "entity" else claim.object}


FORMAT = Format("followthemoney-4", write, ".ftm.json", ("topics",), NOTES, ftm_losses)
