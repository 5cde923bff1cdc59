"""Entities as STIX actors, identities, incidents and locations."""

from claimgraph.exports.stix import Block, Maker, day_time, new_object, own_reference
from claimgraph.exports.wording import Entities
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, Judgement

# groups that act by arms; what type of actor one is would be a finding of ours
ARMED = ("militant-group", "cell", "faction")
CLASSES = {
    "person": "individual",
    "group": "group",
    "org": "organization",
    "state": "organization",
    "community": "group",
}
VERDICTS = {
    "same": "are one",
    "different": "are not one",
    "unsure": "may be one",
}


def stix_type(entity: Entity, entities: Entities) -> str:
    """What the entity becomes; a place without any coordinates is an identity.

    A location must have coordinates, a country code or a region of a closed list, and
    ours have neither of the last two.
    """
    prefix = id_prefix(entity.id)
    if prefix == "attack":
        return "incident"
    if prefix == "place" and coordinates(entity, entities) is not None:
        return "location"
    if prefix == "group" and entity.kind in ARMED:
        return "threat-actor"
    return "identity"


def entity_at(entity_id: str, entities: Entities) -> Entity:
    """The entity, or one whose name is its id where it is not at hand."""
    return entities.get(entity_id) or Entity(id=entity_id, name=entity_id)


def entity_ref(entity_id: str, entities: Entities, maker: Maker) -> str:
    """The id of the object that stands for an entity."""
    entity = entity_at(entity_id, entities)
    return maker.ref(stix_type(entity, entities), entity_id)


def speaker_ref(entity_id: str, maker: Maker) -> str:
    """The id of the identity that an entity speaks as: only identities create."""
    return maker.ref("identity", entity_id)


def coordinates(entity: Entity, entities: Entities) -> Entity | None:
    """The place itself, or the nearest one around it, that has coordinates."""
    seen: set[str] = set()
    held: Entity | None = entity
    while held is not None and held.id not in seen:
        if held.lat is not None and held.lon is not None:
            return held
        seen.add(held.id)
        held = entities.get(held.within) if held.within else None
    return None


def speaker_object(
    entity_id: str, entities: Entities, maker: Maker, time: str
) -> Block:
    """The identity that an entity speaks as; of most entities their only object."""
    entity = entity_at(entity_id, entities)
    block = identity_object(entity, maker, time)
    if stix_type(entity, entities) != "identity":
        block["description"] = longer_description(entity, "as a speaker")
    return block


def entity_object(entity_id: str, entities: Entities, maker: Maker, time: str) -> Block:
    """An entity as it is spoken of."""
    entity = entity_at(entity_id, entities)
    kind = stix_type(entity, entities)
    if kind == "identity":
        return identity_object(entity, maker, time)
    block = entity_base(entity, kind, maker, time)
    if kind == "threat-actor":
        names = entity.names[1:]
        block |= {"aliases": names} if names else {}
    at = coordinates(entity, entities)
    if kind == "location" and at is not None:
        block |= {"latitude": at.lat, "longitude": at.lon}
        if at.id != entity.id:
            block["description"] = longer_description(
                entity, f"coordinates are of {at.name}"
            )
    return block


def identity_object(entity: Entity, maker: Maker, time: str) -> Block:
    """An entity as an identity, which can speak."""
    block = entity_base(entity, "identity", maker, time)
    group = entity.unnamed and entity.collective
    prefix = id_prefix(entity.id)
    # OpenCTI makes a sector of the economy of a class
    block["identity_class"] = "group" if group else CLASSES.get(prefix, "unknown")
    return block


def entity_base(entity: Entity, kind: str, maker: Maker, time: str) -> Block:
    """What all types of entities share."""
    ref = maker.ref(kind, entity.id)
    block = new_object(kind, ref, time) | {"name": entity.name}
    if entity.description:
        block["description"] = entity.description
    block["external_references"] = [own_reference(entity.id)] + [
        {"source_name": scheme, "external_id": number} for scheme, number in entity.ids
    ]
    block["extensions"] = maker.extended(
        {
            "entity": entity.id,
            "entity_kind": entity.kind,
            "unnamed": entity.unnamed,
            "collective": entity.collective,
            "other_names": entity.names[1:],
            "within": entity.within,
        }
    )
    return block


def longer_description(entity: Entity, more: str) -> str:
    """The description of an entity with something added."""
    return "; ".join(part for part in (entity.description, more) if part)


def judgement_note(one: Judgement, entities: Entities, maker: Maker) -> Block:
    """What a person judged about two ids; nothing is merged."""
    names = [
        entities[end].name if end in entities else end for end in (one.left, one.right)
    ]
    words = VERDICTS.get(one.verdict, one.verdict)
    ref = maker.ref("note", f"judgement/{one.id}")
    return new_object("note", ref, day_time(one.when)) | {
        "authors": [one.who],
        "abstract": f"{one.who} judges: {names[0]} and {names[1]} {words}",
        "content": one.why,
        "labels": ["judgement"],
        "object_refs": [
            entity_ref(end, entities, maker) for end in (one.left, one.right)
        ],
        "extensions": maker.extended(
            {
                "judgement": one.id,
                "ends": [one.left, one.right],
                "verdict": one.verdict,
                "judged": one.when,
            }
        ),
    }
