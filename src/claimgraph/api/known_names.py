"""Whom claimgraph knows by name, whatever stands in a graph: `claimgraph:names`."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from claimgraph.corpus.entity_lines import LINES, entities_on_lines
from claimgraph.entity_names import NamedEntity, meant_entities, parts_named
from claimgraph.resources import packaged_path

SHOWN = 8
USE = "`uses: [claimgraph:names]` in corpus.yaml puts them at hand"


@cache
def shipped_names() -> tuple[NamedEntity, ...]:
    """All entries of the names that ship."""
    path = Path(str(packaged_path("names", LINES)))
    return tuple(
        NamedEntity(entity.id, entity.name, tuple(entity.names))
        for entity, _ in entities_on_lines(path)
        if entity is not None
    )


def known_names(text: str, prefixes: Collection[str] = ()) -> list[NamedEntity]:
    """Those whom a text may mean, by a name, or else by parts of one."""
    meant = meant_entities(shipped_names(), text, prefixes)
    found = list(meant.entities)
    return found or parts_named(shipped_names(), text, prefixes)


def known_words(text: str, prefixes: Collection[str] = ()) -> str:
    """That such a name is known, and how to use it; empty where it is not."""
    found = known_names(text, prefixes)
    if not found:
        return ""
    more = len(found) - SHOWN
    listed = "; ".join(map(str, found[:SHOWN]))
    listed += f"; and {more} more" if more > 0 else ""
    return f"; known names that no claim here needs: {listed} ({USE})"
