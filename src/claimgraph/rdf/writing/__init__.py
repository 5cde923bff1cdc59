"""Batches -> quads of plain terms: one generator for every sink."""
