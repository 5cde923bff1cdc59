"""Only its table is used; the package ships no types."""
