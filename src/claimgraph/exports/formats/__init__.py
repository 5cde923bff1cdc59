"""The formats there are: one module each, found by listing this folder."""
