"""A graph that is filled once and kept, so that the demo answers at once."""

import hashlib
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from importlib.resources.abc import Traversable
from pathlib import Path

from claimgraph.api.caches import cache_folder
from claimgraph.api.stores import open_store
from claimgraph.atomic import room_beside, sync, sync_all, temporary_folder
from claimgraph.errors import StoreError
from claimgraph.resources import packaged_path
from claimgraph.store.base import Store

PREFIX = "demo-"


@contextmanager
def cached_graph(fill: Callable[[Store], None]) -> Generator[Store]:
    """The graph as `fill` made it with this very code and these very seeds.

    It is kept below the user's cache folder, its name the digest of the package; where
    nothing can be kept, or another process has it open, a temporary one is filled.
    """
    try:
        store = open_store(kept_graph(fill), create=False)
    except (OSError, StoreError):
        with (
            temporary_folder() as folder,
            open_store(folder / "graph", create=True) as fresh,
        ):
            fill(fresh)
            yield fresh
        return
    with store:
        yield store


def kept_graph(fill: Callable[[Store], None]) -> Path:
    """The folder of the kept graph; it gets its name when it is whole."""
    cache = cache_folder()
    folder = cache / f"{PREFIX}{package_digest()}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    for older in cache.glob(f"{PREFIX}*"):
        shutil.rmtree(older, ignore_errors=True)
    with room_beside(folder) as room:
        graph = room / "new" / folder.name
        with open_store(graph, create=True) as store:
            fill(store)
        sync_all(graph)
        # another process may have been quicker
        with suppress(OSError):
            graph.rename(folder)
            sync(cache)
    return folder


def package_digest() -> str:
    """Changes with any file of the package: code, schema, loaders, queries, seeds."""
    whole = hashlib.sha256()
    for name, file in sorted(files_below(packaged_path(), "")):
        whole.update(f"{name}\0".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:20]


def files_below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Every file of a package with its path; compiled code apart."""
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from files_below(entry, name)
        else:
            yield name, entry
