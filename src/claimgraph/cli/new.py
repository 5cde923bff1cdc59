"""`claimgraph new`: what comes into a corpus: an entity, a claim, or an article."""

from pathlib import Path

import click

from claimgraph.cli.new_article import command as article_command
from claimgraph.cli.new_claim import command as claim_command
from claimgraph.cli.new_entity import command as entity_command
from claimgraph.cli.terminal.groups import NearGroup


class NewThings(NearGroup):
    """The kinds of new things; the name of a file, or an address, is an article."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word, or `article` with all of them."""
        named = args[0].casefold() in self.commands
        if not named and (Path(args[0]).exists() or set(args[0]) & set("./\\")):
            args = ["article", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=NewThings)
def command() -> None:
    """Put something new into a corpus: an article, an entity, or a claim.

    The name of a file, or an address, is that of an article.

    Example: claimgraph new market-bombed.html --corpus mycorpus
    """


command.add_command(article_command)
command.add_command(claim_command)
command.add_command(entity_command)
