"""From the values of the model to blocks of a file; defaults are left out."""

from collections.abc import Mapping

from claimgraph.entity_closure import UNSPECIFIED, unspecified_id
from claimgraph.model import (
    Alias,
    Article,
    Cell,
    Claim,
    Entity,
    Hop,
    Retelling,
    TextSpan,
    Value,
    Work,
    XPath,
    Zone,
)
from claimgraph.passages import locate_cue, occurrences

Block = dict[str, object]


def filled(block: Mapping[str, object]) -> Block:
    """The block without keys that say nothing: None, False, empty lists."""
    return {
        key: value
        for key, value in block.items()
        if value is not None and value is not False and value != [] and value != {}
    }


def claim_block(claim: Claim, article: Article) -> Block:
    """A claim as a person would write it; hop 1 is the article's and not written."""
    reply = claim.reply
    return filled(
        {
            "label": claim.label,
            "relation": claim.relation,
            "subject": claim.subject,
            "object": claim.object,
            "value": value_block(claim.value) if claim.value else None,
            "polarity": unless(claim.polarity, "affirmed"),
            "reason": claim.reason,
            "modality": unless(claim.modality, "stated"),
            "kind": claim.kind,
            "role": claim.role,
            "former": claim.former,
            "chain": chain_blocks(claim, article),
            "quote": claim.quote,
            **selector_block(claim, article.text),
            "valid": claim.valid,
            "valid_words": claim.valid_words,
            "replies_to": {"claim": reply.claim, "how": reply.how} if reply else None,
            "by": unless(claim.by, "hand"),
            "review": unless(claim.review, "accepted"),
            "confidence": claim.confidence,
            "grade": claim.grade,
            "note": claim.note,
        }
    )


def unless(value: str, usual: str) -> str | None:
    """The value, or None where it is the default."""
    return None if value == usual else value


def value_block(value: Value) -> Block:
    """A value with the keys that it has; a count of nought is kept."""
    return filled(
        {
            "min": value.min,
            "max": value.max,
            "of": value.of,
            "about": value.about,
            "on": value.on,
        }
    )


def selector_block(claim: Claim, text: str | None) -> Block:
    """Where the quote stands, in the fewest words: nothing where it stands once."""
    match claim.selector:
        case TextSpan(start, end):
            found = occurrences(text, claim.quote) if text is not None else []
            if start not in found:
                return {"start": start, "end": end}
            return {} if len(found) == 1 else {"nth": found.index(start) + 1}
        case Cell(row, column):
            return {"row": row, "column": column}
        case XPath(xpath):
            return {"xpath": xpath}
        case None:
            return {}


def chain_blocks(claim: Claim, article: Article) -> list[Block]:
    """The inner hops."""
    quote = claim.selector if isinstance(claim.selector, TextSpan) else None
    inner = claim.chain[1:]
    return [
        hop_block(hop, article, quote, "asserts" if hop is inner[-1] else "reports")
        for hop in inner
    ]


def hop_block(hop: Hop, article: Article, quote: TextSpan | None, usual: str) -> Block:
    """One inner hop; `nth` only where the cue is not the one nearest to the quote."""
    hidden = hop.holder == unspecified_id(article.id)
    nth = None
    if hop.cue is not None and hop.cue_start is not None and article.text is not None:
        nearest = locate_cue(article.text, hop.cue, None, quote)
        found = occurrences(article.text, hop.cue)
        if (nearest is None or nearest.start != hop.cue_start) and (
            hop.cue_start in found
        ):
            nth = found.index(hop.cue_start) + 1
    return filled(
        {
            "holder": UNSPECIFIED if hidden else hop.holder,
            "stance": unless(hop.stance, usual),
            "cue": hop.cue,
            "nth": nth,
            "implicit": hop.implicit,
            "said": hop.said,
            "medium": hop.medium,
        }
    )


def header_block(article: Article) -> Block:
    """An article's header."""
    return filled(
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
    told: object = work
    if isinstance(work, Work):
        told = filled(
            {
                "title": work.title,
                "publisher": work.publisher,
                "published": work.published,
            }
        )
    return filled(
        {"work": told, "from": retelling.start_words, "to": retelling.end_words}
    )


def zone_block(zone: Zone) -> Block:
    """A zone."""
    return filled({"kind": zone.kind, "from": zone.start_words, "to": zone.end_words})


def entity_block(entity: Entity) -> Block:
    """An entry of `entities/`."""
    return filled(
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
    return filled(
        {
            "name": alias.name,
            "case": "exact" if alias.case_exact else None,
            "ambiguous": alias.ambiguous,
        }
    )
