"""One edge for each proposition and polarity, with how many speak for it."""

from collections.abc import Callable, Iterable

import networkx as nx

from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context, Proposition, context_of
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.exports.drawing import Drawing, add_end, drawing, fit, tie_kind
from claimgraph.exports.wording import COLOURS, marked_relation
from claimgraph.model import Batch, Claim
from claimgraph.schema import load_schema


def painted_drawing(
    batches: Iterable[Batch],
    aggregate: bool,
    paint: Callable[[dict[str, object]], None],
) -> Drawing:
    """The drawing that is asked for; `paint` puts in the colour of each element."""
    graph = aggregate_drawing(batches) if aggregate else drawing(batches)
    for _, values in graph.nodes(data=True):
        paint(values)
    for _, _, values in graph.edges(data=True):
        paint(values)
    return graph


def aggregate_drawing(batches: Iterable[Batch]) -> Drawing:
    """The counts of the analysis as an edge; ids stand as judgements have them.

    `claims` lists the ids of all claims behind an edge, with `hypothetical` and
    `proposed` ones, which no other count has in it. Withheld claims are counted, not
    weighed.
    """
    claim_set, schema = gather(batches), load_schema()
    known = context_of(claim_set, schema)
    graph: Drawing = nx.MultiDiGraph()
    for found in corroborate_all(claim_set.claims, known):
        source, target = add_ends(graph, found.proposition, claim_set)
        graph.add_edge(
            source,
            target,
            key=f"{found.proposition.id}/{found.polarity}",
            **values(
                found.proposition,
                found.polarity,
                (*found.supporting, *found.hypothetical, *found.proposed),
            ),
            hypothetical=len(found.hypothetical),
            proposed=len(found.proposed),
            independent=found.independent,
            origins=found.origins,
            reports=found.reports,
        )
    add_withheld(graph, claim_set, known)
    return graph


def add_withheld(graph: Drawing, claim_set: ClaimSet, known: Context) -> None:
    """An edge for what was pointedly not said; a count, since silence is no support."""
    silent: dict[Proposition, list[Claim]] = {}
    for claim in claim_set.claims:
        if claim.polarity == "withheld":
            silent.setdefault(known.proposition(claim), []).append(claim)
    for what, claims in sorted(silent.items(), key=lambda item: item[0].id):
        source, target = add_ends(graph, what, claim_set)
        graph.add_edge(
            source,
            target,
            key=f"{what.id}/withheld",
            **values(what, "withheld", [claim.id for claim in claims]),
            origins=len({known.origin(claim) for claim in claims}),
            reports=len(claims),
        )


def add_ends(graph: Drawing, what: Proposition, claim_set: ClaimSet) -> tuple[str, str]:
    """The nodes of both ends; what is counted, or nobody, is a node of its own."""
    schema = load_schema()
    add_end(graph, what.subject, claim_set.entities, schema)
    if what.object is not None and what.object in claim_set.entities:
        add_end(graph, what.object, claim_set.entities, schema)
        return what.subject, what.object
    node = f"value/{what.id}"
    named = what.object or "nobody named"
    graph.add_node(node, **fit(label=named, name=named, type="Claim"))
    return what.subject, node


def values(what: Proposition, polarity: str, ids: Iterable[str]) -> dict[str, object]:
    """The attributes of an edge, but for its counts."""
    return fit(
        label=marked_relation(what.relation, polarity),
        kind=tie_kind(what.relation, polarity),
        relation=what.relation,
        polarity=polarity,
        claims=" ".join(sorted(ids)),
        colour=COLOURS[polarity],
    )
