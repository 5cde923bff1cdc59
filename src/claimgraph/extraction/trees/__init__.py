"""Sentences that spaCy parsed, as trees, and what hangs on what in them."""
