"""Which texts name a server, which a folder, and which neither; no secret is repeated.

An error of this module never holds any part of what was given: whatever somebody types
in the place of an address may be a password.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize
from urllib.parse import SplitResult, unquote, urlsplit

from claimgraph.errors import StoreError

SCHEMES = tuple(
    f"{name}{security}://"
    for name in ("bolt", "neo4j")
    for security in ("", "+s", "+ssc")
)
# a place on this machine, said to be one; `C:` is a drive
PATH = re.compile(r"(?:~|\.{1,2}(?:[/\\]|$)|/(?!/)|[a-z]:(?:[/\\]|$))", re.IGNORECASE)
# user:password@host, wherever it stands
CREDENTIALS = re.compile(r":.*@", re.DOTALL)
# what a bare name of a folder has no use for, and names of machines
HOST = re.compile(r"[:@]|^//|^localhost$|^\d+(?:\.\d+){3}$", re.IGNORECASE)
# an argument of any command that begins as an address with somebody's name in it
SECRETIVE = re.compile(
    r"(?:--?[\w-]+=)?\s*[a-z][\w+.-]*:/+(?:[^/?#]*|[^/]*:.*)@",
    re.IGNORECASE | re.DOTALL,
)
WITH_SECRETS = (
    "leave user name and password out of the address: use bolt://host:7687 and set "
    "NEO4J_USERNAME and NEO4J_PASSWORD (addresses end up in logs)"
)
UNREADABLE = (
    "this address of a Neo4j server cannot be read: one is like bolt://localhost:7687, "
    "and what stands after its last colon is a port, a number up to 65535"
)
NEITHER = (
    "this looks like an address and is none of a Neo4j server: write bolt://host:7687 "
    f"(there are: {', '.join(SCHEMES)}), or ./ in front of the name of a folder"
)


def parts_of_address(target: str) -> SplitResult:
    """The parts of the address of a server; StoreError where they cannot be told."""
    try:
        parts = urlsplit(target)
        parts.port  # noqa: B018  raises ValueError for a port that is no number
    except ValueError:
        raise StoreError(UNREADABLE) from None
    return parts


def is_address(target: str) -> bool:
    """Whether a target names a Neo4j server, not a folder; StoreError for neither.

    Neither is an address that holds secrets, one of another scheme, and whatever else
    looks like an address. A folder whose name does is written with ./ in front.

    >>> is_address("neo4j+s://graph.example.org"), is_address("./graph")
    (True, False)
    """
    spelt = normalize("NFKC", unquote(target)).strip()
    if target.lower().startswith(SCHEMES):
        if "@" in spelt:
            raise StoreError(WITH_SECRETS)
        return True
    said_to_be_path = PATH.match(spelt) is not None
    drive = 2 if said_to_be_path and spelt[1:2] == ":" else 0
    if (
        "://" in spelt
        or CREDENTIALS.search(spelt, drive)
        or (not said_to_be_path and HOST.search(spelt))
    ):
        raise StoreError(WITH_SECRETS if "@" in spelt else NEITHER)
    return False


def check_arguments(arguments: Iterable[str]) -> None:
    """StoreError where an argument of any command is an address with secrets.

    >>> check_arguments(["search", "http://example.org/@ann"])
    """
    for argument in arguments:
        if SECRETIVE.match(normalize("NFKC", unquote(argument))):
            raise StoreError(WITH_SECRETS)


def check_password(user: str | None, password: str | None) -> None:
    """StoreError where a name or a password cannot be sent to a server."""
    for what, text in (("user name", user), ("password", password)):
        try:
            (text or "").encode("utf-8")
        except UnicodeEncodeError:
            reason = f"the {what} holds half a character and cannot be sent"
            raise StoreError(reason) from None
