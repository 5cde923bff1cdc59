"""What has no place of its own in STIX: it stands in an extension, or in words."""

from collections.abc import Mapping
from functools import cache

from claimgraph.exports import ExportOptions
from claimgraph.exports.features import feature_fields
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.exports.stix import time_of
from claimgraph.exports.stix.claims import is_relationship, period

OURS = "extension"
CHAIN = f"{OURS}: chain"
NO_FIELD = "STIX has no field for it"


def is_no_relationship(given: GivenClaim) -> bool:
    """Whether a claim becomes a note or an opinion."""
    return not is_relationship(given.claim)


def has_inner_hops(given: GivenClaim) -> bool:
    """Whether anybody but publisher and origin speaks."""
    publisher, origin = given.article.speaker, given.claim.origin
    plain = [publisher] if origin == publisher else [publisher, origin]
    return [hop.holder for hop in given.claim.chain] != plain


def is_no_period(given: GivenClaim) -> bool:
    """Whether start and stop of a relationship do not spell the date."""
    held = period(given.claim.valid) if is_relationship(given.claim) else {}
    start, stop = (
        str(held[key])[:10] if key in held else ".."
        for key in ("start_time", "stop_time")
    )
    return not held or f"{start}/{stop}" != given.claim.valid


def is_other_time(given: GivenClaim) -> bool:
    """Whether the time of loading is no time of creation as it is written."""
    time = time_of(given.claim.loaded)
    return time is None or f"{time.removesuffix('.000Z')}Z" != given.claim.loaded


def is_rounded(given: GivenClaim) -> bool:
    """Whether a confidence is no whole percent."""
    held = given.claim.confidence
    return held is None or round(held * 100) / 100 != held


LOSSES = {
    "polarity": Loss(
        "only what is affirmed of two entities is a relationship; denials, "
        "silences and values are opinions and notes",
        "opinion, note, labels",
        when=is_no_relationship,
    ),
    "reason": Loss("STIX knows no pointed silence", f"note, labels, {OURS}"),
    "modality": Loss(NO_FIELD, f"labels, description, {OURS}"),
    "kind_role": Loss(NO_FIELD, f"description, {OURS}"),
    "chain_depth": Loss(
        "a report names its publisher and a claim its creator; hops between are "
        "lost to readers that do not know the extension",
        CHAIN,
        when=has_inner_hops,
    ),
    "hop_stance": Loss(NO_FIELD, CHAIN),
    "hop_cue": Loss(NO_FIELD, CHAIN),
    "hop_medium": Loss(NO_FIELD, CHAIN),
    "unnamed": Loss(NO_FIELD, OURS),
    "quote": Loss(NO_FIELD, f"description, {OURS}"),
    "valid": Loss(
        "start and stop are moments; notes and opinions have neither, and a day, a "
        "rough date or one of several days is no period",
        OURS,
        when=is_no_period,
    ),
    "loaded": Loss(
        "it is the time of creation, to the second", "created", when=is_other_time
    ),
    "date_precision": Loss("times of STIX are moments", OURS),
    "place": Loss("a relationship has no place", f"description, report, {OURS}"),
    "value_best": Loss("a note is a text", f"note, {OURS}"),
    "value_is": Loss("a note is a text", f"note, {OURS}"),
    "value_range": Loss("a note is a text", f"note, {OURS}"),
    "value_of": Loss("a note is a text", f"note, {OURS}"),
    "proposition": Loss(
        "most relations are related-to, attributed-to is two of ours, values and "
        "silences are notes",
        f"labels, description, {OURS}",
    ),
    "judgements": Loss("a note is a text", f"note, {OURS}"),
    "by_review": Loss("STIX has no field for the producer", f"labels, {OURS}"),
    "confidence": Loss(
        "STIX rounds it to whole percents", f"confidence, {OURS}", when=is_rounded
    ),
}


@cache
def stix_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Every feature but the article and what is said side by side."""
    every = dict.fromkeys(feature_fields(), Loss(NO_FIELD, OURS))
    return every | LOSSES
