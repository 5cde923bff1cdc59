"""The short page on an attack: how it stands, whom it hit, and who names whom."""

from collections.abc import Iterator, Sequence
from itertools import chain

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.ledger import Ledger
from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import is_figure, one_word, proposition_counts
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.groups import lead
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import UNSETTLED, status_words
from claimgraph.reports.document.wording import count_of

BLAME = (CLAIMED, ATTRIBUTED)
TARGET = "TARGETED"

MISSING = {
    CLAIMED: "Nobody here takes responsibility.",
    ATTRIBUTED: "Nobody here names anybody else for it.",
    TARGET: "Nobody here says whom or what it was aimed at.",
    "OCCURRED_ON": "Nobody here says on which day it was.",
    "LOCATED_IN": "Nobody here says where it was.",
    "KILLED": "Nobody here says how many were killed.",
}


def brief(
    scope: Scope,
    attack: str,
    about: Sequence[Claim],
    found: Sequence[Corroboration],
    rows: Ledger,
) -> Draft:
    """The short page: how it stands, when, where and whom it hit, who names whom."""
    apart, figures = topics.figures_by_verdict(scope, attack)
    targets = [one for one in about if one.relation == TARGET]
    told = topics.topic_points(
        [
            [points.figure_point(scope, one) for one in figures],
            topics.ranked_points(scope, targets),
        ]
    )
    named = [
        one
        for one in found
        if one.proposition.relation == ATTRIBUTED
        and one.polarity == "affirmed"
        and one.supporting
    ]
    alone = [one for one in named if one.independent == 1]
    blame = {one.relation for one in about if one.polarity == "affirmed"}
    return Draft(
        short=chain(points.plain_points(status_words(scope, rows)), told),
        sides=(
            points.proposition_point(
                scope, one, "Against: " * (one.polarity == "denied")
            )
            for one in found
            if one.supporting
        ),
        alone=chain(
            points.plain_points(*(alone_words(scope, alone, len(named)))),
            points.alone_points(scope, alone_counts(scope, about)),
        ),
        open=chain(
            points.plain_points(
                *[f"Who did it: {rows.status}, as said above."][
                    : rows.status in UNSETTLED
                ]
            ),
            (points.figure_point(scope, one) for one in apart),
            points.withheld_points(scope, about),
        ),
        nobody=chain(
            points.plain_points(
                *(text for one, text in MISSING.items() if one not in blame)
            ),
            topics.silence_points(
                [one for one in about if one.relation in BLAME],
                "a part in it, or that of another",
                "who did it",
            ),
        ),
    )


def alone_words(scope: Scope, alone: list[Corroboration], every: int) -> Iterator[str]:
    """Whom one independent group alone names, and which group that is."""
    if alone:
        told = "; ".join(
            f"{scope.name(one.proposition.object or '')} (by "
            f"{lead(scope, one.groups[0])})"
            for one in alone
        )
        number = one_word(len(alone), every)
        yield f"Of {count_of(every, 'doer')} whom others name, {number}: {told}."


def alone_counts(scope: Scope, about: Sequence[Claim]) -> list[Corroboration]:
    """The propositions that are neither figures nor about who did it."""
    rest = [one for one in about if one.relation not in (*BLAME, TARGET)]
    return proposition_counts(
        scope, (one for one in rest if not is_figure(one, scope.context))
    )
