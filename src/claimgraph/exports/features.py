"""What a claim has that a format can lose: a fixed list, a canonical value for each."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from claimgraph.ids import selector_parts, value_kind
from claimgraph.model import Article, Claim, Hop, Value

FEATURES = (
    *("polarity", "reason", "modality", "kind_role", "chain_depth", "hop_stance"),
    *("hop_cue", "hop_medium", "unnamed", "quote", "offsets", "article_hash"),
    *("said", "valid", "valid_words", "loaded", "date_precision", "value_range"),
    *("value_of", "replies_to", "proposition", "judgements", "by_review"),
    *("confidence", "grade", "note_label", "parallel_claims"),
)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
Level = Literal["carried", "reduced"]


@dataclass(frozen=True, slots=True)
class Found:
    """How a reader found a feature, and the value in the form of `features_of`.

    A value that is not that of the claim counts as lost. None is for what is there
    in a coarser form that cannot be compared; only a reduced feature may have it.
    """

    level: Level
    value: object = None


@dataclass(frozen=True, slots=True)
class Finding:
    """All that a reader found of one claim, by feature."""

    claim: str
    features: Mapping[str, Found]


def carried(**values: object) -> dict[str, Found]:
    """Features that stand in their own places; None is a feature that is not there."""
    return {
        name: Found("carried", value)
        for name, value in values.items()
        if value is not None
    }


def reduced(**values: object) -> dict[str, Found]:
    """Features that stand in an extension or a free text; None is not there.

    `...` is there in a coarser form that cannot be compared.
    """
    return {
        name: Found("reduced", None if value is ... else value)
        for name, value in values.items()
        if value is not None
    }


def features_of(
    claim: Claim, article: Article, unnamed: AbstractSet[str] = frozenset()
) -> dict[str, object]:
    """The features that the claim has, with values that JSON can hold.

    `unnamed` are the entities that are speakers or actors without a name. What only
    shows among all claims, `judgements` (their ids) and `parallel_claims` (the id of
    the claim itself), is not here: the ledger adds it.
    """
    chain = claim.chain
    named = {claim.subject, *(hop.holder for hop in chain)}
    if claim.object is not None:
        named.add(claim.object)
    features: dict[str, object] = {
        "polarity": claim.polarity,
        "reason": claim.reason,
        "modality": claim.modality,
        "kind_role": kind_role(claim.kind, claim.role, claim.former),
        "chain_depth": [hop.holder for hop in chain],
        "hop_stance": [hop.stance for hop in chain],
        "hop_cue": some([cue_of(hop) for hop in chain], [None, None, None, False]),
        "hop_medium": some([hop.medium for hop in chain], None),
        "unnamed": sorted(named & unnamed) or None,
        "quote": claim.quote,
        "offsets": selector_parts(claim.selector),
        "article_hash": article.sha256,
        "said": some([claim.said, *(hop.said for hop in chain)], None),
        "valid": claim.valid,
        "valid_words": claim.valid_words,
        "loaded": claim.loaded,
        "by_review": [claim.by, claim.review],
        "confidence": claim.confidence,
        "grade": claim.grade,
        "note_label": some([claim.note, claim.label], None),
        **what_is_said(claim),
    }
    return {name: held for name, held in features.items() if held is not None}


def what_is_said(claim: Claim) -> dict[str, object]:
    """The features of the proposition, the value and what is answered."""
    value, reply = claim.value, claim.reply
    on = value.on if value else None
    return {
        "date_precision": imprecise(claim.said, claim.valid, on),
        "value_range": value_range(value),
        "value_of": value.of if value else None,
        "replies_to": [reply.claim, reply.how] if reply else None,
        "proposition": [
            *(claim.relation, claim.subject, claim.object),
            value_kind(claim),
        ],
    }


def cue_of(hop: Hop) -> list[object]:
    """The words that mark a speaker, their place, and whether there are none."""
    return [hop.cue, hop.cue_start, hop.cue_end, hop.implicit]


def some(parts: list[object], empty: object) -> list[object] | None:
    """The list, or None where every part of it is empty.

    >>> some([None, "a"], None), some([None, None], None)
    ([None, 'a'], None)
    """
    return parts if any(part != empty for part in parts) else None


def kind_role(kind: str | None, role: str | None, former: bool) -> list[object] | None:
    """The finer type of a claim, if it has any."""
    return [kind, role, former] if kind or role or former else None


def value_range(value: Value | None) -> list[object] | None:
    """Numbers, whether they are rounded, and the date of a value."""
    return [value.min, value.max, value.about, value.on] if value else None


def imprecise(said: object, valid: object, on: object) -> dict[str, object] | None:
    """The dates, as EDTF texts, that are more or less than one plain day.

    >>> imprecise("2021-08-26", "2021-08", None)
    {'valid': '2021-08'}
    """
    texts = {"said": said, "valid": valid, "on": on}
    found = {
        name: text
        for name, text in texts.items()
        if text is not None and not DAY.fullmatch(str(text))
    }
    return found or None
