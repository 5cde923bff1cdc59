"""Batches into a store: each in one transaction, so that a kill leaves whole ones.

A batch takes three steps: `graph_view` looks at what the graph holds, `plan` works out
what changes, `run` writes that and goes on to the next.
"""

from claimgraph.loading.forget import forget
from claimgraph.loading.run import load
from claimgraph.loading.summary import Summary

__all__ = ["Summary", "forget", "load"]
