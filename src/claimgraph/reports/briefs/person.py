"""The short page on a person: what is said of the person, and what the person says."""

from collections.abc import Callable, Sequence
from itertools import chain

from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import claims_by
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import count_of, verb_for

# in this order the page tells of them; what it says of those of which nobody speaks
TOPICS = {
    "affiliation": "Nobody here says to whom this person belongs, or whom this person "
    "leads.",
    "custody": "Nobody here says that this person is held, or was killed.",
    "kin": "Nobody here says who is kin to this person.",
    "other": "",
}


def brief(
    scope: Scope,
    topic: Callable[[Claim], str],
    person: str,
    about: Sequence[Claim],
    words: Sequence[Claim],
) -> Draft:
    """The short page: what is said of the person in turn, and what the person says."""
    name = scope.name(person)
    if not about and not words:
        return Draft(short=points.plain_points(f"Nobody here says anything of {name}."))
    held = claims_by(about, topic)
    apart, _ = topics.figures_by_verdict(scope, person)
    told = [topics.ranked_points(scope, held[one]) for one in TOPICS if one in held]
    told.append(
        [(points.told_point(scope, one),) for one in points.by_matter(scope, words)]
    )
    number = len(words)
    opening = points.plain_points(
        f"{count_of(len(about), 'claim')} {scope.spoken_words(about)}, "
        f"{verb_for(len(about), 'is', 'are')} about {name}; "
        f"{count_of(number, 'claim')} {verb_for(number, 'stands', 'stand')} on this "
        "person's own word."
    )
    every = [*dict.fromkeys((*about, *words))]
    short = chain(opening, topics.topic_points(told))
    return topics.brief_about(scope, every, topic, TOPICS, short, apart)
