"""What has no property of its own in FollowTheMoney: it stands in a text."""

from collections.abc import Mapping
from functools import cache

from claimgraph.exports import ExportOptions
from claimgraph.exports.features import feature_fields
from claimgraph.exports.ftm.claims import link_of, period
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.schema import load_schema

TEXT = "summary"
NO_FIELD = "FollowTheMoney has no field for it"


def link_schema(given: GivenClaim) -> str | None:
    """The schema of a claim that is written as a link; None where it is a note."""
    link = link_of(given.claim, load_schema())
    return None if link is None else link.schema


def is_no_period(given: GivenClaim) -> bool:
    """Whether the dates of a link do not spell when the claim held."""
    no_link = link_schema(given) is None
    return no_link or period(given.claim.valid) == (None, None)


LOSSES = {
    "polarity": Loss(
        "FollowTheMoney has no field for it: what is affirmed of two entities is a "
        "link, a denial, a silence or a value is a note",
        "name, keywords and summary of the note",
        when=lambda given: link_schema(given) is None,
    ),
    "reason": Loss(NO_FIELD, "name and summary of the note"),
    "modality": Loss(
        "notes and families have no status",
        TEXT,
        when=lambda given: link_schema(given) in (None, "Family"),
    ),
    "kind_role": Loss("a role is a text", f"role, {TEXT}"),
    "hop_stance": Loss(NO_FIELD, TEXT),
    "hop_medium": Loss(NO_FIELD, TEXT),
    "unnamed": Loss("a keyword is a text", "keywords of the entity"),
    "said": Loss("a link has one date, a note none", f"date, {TEXT}"),
    "valid": Loss(
        "a note has no dates; rough dates and one of several days have no property",
        TEXT,
        when=is_no_period,
    ),
    "date_precision": Loss(
        "only years, months and days are dates", f"date, startDate, endDate, {TEXT}"
    ),
    "value_range": Loss("a note is a text", f"name, {TEXT}"),
    "value_of": Loss("a note is a text", f"name, {TEXT}"),
    "proposition": Loss(
        "notes hold no relation, and a sanction names its authority as text",
        f"keywords, entity, authorityId, {TEXT}",
        when=lambda given: link_schema(given) in (None, "Sanction"),
    ),
    "judgements": Loss("a note is a text", "note"),
}


@cache
def ftm_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Every feature but the quote, the article and what is said side by side."""
    every = {
        feature: Loss(NO_FIELD, TEXT)
        if not feature.startswith("hop_")
        else Loss(NO_FIELD, level="lost")
        for feature in feature_fields()
    }
    del every["quote"], every["loaded"]
    return every | LOSSES
