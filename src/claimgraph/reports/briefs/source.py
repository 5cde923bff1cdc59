"""The short page on a source: what it says, who disputes it, and what needs it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.analysis.fragility import falls_without
from claimgraph.analysis.views import Role, according_to
from claimgraph.model import Claim
from claimgraph.reports.document import Sentence, parts, points, topics
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import UNVOUCHED

MISSING = (
    "Nothing here stands on the word of this source itself.",
    "Nobody here denies or disputes what this source says.",
    "Nobody speaks here who is said to belong to this source or to be held by it.",
)


def brief(
    scope: Scope,
    source: str,
    opening: Sequence[Sentence],
    members: Sequence[Claim],
    against: Collection[str],
) -> Draft:
    """The short page: what it says itself and through others, and what needs it."""
    own = according_to(scope.claims, source, "origin", scope.context)
    first, *rest = (one.text for one in opening)
    if not rest:
        return Draft(short=points.plain_points(first))
    held = own, against, members
    missing = (text for one, text in zip(held, MISSING, strict=True) if not one)
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
            doubted_points(scope, own), points.withheld_points(scope, {*own, *members})
        ),
        nobody=points.plain_points(*missing),
    )


def told_points(
    scope: Scope, source: str, members: Sequence[Claim]
) -> Iterator[Wordings]:
    """In turn what it says, what its own say, and what it passes on and publishes."""
    roles: tuple[Role, ...] = ("origin", "relay", "publisher")
    own, passed, published = (
        according_to(scope.claims, source, role, scope.context) for role in roles
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
