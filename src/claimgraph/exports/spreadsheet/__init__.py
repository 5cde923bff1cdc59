"""Tables of text cells that spreadsheets open, and nothing in them that they run."""
