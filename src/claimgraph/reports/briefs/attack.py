"""The short page on an attack: how it stands, whom it hit, and who names whom."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED, act
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.analysis.ledger import Ledger
from claimgraph.ids import id_prefix
from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import is_figure, proposition_counts
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.groups import lead
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import status_words

BLAME = (CLAIMED, ATTRIBUTED)
TARGET = "TARGETED"
FIRST = ("day", "place", "sum")

# what nobody says of an attack, behind "says"
SILENCES = "a part in it", "declines to say who did it"
MISSING = {
    TARGET: "whom or what it was aimed at",
    "day": "on which day it was",
    "place": "where it was",
    "sum": "how many it killed or wounded",
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
    targets = topics.ranked_points(
        scope, (one for one in about if one.relation == TARGET)
    )
    figures.sort(key=lambda one: asked_first(scope, one))
    given = [points.figure_point(scope, one) for one in figures]
    blame = [one for one in about if one.relation in BLAME]
    return Draft(
        short=chain(
            points.plain_points(status_words(scope, rows)),
            topics.topic_points((given, targets)),
        ),
        sides=blame_points(scope, found),
        alone=chain(
            points.plain_points(*alone_words(scope, found)),
            points.alone_points(scope, alone_counts(scope, about)),
        ),
        open=chain(
            points.withheld_points(scope, about),
            (points.figure_point(scope, one) for one in apart),
            topics.unsettled_points("Who did it", rows.status),
        ),
        proposed=points.proposed_points(scope, about),
        nobody=chain(
            points.plain_points(*unnamed_words(scope, blame)),
            topics.missing_points(
                scope, about, partial(asked_of, scope), points_sought(about)
            ),
            topics.silence_points(scope, blame, *SILENCES),
        ),
    )


def points_sought(about: Sequence[Claim]) -> dict[str, str]:
    """What one would look for; a place that was the target says where it was."""
    targets = {
        id_prefix(one.object or "")
        for one in about
        if one.relation == TARGET and one.polarity == "affirmed"
    }
    told = {"place"} & targets
    return {key: text for key, text in MISSING.items() if key not in told}


def asked_first(scope: Scope, found: Discrepancy) -> int:
    """When, then where, then how many it hit, then all the rest."""
    asked = scope.context.compared(found.attribute)
    return FIRST.index(asked) if asked in FIRST else len(FIRST)


def asked_of(scope: Scope, claim: Claim) -> str:
    """What a claim on an attack answers: who did it, on whom, when, where, how many."""
    return scope.context.compared(claim.relation) or claim.relation


def unnamed_words(scope: Scope, blame: Sequence[Claim]) -> Iterator[str]:
    """That nobody takes responsibility, or that nobody names anybody else."""
    affirmed = [one for one in blame if one.polarity == "affirmed"]
    own = sum(act(one, scope.context) == "claims-own" for one in affirmed)
    if not affirmed:
        yield f"{scope.nobody} takes responsibility for it or names anybody for it."
    elif not own:
        yield f"{scope.nobody} takes responsibility for it."
    elif own == len(affirmed):
        yield f"{scope.nobody} names anybody else for it."


def blame_points(scope: Scope, found: Sequence[Corroboration]) -> Iterator[Wordings]:
    """Each one who takes responsibility or is named, and who denies it."""
    for one in found:
        if one.supporting:
            denied = "Against: " * (one.polarity == "denied")
            yield points.proposition_point(scope, one, denied)


def alone_words(scope: Scope, found: Sequence[Corroboration]) -> Iterator[str]:
    """Whom one independent group alone names, and which group that is."""
    named = [
        one
        for one in found
        if one.proposition.relation == ATTRIBUTED
        and one.polarity == "affirmed"
        and any(
            act(scope.known[claim], scope.context) != "claims-own"
            for claim in one.supporting
        )
    ]
    alone = [one for one in named if one.independent == 1]
    told = "; ".join(
        f"{scope.told_name(one.proposition.object or '')}, by "
        f"{lead(scope, one.groups[0])}"
        for one in alone
    )
    if alone:
        yield f"Named by one independent group alone: {told}."


def alone_counts(scope: Scope, about: Sequence[Claim]) -> list[Corroboration]:
    """The propositions that are neither figures nor about who did it."""
    rest = [one for one in about if one.relation not in (*BLAME, TARGET)]
    return proposition_counts(
        scope, (one for one in rest if not is_figure(one, scope.context))
    )
