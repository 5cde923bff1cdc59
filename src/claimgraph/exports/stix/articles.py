"""Articles as STIX reports."""

import re
from collections.abc import Sequence

from claimgraph.exports.stix import Block, Maker, day_time, new_object, own_reference
from claimgraph.exports.stix.entities import speaker_ref
from claimgraph.model import Article

ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[!-;=?-~]*)?", re.ASCII)


def report(
    article: Article,
    refs: Sequence[str],
    lines: Sequence[str],
    markings: Sequence[str],
    maker: Maker,
) -> Block:
    """An article with the objects of its claims; `lines` tell them."""
    own = own_reference(f"article/{article.id}", hashes={"SHA-256": article.sha256})
    if article.url is not None and ADDRESS.fullmatch(article.url):
        own["url"] = article.url
    time = day_time(article.published)
    block = new_object("report", maker.ref("report", f"article/{article.id}"), time)
    block |= {
        "created_by_ref": speaker_ref(article.speaker, maker),
        "name": article.title,
        "description": description(article, lines),
        "report_types": ["threat-report"],
        "published": time,
        "labels": [article.kind],
        "external_references": [own],
        "object_refs": list(refs) or [speaker_ref(article.speaker, maker)],
    }
    if markings:
        block["object_marking_refs"] = list(markings)
    block["extensions"] = maker.extended(
        {
            "article": article.id,
            "published": article.published,
            "published_why": article.published_why,
            "author": article.author,
            "language": article.language,
            "url": article.url,
            "marking": article.marking,
            "note": article.note,
            "quote_unchecked": not article.quote_checked,
        }
    )
    return block


def description(article: Article, lines: Sequence[str]) -> str:
    """When it appeared, and each of its claims on a line of its own."""
    when = article.published or "at an unknown date"
    first = f"Published: {when}. Each line below is what its origin says, no finding."
    return "\n".join([first, *lines])
