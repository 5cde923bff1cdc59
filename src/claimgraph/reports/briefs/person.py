"""The short page on a person: what is said of the person, and what the person says."""

from collections.abc import Callable, Sequence
from itertools import chain

from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import claims_by
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope, accepted_claims
from claimgraph.reports.document.wording import verb_for

# in this order the page tells of them; what it says of those of which nobody speaks
TOPICS = {
    "affiliation": "to whom they belong or whom they lead",
    "custody": "that they are held or were killed",
    "death": "",
    "kin": "who is kin to them",
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
    name = scope.told_name(person)
    if not about and not words:
        return Draft(short=topics.nothing_points(scope, person))
    held = claims_by(about, topic)
    apart, _ = topics.figures_by_verdict(scope, person)
    told = [topics.ranked_points(scope, held[one]) for one in TOPICS if one in held]
    own = points.by_matter(scope, accepted_claims(words))
    told.append([(points.told_point(scope, one),) for one in own])
    of_others = (
        f"{scope.counted_words(about)}, "
        f"{verb_for(len(about), 'is', 'are')} about {name}"
        if about
        else f"{scope.nobody} says anything of {name}"
    )
    opening = points.plain_points(
        f"{of_others}; {scope.claims_words(words)} "
        f"{verb_for(len(words), 'stands', 'stand')} on their own word."
        if words
        else f"{of_others}."
    )
    every = [*dict.fromkeys((*about, *words))]
    short = chain(opening, topics.topic_points(told))
    return topics.brief_about(scope, every, topic, TOPICS, short, apart)
