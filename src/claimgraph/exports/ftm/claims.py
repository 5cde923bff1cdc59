"""Claims in FollowTheMoney: a link for what is affirmed, a note for all else."""

import json
from collections.abc import Iterator
from functools import lru_cache

from claimgraph.exports.features import later_fields
from claimgraph.exports.ftm import Block, ftm_block, ftm_id
from claimgraph.exports.ftm.entities import PLAIN
from claimgraph.exports.wording import (
    Entities,
    chain_text,
    name_of,
    proposition_of,
    sentence,
)
from claimgraph.flat import flat
from claimgraph.model import Cell, Claim, Pointer, TextSpan, XPath
from claimgraph.schema.types import FtmLink, Schema

Held = dict[str, str | list[str] | None]
# what a note is called in lists, where nothing but its name is seen
NAMES = {
    "denied": "denied",
    "declines-to-name": "declines to name",
    "does-not-blame": "does not blame",
    "silent": "silent on",
    "cannot-verify": "cannot verify",
}


def claim_block(claim: Claim, entities: Entities, schema: Schema) -> Block:
    """A claim as one entity whose id follows from that of the claim."""
    held: Held = {
        "description": claim.quote,
        "proof": ftm_id(f"article/{claim.article}"),
        "retrievedAt": claim.loaded.removesuffix("Z") if claim.loaded else None,
    }
    link = link_of(claim, schema)
    kind = "Note" if link is None else link.schema
    if link is not None and claim.object is not None:
        held |= link_properties(claim, claim.object, entities, schema, link)
    else:
        held |= {
            "name": note_name(claim, entities, schema),
            "entity": [ftm_id(one) for one in (claim.subject, claim.object) if one],
            "keywords": [claim.polarity, schema.relations[claim.relation].label],
        }
    text = [sentence(claim, entities, schema), *lines(claim, entities, kind)]
    return ftm_block(f"claim/{claim.id}", kind, held | {"summary": "\n".join(text)})


def link_of(claim: Claim, schema: Schema) -> FtmLink | None:
    """The link that a claim is written as; None where it is a note."""
    if claim.object is None or claim.polarity != "affirmed":
        return None
    return schema.relations[claim.relation].ftm


def link_properties(
    claim: Claim, target: str, entities: Entities, schema: Schema, link: FtmLink
) -> Held:
    """The properties of a link: who says it stands in them."""
    start, end = period(claim.valid)
    held: Held = {
        link.subject: ftm_id(claim.subject),
        "recordId": claim.id,
        "date": claim.said if plain(claim.said) else None,
        "startDate": start,
        "endDate": end,
        link.object: ftm_id(target),
    }
    words = role(claim, entities, schema)
    if link.schema == "Sanction":
        # an authority is a text there
        who = target if link.object == "authority" else claim.subject
        held |= {"authority": name_of(who, entities), "authorityId": who}
        held |= {"program": words, "status": claim.modality}
    elif link.schema == "Family":
        held["relationship"] = words
    else:
        held |= {"role": words, "status": claim.modality}
    return held


def role(claim: Claim, entities: Entities, schema: Schema) -> str:
    """What the ends are to each other, and on whose word."""
    finer = [word for word in (claim.kind, claim.role) if word]
    finer += ["former"] if claim.former else []
    tail = f" ({', '.join(finer)})" if finer else ""
    words = schema.relations[claim.relation].label
    return f"{words}{tail}, according to {name_of(claim.origin, entities)}"


def note_name(claim: Claim, entities: Entities, schema: Schema) -> str:
    """A name that nobody takes for what the note denies or leaves open."""
    origin = name_of(claim.origin, entities)
    words = NAMES.get(claim.reason or claim.polarity, "claimed")
    return f"{words}: {proposition_of(claim, entities, schema)} (according to {origin})"


def plain(edtf: str | None) -> bool:
    """Whether FollowTheMoney can hold the date as it is."""
    return edtf is not None and PLAIN.fullmatch(edtf) is not None


@lru_cache(maxsize=1 << 12)
def period(valid: str | None) -> tuple[str | None, str | None]:
    """Start and end, where they say exactly what the date says."""
    if valid is None or plain(valid):
        return valid, valid
    start, _, end = valid.partition("/")
    if start != end and all(one == ".." or plain(one) for one in (start, end)):
        return None if start == ".." else start, None if end == ".." else end
    return None, None


def lines(claim: Claim, entities: Entities, kind: str) -> Iterator[str]:
    """What has no property of its own, one `key: value` a line.

    Free words are written as JSON, so that no line of theirs looks like one of ours.
    """
    yield f"chain: {chain_text(claim, entities)}"
    yield f"relation: {claim.relation}"
    yield f"polarity: {claim.polarity}{f' ({claim.reason})' if claim.reason else ''}"
    if kind in ("Note", "Family"):
        yield f"modality: {claim.modality}"
    if claim.said and (kind == "Note" or not plain(claim.said)):
        yield f"said: {claim.said}"
    if claim.valid and (kind == "Note" or period(claim.valid) == (None, None)):
        yield f"valid: {claim.valid}"
    yield f"review: {claim.review}"
    yield from (f"{key}: {held}" for key, held in plain_words(claim) if held)
    for key, held in free_words(claim):
        if held is not None:
            yield f"{key}: {json.dumps(held, ensure_ascii=False)}"


def plain_words(claim: Claim) -> Iterator[tuple[str, str | None]]:
    """Fields whose words come from a closed list, or are numbers."""
    value = claim.value
    match claim.selector:
        case TextSpan(start, end):
            yield "characters", f"{start} to {end}"
        case Cell(row, column):
            yield "cell", json.dumps([row, column], ensure_ascii=False)
        case XPath(xpath):
            yield "xpath", json.dumps(xpath, ensure_ascii=False)
        case Pointer(pointer):
            yield "pointer", json.dumps(pointer, ensure_ascii=False)
        case None:
            pass
    yield "kind", claim.kind
    yield "role", claim.role
    yield "former", "yes" if claim.former else None
    yield "place", claim.place
    yield "confidence", None if claim.confidence is None else repr(claim.confidence)
    yield "grade", claim.grade
    if value is not None:
        yield "on", value.on
        yield "min", None if value.min is None else str(value.min)
        yield "max", None if value.max is None else str(value.max)
        yield "about", "yes" if value.about else None
        yield "best", None if value.best is None else str(value.best)
        yield "is", value.word


def free_words(claim: Claim) -> Iterator[tuple[str, object]]:
    """Fields that hold whatever a person or an article wrote, and later ones."""
    yield "by", claim.by
    yield "of", claim.value.of if claim.value else None
    yield "valid words", claim.valid_words
    yield "note", claim.note
    yield "label", claim.label
    if claim.reply is not None:
        yield "replies to", claim.reply.claim
        yield "how", claim.reply.how
    later, row = later_fields()[0], flat(claim)
    yield from ((field.name, row.get(field.name)) for field in later)
