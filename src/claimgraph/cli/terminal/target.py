"""Which graph a command works on, and how it gets in."""

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

import click

from claimgraph.api.stores import is_address, open_store
from claimgraph.cli.terminal.failures import put_error
from claimgraph.errors import StoreUnreachableError
from claimgraph.safe_text import on_one_line
from claimgraph.store.base import Store

# so many seconds nobody is told anything
PATIENCE = 1.0

C = TypeVar("C", bound=Callable[..., object])
DEFAULT = "./graph"
NO_PASSWORD = (
    "the server needs a password: set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is "
    "not neo4j); an empty one means that the server asks for none"
)


def store_option(command: C) -> C:
    """The option `--store`, for every command that needs a graph."""
    return click.option(
        "--store",
        "target",
        metavar="DIR|ADDRESS",
        default=DEFAULT,
        envvar="CLAIMGRAPH_STORE",
        show_default=True,
        show_envvar=True,
        help="A folder, or a Neo4j server as bolt://host:7687 with NEO4J_PASSWORD "
        "(and NEO4J_USERNAME) in the environment.",
    )(command)


def open_target(target: str, *, create: bool = False) -> Store:
    """The graph that the option names, open; the errors are those of `open_store`.

    The password comes from the environment, or is asked for on a terminal.
    """
    if not is_address(target):
        return open_store(target, create=create)
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    # an address with secrets in it is refused by the store, before any prompt
    if password is None and "@" not in target:
        if not sys.stdin.isatty():
            raise StoreUnreachableError(NO_PASSWORD)
        password = click.prompt(f"password of {user}", hide_input=True, err=True)
    with told_late(f"waiting for {on_one_line(target)} to answer; Ctrl-C ends that"):
        return open_store(target, user=user, password=password or None, create=create)


@contextmanager
def told_late(words: str) -> Generator[None]:
    """Tells on a terminal what is waited for, where that takes more than a second."""
    timer = Timer(PATIENCE, put_error, [words])
    timer.daemon = True
    if sys.stderr.isatty() and "@" not in words:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
