"""The short page on who stands between the others: who, and on which edges."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.analysis.brokers import Brokers
from claimgraph.analysis.edges import Edge
from claimgraph.reports.document import Sentence, parts, points
from claimgraph.reports.document.about import one_word
from claimgraph.reports.document.brief import Draft
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import count_of


def brief(scope: Scope, found: Brokers, opening: Iterable[Sentence]) -> Draft:
    """The short page: who stands between most others, and on which edges that rests."""
    edges = [edge for view in found.views[:1] for edge in view.edges]
    found_for = (parts.found_for(scope, edge.proposition) for edge in edges)
    # a part that is shown as one with its whole has an edge that nobody speaks of
    counted = [one for one in found_for if one.reports]
    counted.sort(key=lambda one: points.rank(scope, one))
    return Draft(
        short=points.plain_points(*(one.text for one in opening)),
        sides=points.contested_points(
            scope,
            counted,
            [
                parts.found_for(scope, edge.proposition, "denied")
                for edge in edges
                if edge.contested
            ],
        ),
        alone=chain(
            points.plain_points(*edge_words(edges)),
            points.alone_points(scope, counted),
        ),
        proposed=points.proposed_points(
            scope, (one for one in scope.claims if one.object is not None)
        ),
    )


def edge_words(edges: Sequence[Edge]) -> Iterator[str]:
    """How many of the edges rest on one independent group."""
    if edges:
        alone = sum(edge.independent == 1 for edge in edges)
        yield f"Of {count_of(len(edges), 'edge')}, {one_word(alone, len(edges))}."
