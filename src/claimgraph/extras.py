"""Optional packages: how each comes, and what is told where it lacks."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from claimgraph.errors import MissingExtraError

# pipx keeps it in each environment that it makes
PIPX = "pipx_metadata.json"
OWN = "claimgraph"


def install_words(extra: str) -> str:
    """How an optional package comes, from a wheel, a clone, or an index alike.

    pip takes the claimgraph that is installed, and adds what the extra needs.
    """
    wanted = f"install '{OWN}[{extra}]'"
    if Path(sys.prefix, PIPX).exists():
        return f"`pipx runpip {Path(sys.prefix).name} {wanted}`"
    return f"`pip {wanted}` in the environment of {OWN}"


@contextmanager
def needs_extra(extra: str, what: str) -> Generator[None]:
    """MissingExtraError where a module of others lacks; `what` needs the extra."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or OWN).partition(".")[0] == OWN:
            raise
        reason = f"{what} needs the extra [{extra}]: {install_words(extra)}"
        raise MissingExtraError(reason) from error
