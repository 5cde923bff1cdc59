"""A group of commands that knows what a misspelt one is near to."""

import click

from claimgraph.errors import known_word, near


class NearGroup(click.Group):
    """Takes its commands in any case, and tells the nearest to an unknown one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument; UsageError where there is none."""
        typed, known = args[0], self.list_commands(ctx)
        meant = known_word(typed, known)
        if meant is not None:
            args = [meant, *args[1:]]
        elif not typed.startswith("-") and not ctx.resilient_parsing:
            listed = ", ".join(near(typed, known))
            hint = f"nearest: {listed}" if listed else f"there are: {', '.join(known)}"
            ctx.fail(f"No such command {typed!r} ({hint}).")
        return super().resolve_command(ctx, args)
