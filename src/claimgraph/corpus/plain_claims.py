"""Claims of machine output with nothing unusual in them: nearly all lines of a file.

Forms tell all that is wrong with a line, and take several times as long. What is found
here is what they would find, or nothing: then they are asked, and have the words.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeAlias, get_type_hints

from msgspec import Struct, defstruct, to_builtins
from msgspec.json import Decoder, Encoder

from claimgraph.corpus.claim_forms import names_of_keys
from claimgraph.corpus.derived import derived_keys
from claimgraph.corpus.lines import MOST_BESIDE
from claimgraph.flat import (
    Part,
    Row,
    Shape,
    claim_shape,
    hop_shape,
    make_of,
    values_of,
)
from claimgraph.ids import fill_derived
from claimgraph.model import Article, Claim, Entity, Hop, Stance, Where
from claimgraph.schema.types import Schema

Values: TypeAlias = Callable[[object], Iterable[object]]
WRITER = Encoder()


class PlainKeys(
    Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, gc=False
):
    """Declared keys with values of their types and lists; None where a key lacks."""


class KeyPlace(NamedTuple):
    """Where the keys of a claim, a hop or one of the classes of a part stand.

    `above` is the attribute of the part, `block` the key that its own stand below;
    `names` are attributes, `values` takes what they hold out of the keys.
    """

    above: str
    block: str
    make: type
    names: tuple[str, ...]
    values: Values
    needed: frozenset[str]

    def row(self, keys: object) -> Row:
        """What is there, by attribute."""
        return {
            name: value
            for name, value in zip(self.names, self.values(keys), strict=True)
            if value is not None
        }


def plain_keys(raw: bytes) -> PlainKeys | None:
    """The keys of a claim line; None where the line has to be looked at closely."""
    # what a graph cannot hold, and what would be one quotation mark more
    if len(raw) > MOST_BESIDE or b"\\u0000" in raw or b"\\u0022" in raw:
        return None
    try:
        line = line_decoder().decode(raw)
        again = WRITER.encode(line)
    except (ValueError, RecursionError):
        return None
    # a key that stands twice is read once: the quotation marks around it are lost
    keys: object = getattr(line, "claim")  # noqa: B009
    if isinstance(keys, PlainKeys) and again.count(b'"') == raw.count(b'"'):
        return keys
    return None


def block_of(keys: PlainKeys) -> object:
    """The keys as the object of JSON that they were."""
    found: object = to_builtins(keys)
    return found


@dataclass(slots=True)
class PlainClaims:
    """Makes the claims of one file; `entities` are those above the line at hand."""

    schema: Schema
    entities: Mapping[str, Entity]
    names: dict[str | None, list[str]] = field(
        default_factory=dict[str | None, list[str]]
    )
    # of a chain of one, and of a longer one: the first hop that was met last
    first: dict[bool, tuple[PlainKeys, Hop]] = field(
        default_factory=dict[bool, tuple[PlainKeys, Hop]]
    )

    def claim(self, keys: PlainKeys, article: Article, where: Where) -> Claim | None:
        """The claim of a line; None where a form has to look at it."""
        own, *parts = claim_places()
        values = own.row(keys)
        for place in parts:
            block: object = getattr(keys, place.block) if place.block else keys
            if block is not None and place.above not in values:
                row = place.row(block)
                if row and place.needed <= row.keys():
                    values[place.above] = make_of(place.make, row)
                elif place.block:
                    return None
        chain, *names = BESIDE(keys)
        hops = self.chain(chain)
        if not hops or "selector" not in values or values["article"] != article.id:
            return None
        values["chain"], values["where"] = hops, where
        claim = make_of(Claim, values)
        ends = (claim.subject, claim.object)
        if names != NO_NAMES and not all(map(self.named, ends, names)):
            return None
        symmetric = self.schema.symmetric(claim.relation)
        fill_derived(claim, article.sha256, article.published, symmetric)
        return claim if is_worked_out(keys, claim) else None

    def chain(self, blocks: list[PlainKeys]) -> tuple[Hop, ...] | None:
        """The hops of a claim from the outside in; who is last asserts."""
        hops: list[Hop] = []
        left = len(blocks)
        for keys in blocks:
            left -= 1
            # most claims of an article begin with its voice
            known = None if hops else self.first.get(left == 0)
            if known is not None and known[0] == keys:
                hops.append(known[1])
                continue
            hop = self.hop(keys, "reports" if left else "asserts")
            if hop is None:
                return None
            if not hops:
                self.first[left == 0] = keys, hop
            hops.append(hop)
        return tuple(hops)

    def hop(self, keys: PlainKeys, stance: Stance) -> Hop | None:
        """One speaker, with a stance where none is written; None as with a claim."""
        values = hop_place().row(keys)
        name = NAME(keys)
        if name is not None:
            entity = self.entities.get(str(values["holder"]))
            if entity is None or name != entity.name:
                return None
        values.setdefault("stance", stance)
        return make_of(Hop, values)

    def named(self, end: str | None, names: object) -> bool:
        """Whether the names written out beside an end are none, or its own."""
        if names is None:
            return True
        if end not in self.names:
            entity = self.entities.get(end or "")
            if entity is None:
                return False
            self.names[end] = entity.names
        return names == self.names[end]


# what stands beside the declared keys of a claim
BESIDE = attrgetter("chain", "subject_names", "object_names")
NAME = attrgetter("name")
NO_NAMES = [None, None]


@cache
def line_decoder() -> Decoder[Struct]:
    """Reads lines of claims with nothing unusual in them, and no others."""
    hop = keys_class(Hop, hop_shape(), {"name": str})
    more: dict[str, object] = dict.fromkeys(
        ("subject_names", "object_names"), list[str]
    )
    more["chain"] = list[hop]  # type: ignore[valid-type]  # made above
    keys = keys_class(Claim, claim_shape(), more)
    return Decoder(defstruct("PlainLine", [("claim", keys)], bases=(PlainKeys,)))


def keys_class(cls: type, shape: Shape, more: Mapping[str, object]) -> type[Struct]:
    """The class of the declared keys of a claim or hop, and of some more."""
    types: dict[str, object] = {}
    for made, part in shape.classes(cls):
        hints = get_type_hints(made)
        types |= {name: hints[attribute] for name, attribute in part.slots.items()}
    blocks: dict[str, dict[str, object]] = {"": dict(more)}
    for key, name in names_of_keys(hop=cls is Hop).items():
        if name in types:
            above, _, last = key.rpartition(".")
            blocks.setdefault(above, {})[last] = types[name]
    own = blocks.pop("")
    for above, inner in blocks.items():
        own[above] = struct_of(above, inner)
    needed = {"chain", *(shape.own.slots[name] for name in shape.own.needed)}
    return struct_of(cls.__name__, own, needed - {"stance"})


def struct_of(
    name: str, keys: Mapping[str, object], needed: Collection[str] = ()
) -> type[Struct]:
    """A class of keys: `{key: type}`; all but the needed ones may lack."""
    fields = [
        (key, kind) if key in needed else (key, kind, None)
        for key, kind in keys.items()
    ]
    return defstruct(f"Plain{name}", fields, bases=(PlainKeys,), kw_only=True)


def is_worked_out(keys: PlainKeys, claim: Claim) -> bool:
    """Whether derived fields that are written out are those of the claim."""
    written_values, worked_values = derived_values()
    pairs = zip(written_values(keys), worked_values(claim), strict=True)
    return all(written in (None, worked) for written, worked in pairs)


@cache
def derived_values() -> tuple[Values, Values]:
    """What takes the derived fields out of keys, and what takes them out of a claim."""
    keys, paths = zip(*derived_keys(), strict=True)
    return values_of(keys), values_of(paths)


@cache
def claim_places() -> list[KeyPlace]:
    """Where all that a claim is made of stands, its own attributes first."""
    shape = claim_shape()
    found = [place_of(Claim, shape.own, "", hop=False)]
    for above, classes in shape.parts.items():
        found += [
            place_of(cls, part, above, hop=False) for cls, part in classes.items()
        ]
    return found


@cache
def hop_place() -> KeyPlace:
    """Where all that a hop is made of stands."""
    return place_of(Hop, hop_shape().own, "", hop=True)


def place_of(cls: type, part: Part, above: str, hop: bool) -> KeyPlace:
    """Where the keys of a class stand."""
    slots = part.slots
    keys = {
        key: slots[name] for key, name in names_of_keys(hop).items() if name in slots
    }
    names = tuple(keys.values())
    block = next(iter(keys)).rpartition(".")[0]
    inner = tuple(key.removeprefix(f"{block}.") for key in keys)
    needed = frozenset(slots[name] for name in part.needed)
    return KeyPlace(above, block, cls, names, values_of(inner), needed)
