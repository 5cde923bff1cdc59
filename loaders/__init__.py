"""How does a source become claims? One module per source."""
