"""The short page on a person: what is said of the person, and what the person says."""

from collections.abc import Callable, Sequence
from itertools import chain

from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import claim_ids, claims_by, proposition_counts
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import agreed, count_of

TOPICS = ("affiliation", "custody", "kin", "other")

MISSING = {
    "affiliation": "Nobody here says to whom this person belongs, or whom this person "
    "leads.",
    "custody": "Nobody here says that this person is held, or dead.",
    "kin": "Nobody here says who is kin to this person.",
}


def brief(
    scope: Scope,
    person: str,
    about: Sequence[Claim],
    words: Sequence[Claim],
    topic: Callable[[Claim], str],
) -> Draft:
    """The short page: what is said of the person in turn, and what the person says."""
    said = f"anything that is said of {scope.name(person)}"
    name = scope.name(person)
    held = claims_by(about, topic)
    counts = proposition_counts(scope, about)
    apart, _ = topics.figures_by_verdict(scope, person)
    spoken = f"{count_of(len(words), 'claim')} {agreed(len(words), 'stands', 'stand')}"
    opening = points.plain_points(
        f"{count_of(len(about), 'claim')} {scope.spoken_words(about)}, "
        f"{agreed(len(about), 'is', 'are')} about {name}; {spoken} on the word of "
        "that person."
        if about or words
        else f"Nobody here says anything of {name}."
    )
    by_topic = [topics.ranked_points(scope, held.get(one, ())) for one in TOPICS]
    own = [
        (points.told_point(scope, one),)
        for one in points.best_first(scope, claim_ids(words))
    ]
    return Draft(
        short=chain(opening, topics.topic_points([*by_topic, own])),
        sides=points.contested_points(
            scope, counts, topics.denied_counts(scope, about)
        ),
        alone=points.alone_points(scope, counts),
        open=chain(
            (points.figure_point(scope, one) for one in apart),
            points.withheld_points(scope, {*about, *words}),
        ),
        nobody=chain(
            topics.missing_points(about, topic, MISSING),
            topics.silence_points(about, said, said),
        ),
    )
