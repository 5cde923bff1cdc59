"""Batches -> quads of plain terms: one generator for every sink."""

# what IRIs of data begin with, where nobody says otherwise
BASE = "https://w3id.org/claimgraph/data/"
