"""What all STIX 2.1 objects of an export share: ids, times, markings, our extension."""

import re
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from claimgraph.dates import span
from claimgraph.rdf.writing.names import check_base

Block = dict[str, object]
SPEC = "2.1"
# for what no day is known of
NO_TIME = "1970-01-01T00:00:00.000Z"
LOADED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|\+00:00)", re.ASCII)
# ids of the markings that the standard itself defines; TLP 2 came later and has none
MARKINGS = {
    "TLP:CLEAR": ("white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
    "TLP:GREEN": ("green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
    "TLP:AMBER": ("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
    "TLP:AMBER+STRICT": ("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
    "TLP:RED": ("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
}
MARKED = "2017-01-20T00:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes objects whose ids follow from our ids and from `base` alone."""

    base: str
    space: UUID = field(init=False)

    def __post_init__(self) -> None:
        check_base(self.base)
        object.__setattr__(self, "space", uuid5(NAMESPACE_URL, self.base))

    def ref(self, kind: str, name: str) -> str:
        """The id of an object: its STIX type and a UUIDv5."""
        return f"{kind}--{uuid5(self.space, f'{kind} {name}')}"

    @property
    def extension(self) -> str:
        """The id of our extension definition."""
        return self.ref("extension-definition", "claimgraph")

    def extended(self, fields: Block) -> Block:
        """The `extensions` of an object; fields that are not there are left out."""
        kept = {
            key: held
            for key, held in fields.items()
            if held is not None and held is not False and held != []
        }
        return {self.extension: {"extension_type": "property-extension"} | kept}


def new_object(kind: str, ref: str, time: str) -> Block:
    """The fields that every object begins with."""
    return {
        "type": kind,
        "spec_version": SPEC,
        "id": ref,
        "created": time,
        "modified": time,
    }


def own_reference(external_id: str, **more: object) -> Block:
    """An external reference that holds an id of ours."""
    return {"source_name": "claimgraph", "external_id": external_id, **more}


def time_of(loaded: str | None) -> str | None:
    """The time of loading as a STIX time, to the millisecond as the standard asks.

    >>> time_of("2026-11-22T12:00:00+00:00")
    '2026-11-22T12:00:00.000Z'
    """
    found = LOADED.fullmatch(loaded or "")
    return f"{found[1]}.000Z" if found else None


def day_time(edtf: str | None) -> str:
    """The first possible day of a date as a STIX time, which is one moment.

    >>> day_time("2021-08"), day_time("[..2021-08-27]")
    ('2021-08-01T00:00:00.000Z', '2021-08-27T00:00:00.000Z')
    """
    days = span(edtf) if edtf else None
    day = (days.earliest or days.latest) if days else None
    return f"{day}T00:00:00.000Z" if day else NO_TIME


def marking_object(marking: str) -> Block:
    """The marking of the standard that protects at least as much as ours."""
    level, number = MARKINGS[marking]
    return {
        "type": "marking-definition",
        "spec_version": SPEC,
        "id": f"marking-definition--{number}",
        "created": MARKED,
        "definition_type": "tlp",
        "name": f"TLP:{level.upper()}",
        "definition": {"tlp": level},
    }


def marking_refs(marking: str | None) -> list[str]:
    """The marking of an article, for it and for what it says."""
    if marking is None or marking not in MARKINGS:
        return []
    return [f"marking-definition--{MARKINGS[marking][1]}"]
