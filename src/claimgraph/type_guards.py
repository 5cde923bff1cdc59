"""What a value is, told to the checkers of types: maps and lists of whatever."""

from collections.abc import Mapping
from typing import TypeGuard


def is_map(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is a map, whose keys are texts."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value is a map that can be changed, whose keys are texts."""
    return isinstance(value, dict)
