"""The short page on a group: each topic in turn, what is denied, what is missing."""

from collections.abc import Callable, Sequence
from itertools import chain

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.pair_status import LINK
from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import claims_by
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import count_of, verb_for

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
    name = scope.name(group)
    if not about:
        return Draft(short=points.plain_points(f"Nobody here says anything of {name}."))
    held = claims_by(about, topic)
    apart, figures = topics.figures_by_verdict(scope, group)
    told = [topics.ranked_points(scope, held[one]) for one in TOPICS if one in held]
    told.append(topics.figure_points(scope, figures))
    opening = points.plain_points(
        f"{count_of(len(about), 'claim')} {scope.spoken_words(about)}, "
        f"{verb_for(len(about), 'is', 'are')} about {name}."
    )
    short = chain(opening, topics.topic_points(told))
    return topics.brief_about(scope, about, topic, MISSING, short, apart)
