"""`claimgraph import`: the other name of `load`."""

import copy

from claimgraph.cli import help_text
from claimgraph.cli.load import command as load_command

command = copy.copy(load_command)
command.help = f"""{help_text("import_")}

It takes all that `load` takes, and does the same with it.

Example: claimgraph import claims.trig"""
