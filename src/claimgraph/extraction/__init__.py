"""Claims of an article as a machine proposes them: people decide about each."""
