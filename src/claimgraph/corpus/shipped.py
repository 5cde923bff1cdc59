"""Which ids the corpora have that ship with claimgraph."""

from collections.abc import Mapping
from functools import cache

from claimgraph.corpus.uses import SCHEME, packaged_corpora, read_names


def shipped_home(entity_id: str) -> str:
    """What ships and has an entry of that id, and how to use it; empty for none."""
    home = shipped_ids().get(entity_id)
    if home is not None:
        return f"; {home} has it: write `uses: [{home}]` into corpus.yaml"
    other = shipped_numbers().get(entity_id.rpartition("/")[2])
    if other is None:
        return ""
    return f"; {shipped_ids()[other]} has this number under {other}: write that id"


@cache
def shipped_ids() -> Mapping[str, str]:
    """The ids of all entries that ship, each with what `uses` calls its corpus."""
    found: dict[str, str] = {}
    for name, folder in packaged_corpora():
        own = read_names(folder).entities
        found |= {one: SCHEME + name for one in own if one not in found}
    return found


@cache
def shipped_numbers() -> Mapping[str, str]:
    """Whom each number of a public list means that is in no id, as `ofac-9758`."""
    return {
        f"{scheme}-{number.lower().replace('.', '-')}": one.id
        for _, folder in packaged_corpora()
        for one in read_names(folder).entities.values()
        for scheme, number in one.ids
    }
