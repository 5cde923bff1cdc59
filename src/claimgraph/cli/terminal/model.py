"""The option that says which language model is asked."""

from collections.abc import Callable
from typing import TypeVar

import click

C = TypeVar("C", bound=Callable[..., object])


def model_option(command: C) -> C:
    """The option `--model`, for commands that have articles read."""
    return click.option(
        "--model",
        metavar="NAME",
        envvar="CLAIMGRAPH_MODEL",
        show_envvar=True,
        help="A model of the llm library (`llm models`); without one, rules.",
    )(command)
