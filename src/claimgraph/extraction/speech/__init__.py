"""Who says what in a parsed sentence, and how surely."""
