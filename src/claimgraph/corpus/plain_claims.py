"""Claims of machine output with nothing unusual in them: nearly all lines of a file.

Forms tell all that is wrong with a line, and take several times as long. What is found
here is what they would find, or nothing: then they are asked, and have the words.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar, get_type_hints

from msgspec import Struct, defstruct, to_builtins
from msgspec.json import Decoder, Encoder

from claimgraph.corpus.claim_forms import names_of_keys
from claimgraph.corpus.derived import derived_keys
from claimgraph.corpus.lines import MOST_BESIDE
from claimgraph.flat import (
    Part,
    Shape,
    claim_shape,
    hop_shape,
    values_of,
)
from claimgraph.ids import fill_derived
from claimgraph.model import Article, Claim, Entity, Hop, Stance, Where
from claimgraph.schema.types import Schema

Values: TypeAlias = Callable[[object], Iterable[object]]
Put: TypeAlias = Callable[[object, object], None]
M = TypeVar("M")
WRITER = Encoder()
# a claim that was made just now is frozen for everybody else
PUT = object.__setattr__


class PlainKeys(
    Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, gc=False
):
    """Declared keys with values of their types and lists; None where a key lacks."""


@dataclass(frozen=True, slots=True)
class KeyPlace(Generic[M]):
    """Where the keys of a claim, a hop or one of the classes of a part stand.

    `above` is the attribute of the part, `block` the key that its own stand below;
    `values` takes out of the keys what `puts` put into an object, in their order, and
    `absent` what they put where a key lacks; `rest` puts what no key says.
    """

    above: str
    block: str
    cls: type[M]
    values: Values
    puts: tuple[Put, ...]
    absent: tuple[object, ...]
    rest: tuple[tuple[Put, object], ...]
    needed: Values

    def is_there(self, keys: object) -> bool:
        """Whether the keys hold all that the class needs, and anything at all."""
        return None not in self.needed(keys) and set(self.values(keys)) != {None}

    def made(self, keys: object) -> M:
        """An object of the class, as its own maker makes it in twice the time."""
        held = object.__new__(self.cls)
        values = self.values(keys)
        for put, value, absent in zip(self.puts, values, self.absent, strict=True):
            put(held, absent if value is None else value)
        for put, value in self.rest:
            put(held, value)
        return held


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
        chain, *names = BESIDE(keys)
        hops = self.chain(chain)
        if not hops:
            return None
        claim = claim_place().made(keys)
        PUT(claim, "chain", hops)
        PUT(claim, "where", where)
        for place in part_places():
            block: object = getattr(keys, place.block) if place.block else keys
            if block is None or getattr(claim, place.above) is not None:
                continue
            if place.is_there(block):
                PUT(claim, place.above, place.made(block))
            elif place.block:
                return None
        if claim.selector is None or claim.article != article.id:
            return None
        ends = (claim.subject, claim.object)
        if names != NO_NAMES and not all(map(self.named, ends, names)):
            return None
        symmetric = self.schema.symmetric(claim.relation)
        fill_derived(claim, article, symmetric)
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
        hop = hop_place().made(keys)
        name = NAME(keys)
        if name is not None:
            entity = self.entities.get(hop.holder)
            if entity is None or name != entity.name:
                return None
        if getattr(keys, "stance") is None:  # noqa: B009
            PUT(hop, "stance", stance)
        return hop

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
    written, worked = written_values(keys), worked_values(claim)
    return written == worked or all(
        [one in (None, other) for one, other in zip(written, worked, strict=True)]
    )


@cache
def derived_values() -> tuple[Values, Values]:
    """What takes the derived fields out of keys, and what takes them out of a claim."""
    keys, paths = zip(*derived_keys(), strict=True)
    return values_of(keys), values_of(paths)


@cache
def claim_place() -> KeyPlace[Claim]:
    """Where a claim's own attributes stand."""
    return place_of(Claim, claim_shape().own, "", hop=False)


@cache
def hop_place() -> KeyPlace[Hop]:
    """Where all that a hop is made of stands."""
    return place_of(Hop, hop_shape().own, "", hop=True)


@cache
def part_places() -> list[KeyPlace[object]]:
    """Where the parts of a claim stand: selectors, its reply and its value."""
    return [
        place_of(cls, part, above, hop=False)
        for above, classes in claim_shape().parts.items()
        for cls, part in classes.items()
    ]


def place_of(cls: type[M], part: Part, above: str, hop: bool) -> KeyPlace[M]:
    """Where the keys of a class stand."""
    slots = part.slots
    keys = {
        key: slots[name] for key, name in names_of_keys(hop).items() if name in slots
    }
    block = next(iter(keys)).rpartition(".")[0]
    inner = {name: key.removeprefix(f"{block}.") for key, name in keys.items()}
    made: type = cls
    absent = {
        one.name: None if one.default is MISSING else one.default
        for one in fields(made)
    }
    puts = {name: getattr(cls, name).__set__ for name in absent}
    return KeyPlace(
        above,
        block,
        cls,
        values_of(tuple(inner.values())),
        tuple(puts[name] for name in inner),
        tuple(absent[name] for name in inner),
        tuple((puts[name], absent[name]) for name in absent.keys() - inner),
        values_of(tuple(inner[slots[name]] for name in sorted(part.needed))),
    )
