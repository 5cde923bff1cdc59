"""Which entities batches make and alter in the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimgraph.captions import named_row
from claimgraph.cypher import Step, changes, lookups
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import CorpusError
from claimgraph.graph import Row
from claimgraph.identity import Identity
from claimgraph.loading.graph_view import GraphView, text
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
        return steps + changes.link_places([*places, *self.inside])


def plan_entities(
    batches: Sequence[Batch], view: GraphView, identity: Identity
) -> EntityPlan:
    """What to do about the entities that the batches need; others are left alone.

    Raises CorpusError where another corpus defines one differently.
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
        one, row = entity.id, view.row_of(entity)
        plan.rows[one] = row
        if one not in held:
            plan.new.append(entity)
        elif held[one] != row:
            refuse_other_corpus(entity, corpus, view, identity)
            plan.altered.append(entity)
            note_effects(plan, one, held[one], row)
    plan.inside = places_inside(plan, view)
    return plan


def places_inside(plan: EntityPlan, view: GraphView) -> list[Row]:
    """The places around which a node is made anew, but for those written anyhow."""
    if not plan.relabelled:
        return []
    rows = view.read(lookups.PLACES_INSIDE, {"ids": plan.relabelled})
    own = {entity.id for entity in (*plan.new, *plan.altered)}
    return [row for row in rows if row["id"] not in own]


def note_effects(
    plan: EntityPlan, one: str, before: Mapping[str, object], after: Row
) -> None:
    """What else an altered entity touches."""
    if named_row(before) != named_row(after):
        plan.renamed.append(one)
    if before.get("unnamed") != after.get("unnamed"):
        plan.relabelled.append(one)
    if before.get("within") not in (None, after.get("within")):
        plan.left.add(text(before["within"]))


def refuse_other_corpus(
    entity: Entity, corpus: str, view: GraphView, identity: Identity
) -> None:
    """An id that another corpus defines differently is an error that names both."""
    others = sorted(corpora_of(entity.id, view, identity) - {corpus})
    if others:
        where = entity.where
        raise CorpusError(
            f"{entity.id} is defined differently by corpus {', '.join(others)}, which "
            f"is loaded, and by corpus {corpus}: give one of them another id, or make "
            "both equal",
            file=where.file if where else None,
            line=where.line if where else None,
            key=entity.id,
        )


def corpora_of(one: str, view: GraphView, identity: Identity) -> set[str]:
    """The corpora of the graph that need an entity, or a place inside it."""
    found: set[str] = set()
    for name in places_below(one, view):
        asked = {"id": name, "standing": identity.canonical(name)}
        rows = view.read(lookups.CORPORA_OF_ENTITY, asked)
        articles = view.read(lookups.ARTICLES_NAMING, asked)
        works = [row["id"] for row in articles if row["corpus"] is None]
        if works:
            rows += view.read(lookups.RETELLERS_OF_WORKS, {"ids": works})
        rows += [row for row in articles if row["corpus"] is not None]
        found |= {text(row["corpus"]) for row in rows}
    return found


def places_below(one: str, view: GraphView) -> set[str]:
    """An entity with all places that lie within it."""
    found = set[str]()
    queue = {one}
    while queue:
        found |= queue
        queue = set(view.ids(lookups.PLACES_INSIDE, ids=sorted(queue))) - found
    return found
