"""Claims of machine output with nothing unusual in them: nearly all lines of a file.

Forms tell all that is wrong with a line, and take twice as long. What is found here is
what they would find, or nothing: then they are asked, and have the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias, TypeGuard, cast

from claimgraph.corpus.claim_forms import names_of_keys
from claimgraph.corpus.derived import derived_keys
from claimgraph.flat import Row, Shape, claim_shape, hop_shape, make_of, shape_part
from claimgraph.ids import fill_derived
from claimgraph.model import Article, Claim, Entity, Hop, Where
from claimgraph.schema.types import Schema

Block: TypeAlias = dict[str, object]
Keys: TypeAlias = dict[str, "Place | Keys"]
# part, attribute of the claim or name in the part, type, words of its list
Place: TypeAlias = tuple[str, str, type, frozenset[object] | None]
ABSENT = object()
NAMES = ("subject_names", "object_names")


@dataclass(slots=True)
class PlainClaims:
    """Makes the claims of one file; `entities` are those above the line at hand."""

    schema: Schema
    entities: Mapping[str, Entity]
    names: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def claim(self, block: object, article: Article, where: Where) -> Claim | None:
        """The claim of a line; None where a form has to look at it."""
        if not is_block(block):
            return None
        own = {**block}
        names = [own.pop(key, ABSENT) for key in NAMES]
        hops = self.chain(own.pop("chain", None))
        values = plain_values(own, claim_keys(), claim_shape())
        if hops is None or values is None or own.get("article") != article.id:
            return None
        values |= {"chain": hops, "where": where}
        if "selector" not in values or not claim_needs() <= values.keys():
            return None
        claim = make_of(Claim, values)
        ends = (claim.subject, claim.object)
        if not all(map(self.named, ends, names)):
            return None
        symmetric = self.schema.symmetric(claim.relation)
        fill_derived(claim, article.sha256, article.published, symmetric)
        for key, path in derived_keys():
            if key in own and own[key] != getattr(claim, path):
                return None
        return claim

    def chain(self, blocks: object) -> tuple[Hop, ...] | None:
        """The hops of a claim from the outside in; who is last asserts."""
        if not isinstance(blocks, list):
            return None
        hops: list[Hop] = []
        left = len(cast("list[object]", blocks))
        for block in cast("list[object]", blocks):
            left -= 1
            if not is_block(block):
                return None
            own = {**block}
            name = own.pop("name", None)
            values = plain_values(own, hop_keys(), hop_shape())
            if values is None or "holder" not in values:
                return None
            entity = self.entities.get(str(values["holder"]))
            if name is not None and (entity is None or name != entity.name):
                return None
            values.setdefault("stance", "reports" if left else "asserts")
            hops.append(make_of(Hop, values))
        return tuple(hops) or None

    def named(self, end: str | None, names: object) -> bool:
        """Whether the names written out beside an end are none, or its own."""
        if names is ABSENT:
            return True
        if end in self.names:
            return names == self.names[end]
        entity = self.entities.get(end or "")
        if entity is None:
            return False
        known = self.names[entity.id] = entity.names
        return names == known


def is_block(block: object) -> TypeGuard[Block]:
    """Whether a part of a line is an object: its keys are texts, then."""
    return isinstance(block, dict)


def plain_values(block: Block, keys: Keys, shape: Shape) -> Row | None:
    """What a claim or hop is made of, by attribute; None where anything is unusual."""
    values: Row = {}
    parts: dict[str, Row] = {}
    if not sort_values(block, keys, values, parts):
        return None
    for above, row in parts.items():
        part = values[above] = shape_part(row, shape.parts[above])
        if part is None:
            return None
    return values


def sort_values(block: Block, keys: Keys, values: Row, parts: dict[str, Row]) -> bool:
    """Puts each value where it goes; False where it is of another type or no word."""
    for key, value in block.items():
        place = keys.get(key)
        if isinstance(place, tuple):
            above, name, kind, words = place
            if type(value) is not kind or not (words is None or value in words):
                return False
            if above:
                parts.setdefault(above, {})[name] = value
            else:
                values[name] = value
        else:
            if not place or not value or not is_block(value):
                return False
            if not sort_values(value, place, values, parts):
                return False
    return True


@cache
def claim_keys() -> Keys:
    """Where the value of each key of a claim goes."""
    return places_of_keys(claim_shape(), hop=False)


@cache
def hop_keys() -> Keys:
    """Where the value of each key of a hop goes."""
    return places_of_keys(hop_shape(), hop=True)


@cache
def claim_needs() -> set[str]:
    """The attributes of its own that every claim has."""
    own = claim_shape().own
    return {own.slots[name] for name in own.needed}


def places_of_keys(shape: Shape, hop: bool) -> Keys:
    """Where values go by their keys in files, keys of a block in one of their own."""
    found: Keys = {}
    for key, name in names_of_keys(hop).items():
        if name not in shape.slots:
            continue
        slot = shape.slots[name]
        words = None if slot.words is None else frozenset[object](slot.words)
        into = name if slot.above else slot.attribute
        above, _, last = key.rpartition(".")
        inner = found.setdefault(above, {}) if above else found
        assert isinstance(inner, dict)
        # of several types the first: forms turn a whole number into a fraction
        inner[last] = (slot.above, into, slot.kinds[0], words)
    return found
