"""The network of one view, as `brokers` puts its parts together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimgraph.analysis.context import Context
from claimgraph.analysis.edges import edges, widened_claims, widening
from claimgraph.analysis.network import View, ends_of, graph_of, seen_in
from claimgraph.model import Claim

if TYPE_CHECKING:
    from networkx import Graph


def view_graph(
    claims: Iterable[Claim], context: Context, view: View = "all", widen: bool = False
) -> "Graph[str]":
    """The graph of a view; `widen` makes one node of parts and their wholes."""
    listed = list(claims)
    if widen:
        listed = widened_claims(listed, context, widening(listed, context))
    found = edges(listed, context)
    return graph_of(seen_in(view, found), nodes=ends_of(found))
