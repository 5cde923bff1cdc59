"""What a claim has that a format can lose: features, each of some fields of its row.

A row and its hops are those of `flat`, or what a verifier finds in a file under the
same names. So both sides of a comparison are made by the same few lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

Flat = Mapping[str, object]
Hops = Sequence[Flat]
HOP = "hop."
# by feature, the fields that make it; those of a hop are taken from every hop
FIELDS: Mapping[str, tuple[str, ...]] = {
    "polarity": ("polarity",),
    "reason": ("reason",),
    "modality": ("modality",),
    "kind_role": ("kind", "role", "former"),
    "place": ("place_id",),
    "chain_depth": ("hop.holder_id",),
    "hop_stance": ("hop.stance",),
    "hop_cue": ("hop.cue", "hop.cue_start", "hop.cue_end", "hop.implicit"),
    "hop_medium": ("hop.medium",),
    "quote": ("quote",),
    "offsets": ("start", "end", "row", "column", "xpath", "pointer"),
    "said": ("said", "hop.said"),
    "valid": ("valid",),
    "valid_words": ("valid_words",),
    "loaded": ("loaded",),
    "value_range": ("value_min", "value_max", "value_about", "on"),
    "value_best": ("value_best",),
    "value_is": ("value_is",),
    "value_of": ("value_of",),
    "replies_to": ("reply_claim", "reply_how"),
    "proposition": ("relation", "subject_id", "object_id"),
    "by_review": ("by", "review"),
    "confidence": ("confidence",),
    "grade": ("grade",),
    "note_label": ("note", "label"),
}
# worked out of several fields, or of what stands beside the claim
FEATURES = (
    *("polarity", "reason", "modality", "kind_role", "chain_depth", "hop_stance"),
    *("hop_cue", "hop_medium", "unnamed", "quote", "offsets", "article_hash"),
    *("said", "valid", "valid_words", "loaded", "date_precision", "value_range"),
    *("value_of", "replies_to", "proposition", "judgements", "by_review"),
    *("confidence", "grade", "note_label", "parallel_claims"),
    *("place", "value_best", "value_is"),
)
DATES = ("said", "valid", "on")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@cache
def later_fields() -> tuple[tuple[ClaimField, ...], tuple[ClaimField, ...]]:
    """The fields of claims, and of hops, that no feature here has."""
    held = {name for fields in FIELDS.values() for name in fields}
    declared = load_schema().claim
    node = [one for one in declared.node if one.name not in held and not one.derived]
    hops = [one for one in declared.hop if f"{HOP}{one.name}" not in held]
    return tuple(node), tuple(one for one in hops if not one.derived)


@cache
def feature_fields() -> Mapping[str, tuple[str, ...]]:
    """The fields of each feature; a later one is a feature by itself."""
    node, hops = later_fields()
    new = {one.name: (one.name,) for one in node}
    new |= {f"hop_{one.name}": (f"{HOP}{one.name}",) for one in hops}
    return dict(FIELDS) | new


@cache
def feature_names() -> tuple[str, ...]:
    """All features in the order of an account."""
    return tuple(dict.fromkeys((*FEATURES, *feature_fields())))


def features_of(row: Flat, hops: Hops) -> dict[str, object]:
    """The features that stand in the fields of a claim, with values JSON can hold."""
    own = frozenset(filled_names(row))
    spoken = frozenset(name for hop in hops for name in filled_names(hop))
    found: dict[str, object] = {}
    for feature in present_features(own, spoken):
        values: list[object] = []
        for name in feature_fields()[feature]:
            key = name.removeprefix(HOP)
            values += [row.get(key)] if key == name else [hop.get(key) for hop in hops]
        values += [value_kind(row)] if feature == "proposition" else []
        found[feature] = [None if value is False else value for value in values]
    dates = rough_dates(row)
    return found | ({"date_precision": dates} if dates else {})


def filled_names(row: Flat) -> Iterator[str]:
    """The fields that say something."""
    for name, value in row.items():
        if value is not None and value is not False:
            yield name


@lru_cache(maxsize=1 << 12)
def present_features(
    own: AbstractSet[str], spoken: AbstractSet[str]
) -> tuple[str, ...]:
    """The features that fields of a claim, and of its hops, come to."""
    filled = own | {f"{HOP}{name}" for name in spoken}
    return tuple(
        feature
        for feature, fields in feature_fields().items()
        if not filled.isdisjoint(fields)
        # who is counted is a value, even without a number
        or (feature == "value_range" and "value_of" in filled)
    )


def value_kind(row: Flat) -> str | None:
    """What is counted, casefolded, `on` for a date or none given, `is:…` for a word."""
    if (word := row.get("value_is")) is not None:
        return f"is:{word}"
    if (counted := row.get("value_of")) is not None:
        return str(counted).casefold()
    bare = row.get("object_id") is None and row.get("polarity") != "withheld"
    return "on" if row.get("on") is not None or bare else None


def rough_dates(row: Flat) -> dict[str, object]:
    """The dates, as EDTF texts, that are more or less than one plain day.

    >>> rough_dates({"said": "2021-08-26", "valid": "2021-08"})
    {'valid': '2021-08'}
    """
    return {
        name: text
        for name in DATES
        if (text := row.get(name)) is not None and DAY.fullmatch(str(text)) is None
    }
