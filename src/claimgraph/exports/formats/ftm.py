"""FollowTheMoney: one entity a line, for Aleph, OpenAleph and their tools."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.features import feature_fields
from claimgraph.exports.ftm import Block
from claimgraph.exports.ftm.claims import claim_block, link_of, period
from claimgraph.exports.ftm.entities import (
    article_block,
    entity_block,
    judgement_block,
)
from claimgraph.exports.loss import GivenClaim, Loss
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


TEXT = "summary"
NO_FIELD = "FollowTheMoney has no field for it"


def link_schema(given: GivenClaim) -> str | None:
    """The schema of a claim that is written as a link; None where it is a note."""
    link = link_of(given.claim, load_schema())
    return None if link is None else link.schema


def is_no_period(given: GivenClaim) -> bool:
    """Whether the dates of a link do not spell when the claim held."""
    no_link = link_schema(given) is None
    return no_link or period(given.claim.valid) == (None, None)


LOSSES = {
    "polarity": Loss(
        "FollowTheMoney has no field for it: what is affirmed of two entities is a "
        "link, a denial, a silence or a value is a note",
        "name, keywords and summary of the note",
        when=lambda given: link_schema(given) is None,
    ),
    "reason": Loss(NO_FIELD, "name and summary of the note"),
    "modality": Loss(
        "notes and families have no status",
        TEXT,
        when=lambda given: link_schema(given) in (None, "Family"),
    ),
    "kind_role": Loss("a role is a text", f"role, {TEXT}"),
    "hop_stance": Loss(NO_FIELD, TEXT),
    "hop_medium": Loss(NO_FIELD, TEXT),
    "unnamed": Loss("a keyword is a text", "keywords of the entity"),
    "said": Loss("a link has one date, a note none", f"date, {TEXT}"),
    "valid": Loss(
        "a note has no dates; rough dates and one of several days have no property",
        TEXT,
        when=is_no_period,
    ),
    "date_precision": Loss(
        "only years, months and days are dates", f"date, startDate, endDate, {TEXT}"
    ),
    "place": Loss("a link has no place", TEXT),
    "value_best": Loss("a note is a text", f"name, {TEXT}"),
    "value_is": Loss("a note is a text", f"name, {TEXT}"),
    "value_range": Loss("a note is a text", f"name, {TEXT}"),
    "value_of": Loss("a note is a text", f"name, {TEXT}"),
    "proposition": Loss(
        "notes hold no relation, and a sanction names its authority as text",
        f"keywords, entity, authorityId, {TEXT}",
        when=lambda given: link_schema(given) in (None, "Sanction"),
    ),
    "judgements": Loss("a note is a text", "note"),
}


@cache
def ftm_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Every feature but the quote, the article and what is said side by side."""
    every = {
        feature: Loss(NO_FIELD, TEXT)
        if not feature.startswith("hop_")
        else Loss(NO_FIELD, level="lost")
        for feature in feature_fields()
    }
    del every["quote"], every["loaded"]
    return every | LOSSES


FORMAT = Format("followthemoney-4", write, ".ftm.json", ("topics",), NOTES, ftm_losses)
