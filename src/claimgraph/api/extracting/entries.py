"""New entities that proposals need: their ids among those of a corpus, their lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claimgraph.coding.blocks import Block
from claimgraph.coding.new_ids import free_id
from claimgraph.definitions.blocks import entity_block
from claimgraph.extraction.proposals import Proposals
from claimgraph.flat import entity_ids
from claimgraph.folding import fold
from claimgraph.gate import check_entities
from claimgraph.ids import claim_digest, fill_derived, id_prefix
from claimgraph.model import Claim, Entity
from claimgraph.schema import load_schema

ORDER = ("id", "name", "aliases", "kind", "description")


@dataclass(frozen=True, slots=True)
class Placed:
    """Claims whose entities have ids that nobody else has, and those that are new."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]


def place_entities(proposals: Proposals, at_hand: Mapping[str, Entity]) -> Placed:
    """The claims with each new entity under an id of its own.

    One whose id somebody at hand has is that one if they share a name, or are attacks
    of one month, place and target; else it gets a number.
    """
    new: dict[str, Entity] = {}
    renamed: dict[str, str] = {}
    for entity in proposals.entities:
        other = at_hand.get(entity.id)
        if other is None:
            new[entity.id] = entity
        elif not is_one(entity, other):
            own_id = free_id(entity.id, at_hand.keys() | new.keys())
            renamed[entity.id] = own_id
            new[own_id] = replace(entity, id=own_id)
    claims = proposals.claims
    if renamed:
        claims = rename_all(proposals, renamed)
    return Placed(claims, tuple(new.values()))


def is_one(entity: Entity, other: Entity) -> bool:
    """Whether two entities of one id are one."""
    if id_prefix(entity.id) == "attack" and other.by is not None:
        return True
    names = set(map(fold, entity.names))
    return not names.isdisjoint(map(fold, other.names))


def rename_all(proposals: Proposals, ids: Mapping[str, str]) -> tuple[Claim, ...]:
    """The claims with other ids for some entities; replies go on to what they meant."""
    found = {one.id: rename(one, ids, proposals) for one in proposals.claims}
    moved = {old: one.id for old, one in found.items() if old != one.id}
    for one in found.values():
        if one.reply is not None and one.reply.claim in moved:
            answered = replace(one.reply, claim=moved[one.reply.claim])
            # the claim was made just now: nobody else holds it
            object.__setattr__(one, "reply", answered)
            object.__setattr__(one, "digest", claim_digest(one))
    return tuple(found.values())


def rename(claim: Claim, ids: Mapping[str, str], proposals: Proposals) -> Claim:
    """A claim with other ids for some entities."""
    if entity_ids(claim).isdisjoint(ids):
        return claim
    found = replace(
        claim,
        subject=ids.get(claim.subject, claim.subject),
        object=ids.get(claim.object or "", claim.object),
        place=ids.get(claim.place or "", claim.place),
        chain=tuple(
            replace(hop, holder=ids.get(hop.holder, hop.holder)) for hop in claim.chain
        ),
    )
    symmetric = load_schema().symmetric(claim.relation)
    fill_derived(found, proposals.article, symmetric)
    return found


def named_in(claims: Iterable[Claim], entities: Iterable[Entity]) -> list[Entity]:
    """Those of some entities that claims name, and the places around these."""
    needed = entity_ids(*claims)
    listed = {one.id: one for one in entities}
    queue = [one for one in needed if one in listed]
    while queue:
        around = [one for one in listed[queue.pop()].around if one in listed]
        queue += [one for one in around if one not in needed]
        needed.update(around)
    return [one for one in listed.values() if one.id in needed]


def are_sound(entity: Entity, at_hand: Mapping[str, Entity]) -> bool:
    """Whether the gate takes an entity beside the places that it lies in."""
    around = [at_hand[one] for one in entity.around if one in at_hand]
    return not check_entities([entity, *around], load_schema(), {})


def entry_of(entity: Entity) -> Block:
    """The entry of an entity, as people write it."""
    block = entity_block(entity)
    keys = [*ORDER, *(key for key in block if key not in ORDER)]
    found = {key: block[key] for key in keys if key in block}
    return found  # type: ignore[return-value]  # entries hold texts, lists and switches
