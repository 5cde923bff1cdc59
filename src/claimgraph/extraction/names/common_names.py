"""Names that news use without saying whom they mean, for who has an entry and who not.

Each file of `common/` has entities by their kind (`unsaid` for none): an id, and the
names. The first is the name of the entity where nobody has an entry for it; a name in
capitals is found only in capitals. An entry of a corpus or of its lists with the same
id stands.
"""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from claimgraph.coding.likeness import folded_name, without_article
from claimgraph.extraction.known import Known
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Entity

NO_KIND = "unsaid"
# a shorter name may be another's on a list
SHORT = 4


@dataclass(frozen=True, slots=True)
class CommonNames:
    """An entity with the names by which all news call it."""

    id: str
    kind: str | None
    names: tuple[str, ...]

    def entity(self, known: Known) -> Entity:
        """The entry that is known of it, by its id or a name; else one of its own."""
        return known.entities.get(self.id) or self.known_by_name(known) or self.made()

    def known_by_name(self, known: Known) -> Entity | None:
        """Who is known by one of the names, each of which is whole."""
        prefix = (id_prefix(self.id),)
        long = (name for name in self.names if len(name) > SHORT)
        found = (known.named(name, prefix) for name in long)
        return next((one for one in found if one is not None), None)

    def made(self) -> Entity:
        """The entity as these names alone tell of it."""
        name, *others = self.names
        aliases = tuple(map(Alias, others))
        return Entity(id=self.id, name=name, aliases=aliases, kind=self.kind)


def commonly_called(
    known: Known, name: str, prefixes: Collection[str]
) -> Entity | None:
    """Who of some types is called so in all news: the United States for US."""
    for row, written in rows_by_name().get(without_article(folded_name(name)), ()):
        cased = name.isupper() or not written.isupper()
        if cased and id_prefix(row.id) in prefixes:
            return row.entity(known)
    return None


def also_called(entity: Entity) -> Entity:
    """A listed entity with the names that news use for it, which its list may lack."""
    row = rows_by_id().get(entity.id)
    there = {folded_name(one) for one in entity.names}
    names = row.names if row is not None else ()
    missing = [Alias(one) for one in names if folded_name(one) not in there]
    if not missing:
        return entity
    return replace(entity, aliases=(*entity.aliases, *missing))


@cache
def rows_by_id() -> Mapping[str, CommonNames]:
    """All entities by their ids."""
    return {row.id: row for row in common_rows()}


@cache
def rows_by_name() -> Mapping[str, Sequence[tuple[CommonNames, str]]]:
    """All entities by each of their names, folded, with the name as it is written."""
    found: dict[str, list[tuple[CommonNames, str]]] = defaultdict(list)
    for row in common_rows():
        for name in row.names:
            found[without_article(folded_name(name))].append((row, name))
    return found


@cache
def common_rows() -> Sequence[CommonNames]:
    """All entities of the files."""
    found: list[CommonNames] = []
    folder = files("claimgraph.extraction.names") / "common"
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if not path.name.endswith(".toml"):
            continue
        kinds: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
        for kind, rows in kinds.items():
            of_kind = None if kind == NO_KIND else kind
            found += (CommonNames(one, of_kind, (*rows[one],)) for one in rows)
    return found
