"""Claims as STIX relationships, notes and opinions: one object for each claim.

Only what an origin affirms becomes a relationship. A denial is an opinion on the
relationships of the same proposition, or a note where nobody affirms it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.dates import span
from claimgraph.exports.places import place_fields
from claimgraph.exports.stix import Block, Maker, object_head, own_reference, time_of
from claimgraph.exports.stix.entities import Entities, entity_ref, speaker_ref
from claimgraph.exports.wording import (
    chain_text,
    sentence,
)
from claimgraph.model import Claim, Hop, Value
from claimgraph.schema.types import Schema

# of a set one member holds, and a marked date is rough: neither is a period
NO_PERIOD = "[]~?%X"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the objects of one article's claims are made from."""

    maker: Maker
    schema: Schema
    entities: Entities
    markings: Sequence[str]


def claim_object(
    claim: Claim, setting: Setting, affirming: Sequence[str] = ()
) -> Block:
    """A claim as one object; `affirming` are the relationships that a denial denies."""
    if is_relationship(claim):
        return relationship(claim, setting)
    if claim.polarity == "denied" and affirming:
        return opinion(claim, setting, affirming)
    return note(claim, setting)


def is_relationship(claim: Claim) -> bool:
    """Whether a claim is written as a tie of its two ends."""
    return claim.polarity == "affirmed" and claim.object is not None


def relationship(claim: Claim, setting: Setting) -> Block:
    """What an origin affirms of two entities."""
    assert claim.object is not None
    ends = [
        entity_ref(end, setting.entities, setting.maker)
        for end in (claim.subject, claim.object)
    ]
    return claim_head("relationship", claim, setting) | {
        "relationship_type": setting.schema.relations[claim.relation].stix,
        "description": claim_words(claim, setting),
        "source_ref": ends[0],
        "target_ref": ends[1],
        **period(claim.valid),
    }


def opinion(claim: Claim, setting: Setting, affirming: Sequence[str]) -> Block:
    """What an origin denies and somebody else affirms."""
    return claim_head("opinion", claim, setting) | {
        "opinion": "strongly-disagree",
        "explanation": claim_words(claim, setting),
        "object_refs": list(affirming),
    }


def note(claim: Claim, setting: Setting) -> Block:
    """What an origin denies, leaves open, counts or dates."""
    ends = [claim.subject] + ([claim.object] if claim.object else [])
    return claim_head("note", claim, setting) | {
        "abstract": sentence(claim, setting.entities, setting.schema),
        "content": claim_words(claim, setting),
        "object_refs": [
            entity_ref(one, setting.entities, setting.maker) for one in ends
        ],
    }


def claim_words(claim: Claim, setting: Setting) -> str:
    """The claim in words: its sentence, its quote, its chain."""
    parts = [sentence(claim, setting.entities, setting.schema)]
    parts.append(f"Quote: {claim.quote}")
    parts.append(f"Chain: {chain_text(claim, setting.entities)}")
    return "\n".join(parts)


def claim_line(claim: Claim, setting: Setting) -> str:
    """The claim on one line of its report, for readers that drop its object."""
    return f"- {sentence(claim, setting.entities, setting.schema)}"


def claim_head(kind: str, claim: Claim, setting: Setting) -> Block:
    """What the objects of all claims share."""
    maker = setting.maker
    block = object_head(
        kind, maker.ref(kind, f"claim/{claim.id}"), time_of(claim.loaded)
    )
    block["created_by_ref"] = speaker_ref(claim.origin, maker)
    labels = [claim.polarity, claim.relation.lower().replace("_", "-"), claim.modality]
    labels += [claim.reason] if claim.reason else []
    block["labels"] = [*labels, claim.review]
    if claim.confidence is not None:
        block["confidence"] = round(claim.confidence * 100)
    block["external_references"] = [own_reference(f"claim/{claim.id}")]
    if setting.markings:
        block["object_marking_refs"] = list(setting.markings)
    block["extensions"] = maker.extended(fields_of(claim))
    return block


def period(valid: str | None) -> Block:
    """Start and stop of a relationship, where the date is a period of plain days."""
    if valid is None or any(mark in valid for mark in NO_PERIOD):
        return {}
    days = span(valid)
    found: Block = {}
    if days.earliest is not None:
        found["start_time"] = f"{days.earliest}T00:00:00.000Z"
    if days.latest is not None and days.latest != days.earliest:
        found["stop_time"] = f"{days.latest}T00:00:00.000Z"
    return found


def fields_of(claim: Claim) -> Block:
    """Everything that the claim has, for our extension."""
    found: Block = {
        "claim": claim.id,
        "article": claim.article,
        "proposition": claim.proposition,
        "relation": claim.relation,
        "subject": claim.subject,
        "object": claim.object,
        "polarity": claim.polarity,
        "reason": claim.reason,
        "modality": claim.modality,
        "claim_kind": claim.kind,
        "role": claim.role,
        "former": claim.former,
        "chain": [hop_fields(hop) for hop in claim.chain],
        "quote": claim.quote,
        **place_fields(claim.selector),
        "said": claim.said,
        "valid": claim.valid,
        "valid_words": claim.valid_words,
        "loaded": claim.loaded,
        "produced_by": claim.by,
        "review": claim.review,
        "estimate": claim.confidence,
        "grade": claim.grade,
        "coder_note": claim.note,
        "label": claim.label,
    }
    if claim.value is not None:
        found["value"] = value_fields(claim.value)
    if claim.reply is not None:
        found["replies_to"] = {"claim": claim.reply.claim, "how": claim.reply.how}
    return found


def value_fields(value: Value) -> Block:
    """The figure or the day of a claim."""
    return {
        "minimum": value.min,
        "maximum": value.max,
        "counted": value.of,
        "about": value.about,
        "date": value.on,
    }


def hop_fields(hop: Hop) -> Block:
    """One speaker of the chain."""
    found: Block = {
        "holder": hop.holder,
        "stance": hop.stance,
        "cue": hop.cue,
        "cue_start": hop.cue_start,
        "cue_end": hop.cue_end,
        "implicit": hop.implicit or None,
        "said": hop.said,
        "medium": hop.medium,
    }
    return {key: held for key, held in found.items() if held is not None}
