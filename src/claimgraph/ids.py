"""Ids that anybody can work out again: SHA-256 over a compact JSON array."""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from msgspec.json import Encoder

from claimgraph.headlines import is_headline
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Hop,
    Judgement,
    Pointer,
    Selector,
    TextSpan,
    Value,
)

# fractions stand only at the top: see `compact_json`
Plain = str | int | None
Part = Plain | float | Sequence[Plain | Sequence[Plain]] | Mapping[str, Plain]
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
FAST = Encoder()
# what an id has of somebody without a name, before the stem of his article
UNNAMED = "/unnamed-"
# what an id has of the list that gives its number
LISTED = re.compile(r"\w+/(un|ofac|misp)-")


def hash_of(parts: Iterable[Part]) -> str:
    """The first 20 hex digits of SHA-256 over the parts as compact UTF-8 JSON.

    >>> hash_of(["proposition/1", "LED_BY", "group/a", "person/b"])
    'a1d91e500d454f6d0a51'
    """
    return hashlib.sha256(compact_json(list(parts))).hexdigest()[:20]


def compact_json(parts: Sequence[Part]) -> bytes:
    """The same bytes as COMPACT writes, many times as fast but for rare parts.

    Fractions have several spellings, and half a character has none in the fast writer.
    """
    if float not in map(type, parts):
        try:
            return FAST.encode(parts)
        except (ValueError, OverflowError):
            pass
    return COMPACT.encode(parts).encode("utf-8", "surrogatepass")


@lru_cache(1 << 15)
def id_prefix(entity_id: str) -> str:
    """What the id of an entity begins with, which tells its type.

    >>> id_prefix("group/northern-front")
    'group'
    """
    return entity_id.partition("/")[0]


def list_of(entity_id: str) -> str | None:
    """The public list that gave an entity its number; None for all others.

    >>> list_of("person/un-qdi-322"), list_of("person/abubakar-shekau")
    ('un', None)
    """
    found = LISTED.match(entity_id)
    return found and found[1]


def is_unnamed(entity_id: str) -> bool:
    """Whether an id is that of somebody without a name: gunmen, an officer.

    >>> is_unnamed("person/unnamed-a-gunmen"), is_unnamed("person/omar-haddad")
    (True, False)
    """
    return UNNAMED in entity_id


def of_lists_apart(ids: Collection[str]) -> bool:
    """Whether each of some ids is a number of another public list.

    >>> of_lists_apart(["person/un-1", "person/ofac-2"])
    True
    >>> of_lists_apart(["person/un-1", "person/un-2"])
    False
    """
    lists = [list_of(one) for one in ids]
    return None not in lists and len({*lists}) == len(lists) > 0


def ends(claim: Claim, symmetric: bool) -> tuple[str, str | None]:
    """Subject and object, sorted where the relation reads the same both ways."""
    if symmetric and claim.object is not None and claim.object < claim.subject:
        return claim.object, claim.subject
    return claim.subject, claim.object


def value_parts(value: Value | None) -> dict[str, Plain] | None:
    """The keys of a value that are there, sorted."""
    if value is None:
        return None
    pairs = {
        "about": value.about or None,
        "best": value.best,
        "is": value.word,
        "max": value.max,
        "min": value.min,
        "of": value.of,
        "on": value.on,
    }
    return {key: held for key, held in pairs.items() if held is not None}


def selector_parts(selector: Selector | None) -> dict[str, Plain] | None:
    """The keys of a selector, sorted."""
    if isinstance(selector, TextSpan):
        return {"end": selector.end, "start": selector.start}
    if isinstance(selector, Cell):
        return {"column": selector.column, "row": selector.row}
    if isinstance(selector, Pointer):
        return {"pointer": selector.pointer}
    return None if selector is None else {"xpath": selector.xpath}


def value_kind(claim: Claim) -> str | None:
    """What is counted, casefolded, `on` for a date, `is:…` for a word.

    Half of a proposition. That somebody died on a day which nobody gives is said of a
    day as well.
    """
    if claim.value is None:
        bare = claim.object is None and claim.polarity != "withheld"
        return "on" if bare else None
    if claim.value.word is not None:
        return f"is:{claim.value.word}"
    if claim.value.on is not None:
        return "on"
    return claim.value.of.casefold() if claim.value.of is not None else None


def proposition_id(claim: Claim, symmetric: bool) -> str:
    """Equal for all claims that say, deny or withhold the same thing."""
    subject, target = ends(claim, symmetric)
    return hash_of(
        ["proposition/1", claim.relation, subject, target or value_kind(claim)]
    )


def claim_id(claim: Claim, article_sha256: str, symmetric: bool) -> str:
    """Who says what where: the same whatever is edited around it."""
    subject, target = ends(claim, symmetric)
    return hash_of(
        [
            "claim/1",
            article_sha256,
            claim.relation,
            subject,
            target,
            value_parts(claim.value),
            claim.polarity,
            claim.reason,
            claim.kind,
            claim.role,
            claim.former or None,
            selector_parts(claim.selector),
            [hop.holder for hop in claim.chain],
            *later_parts(claim),
        ]
    )


def claim_digest(claim: Claim) -> str:
    """Changes with any authored field of the claim, and with its day of saying.

    The claim must have its id and that day.
    """
    reply = (claim.reply.claim, claim.reply.how) if claim.reply else None
    return hash_of(
        [
            "digest/1",
            claim.id,
            claim.subject,
            claim.modality,
            claim.quote,
            claim.valid,
            claim.valid_words,
            reply,
            claim.by,
            claim.review,
            claim.confidence,
            claim.grade,
            claim.note,
            claim.label,
            claim.said,
            [hop_parts(hop) for hop in claim.chain],
            *later_parts(claim),
        ]
    )


def later_parts(claim: Claim) -> list[str]:
    """Fields that claims got later: absent they add nothing, and old ids stay."""
    return [] if claim.place is None else [claim.place]


def hop_parts(hop: Hop) -> list[Plain]:
    """The fields of a hop in a fixed order, absent ones None."""
    return [
        hop.holder,
        hop.stance,
        hop.cue,
        hop.cue_start,
        hop.cue_end,
        hop.implicit or None,
        hop.said,
        hop.medium,
    ]


def day_said(claim: Claim, published: str | None) -> str | None:
    """The last hop's date, else the nearest outwards, else that of publication."""
    for hop in reversed(claim.chain):
        if hop.said is not None:
            return hop.said
    return published


def identified_claim(claim: Claim, article: Article, symmetric: bool) -> Claim:
    """The claim with its derived fields: said, headline, id, digest, proposition."""
    found = replace(claim)
    fill_derived(found, article, symmetric)
    return found


def fill_derived(claim: Claim, article: Article, symmetric: bool) -> None:
    """Completes a claim that was made just now: nobody else may hold it yet."""
    # a frozen claim once made costs as much again to make with other fields
    put = object.__setattr__
    put(claim, "said", day_said(claim, article.published))
    put(claim, "headline", is_headline(claim, article))
    put(claim, "id", claim_id(claim, article.sha256, symmetric))
    put(claim, "proposition", proposition_id(claim, symmetric))
    put(claim, "digest", claim_digest(claim))


def judgement_id(left: str, right: str, verdict: str, who: str, when: str) -> str:
    """The same for the same decision, whichever id comes first."""
    return hash_of(["judgement/1", *sorted((left, right)), verdict, who, when])


def corpus_sha256(
    articles: Mapping[str, str], claims: Iterable[str], judgements: Iterable[Judgement]
) -> str:
    """Changes with any article, claim or judgement; the order of loading is no matter.

    `articles` are digests by id, `claims` texts of id and digest, sorted; judgements
    are sorted by id.
    """
    found = hashlib.sha256()
    for stem, sha256 in sorted(articles.items()):
        found.update(f"article {stem} {sha256}\n".encode())
    for claim in claims:
        found.update(f"claim {claim}\n".encode())
    for one in judgements:
        words = f"{one.left} {one.verdict} {one.right}"
        found.update(f"judgement {words}\n".encode())
    return found.hexdigest()
