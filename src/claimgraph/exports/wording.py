"""How does a claim read in formats that hold it as free text?

No text begins as if an origin affirmed what it denies or leaves open: the words of
the act come right behind the name of the origin.
"""

import json
from collections.abc import Mapping

from claimgraph.model import Claim, Entity, Hop
from claimgraph.safe_text import speaker, tame
from claimgraph.schema.types import Schema
from claimgraph.value_words import value_words

ACTS = {
    "affirmed": "says:",
    "denied": "denies:",
    "declines-to-name": "declines to name who:",
    "does-not-blame": "does not blame:",
    "silent": "is silent on:",
    "cannot-verify": "cannot verify:",
}
# of what is drawn of a claim, by its polarity
COLOURS = {"affirmed": "#1a7f37", "denied": "#cf222e", "withheld": "#d97706"}
# what a name could use to look like more than one speaker of a chain
SPECIAL = '[]>"'
Entities = Mapping[str, Entity]


def name_of(entity_id: str, entities: Entities) -> str:
    """The name of an entity on one line; its id where no entity is at hand.

    No name can end the line that it stands in, or reverse the words behind it.
    """
    entity = entities.get(entity_id)
    return entity_id if entity is None else tame(entity.name)


def chain_names(claim: Claim, entities: Entities) -> str:
    """The speakers by name, from the outside in."""
    return " > ".join(name_of(hop.holder, entities) for hop in claim.chain)


def marked_relation(relation: str, polarity: str) -> str:
    """What a tie is called where nothing else of its claim is seen.

    >>> marked_relation("ALLEGED_LINK", "denied")
    'DENIED ALLEGED_LINK'
    """
    return relation if polarity == "affirmed" else f"{polarity.upper()} {relation}"


def act_of(claim: Claim) -> str:
    """What the origin does with the proposition, as a verb: `denies:`."""
    return ACTS[claim.reason or claim.polarity]


def proposition_of(claim: Claim, entities: Entities, schema: Schema) -> str:
    """What the claim affirms, denies or leaves open, without who does."""
    relation = schema.relations[claim.relation]
    subject = name_of(claim.subject, entities)
    kind, role = (f" ({word})" if word else "" for word in (claim.kind, claim.role))
    if claim.object is None and claim.value is None:
        return f"{subject} {relation.label}{kind}{role}"
    return relation.sentence.format(
        subject=subject,
        object=name_of(claim.object, entities) if claim.object else "",
        value=value_words(claim.value) if claim.value else "",
        kind=kind,
        role=role,
    )


def sentence(claim: Claim, entities: Entities, schema: Schema) -> str:
    """The claim as one sentence that begins with its origin."""
    said = proposition_of(claim, entities, schema)
    finer: list[str] = [claim.modality] if claim.modality != "stated" else []
    finer += ["formerly"] if claim.former else []
    finer += [f"in {name_of(claim.place, entities)}"] if claim.place else []
    tail = f" ({', '.join(finer)})" if finer else ""
    origin = speaker(name_of(claim.origin, entities))
    return f"{origin} {act_of(claim)} {said}{tail}."


def chain_text(claim: Claim, entities: Entities) -> str:
    """The whole chain from the outside in, ids and stances in it.

    `Sputnik [org/sputnik] reports > NDS [org/nds] asserts, said 2020-05-06, by call`
    """
    return " > ".join(hop_text(hop, entities) for hop in claim.chain)


def hop_text(hop: Hop, entities: Entities) -> str:
    """One speaker: name, id, stance, when, how."""
    name = name_of(hop.holder, entities)
    if any(letter in name for letter in SPECIAL) or name != name.strip():
        name = json.dumps(name, ensure_ascii=False)
    said = f", said {hop.said}" if hop.said else ""
    medium = f", by {hop.medium}" if hop.medium else ""
    return f"{name} [{hop.holder}] {hop.stance}{said}{medium}"
