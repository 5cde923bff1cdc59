"""What a file of JSON holds, in the types that a verifier expects of it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

Block: TypeAlias = Mapping[str, object]


def is_object(held: object) -> TypeGuard[Block]:
    """Whether a value of JSON is an object: its keys are texts."""
    return isinstance(held, dict)


def is_list(held: object) -> TypeGuard[Sequence[object]]:
    """Whether a value of JSON is a list."""
    return isinstance(held, list)


def json_object(held: object) -> Block:
    """An object, an empty one where there is none; ValueError for anything else."""
    if held is None or is_object(held):
        return held or {}
    raise ValueError(f"{str(held)[:40]!r} is no object")


def json_list(held: object) -> Sequence[object]:
    """A list, an empty one where there is none; ValueError for anything else."""
    if held is None or is_list(held):
        return held or ()
    raise ValueError(f"{str(held)[:40]!r} is no list")


def json_objects(held: object) -> list[Block]:
    """A list of objects."""
    return [json_object(one) for one in json_list(held)]


def json_texts(held: object) -> list[str]:
    """A list of texts."""
    return [str(one) for one in json_list(held)]
