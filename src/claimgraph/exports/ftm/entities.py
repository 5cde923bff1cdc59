"""Entities, articles and judgements in the types of FollowTheMoney."""

import re
from collections.abc import Mapping

from claimgraph.dates import span
from claimgraph.exports.ftm import Block, ftm_block, ftm_id
from claimgraph.exports.wording import name_of
from claimgraph.ids import id_prefix
from claimgraph.model import Article, Entity, Judgement

# the kinds of an organization that are bodies of a state
PUBLIC = ("security-service", "armed-force", "ministry", "government")
SCHEMATA = {
    "group": "Organization",
    "org": "Organization",
    "state": "Organization",
    "person": "Person",
    "community": "LegalEntity",
    "place": "Address",
    "attack": "Event",
}
# a year, a month or a day as FollowTheMoney reads it; 21 to 24 are seasons of EDTF
PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", re.ASCII)
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[!-;=?-~]*)?", re.ASCII)
# FollowTheMoney wants three letters
LANGUAGES = {
    **{"en": "eng", "ar": "ara", "fa": "fas", "ps": "pus", "ur": "urd", "ru": "rus"},
    **{"fr": "fra", "de": "deu", "es": "spa", "tr": "tur", "he": "heb", "hi": "hin"},
}
WIKIDATA = re.compile(r"Q\d+", re.ASCII)


def schema_of(entity: Entity) -> str:
    """The type of an entity: only bodies of a state are public bodies."""
    if entity.id.startswith("org/") and entity.kind in PUBLIC:
        return "PublicBody"
    return SCHEMATA.get(id_prefix(entity.id), "LegalEntity")


def entity_block(entity: Entity, topics: bool = False) -> Block:
    """An entity; `topics` marks it as designated, which is somebody's finding.

    An attack has neither date nor place: who says when and where is a claim.
    """
    words = [entity.kind] if entity.kind else []
    words += ["unnamed"] if entity.unnamed else []
    words += ["collective"] if entity.collective else []
    wikidata = [number for _, number in entity.ids if WIKIDATA.fullmatch(number)]
    words += [f"{key}={number}" for key, number in entity.ids if number not in wikidata]
    place = entity.id.startswith("place/")
    return ftm_block(
        entity.id,
        schema_of(entity),
        {
            "name": entity.name,
            "full": entity.name if place else None,
            "alias": [one.name for one in entity.aliases if not one.ambiguous],
            "weakAlias": [one.name for one in entity.aliases if one.ambiguous],
            "description": entity.description,
            "keywords": words,
            "wikidataId": wikidata,
            "topics": "crime.terror" if topics else None,
            "latitude": str(entity.lat) if place and entity.lat is not None else None,
            "longitude": str(entity.lon) if place and entity.lon is not None else None,
        },
    )


def article_block(article: Article, entities: Mapping[str, Entity]) -> Block:
    """An article, with its publisher as text: who published is no claim."""
    writer = article.author
    url = article.url if article.url and ADDRESS.fullmatch(article.url) else None
    return ftm_block(
        f"article/{article.id}",
        "Article",
        {
            "name": article.title,
            "title": article.title,
            "publisher": name_of(article.speaker, entities),
            "author": name_of(writer, entities) if writer else None,
            "publishedAt": first_day(article.published),
            "language": LANGUAGES.get(article.language or ""),
            "contentHash": article.sha256,
            "sourceUrl": url,
            "keywords": [article.kind]
            + ([article.marking] if article.marking else [])
            + ([] if article.quote_checked else ["quotes not checked"]),
        },
    )


def first_day(published: str | None) -> str | None:
    """The date where FollowTheMoney can hold it, else the first possible day."""
    if published is None or PLAIN.fullmatch(published):
        return published
    return span(published).earliest


def judgement_block(one: Judgement, entities: Mapping[str, Entity]) -> Block:
    """What a person judged about two ids, as a note on both; nothing is merged."""
    ends = [one.left, one.right]
    names = " and ".join(name_of(end, entities) for end in ends)
    return ftm_block(
        f"judgement/{one.id}",
        "Note",
        {
            "name": f"judged {one.verdict}: {names}",
            "description": one.why,
            "summary": f"judged by {one.who}, {one.when}",
            "entity": [ftm_id(end) for end in ends],
            "keywords": ["judgement", one.verdict],
        },
    )
