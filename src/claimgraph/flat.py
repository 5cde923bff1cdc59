"""A claim as a flat row and back, as `schema/claim.yaml` declares its fields.

A row is `{name: value}` with the names that the properties have in the graph; what is
absent or false is left out. Whoever writes claims somewhere takes the row and renames
only what is called differently there; a new field of `claim.yaml` then comes along.

>>> from claimgraph.model import Value
>>> row = {"article": "a", "relation": "KILLED", "subject_id": "attack/x",
...        "quote": "ten", "row": 3, "column": "dead", "value_min": 10}
>>> claim = claim_from(row, (Hop("org/daily", "asserts"),))
>>> claim.value == Value(min=10), claim.selector
(True, Cell(row=3, column='dead'))
>>> flat(claim)["value_min"], flat(claim)["origin_id"], flat_hops(claim)[0]["hop"]
(10, 'org/daily', 1)
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeVar, get_args, get_type_hints

from claimgraph.errors import ClaimgraphError, unknown_word
from claimgraph.model import Article, Claim, Entity, Hop, Selector, Where
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

Row = dict[str, object]
M = TypeVar("M")
# what a value may be; text, where nothing is said
KINDS: Mapping[str, tuple[type, ...]] = {
    "integer": (int,),
    "float": (float, int),
    "boolean": (bool,),
}


class Slot(NamedTuple):
    """Where a value goes, the types that it may have, and the words of its list."""

    above: str
    attribute: str
    kinds: tuple[type, ...]
    words: Collection[str] | None


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of one class of the model, by the names of the graph.

    `values` takes the values of all `names` out of an object at once; `slots` are the
    attributes that an object is made of, `needed` the names that it cannot be without.
    """

    names: tuple[str, ...]
    values: Callable[[object], Iterable[object]]
    slots: Mapping[str, str]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A class with its own fields, and the classes that may stand at an attribute."""

    own: Part
    parts: Mapping[str, Mapping[type, Part]]
    slots: Mapping[str, Slot]

    def classes(self, cls: type) -> list[tuple[type, Part]]:
        """The class itself and those of its parts."""
        inner = [pair for parts in self.parts.values() for pair in parts.items()]
        return [(cls, self.own), *inner]


def flat(claim: Claim) -> Row:
    """All that a claim holds but its hops, by the names of the graph."""
    return flat_values(claim, claim_shape())


def flat_hops(claim: Claim) -> list[Row]:
    """The speakers of the chain from the outside in, each a row with its number."""
    shape = hop_shape()
    return [
        {"hop": number, **flat_values(hop, shape)}
        for number, hop in enumerate(claim.chain, 1)
    ]


def claim_from(
    row: Mapping[str, object], chain: tuple[Hop, ...], where: Where | None = None
) -> Claim:
    """The claim of a row and its hops; names that are no field are passed over.

    ClaimgraphError with the name where a value is missing, of another type, or a word
    that is not on its list.
    """
    values = {"selector": None, **shape_values(row, claim_shape())}
    return make_of(Claim, {**values, "chain": chain, "where": where})


def hop_from(row: Mapping[str, object]) -> Hop:
    """The hop of a row; errors as with a claim."""
    return make_of(Hop, shape_values(row, hop_shape()))


def make_of(make: Callable[..., M], values: Mapping[str, object]) -> M:
    """An object of values by attribute that were checked: no checker can see them."""
    return make(**values)


def selector_from(row: Mapping[str, object]) -> Selector | None:
    """Where the quote of a row stands, None where it does not say."""
    there = {name: value for name, value in row.items() if value is not None}
    found = shape_part(there, claim_shape().parts["selector"])
    return found if isinstance(found, Selector) else None


def entity_ids(*claims: Claim) -> set[str]:
    """All entities that claims name: their ends, their speakers and any other."""
    named = entity_values()
    found: set[object] = set()
    for claim in claims:
        found.update(named(claim))
        found.update([hop.holder for hop in claim.chain])
    return {one for one in found if isinstance(one, str)}


def attributes(held: Article | Entity, *without: str) -> Row:
    """What an article or an entity holds, by attribute, but where that is said."""
    apart = (*without, "where", "definitions")
    names = [one.name for one in fields(held) if one.name not in apart]
    return {name: getattr(held, name) for name in names}


@cache
def entity_values() -> Callable[[object], Iterable[object]]:
    """What takes the entities out of a claim, the speakers left out."""
    listed = [field for field in load_schema().claim.node if field.entity]
    return values_of(tuple(field.path for field in listed if field.path is not None))


def hop_key(index: int, where: Where) -> str:
    """The key of a hop as its file has it; `chain` for one that no file writes out.

    >>> hop_key(1, Where("a.yaml")), hop_key(1, Where("a.jsonl", unwritten=0))
    ('chain[0]', 'chain[1]')
    """
    at = index - where.unwritten
    return "chain" if at < 0 else f"chain[{at}]"


def file_block(row: Mapping[str, object], fields: Iterable[ClaimField]) -> Row:
    """Some fields of a row by their keys in files, those of a part in a block."""
    block: Row = {}
    inner: dict[str, Row] = {}
    for field in fields:
        if field.key is None or field.name not in row:
            continue
        above, _, key = field.key.rpartition(".")
        into = inner.setdefault(above, {}) if above else block
        into[key] = row[field.name]
    return block | inner


def flat_values(held: object, shape: Shape) -> Row:
    """What an object and its parts hold, what is absent or false left out."""
    row = part_row(held, shape.own)
    for attribute, classes in shape.parts.items():
        inner: object = getattr(held, attribute)
        if inner is not None:
            row |= part_row(inner, classes[type(inner)])
    return row


def part_row(held: object, part: Part) -> Row:
    """What one object holds, without its parts."""
    return {
        name: value
        for name, value in zip(part.names, part.values(held), strict=True)
        if value is not None and value is not False
    }


def shape_values(row: Mapping[str, object], shape: Shape) -> Row:
    """What a class is made of, by attribute; values that no field can have are told."""
    values: Row = {}
    inner: dict[str, Row] = {}
    slots = shape.slots
    for name, value in row.items():
        if value is None or name not in slots:
            continue
        above, attribute, kinds, words = slots[name]
        if type(value) not in kinds:
            raise ClaimgraphError(f"{str(value)[:40]!r} is of another type", key=name)
        if words is not None and value not in words:
            raise ClaimgraphError(unknown_word(str(value), words), key=name)
        if above:
            inner.setdefault(above, {})[name] = value
        else:
            values[attribute] = value
    for name in shape.own.needed:
        if shape.own.slots[name] not in values:
            raise ClaimgraphError("is missing", key=name)
    for above, held in inner.items():
        part = shape_part(held, shape.parts[above])
        if part is not None:
            values[above] = part
    return values


def shape_part(row: Mapping[str, object], classes: Mapping[type, Part]) -> object:
    """The first of some classes that a row fills; None where there is none."""
    for make, part in classes.items():
        if part.needed <= row.keys():
            held = {slot: row[name] for name, slot in part.slots.items() if name in row}
            if held:
                return make(**held)
    return None


@cache
def claim_shape() -> Shape:
    """How a claim is taken apart, worked out once."""
    return shape_of(Claim, load_schema().claim.node)


@cache
def hop_shape() -> Shape:
    """How a hop is taken apart, worked out once."""
    return shape_of(Hop, load_schema().claim.hop)


def shape_of(cls: type, declared: Sequence[ClaimField]) -> Shape:
    """The shape of a class from the paths of its fields and the types of its parts."""
    paths: dict[str, dict[str, ClaimField]] = {}
    for field in declared:
        if field.path is not None:
            above, _, attribute = field.path.rpartition(".")
            paths.setdefault(above, {})[attribute] = field
    hints = get_type_hints(cls)
    own = part_of(cls, paths.pop("", {}))
    parts = {
        above: {
            inner: part_of(inner, attributes)
            for inner in get_args(hints[above])
            if is_dataclass(inner) and isinstance(inner, type)
        }
        for above, attributes in paths.items()
    }
    known = slots_of(declared)
    made = {*own.slots, *(name for name in known if known[name].above)}
    return Shape(own, parts, {name: known[name] for name in known if name in made})


def part_of(cls: type, declared: Mapping[str, ClaimField]) -> Part:
    """The fields that one class has, of those that are declared for its place."""
    made = {field.name: field for field in fields(cls)}
    held = {name: field for name, field in declared.items() if hasattr(cls, name)}
    slots = {field.name: name for name, field in held.items() if name in made}
    needed = {name for name in slots if made[slots[name]].default is MISSING}
    names = tuple(field.name for field in held.values())
    return Part(names, values_of(tuple(held)), slots, frozenset(needed))


def slots_of(declared: Iterable[ClaimField]) -> dict[str, Slot]:
    """Where the value of each field goes."""
    lists = load_schema().lists
    found: dict[str, Slot] = {}
    for field in declared:
        if field.path is not None:
            above, _, attribute = field.path.rpartition(".")
            words = lists[field.list] if field.list is not None else None
            kinds = KINDS.get(field.type, (str,))
            found[field.name] = Slot(above, attribute, kinds, words)
    return found


def values_of(attributes: tuple[str, ...]) -> Callable[[object], Iterable[object]]:
    """What takes the values of these attributes out of an object, in their order."""
    if not attributes:
        return lambda _: ()
    if len(attributes) == 1:
        return lambda held: (getattr(held, attributes[0]),)
    return attrgetter(*attributes)
