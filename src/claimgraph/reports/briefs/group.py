"""The short page on a group: each topic in turn, what is denied, what is missing."""

from collections.abc import Callable, Sequence
from itertools import chain

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.pair_status import LINK
from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import claims_by, proposition_counts
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import agreed, count_of

# in this order the page tells of them
TOPICS = (
    "leaders",
    "parts",
    LINK,
    "supporters",
    "rivals",
    CLAIMED,
    ATTRIBUTED,
    "other",
)

MISSING = {
    "leaders": "Nobody here says who leads it.",
    "parts": "Nobody here says that it is part of another, or another of it.",
    LINK: "Nobody here says that there is a link to another.",
    "supporters": "Nobody here says that it is helped, or helps another.",
    "rivals": "Nobody here says that it has a rival.",
    CLAIMED: "Nobody here says that it takes responsibility for an attack.",
    ATTRIBUTED: "Nobody here names it for an attack.",
    "figures": "Nobody here gives a number of its people.",
}


def brief(
    scope: Scope, group: str, about: Sequence[Claim], topic: Callable[[Claim], str]
) -> Draft:
    """The short page: each topic in turn, what is denied, and what is missing."""
    said = f"anything that is said of {scope.name(group)}"
    name = scope.name(group)
    held = claims_by(about, topic)
    counts = proposition_counts(scope, about)
    apart, figures = topics.figures_by_verdict(scope, group)
    given = topics.figure_points(scope, figures)
    by_topic = [
        topics.ranked_points(scope, held.get(one, ())) for one in TOPICS if one in held
    ]
    opening = points.plain_points(
        f"{count_of(len(about), 'claim')} {scope.spoken_words(about)}, "
        f"{agreed(len(about), 'is', 'are')} about {name}."
        if about
        else f"Nobody here says anything of {name}."
    )
    return Draft(
        short=chain(opening, topics.topic_points([*by_topic, given])),
        sides=points.contested_points(
            scope, counts, topics.denied_counts(scope, about)
        ),
        alone=points.alone_points(scope, counts),
        open=chain(
            (points.figure_point(scope, one) for one in apart),
            points.withheld_points(scope, about),
        ),
        nobody=chain(
            topics.missing_points(about, topic, MISSING),
            topics.silence_points(about, said, said),
        )
        if about
        else (),
    )
