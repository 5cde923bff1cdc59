"""Where is the graph kept? A folder (ArcadeDB, in process) or a Neo4j server."""

from claimgraph.store.base import Store

SCHEMES = tuple(
    f"{name}{security}://"
    for name in ("bolt", "neo4j")
    for security in ("", "+s", "+ssc")
)


def open_store(
    target: str,
    *,
    user: str | None = None,
    password: str | None = None,
    create: bool = True,
) -> Store:
    """The graph at a Bolt address or, for anything else, in that folder.

    With `create` a new or empty graph will do: call `prepare` before writing. Without,
    StoreError is raised for anything that is not a claimgraph database. Other errors:
    StoreBusyError, StoreUnreachableError. User and password are for addresses only.
    """
    if is_address(target):
        from claimgraph.store.bolt import BoltStore

        return BoltStore(target, user=user, password=password, create=create)
    from claimgraph.store.arcade import ArcadeStore

    return ArcadeStore(target, create=create)


def is_address(target: str) -> bool:
    """Whether a target names a Neo4j server, not a folder.

    >>> is_address("neo4j+s://graph.example.org"), is_address("./graph")
    (True, False)
    """
    return target.lower().startswith(SCHEMES)
