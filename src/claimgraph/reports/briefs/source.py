"""The short page on a source: what it says, who disputes it, and what needs it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.analysis.fragility import falls_without
from claimgraph.analysis.views import according_to
from claimgraph.model import Claim
from claimgraph.reports.document import Sentence, parts, points, topics
from claimgraph.reports.document.about import claim_ids
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import UNVOUCHED


def brief(
    scope: Scope,
    source: str,
    opening: Sequence[Sentence],
    members: Sequence[Claim],
    against: Iterable[str],
) -> Draft:
    """The short page: what it says itself and through others, and what needs it."""
    context = scope.context
    own = according_to(scope.claims, source, "origin", context)
    passed = according_to(scope.claims, source, "relay", context)
    published = according_to(scope.claims, source, "publisher", context)
    fallen = [
        parts.found_for(scope, one)
        for one in falls_without(scope.claims, context, source)
    ]
    first, *rest = (one.text for one in opening)
    told = [
        [(points.told_point(scope, one),) for one in points.best_first(scope, ids)]
        for ids in (
            *(claim_ids(one) for one in (own, members, passed)),
            [one.id for one in published if context.origin(one) != source],
        )
    ]
    return Draft(
        short=chain(points.plain_points(first), topics.topic_points(told)),
        sides=chain(
            (
                (points.told_point(scope, one, "Against what it says: "),)
                for one in points.best_first(scope, against)
            ),
            (
                (points.told_point(scope, one.id, "What it denies: "),)
                for one in (*own, *members)
                if one.polarity == "denied"
            ),
        ),
        alone=chain(
            points.plain_points(*rest[:1]), points.falling_points(scope, fallen)
        ),
        open=chain(
            doubted_points(scope, own), points.withheld_points(scope, {*own, *members})
        ),
        nobody=points.plain_points(
            *(
                text
                for held, text in (
                    (own, "Nobody here gives its own word."),
                    (against, "Nobody here denies or disputes what it says."),
                    (
                        members,
                        "Nobody else here speaks as one of its own, or held by it.",
                    ),
                )
                if not held
            )
        ),
    )


def doubted_points(scope: Scope, own: Iterable[Claim]) -> Iterator[Wordings]:
    """What others pass on of it without vouching for it."""
    for claim in own:
        if any(hop.stance in UNVOUCHED for hop in claim.chain[:-1]):
            yield (points.told_point(scope, claim.id),)
