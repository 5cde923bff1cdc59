"""The short page on a source: what it says, who disputes it, and what needs it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.analysis.fragility import falls_without
from claimgraph.analysis.views import Role, according_to
from claimgraph.model import Claim
from claimgraph.reports.document import Sentence, parts, points, topics
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.scope import Scope, accepted_claims
from claimgraph.reports.document.status_words import UNVOUCHED

# what nobody says of a source, and how it is told where a machine read the articles
MISSING = (
    (
        "Nothing here stands on the word of this source itself.",
        "No claim was found that stands on the word of this source itself.",
    ),
    (
        "Nobody here denies or disputes what this source says.",
        "No claim was found that denies or disputes what this source says.",
    ),
    (
        "Nobody speaks here who is said to belong to this source or to be held by it.",
        "No claim was found of anybody who is said to belong to this source or to be "
        "held by it.",
    ),
)


def brief(
    scope: Scope,
    source: str,
    opening: Sequence[Sentence],
    members: Sequence[Claim],
    against: Collection[str],
) -> Draft:
    """The short page: what it says itself and through others, and what needs it."""
    claims = accepted_claims(scope.claims)
    own = according_to(claims, source, "origin", scope.context)
    first, *rest = (one.text for one in opening)
    proposed = points.proposed_points(scope, spoken_for(scope, source, members))
    if not rest:
        return Draft(short=points.plain_points(first), proposed=proposed)
    said = according_to(scope.claims, source, "origin", scope.context)
    missing = missing_words(scope, (said, against, members))
    members, against = accepted_claims(members), accepted_ids(scope, against)
    return Draft(
        short=chain(points.plain_points(first), told_points(scope, source, members)),
        sides=against_points(scope, (*own, *members), against),
        alone=chain(
            points.plain_points(*rest[:1]),
            points.falling_points(
                scope,
                (
                    parts.found_for(scope, one)
                    for one in falls_without(scope.claims, scope.context, source)
                ),
            ),
        ),
        open=chain(
            doubted_points(scope, own),
            points.withheld_points(scope, {*own, *members}),
        ),
        proposed=proposed,
        nobody=points.plain_points(*missing),
    )


def missing_words(scope: Scope, held: Iterable[Collection[object]]) -> list[str]:
    """What nobody says, or no claim was found of; `held` is in the order of MISSING."""
    machine = scope.machine_read
    return [texts[machine] for one, texts in zip(held, MISSING, strict=True) if not one]


def spoken_for(scope: Scope, source: str, members: Iterable[Claim]) -> list[Claim]:
    """All in which it speaks in any role, and what those say who belong to it."""
    every = according_to(scope.claims, source, "any", scope.context)
    return list(dict.fromkeys((*every, *members)))


def accepted_ids(scope: Scope, ids: Iterable[str]) -> list[str]:
    """The ids of those claims that count."""
    return [one.id for one in accepted_claims(scope.known_claims(ids))]


def told_points(
    scope: Scope, source: str, members: Sequence[Claim]
) -> Iterator[Wordings]:
    """In turn what it says, what its own say, and what it passes on and publishes."""
    roles: tuple[Role, ...] = ("origin", "relay", "publisher")
    own, passed, published = (
        according_to(accepted_claims(scope.claims), source, role, scope.context)
        for role in roles
    )
    others = [one for one in published if scope.context.origin(one) != source]
    return topics.topic_points(
        [(points.told_point(scope, one),) for one in points.by_matter(scope, claims)]
        for claims in (own, members, passed, others)
    )


def against_points(
    scope: Scope, spoken: Iterable[Claim], against: Iterable[str]
) -> Iterator[Wordings]:
    """What others deny or dispute of its words, and what it denies with its own."""
    for one in points.best_first(scope, against):
        yield (points.told_point(scope, one, "Against what it says: "),)
    for claim in spoken:
        if claim.polarity == "denied" and claim.modality != "hypothetical":
            yield (points.told_point(scope, claim.id, "What it denies: "),)


def doubted_points(scope: Scope, own: Iterable[Claim]) -> Iterator[Wordings]:
    """What others pass on of it without vouching for it."""
    for claim in own:
        if any(hop.stance in UNVOUCHED for hop in claim.chain[:-1]):
            yield (points.told_point(scope, claim.id),)
