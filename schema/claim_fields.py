"""The fields of a claim as `claim.yaml` declares them, read strictly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from claimgraph.errors import nearest
from claimgraph.schema.declaration import PROPERTY, Declaration, mapping_at
from claimgraph.schema.types import (
    PREFIXES,
    ClaimField,
    ClaimFields,
    ClaimType,
    properties,
)

FILE = "claim.yaml"
LISTS = (
    *("polarity", "reason", "modality", "stance", "medium"),
    *("review", "reply", "verdict", "zone"),
)
TYPES: Mapping[str, ClaimType] = {
    "string": "string",
    "text": "text",
    "integer": "integer",
    "float": "float",
    "boolean": "boolean",
    "edtf": "edtf",
    "datetime": "datetime",
}
KEYS = (*("required", "path", "key", "list", "entity", "derived", "day", "rdf"),)
DOTTED = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")
RDF = re.compile(rf"(?:{'|'.join(PREFIXES)}|rdf):[A-Za-z]+")
NONE = "none"


def read_claim_fields(folder: Path | Traversable) -> ClaimFields:
    """What `claim.yaml` of a schema folder says; SchemaError with line and key."""
    declared = Declaration(folder / FILE, f"schema/{FILE}")
    lists = declared.lists("lists")
    for name in LISTS:
        if name not in lists:
            declared.refuse(f"lacks the list {name}", "lists")
    found = ClaimFields(
        edge_only=read_fields(declared, "edge_only", lists),
        node_and_edge=read_fields(declared, "node_and_edge", lists),
        node_only=read_fields(declared, "node_only", lists),
        hop=read_fields(declared, "hop", lists),
        lists=lists,
    )
    declared.finish()
    shared = {one.name for one in properties(found.edge)}
    for field in found.node_only:
        if {one.name for one in field.properties} & shared:
            declared.refuse("is there already", "node_only", field.name)
    return found


def read_fields(
    declared: Declaration, place: str, lists: Mapping[str, Mapping[str, str]]
) -> tuple[ClaimField, ...]:
    """The fields of one place, in their order."""
    found: list[ClaimField] = []
    names = set[str]()
    for name, held in mapping_at(declared, declared.take(place), (place,)).items():
        if not PROPERTY.fullmatch(name):
            declared.refuse("is not written as a property must be", place, name)
        field = read_field(declared, (place, name), held, lists)
        own = {one.name for one in field.properties}
        if own & names:
            declared.refuse("is there already", place, name)
        names |= own
        found.append(field)
    return tuple(found)


def read_field(
    declared: Declaration,
    path: tuple[str, str],
    held: object,
    lists: Mapping[str, Mapping[str, str]],
) -> ClaimField:
    """One field: its type with its meaning, and what else it says."""
    block = mapping_at(declared, held, path)
    for key in block:
        if key not in KEYS and key not in TYPES:
            reason = f"{key} is no type and no key here{nearest(key, [*TYPES, *KEYS])}"
            declared.refuse(reason, *path)
    types = [key for key in block if key in TYPES]
    if len(types) != 1:
        declared.refuse("must have one type with its meaning", *path)
    given = FieldKeys(declared, path, block)
    meaning, name = given.text(types[0]), path[1]
    if meaning is None:
        declared.refuse("must say what it means", *path)
    day, closed = given.text("day"), given.text("list")
    if (day is not None) != (types[0] == "edtf"):
        declared.refuse("an edtf, and nothing else, says day", *path)
    if closed is not None and closed not in lists:
        declared.refuse(f"{closed} is no list{nearest(closed, lists)}", *path, "list")
    where = given.shaped("path", DOTTED, name)
    return ClaimField(
        name=name,
        type=TYPES[types[0]],
        meaning=meaning,
        required=given.flag("required"),
        path=where,
        key=given.shaped("key", DOTTED, where),
        list=closed,
        entity=given.flag("entity"),
        derived=given.flag("derived"),
        day=day,
        rdf=given.shaped("rdf", RDF, f"cg:{camel_case(name)}"),
    )


@dataclass(frozen=True, slots=True)
class FieldKeys:
    """What one field says, taken out typed."""

    declared: Declaration
    path: tuple[str, str]
    block: Mapping[str, object]

    def text(self, key: str) -> str | None:
        """The text at a key, None where it is absent."""
        held = self.block.get(key)
        if key in self.block and not isinstance(held, str):
            self.declared.refuse("must be text", *self.path, key)
        return held if isinstance(held, str) else None

    def flag(self, key: str) -> bool:
        """True or false at a key, false where it is absent."""
        held = self.block.get(key, False)
        if not isinstance(held, bool):
            self.declared.refuse("must be true or false", *self.path, key)
        return held

    def shaped(self, key: str, shape: re.Pattern[str], usual: str | None) -> str | None:
        """A text of a shape, the usual one where it is absent, or None for `none`."""
        held = self.text(key)
        if held is None or held == NONE:
            return usual if held is None else None
        if not shape.fullmatch(held):
            self.declared.refuse(
                f"{held} is not written as it must be", *self.path, key
            )
        return held


def camel_case(name: str) -> str:
    """A name as RDF writes it.

    >>> camel_case("cue_start")
    'cueStart'
    """
    first, *more = name.split("_")
    return first + "".join(word.capitalize() for word in more)
