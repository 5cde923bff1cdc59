"""Claims over a parse: from a trigger to who, what, and on whose word."""
