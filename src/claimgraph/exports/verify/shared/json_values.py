"""What a file of JSON holds, in the types that a verifier expects of it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from claimgraph.type_guards import is_list, is_map

Block: TypeAlias = Mapping[str, object]


def json_object(held: object) -> Block:
    """An object, an empty one where there is none; ValueError for anything else."""
    if held is None or is_map(held):
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
