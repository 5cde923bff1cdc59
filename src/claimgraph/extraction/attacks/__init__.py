"""The attacks that a text tells of, and which of its words mean which."""
