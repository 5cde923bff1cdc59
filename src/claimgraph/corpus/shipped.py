"""Which ids the corpora have that ship with claimgraph."""

from collections.abc import Mapping
from functools import cache

from claimgraph.corpus.uses import SCHEME, packaged_corpora, read_names


def shipped_home(entity_id: str) -> str:
    """What ships and has an entry of that id, and how to use it; empty for none."""
    home = shipped_ids().get(entity_id)
    if home is None:
        return ""
    return f"; {home} has it: write `uses: [{home}]` into corpus.yaml"


@cache
def shipped_ids() -> Mapping[str, str]:
    """The ids of all entries that ship, each with what `uses` calls its corpus."""
    found: dict[str, str] = {}
    for name, folder in packaged_corpora():
        own = read_names(folder).entities
        found |= {one: SCHEME + name for one in own if one not in found}
    return found
