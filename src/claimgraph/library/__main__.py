"""Prints docs/queries.md."""

import sys

from claimgraph.library import questions
from claimgraph.library.index import index

sys.stdout.write(index(questions()))
