"""Options that several commands share, for commands that are made by hand."""

from collections.abc import Callable, Iterable

import click

Decorator = Callable[[Callable[[], None]], Callable[[], None]]


def click_parameters(decorators: Iterable[Decorator]) -> list[click.Parameter]:
    """What decorators of click would add to a command, in their order."""

    def carrier() -> None: ...

    found = carrier
    for decorate in reversed([*decorators]):
        found = decorate(found)
    return click.command()(found).params
