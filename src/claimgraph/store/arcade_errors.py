"""What the embedded engine's errors say; they come as chains of Java's."""

import re

from claimgraph.errors import ROOM
from claimgraph.store.rows import taken_id

TOO_MUCH = (
    "the query sorts more than the embedded engine can hold: "
    "narrow it, or keep a graph of this size in Neo4j"
)
# Linux, as the engine hands it on: no room, a limit of the process or of the user
FULL = re.compile(r"No space left on device|File too large|Disk quota exceeded")


def chain(error: Exception) -> list[list[str]]:
    """Class name and message of the engine's errors, innermost last."""
    found: list[list[str]] = getattr(error, "java_chain", [])
    return found


def causes(error: Exception) -> set[str]:
    """The names of the engine's error classes, without their packages."""
    return {name.rpartition(".")[2] for name, _ in chain(error)}


def innermost(error: Exception) -> str:
    """The engine's own words for what was wrong."""
    for _, message in reversed(chain(error)):
        if message and message not in ("None", "null"):
            return message
    return str(error)


def is_refused(error: Exception) -> bool:
    """Whether the operating system gave the engine no more room."""
    return bool(FULL.search(innermost(error)))


def reason_of(error: Exception) -> str:
    """The engine's words, and what to do where an id is taken or a disk is full."""
    reason = innermost(error)
    if "DuplicatedKeyException" in causes(error):
        return taken_id(reason.partition(" found on")[0])
    return f"{reason}: {ROOM}" if is_refused(error) else reason


def failure(error: Exception, timeout: float) -> str:
    """Why a query gave no rows; of `timeout` seconds that it had."""
    if isinstance(error, TypeError):
        return f"a parameter cannot be sent: {error}"
    if "TimeoutException" in causes(error):
        return f"the query took more than {timeout:g} s"
    return TOO_MUCH if "heap budget exceeded" in str(error) else innermost(error)
