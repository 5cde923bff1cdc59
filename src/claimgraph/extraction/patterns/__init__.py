"""Claims by patterns of words, without a parse: the core."""
