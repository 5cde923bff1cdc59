"""Builds `names/entities.jsonl`, the names that ship, from public lists.

    python tools/names_build.py ../shared/data

The folder holds the lists that `names/README.md` tells of. The loaders read them, so
that an entry here has the id that a load of its list gives. Nothing that a list says of
somebody goes in, only names and numbers.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from claimgraph.corpus.reading import read_corpus
from claimgraph.definitions.blocks import entity_block
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.loaders import find_loader
from claimgraph.loaders.listing import (
    first_numbers,
    name_key,
    other_names,
    split_names,
)
from claimgraph.model import Entity
from names_cleaning import cleaned, says_little
from names_people import births, same_people
from names_places import distinct, places

ROOT = Path(__file__).parents[1]
OUT = ROOT / "names" / "entities.jsonl"
OWN = Path(__file__).parent / "names"
# in this order: the first that has a body, as a group if any, gives it its id
LISTS = {
    "un": "un/consolidated.xml",
    "ofac": "ofac/sdn.csv",
    "misp_galaxy": "misp/terrorist-groups.json",
}
BODIES = ("group", "org")
# shorter ones are no evidence that two are one
SHORTEST_KEY = 6
LIST_ID = re.compile("/(?:un|ofac|misp)-")
Groups = list[set[str]]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list: which list, and whom it names."""

    source: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class Told:
    """What a person found: who is one, who is not, and who stands in the seeds."""

    same: Groups
    apart: Groups
    seeds: Mapping[str, str]


def read_lists(data: Path) -> dict[str, Listed]:
    """All whom the lists name, by the ids that the loaders give."""
    found: dict[str, Listed] = {}
    for source, path in LISTS.items():
        for batch in find_loader(source).read(data / path):
            assert not batch.problems, batch.problems
            for entity in batch.entities:
                found.setdefault(entity.id, Listed(source, entity))
    return found


def main_keys(entity: Entity) -> set[str]:
    """The keys of the name of an entry, with and without a short one behind it."""
    return {name_key(one) for one in split_names(entity.name)[:2]}


def strong_keys(entity: Entity) -> set[str]:
    """The keys of all its names that are no weak and no short ones."""
    names = [entity.name, *(one.name for one in entity.aliases if not one.ambiguous)]
    found = {name_key(part) for name in names for part in split_names(name)[:2]}
    return {one for one in found if len(one) >= SHORTEST_KEY}


def same_bodies(listed: Mapping[str, Listed], told: Told) -> Groups:
    """The bodies of several lists, as sets of ids: those that are told, and by name.

    By name two are one where the one's main name is the other's, or one of its strong
    names, and no third entry of either list fits as well.
    """
    bodies = [one for one in listed if id_prefix(one) in BODIES]
    found = {one: {one} for one in bodies}
    for group in told.same:
        unite(found, listed, group)
    mains = {one: main_keys(listed[one].entity) for one in bodies}
    strong = {one: strong_keys(listed[one].entity) for one in bodies}
    ways: tuple[dict[str, list[str]], ...] = (defaultdict(list), defaultdict(list))
    for one, other in combinations(sorted(bodies), 2):
        if listed[one].source == listed[other].source or {one, other} in told.apart:
            continue
        if mains[one] & mains[other]:
            put(ways[0], one, other)
        elif mains[one] & strong[other] or mains[other] & strong[one]:
            put(ways[1], one, other)
    for way in ways:
        for one, others in sorted(way.items()):
            for other in others:
                if only(way, listed, one, other) and only(way, listed, other, one):
                    unite(found, listed, {one, other})
    unique = {id(group): group for group in found.values()}
    return list(unique.values())


def put(pairs: dict[str, list[str]], one: str, other: str) -> None:
    """Notes that two entries may be one."""
    pairs[one].append(other)
    pairs[other].append(one)


def only(
    way: Mapping[str, list[str]], listed: Mapping[str, Listed], one: str, other: str
) -> bool:
    """Whether no other entry of the list of `other` fits `one`."""
    source = listed[other].source
    return [it for it in way[one] if listed[it].source == source] == [other]


def unite(
    found: dict[str, set[str]], listed: Mapping[str, Listed], ids: Iterable[str]
) -> None:
    """Makes the sets of some ids one, unless a list would be in it twice."""
    whole = set[str]().union(*(found[one] for one in ids))
    sources = [listed[one].source for one in whole]
    if len({*sources}) == len(sources):
        found.update(dict.fromkeys(whole, whole))


def read_told(path: Path) -> Told:
    """That of a file with a line for each body."""
    same: Groups = []
    apart: Groups = []
    seeds: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        words = line.partition("#")[0].split()
        ids = {one for one in words if LIST_ID.search(one)}
        if words[:1] == ["apart"]:
            apart.append(ids)
        elif ids:
            same.append(ids)
            seeds |= {one: words[0] for one in ids if words[0] not in ids}
    return Told(same, apart, seeds)


def united_body(
    ids: Iterable[str],
    listed: Mapping[str, Listed],
    own: str | None,
    seeds: Mapping[str, Entity],
) -> Entity:
    """One entry of all that the lists call one body, and of the name in the seeds."""
    order = list(LISTS)

    def rank(one: str) -> tuple[bool, int]:
        return id_prefix(one) == "org", order.index(listed[one].source)

    ranked = sorted(ids, key=rank)
    told = [listed[one].entity for one in ranked]
    known = seeds[own].name if own is not None else None
    # a galaxy writes its names as people do, the lists in capitals
    bodies = [one.name for one in told if id_prefix(one.id) in BODIES]
    plain = [one for one in bodies if one != one.upper()]
    name = known or cleaned([*plain, *(one.name for one in told)][0])[0]
    strong: list[str] = []
    weak: list[str] = []
    for one in told:
        strong += cleaned(one.name)
        for alias in one.aliases:
            (weak if alias.ambiguous else strong).extend(cleaned(alias.name))
    sources = ", ".join(dict.fromkeys(listed[one].source for one in ranked))
    return Entity(
        id=own or ranked[0],
        name=name,
        aliases=distinct(name, other_names(name, strong, weak)),
        ids=first_numbers(pair for one in told for pair in one.ids),
        by=f"names: {sources}",
    )


def with_marks(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entries; marked is what several of one type are called, and two letters."""
    held = list(entities)
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in held:
        for name in one.names:
            owners[kind_of(one), fold(name)].add(one.id)
    for one in held:
        marked = (
            replace(it, ambiguous=True)
            if len(owners[kind_of(one), fold(it.name)]) > 1 or says_little(it.name)
            else it
            for it in one.aliases
        )
        yield replace(one, aliases=tuple(marked))


def kind_of(entity: Entity) -> str:
    """The type of an entry; groups and organizations share their names."""
    prefix = id_prefix(entity.id)
    return BODIES[0] if prefix in BODIES else prefix


def built_entities(data: Path) -> list[Entity]:
    """All entries, by id."""
    seeds = read_corpus(ROOT / "seeds").entities
    listed = read_lists(data)
    told = read_told(OWN / "same.txt")
    found: dict[str, Entity] = {one.id: one for one in places(OWN, seeds)}
    grouped = same_bodies(listed, told)
    people = {
        one: held.entity for one, held in listed.items() if id_prefix(one) == "person"
    }
    born = births(data / LISTS["un"], data / LISTS["ofac"])
    for ids in [*grouped, *same_people(people, born)]:
        named = {told.seeds[one] for one in ids if one in told.seeds}
        entity = united_body(ids, listed, next(iter(named), None), seeds)
        if any(scheme in ("un", "ofac", "misp") for scheme, _ in entity.ids):
            found[entity.id] = entity
    return sorted(with_marks(found.values()), key=lambda one: one.id)


def main() -> None:
    """Writes the file anew."""
    found = built_entities(Path(sys.argv[1]))
    lines = (json.dumps(entity_block(one), ensure_ascii=False) for one in found)
    OUT.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(found)} entries")


if __name__ == "__main__":
    main()
