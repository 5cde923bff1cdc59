"""The short page of the overview: on what the sources differ, and who carries most."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from claimgraph.analysis.corroboration import Corroboration, corroborate_all
from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.analysis.ledger import Ledger
from claimgraph.reports.document import Sentence, points
from claimgraph.reports.document.about import single_origins
from claimgraph.reports.document.asking import HealthRow
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.groups import named_number
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import naming_words, status_name
from claimgraph.reports.document.topics import APART, topic_points
from claimgraph.reports.document.wording import count_of


def brief(
    scope: Scope,
    opening: Sequence[Sentence],
    attacks: Sequence[Ledger],
    differing: Sequence[Ledger],
    figures: Mapping[str, Sequence[Discrepancy]],
    health: Sequence[HealthRow],
) -> Draft:
    """The short page: what most speak for, where they differ, what rests on one."""
    counts = list(corroborate_all(scope.claims, scope.context))
    spoken = [one for one in counts if one.polarity == "affirmed" and one.reports]
    spoken.sort(key=lambda one: points.rank(scope, one))
    denied = [one for one in counts if one.polarity == "denied" and one.reports]
    denied.sort(key=lambda one: points.rank(scope, one))
    contested = {one.proposition for one in denied}
    agreed_on = (one for one in spoken if one.proposition not in contested)
    return Draft(
        short=chain(
            points.plain_points(
                opening[0].text, *differing_words(scope, differing, figures)
            ),
            points.plain_points(*(one.text for one in opening[1:])),
            (points.proposition_point(scope, one) for one in agreed_on),
        ),
        sides=points.contested_points(scope, spoken, denied),
        alone=chain(
            points.plain_points(*(one.text for one in single_origins(spoken))),
            points.alone_points(scope, spoken),
        ),
        open=chain(
            topic_points(
                (apart_points(scope, figures), attack_points(scope, differing))
            ),
            points.withheld_points(scope, scope.claims),
        ),
        proposed=points.proposed_points(scope, scope.claims),
        nobody=missing_points(scope, attacks, spoken, health),
    )


def differing_words(
    scope: Scope,
    differing: Iterable[Ledger],
    figures: Mapping[str, Sequence[Discrepancy]],
) -> Iterator[str]:
    """Which attacks are disputed or partly shared, and of whom figures differ."""
    by_status: dict[str, list[str]] = {}
    for one in differing:
        name = " and ".join(scope.names(one.target))
        by_status.setdefault(one.status, []).append(name)
    for status, names in by_status.items():
        yield f"Who did it is {status_name(status)}: {'; '.join(names)}."
    apart = [
        scope.name(subject)
        for subject, found in figures.items()
        if any(one.verdict in APART for one in found)
    ]
    if apart:
        yield (
            "Figures, dates, places or methods that cannot all hold, or perhaps "
            f"cannot: {'; '.join(apart)}."
        )


def apart_points(
    scope: Scope, figures: Mapping[str, Sequence[Discrepancy]]
) -> Iterator[Wordings]:
    """The figures and dates of any subject that cannot all hold, or may not."""
    for subject, found in figures.items():
        for one in found:
            if one.verdict in APART:
                yield points.figure_point(
                    scope, one, f"{with_capital(scope.name(subject))}, "
                )


def attack_points(scope: Scope, differing: Iterable[Ledger]) -> Iterator[Wordings]:
    """Each attack for which speakers name different doers, by its weightiest claims."""
    for one in differing:
        who = "; ".join(naming_words(scope, one))
        name = with_capital(" and ".join(scope.names(one.target)))
        text = f"{name}: {status_name(one.status)}; {who}."
        ids = points.best_first(scope, (row.claim for row in one.rows))
        yield tuple(
            Sentence(text, (claim, *(other for other in ids if other != claim)))
            for claim in ids[: points.WORDINGS]
        )


def missing_points(
    scope: Scope,
    attacks: Sequence[Ledger],
    spoken: Sequence[Corroboration],
    health: Sequence[HealthRow],
) -> Iterator[Wordings]:
    """For how many attacks nobody takes responsibility, and what the graph lacks."""
    owned = {
        row.claim
        for one in attacks
        for row in one.rows
        if row.act == "claims-own" and scope.known[row.claim].review == "accepted"
    }
    open_ones = sum(owned.isdisjoint(row.claim for row in one.rows) for one in attacks)
    if open_ones:
        yield from points.plain_points(
            f"{scope.no_accepted} takes responsibility for {open_ones} of the "
            f"{count_of(len(attacks), 'attack')} of which somebody says, denies or "
            "withholds who did it."
        )
    unnamed = sum(not named_number(scope, one) for one in spoken)
    if unnamed:
        who = "No accepted claim of anybody" if scope.machine_read else "Nobody"
        yield from points.plain_points(
            f"{who} with a name speaks for {unnamed} of the "
            f"{count_of(len(spoken), 'proposition')}."
        )
    defects = [one.name for one in health if one.defect]
    if defects:
        yield from points.plain_points(
            f"The graph itself is unsound: {', '.join(defects)}."
        )
