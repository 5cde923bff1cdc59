"""Whom words mean that name nobody: "he", "the group", "a cell", "five soldiers"."""
