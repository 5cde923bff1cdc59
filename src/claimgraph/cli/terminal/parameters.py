"""Options that several commands share, for commands that are made by hand."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

C = TypeVar("C", bound=Callable[..., object])
Decorator = Callable[[Callable[[], None]], Callable[[], None]]


def path_option(names: str, metavar: str, text: str) -> Callable[[C], C]:
    """An option that takes a path; `names` are what is typed, and its parameter."""
    kind = click.Path(path_type=Path)
    return click.option(*names.split(), metavar=metavar, type=kind, help=text)


def click_parameters(decorators: Iterable[Decorator]) -> list[click.Parameter]:
    """What decorators of click would add to a command, in their order."""

    def carrier() -> None: ...

    found = carrier
    for decorate in reversed([*decorators]):
        found = decorate(found)
    return click.command()(found).params
