"""Which entities a batch makes and alters in the graph."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimgraph.cypher import Step, changes, lookups
from claimgraph.errors import CorpusError
from claimgraph.graph import Row, entity_row
from claimgraph.load.known import Known, text
from claimgraph.model import Batch, Entity
from claimgraph.needs import needed_entities
from claimgraph.schema.types import Schema


@dataclass(slots=True)
class EntityPlan:
    """The entities of a batch against those of the graph.

    `renamed` are those whose claims carry another name from now on, `relabelled`
    those whose node must be made anew, `left` those that may be needed no more.
    """

    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    new: list[Entity] = field(default_factory=list[Entity])
    altered: list[Entity] = field(default_factory=list[Entity])
    renamed: list[str] = field(default_factory=list[str])
    relabelled: list[str] = field(default_factory=list[str])
    left: set[str] = field(default_factory=set[str])

    def steps(self, schema: Schema) -> list[Step]:
        """Nodes first, then the places around places."""
        groups: dict[tuple[str, bool], list[Row]] = {}
        again = [one for one in self.altered if one.id in self.relabelled]
        for entity in (*self.new, *again):
            label = schema.label_of(entity.id)
            if label is None:
                raise CorpusError(f"{entity.id} has no known prefix", key=entity.id)
            groups.setdefault((label, entity.unnamed), []).append(self.rows[entity.id])
        same = [one for one in self.altered if one.id not in self.relabelled]
        rows = [self.rows[entity.id] for entity in same]
        steps = changes.delete_entities(self.relabelled)
        steps += changes.replace_entities(rows) + changes.create_entities(groups)
        places = [self.rows[one.id] for one in (*self.new, *self.altered) if one.within]
        return steps + changes.link_places(places)


def plan_entities(batch: Batch, known: Known) -> EntityPlan:
    """What to do about the entities that the batch needs; others it leaves alone.

    Raises CorpusError where another corpus defines one differently.
    """
    entities = {entity.id: entity for entity in batch.entities}
    kept = [claim for claim in batch.claims if claim.review != "rejected"]
    needed = {one.id: one for one in needed_entities(batch.article, kept, entities)}
    for judgement in batch.judgements or ():
        for one in (judgement.left, judgement.right):
            if one in entities:
                needed[one] = entities[one]
    held = known.entity_rows(sorted(needed))
    plan = EntityPlan()
    for one, entity in sorted(needed.items()):
        row = entity_row(entity)
        plan.rows[one] = row
        if one not in held:
            plan.new.append(entity)
        elif held[one] != row:
            refuse_other_corpus(entity, batch, known)
            plan.altered.append(entity)
            note_effects(plan, one, held[one], row)
    return plan


def note_effects(
    plan: EntityPlan, one: str, before: Mapping[str, object], after: Row
) -> None:
    """What else an altered entity touches."""
    if before.get("name") != after.get("name"):
        plan.renamed.append(one)
    if before.get("unnamed") != after.get("unnamed"):
        plan.relabelled.append(one)
    if before.get("within") not in (None, after.get("within")):
        plan.left.add(text(before["within"]))


def refuse_other_corpus(entity: Entity, batch: Batch, known: Known) -> None:
    """An id that another corpus defines differently is an error that names both."""
    corpus = batch.article.corpus
    rows = known.store.read(
        lookups.CORPORA_OF_ENTITY, {"id": entity.id, "corpus": corpus}
    )
    if rows:
        others = ", ".join(sorted({text(row["corpus"]) for row in rows}))
        where = entity.where
        raise CorpusError(
            f"{entity.id} is defined differently by corpus {others}, which is loaded, "
            f"and by corpus {corpus}: give one of them another id, or make both equal",
            file=where.file if where else None,
            line=where.line if where else None,
            key=entity.id,
        )
