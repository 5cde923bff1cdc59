"""Who says that which group did or is what, on whose word, and who says otherwise.

What programs need, each in its own module so that a command starts quickly:

>>> from claimgraph.store import open_store        # a folder or a Bolt address
>>> from claimgraph.loaders import find_loader     # read a corpus, batch by batch
>>> from claimgraph.loading import load, forget       # into the graph, and out of it
>>> from claimgraph.library import ask             # a question of queries/
>>> from claimgraph.readback import read           # the claims of a graph again
"""
