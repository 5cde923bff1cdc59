"""A door for language models: a page that tells them the graph, and a server to ask."""
