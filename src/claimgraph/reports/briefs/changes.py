"""The short page on what is new: who says it, who denies it, what turns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.analysis.corroboration import Corroboration
from claimgraph.model import Claim
from claimgraph.reports.document import Sentence, points, topics
from claimgraph.reports.document.about import claim_ids
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.scope import Scope, accepted_claims
from claimgraph.reports.document.wording import either_words


def brief(
    scope: Scope,
    new: Sequence[Claim],
    opening: Iterable[Sentence],
    brought: Sequence[Sequence[Corroboration]],
    turned: Iterable[tuple[str, Sequence[str]]],
) -> Draft:
    """The short page: what is new, who denies it, and which statuses turn."""
    first, raised = brought
    told = [
        [
            points.proposition_point(scope, one)
            for one in sorted(found, key=lambda one: points.rank(scope, one))
        ]
        for found in (raised, first)
    ]
    counted = accepted_claims(new)
    denied = [one for one in counted if one.polarity == "denied"]
    return Draft(
        short=chain(
            points.plain_points(*(one.text for one in opening)),
            topics.topic_points(told),
        ),
        sides=(
            (points.told_point(scope, one, "Against: "),)
            for one in points.best_first(scope, claim_ids(denied))
        ),
        alone=points.alone_points(scope, first),
        open=chain(
            (turn_point(scope, *one) for one in turned),
            points.withheld_points(scope, new),
        ),
        proposed=points.proposed_points(scope, new),
        nobody=points.plain_points(*unsaid_words(new)),
    )


def unsaid_words(new: Sequence[Claim]) -> Iterator[str]:
    """That no new claim denies or withholds anything."""
    acts = {"denied": "denies", "withheld": "withholds"}
    held = {one.polarity for one in new}
    missing = [act for polarity, act in acts.items() if polarity not in held]
    if new and missing:
        yield f"None of the new claims {either_words(missing)} anything."


def turn_point(scope: Scope, text: str, claims: Sequence[str]) -> Wordings:
    """A status that is another one now, by the weightiest of the new claims."""
    ids = points.best_first(scope, claims)
    if not ids:
        return (Sentence(f"{text}."),)
    return tuple(
        points.told_point(scope, one, f"{text}, after this: ", more=ids)
        for one in ids[: points.WORDINGS]
    )
