"""Claims as STIX relationships, notes and opinions: one object for each claim.

Only what an origin affirms becomes a relationship. A denial is an opinion on the
relationships of the same proposition, or a note where nobody affirms it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimgraph.dates import span
from claimgraph.exports.fields import renamed_row
from claimgraph.exports.stix import Block, Maker, new_object, own_reference, time_of
from claimgraph.exports.stix.entities import (
    entity_at,
    entity_ref,
    speaker_ref,
    stix_type,
)
from claimgraph.exports.wording import (
    Entities,
    chain_text,
    sentence,
)
from claimgraph.flat import flat, flat_hops
from claimgraph.model import Claim
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

RELATED = "related-to"
# the pairs that OpenCTI has a relationship of ours for, beside related-to
PAIRS = {"attributed-to": ("incident", "threat-actor")}
# of a set one member holds, and a marked date is rough: neither is a period
NO_PERIOD = "[]~?%X"


# what the extension calls otherwise than fields
RENAMED = {
    "id": "claim",
    "subject_id": "subject",
    "object_id": "object",
    "place_id": "place",
    "kind": "claim_kind",
    "by": "produced_by",
    "confidence": "estimate",
    "note": "coder_note",
    "start": "char_start",
    "end": "char_end",
}
VALUE = {
    "value_min": "minimum",
    "value_max": "maximum",
    "value_of": "counted",
    "value_about": "about",
    "value_best": "best",
    "value_is": "word",
    "on": "date",
}
NOT_TOLD = ("origin_id", "hops", "digest", "headline")
# a file says them in this order; what is not here comes after them
ORDER = """
    claim article proposition relation subject object place polarity reason modality
    claim_kind role former chain quote char_start char_end row column xpath
    pointer said valid valid_words loaded produced_by review estimate grade coder_note
    label value replies_to
"""
HOP_ORDER = """holder stance cue cue_start cue_end implicit said medium"""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the objects of one article's claims are made from.

    `time` is that of what has none of its own: the article's.
    """

    maker: Maker
    schema: Schema
    entities: Entities
    markings: Sequence[str]
    time: str


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
    both = [entity_at(end, setting.entities) for end in (claim.subject, claim.object)]
    ends = [entity_ref(one.id, setting.entities, setting.maker) for one in both]
    types = tuple(stix_type(one, setting.entities) for one in both)
    tie = setting.schema.relations[claim.relation].stix or RELATED
    return claim_base("relationship", claim, setting) | {
        "relationship_type": tie if PAIRS.get(tie) == types else RELATED,
        "description": claim_words(claim, setting),
        "source_ref": ends[0],
        "target_ref": ends[1],
        **period(claim.valid),
    }


def opinion(claim: Claim, setting: Setting, affirming: Sequence[str]) -> Block:
    """What an origin denies and somebody else affirms."""
    return claim_base("opinion", claim, setting) | {
        "opinion": "strongly-disagree",
        "explanation": claim_words(claim, setting),
        "object_refs": list(affirming),
    }


def note(claim: Claim, setting: Setting) -> Block:
    """What an origin denies, leaves open, counts or dates."""
    ends = [claim.subject] + ([claim.object] if claim.object else [])
    return claim_base("note", claim, setting) | {
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


def claim_base(kind: str, claim: Claim, setting: Setting) -> Block:
    """What the objects of all claims share."""
    maker = setting.maker
    time = time_of(claim.loaded) or setting.time
    block = new_object(kind, maker.ref(kind, f"claim/{claim.id}"), time)
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
    declared, row = load_schema().claim.node, flat(claim)
    inner = {
        part: [one.name for one in declared if (one.path or "").startswith(f"{part}.")]
        for part in ("value", "reply")
    }
    found = renamed_row(row, RENAMED, (), (*NOT_TOLD, *inner["value"], *inner["reply"]))
    found["chain"] = [given_fields(hop_fields(hop)) for hop in flat_hops(claim)]
    if claim.value is not None:
        value = {VALUE.get(one, one): row.get(one) for one in inner["value"]}
        found["value"] = given_fields(value) | {"about": claim.value.about}
    if claim.reply is not None:
        found["replies_to"] = given_fields(
            {one.removeprefix("reply_"): row.get(one) for one in inner["reply"]}
        )
    return renamed_row(found, {}, ORDER.split())


def given_fields(fields: Block) -> Block:
    """The fields that have a value."""
    return {key: held for key, held in fields.items() if held is not None}


def hop_fields(row: Mapping[str, object]) -> Block:
    """One speaker of the chain."""
    return renamed_row(row, {"holder_id": "holder"}, HOP_ORDER.split(), ("hop",))
