"""Does each field of a claim hold what `schema/claim.yaml` declares of it?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from claimgraph.errors import Problem
from claimgraph.flat import Part, Row, Shape, flat_values, shape_of
from claimgraph.gate.texts import check_text, is_fit
from claimgraph.gate.words import check_choice, check_date, is_date
from claimgraph.model import Claim, Hop, Where
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

Sound: TypeAlias = dict[str, Callable[[object], bool]]
# whether these are empty is told by a rule of their own
EMPTY_TOLD = ("quote", "column", "xpath", "pointer", "value_of", "cue")
# what these may be, the relation says
ENDS = ("subject_id", "object_id")


class SoundPart(NamedTuple):
    """What takes values out of an object, and a test for each in its place."""

    values: Callable[[object], Iterable[object]]
    tests: tuple[Callable[[object], bool], ...]

    def passes(self, held: object) -> bool:
        """Whether all that is there is certainly as it must be."""
        for value, test in zip(self.values(held), self.tests, strict=True):
            if value is not None and not test(value):
                return False
        return True


class SoundParts(NamedTuple):
    """The tests of a claim or hop, and those of the classes of its parts."""

    own: SoundPart
    parts: tuple[tuple[Callable[[object], object], type, SoundPart], ...]

    def passes(self, held: object) -> bool:
        """Whether all that a shape takes out of a claim or hop is as it must be."""
        if not self.own.passes(held):
            return False
        for inner_of, cls, part in self.parts:
            inner = inner_of(held)
            if type(inner) is cls and not part.passes(inner):
                return False
        return True


def sound_part(part: Part, sound: Sound) -> SoundPart:
    """The tests for the values of a part."""
    return SoundPart(part.values, tuple(sound[name] for name in part.names))


@dataclass(frozen=True, slots=True)
class FieldChecks:
    """What is checked of each claim, or of each hop, worked out once.

    `shape` takes out of it only what is checked; `named` are the entities that are no
    ends. `sound` tells by name, in haste, whether a value is as it must be: only where
    one may not be, all are gone through in their order.
    """

    shape: Shape
    sound: Sound
    fields: tuple[ClaimField, ...]
    named: tuple[ClaimField, ...]

    def among(self, entities: Mapping[str, object]) -> SoundParts:
        """What tells whether a value is as it must be where these are defined."""
        sound = self.sound | {one.name: entities.__contains__ for one in self.named}
        held = [
            (attribute, cls, part)
            for attribute, classes in self.shape.parts.items()
            for cls, part in classes.items()
        ]
        return SoundParts(
            sound_part(self.shape.own, sound),
            tuple(
                (attrgetter(attribute), cls, sound_part(part, sound))
                for attribute, cls, part in held
                if part.names
            ),
        )

    def row(self, held: object) -> Row:
        """What is checked of a claim or hop, by name."""
        return flat_values(held, self.shape)

    def problems(self, row: Row, where: Where, above: str = "") -> list[Problem]:
        """What is wrong with the words, texts and dates of a row."""
        lists = load_schema().lists
        problems: list[Problem] = []
        for field in self.fields:
            value = row.get(field.name)
            if not isinstance(value, str):
                continue
            key = f"{above}{field.key}"
            if field.list is not None:
                problems += check_choice(where, key, value, lists[field.list])
            elif field.type == "edtf":
                problems += check_date(where, key, value)
            elif value or field.name not in EMPTY_TOLD:
                problems += check_text(where, key, value)
        return problems


@cache
def claim_checks() -> FieldChecks:
    """What is checked of the fields of a claim."""
    return field_checks(Claim, load_schema().claim.node)


@cache
def hop_checks() -> FieldChecks:
    """What is checked of the fields of a hop."""
    return field_checks(Hop, load_schema().claim.hop)


def field_checks(cls: type, declared: Sequence[ClaimField]) -> FieldChecks:
    """Checks for the fields with a closed list, free texts, dates and entities."""
    typed = [one for one in declared if not one.derived and one.key is not None]
    named = tuple(one for one in typed if one.entity and one.name not in ENDS)
    fields = tuple(
        one for one in typed if one.list is not None or one.type in ("text", "edtf")
    )
    sound = {one.name: soundness(one) for one in fields}
    return FieldChecks(shape_of(cls, [*named, *fields]), sound, fields, named)


def soundness(field: ClaimField) -> Callable[[object], bool]:
    """What tells of a value of a field that it is certainly as it must be."""
    if field.list is not None:
        return frozenset[object](load_schema().lists[field.list]).__contains__
    return is_date if field.type == "edtf" else is_fit
