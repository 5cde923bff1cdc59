"""From the values of the model to blocks of a file; defaults are left out."""

from collections.abc import Mapping
from dataclasses import fields

from claimgraph.entity_closure import UNSPECIFIED, unspecified_id
from claimgraph.flat import Row, file_block, flat, flat_hops
from claimgraph.ids import selector_parts
from claimgraph.model import (
    Alias,
    Article,
    Claim,
    Entity,
    Hop,
    Retelling,
    TextSpan,
    Work,
    Zone,
)
from claimgraph.passages import locate_cue, occurrences
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

Block = dict[str, object]
ORDER = (
    *("label", "relation", "subject", "object", "value", "polarity", "reason"),
    *("modality", "kind", "role", "former", "chain", "quote", "nth", "start", "end"),
    *("row", "column", "xpath", "valid", "valid_words", "replies_to", "by", "review"),
    *("confidence", "grade", "note"),
)
HOP_ORDER = ("holder", "stance", "cue", "nth", "implicit", "said", "medium")


def filled_block(block: Mapping[str, object]) -> Block:
    """The block without keys that say nothing: None, False, empty lists."""
    return {
        key: value
        for key, value in block.items()
        if value is not None and value is not False and value != [] and value != {}
    }


def claim_block(claim: Claim, article: Article) -> Block:
    """A claim as a person would write it; hop 1 is the article's and not written.

    The keys stand in the order in which a claim is read, those not named there last.
    """
    typed = [
        field
        for field in load_schema().claim.node
        if not field.derived and not (field.path or "").startswith("selector.")
    ]
    row = flat(claim)
    block = file_block(row, [one for one in typed if not is_usual(one, row)])
    block["chain"] = chain_blocks(claim, article)
    block |= selector_block(claim, article.text)
    return filled_block({key: block[key] for key in (*ORDER, *block) if key in block})


def is_usual(field: ClaimField, row: Mapping[str, object]) -> bool:
    """Whether a claim says of a field what it says where nothing is written."""
    usual = {one.name: one.default for one in fields(Claim)}
    return field.path in usual and row.get(field.name) == usual[field.path]


def selector_block(claim: Claim, text: str | None) -> Block:
    """Where the quote stands, in the fewest words: nothing where it stands once."""
    place = claim.selector
    if not isinstance(place, TextSpan):
        return {**(selector_parts(place) or {})}
    found = occurrences(text, claim.quote) if text is not None else []
    if place.start not in found:
        return {"start": place.start, "end": place.end}
    return {} if len(found) == 1 else {"nth": found.index(place.start) + 1}


def chain_blocks(claim: Claim, article: Article) -> list[Block]:
    """The inner hops."""
    quote = claim.selector if isinstance(claim.selector, TextSpan) else None
    last = len(claim.chain) - 1
    return [
        hop_block(hop, row, article, quote, "asserts" if index == last else "reports")
        for index, (hop, row) in enumerate(
            zip(claim.chain, flat_hops(claim), strict=True)
        )
        if index
    ]


def hop_block(
    hop: Hop, row: Row, article: Article, quote: TextSpan | None, usual: str
) -> Block:
    """One inner hop; `nth` only where the cue is not the one nearest to the quote."""
    typed = [field for field in load_schema().claim.hop if not field.derived]
    block = file_block(row, typed)
    if hop.holder == unspecified_id(article.id):
        block["holder"] = UNSPECIFIED
    if hop.stance == usual:
        del block["stance"]
    block |= nth_block(hop, article, quote)
    return {key: block[key] for key in (*HOP_ORDER, *block) if key in block}


def nth_block(hop: Hop, article: Article, quote: TextSpan | None) -> Block:
    """Which of the cue's places in the text is meant, where that must be said."""
    if hop.cue is None or hop.cue_start is None or article.text is None:
        return {}
    nearest = locate_cue(article.text, hop.cue, None, quote)
    found = occurrences(article.text, hop.cue)
    if hop.cue_start not in found:
        return {}
    if nearest is not None and nearest.start == hop.cue_start:
        return {}
    return {"nth": found.index(hop.cue_start) + 1}


def header_block(article: Article) -> Block:
    """An article's header."""
    return filled_block(
        {
            "title": article.title,
            "kind": article.kind,
            "publisher": article.publisher,
            "author": article.author,
            "published": article.published,
            "published_why": article.published_why,
            "language": article.language,
            "url": article.url,
            "sha256": article.sha256,
            "source_sha256": article.source_sha256,
            "retells": [retelling_block(item) for item in article.retells],
            "marking": article.marking,
            "zones": [zone_block(zone) for zone in article.zones],
            "note": article.note,
        }
    )


def retelling_block(retelling: Retelling) -> Block:
    """A retelling."""
    work = retelling.work
    named: object = work
    if isinstance(work, Work):
        named = filled_block(
            {
                "title": work.title,
                "publisher": work.publisher,
                "published": work.published,
            }
        )
    return filled_block(
        {"work": named, "from": retelling.start_words, "to": retelling.end_words}
    )


def zone_block(zone: Zone) -> Block:
    """A zone."""
    return filled_block(
        {"kind": zone.kind, "from": zone.start_words, "to": zone.end_words}
    )


def entity_block(entity: Entity) -> Block:
    """An entry of `entities/`."""
    return filled_block(
        {
            "id": entity.id,
            "name": entity.name,
            "aliases": [alias_block(alias) for alias in entity.aliases],
            "kind": entity.kind,
            "description": entity.description,
            "ids": dict(entity.ids),
            "unnamed": entity.unnamed,
            "collective": entity.collective,
            "by": entity.by,
            "within": entity.within,
            "lat": entity.lat,
            "lon": entity.lon,
        }
    )


def alias_block(alias: Alias) -> object:
    """An alias: plain where it has no mark."""
    if not alias.case_exact and not alias.ambiguous:
        return alias.name
    return filled_block(
        {
            "name": alias.name,
            "case": "exact" if alias.case_exact else None,
            "ambiguous": alias.ambiguous,
        }
    )
