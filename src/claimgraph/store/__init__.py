"""Where is the graph kept? A folder (ArcadeDB, in process) or a Neo4j server."""

from claimgraph.addresses import check_password, is_address
from claimgraph.store.base import Store

__all__ = ["is_address", "open_store"]


def open_store(
    target: str,
    *,
    user: str | None = None,
    password: str | None = None,
    create: bool = True,
) -> Store:
    """The graph at a Bolt address or, for what looks like no address, in that folder.

    With `create` a new or empty graph will do: call `prepare` before writing. Without,
    StoreError is raised for anything that is not a claimgraph database. Other errors:
    StoreBusyError, StoreUnreachableError. User and password are for addresses only.
    """
    if is_address(target):
        from claimgraph.store.bolt import BoltStore

        check_password(user, password)
        return BoltStore(target, user=user, password=password, create=create)
    from claimgraph.store.arcade import ArcadeStore

    return ArcadeStore(target, create=create)
