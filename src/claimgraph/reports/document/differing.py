"""Which figures, dates, places and leaders differ, over all subjects."""

from collections.abc import Mapping, Sequence

from claimgraph.analysis.discrepancies import Discrepancy, discrepancies
from claimgraph.reports.document import Row, Section, Table
from claimgraph.reports.document.about import claims_by, value_rows
from claimgraph.reports.document.scope import Scope

# what cannot hold together first
VERDICTS = ("conflict", "undecided", "compatible")


def differing_figures(scope: Scope) -> dict[str, list[Discrepancy]]:
    """The numbers, days, places and leaders given by several, what is apart first."""
    compared = scope.context.compared
    about = claims_by(
        (one for one in scope.claims if compared(one.relation)),
        lambda claim: scope.context.canonical(claim.subject),
    )
    found = {
        subject: [
            one for one in discrepancies(held, scope.context, subject) if differs(one)
        ]
        for subject, held in about.items()
    }
    kept = [(subject, held) for subject, held in found.items() if held]
    kept.sort(key=lambda one: min(VERDICTS.index(held.verdict) for held in one[1]))
    return dict(kept)


def differs(found: Discrepancy) -> bool:
    """Whether several independent origins give other values for one thing."""
    return found.verdict in VERDICTS and len(found.values) > 1


def figures_of_all(
    scope: Scope, figures: Mapping[str, Sequence[Discrepancy]]
) -> Section:
    """What differs, over all subjects."""
    rows = tuple(
        Row((scope.name(subject), *row.cells), row.claims)
        for subject, found in figures.items()
        for one in found
        for row in value_rows(scope, one)
    )
    columns = ("about", "what", "of", "said by", "value", "together", "because")
    data = {"discrepancies": dict(figures)} if figures else {}
    return Section(
        "figures",
        "Figures, dates, places and leaders that differ",
        tables=(Table("What each source gives", columns, rows),),
        data=data,
    )
