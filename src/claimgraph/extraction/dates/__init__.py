"""The days that a text tells."""
