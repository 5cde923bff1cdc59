"""Which entities batches make and alter in the graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimgraph.captions import named_row
from claimgraph.cypher import Step, changes, lookups
from claimgraph.definitions import merged_definitions, united_entity
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import CorpusError
from claimgraph.graph import Row, entity_row
from claimgraph.loading.canonical import Leaving
from claimgraph.loading.graph_view import GraphView, held_definitions, places_around
from claimgraph.model import Batch, Entity
from claimgraph.schema.types import Schema


@dataclass(slots=True)
class EntityPlan:
    """The entities of some batches against those of the graph.

    `renamed` are those whose claims carry another name from now on, `relabelled`
    those whose node must be made anew, `left` those that may be needed no more,
    `inside` the places around which a node is made anew.
    """

    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    new: list[Entity] = field(default_factory=list[Entity])
    altered: list[Entity] = field(default_factory=list[Entity])
    renamed: list[str] = field(default_factory=list[str])
    relabelled: list[str] = field(default_factory=list[str])
    left: set[str] = field(default_factory=set[str])
    inside: list[Row] = field(default_factory=list[Row])

    def take(self, entity: Entity, row: Row, before: Row | None) -> None:
        """An entity as it is from now on; nothing is to be done where it was so."""
        one = entity.id
        self.rows[one] = row
        if before is None:
            self.new.append(entity)
        elif before != row:
            self.altered.append(entity)
            self.note_effects(one, before, row)

    def note_effects(self, one: str, before: Row, after: Row) -> None:
        """What else an altered entity touches."""
        if named_row(before) != named_row(after):
            self.renamed.append(one)
        if before.get("unnamed") != after.get("unnamed"):
            self.relabelled.append(one)
        self.left |= places_around(before) - places_around(after)

    def around(self) -> dict[str, list[str]]:
        """The places around each entity that is made or altered."""
        return {one.id: one.around for one in (*self.new, *self.altered)}

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
        places: list[Row] = [
            {"id": one, "within": place}
            for one, around in self.around().items()
            for place in around
        ]
        return steps + changes.link_places([*places, *self.inside])


def plan_entities(batches: Sequence[Batch], view: GraphView) -> EntityPlan:
    """What to do about the entities that the batches need; others are left alone.

    Raises CorpusError where what their corpus says of one contradicts another corpus.
    """
    needed: dict[str, Entity] = {}
    for batch in batches:
        entities = {entity.id: entity for entity in batch.entities}
        kept = [claim for claim in batch.claims if claim.review != "rejected"]
        found = needed_entities(batch.article, kept, entities)
        needed |= {entity.id: entity for entity in found}
    held = view.entity_rows(needed)
    plan, corpus = EntityPlan(), batches[0].article.corpus
    for entity in needed.values():
        before = held.get(entity.id)
        plan.take(*view.united(entity, corpus, before), before)
    refuse_circles(plan, view)
    plan.inside = places_inside(plan, view)
    return plan


def leave_entities(
    plan: EntityPlan, leaving: Leaving, candidates: Iterable[str]
) -> set[str]:
    """Takes out of entities that others need what only articles that go brought.

    Gives the candidates back, with the places around them: nothing may need them now.
    """
    view, corpus = leaving.view, leaving.corpus
    found = view.around(candidates)
    for one in leaving.no_longer_needed(found):
        before = view.entities[one]
        rest = merged_definitions(held_definitions(before), (), corpus)
        entity = united_entity(rest)
        plan.take(entity, entity_row(entity), before)
    leaving.around = plan.around()
    return found


def refuse_circles(plan: EntityPlan, view: GraphView) -> None:
    """Corpora that lay places into each other contradict each other."""
    own = plan.around()
    for one in (*plan.new, *plan.altered):
        if len(one.definitions) < 2 or not one.around:
            continue
        seen, queue = set[str](), [*one.around]
        while queue:
            place = queue.pop()
            if place == one.id:
                named = ", ".join(told.corpus for told in one.definitions)
                raise CorpusError(
                    f"{place} lies within itself by what corpora say together (its "
                    f"own: {named}): correct `within` in one of them",
                    file=one.where.file if one.where else None,
                    line=one.where.line if one.where else None,
                    key=place,
                )
            if place not in seen:
                seen.add(place)
                known = own.get(place)
                outer = view.ids(lookups.PLACES_AROUND, ids=[place])
                queue += outer if known is None else known


def places_inside(plan: EntityPlan, view: GraphView) -> list[Row]:
    """The places around which a node is made anew, but for those written anyhow."""
    if not plan.relabelled:
        return []
    rows = view.read(lookups.PLACES_INSIDE, {"ids": plan.relabelled})
    own = plan.around()
    return [row for row in rows if row["id"] not in own]
