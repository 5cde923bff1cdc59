"""Prints docs/cli.md."""

import sys

from claimgraph.cli.reference import page

sys.stdout.write(page())
