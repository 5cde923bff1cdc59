"""`claimgraph new`: what comes into a corpus: an entity, a claim, or an article."""

import click

from claimgraph.cli.new_claim import command as claim_command
from claimgraph.cli.new_entity import command as entity_command
from claimgraph.cli.terminal.groups import NearGroup


@click.group(cls=NearGroup)
def command() -> None:
    """Put something new into a corpus.

    Example: claimgraph new entity "Hill Band" --type group
    """


command.add_command(claim_command)
command.add_command(entity_command)
