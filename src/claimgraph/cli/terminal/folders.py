"""The option that says which corpus a command works in."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

C = TypeVar("C", bound=Callable[..., object])


def corpus_option(command: C) -> C:
    """The option `--corpus`, for commands that work inside a corpus."""
    return click.option(
        "--corpus",
        "folder",
        metavar="DIR",
        default=".",
        show_default=True,
        type=click.Path(path_type=Path),
        help="The folder of the corpus.",
    )(command)
