"""The places among the names that ship: countries, and the provinces of each."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimgraph.folding import fold
from claimgraph.loaders.listing import first_numbers, other_names
from claimgraph.model import Alias, Entity

ISO = "iso-3166-1"


def places(folder: Path, seeds: Mapping[str, Entity]) -> Iterator[Entity]:
    """Countries as places and states, and their first-level places."""
    found = list(countries(folder, seeds))
    yield from found
    of_codes = {
        code: one.id
        for one in found
        for scheme, code in one.ids
        if scheme == ISO and one.kind == "country"
    }
    yield from provinces(folder, seeds, of_codes)


def countries(folder: Path, seeds: Mapping[str, Entity]) -> Iterator[Entity]:
    """Each country as a place, and those that are no dependency as states."""
    for line in (folder / "countries.jsonl").read_text("utf-8").splitlines():
        held = json.loads(line)
        for prefix in held["as"]:
            own = f"{prefix}/{held['slug']}"
            place = prefix == "place"
            known = seeds.get(own, Entity(id=own, name=held["name"]))
            spot = (known.lat, known.lon) if known.lat else (held["lat"], held["lon"])
            aliases = other_names(known.name, [held["name"], *held["names"]])
            yield Entity(
                id=own,
                name=known.name,
                aliases=distinct(known.name, aliases),
                kind="country" if place else None,
                ids=first_numbers(held["ids"].items()),
                lat=spot[0] if place else None,
                lon=spot[1] if place else None,
                by="names: natural earth",
            )


def provinces(
    folder: Path, seeds: Mapping[str, Entity], of_codes: Mapping[str, str]
) -> Iterator[Entity]:
    """Each first-level place; the seeds' id where they have it in the same country."""
    known = {
        (one.within, fold(name).removesuffix(" province")): one
        for one in seeds.values()
        if one.kind == "province"
        for name in one.names
    }
    for line in (folder / "provinces.jsonl").read_text("utf-8").splitlines():
        held = json.loads(line)
        code = held["code"]
        within = of_codes.get(code[:2])
        own = known.get((within, fold(held["name"])))
        name = own.name if own is not None else held["name"]
        yield Entity(
            id=own.id if own is not None else f"place/iso-{code.lower()}",
            name=name,
            aliases=distinct(name, other_names(name, [held["name"], *held["names"]])),
            kind="province",
            ids=(("iso-3166-2", code),),
            within=within,
            by="names: cldr",
        )


def distinct(name: str, aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """The aliases that are other names when they are compared."""
    seen = {fold(name)}
    found: list[Alias] = []
    for one in aliases:
        key = fold(one.name)
        if key and key not in seen:
            seen.add(key)
            found.append(one)
    return tuple(found)
