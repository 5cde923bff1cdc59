"""Is the header of an article sound?"""

import hashlib
import re
from collections.abc import Collection, Mapping

from claimgraph.errors import Problem
from claimgraph.gate.texts import article_texts, misfits
from claimgraph.gate.words import check_choice, check_date, no_entry
from claimgraph.ids import id_prefix
from claimgraph.model import ARTICLE_KINDS, ZONE_KINDS, Article, Entity, Where, Work
from claimgraph.passages import line_beginning, retelling_span, zone_span

STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")
LONGEST_STEM = 200
SHA256 = re.compile(r"[0-9a-f]{64}")
MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def check_article(
    article: Article, entities: Mapping[str, Entity], known: Collection[str] = ()
) -> list[Problem]:
    """Problems of the stem, the digest, dates, who speaks, zones, retellings, texts."""
    where = article.where or Where(article.id)
    problems = check_choice(where, "kind", article.kind, ARTICLE_KINDS)
    problems += check_choice(where, "marking", article.marking, MARKINGS)
    problems += check_date(where, "published", article.published)
    if not STEM.fullmatch(article.id):
        reason = f"{article.id!r} is no stem: only a-z, 0-9, _ and -, not - or _ first"
        problems.append(where.problem("", reason))
    if len(article.id) > LONGEST_STEM:
        reason = f"has {len(article.id)} characters; at most {LONGEST_STEM}"
        problems.append(where.problem("", reason))
    if not 0 <= article.rejected < 2**63:
        problems.append(where.problem("rejected", f"{article.rejected} is no number"))
    problems += check_digest(article, where)
    for key, holder, prefix in (
        ("publisher", article.publisher, "org"),
        ("author", article.author, "person"),
    ):
        problems += check_voice(where, key, holder, prefix, entities, known)
    problems += check_zones(article, where) + check_retellings(article, where)
    return [*problems, *misfits(article_texts(article), where)]


def is_stem(text: str) -> bool:
    """Whether an article can be called so."""
    return STEM.fullmatch(text) is not None and len(text) <= LONGEST_STEM


def check_digest(article: Article, where: Where) -> list[Problem]:
    """Whether the digests of the header are some, and the text's is its own."""
    given = (("sha256", article.sha256), ("source_sha256", article.source_sha256))
    for key, digest in given:
        if digest is not None and not SHA256.fullmatch(digest):
            reason = f"{digest[:80]!r} is no SHA-256: 64 digits 0-9, a-f"
            mend = "; `claimgraph check --rehash` writes it" if key == "sha256" else ""
            return [where.problem(key, reason + mend)]
    if article.text is None:
        return []
    found = text_digest(article.text)
    if found == article.sha256:
        return []
    if has_other_line_ends(article):
        reason = (
            "the text has other line ends than when it was coded, which git on Windows "
            "makes: put `articles/** -text` into .gitattributes and check it out again"
        )
        return [where.problem("sha256", reason)]
    reason = (
        f"is not the digest of the text, which is {found}; if the text was changed on "
        "purpose, `claimgraph check --rehash` writes the new one"
    )
    return [where.problem("sha256", reason)]


def has_other_line_ends(article: Article) -> bool:
    """Whether the header's digest is that of the text with other line ends."""
    bare = (article.text or "").replace("\r\n", "\n")
    return article.sha256 in (
        text_digest(bare),
        text_digest(bare.replace("\n", "\r\n")),
    )


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def check_voice(
    where: Where,
    key: str,
    holder: str | None,
    prefix: str,
    entities: Mapping[str, Entity],
    known: Collection[str],
) -> list[Problem]:
    """Whether the publisher is a known organization, the author a known person."""
    if holder is None:
        return []
    if id_prefix(holder) != prefix:
        return [where.problem(key, f"{holder} must begin with {prefix}/")]
    if holder not in entities:
        return [where.problem(key, no_entry(holder, known or entities))]
    return []


def check_zones(article: Article, where: Where) -> list[Problem]:
    """Whether each zone has a known kind and its words stand in the text."""
    problems: list[Problem] = []
    for index, zone in enumerate(article.zones):
        key = f"zones[{index}]"
        problems += check_choice(where, f"{key}.kind", zone.kind, ZONE_KINDS)
        if zone.end_words == "":
            problems.append(where.problem(f"{key}.to", "is empty"))
        if article.text is None or zone_span(article.text, zone) is not None:
            continue
        if line_beginning(article.text, zone.start_words) is None:
            reason = f"no line of the text begins with {zone.start_words!r}"
            problems.append(where.problem(f"{key}.from", reason))
        else:
            reason = f"{zone.end_words!r} does not stand after the zone's beginning"
            problems.append(where.problem(f"{key}.to", reason))
    return problems


def check_retellings(article: Article, where: Where) -> list[Problem]:
    """Whether each retold work is dated well and its passage stands in the text."""
    problems: list[Problem] = []
    for index, retelling in enumerate(article.retells):
        key = f"retells[{index}]"
        if isinstance(retelling.work, Work):
            problems += check_date(
                where, f"{key}.work.published", retelling.work.published
            )
        elif retelling.work == article.id:
            problems.append(
                where.problem(f"{key}.work", "is this article itself: name another")
            )
        elif not is_stem(retelling.work):
            reason = f"{retelling.work[:60]!r} is no stem of an article"
            problems.append(where.problem(f"{key}.work", reason))
        for end, words in (
            ("from", retelling.start_words),
            ("to", retelling.end_words),
        ):
            if words == "":
                problems.append(where.problem(f"{key}.{end}", "is empty"))
        if article.text is not None and not retelling_span(article.text, retelling):
            reason = "the words from … to … do not stand in the text in this order"
            problems.append(where.problem(f"{key}.from", reason))
    return problems
