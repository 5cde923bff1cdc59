"""What is tried while somebody waits, and what only by `make test`."""

from collections.abc import Iterable

import pytest
from hypothesis import settings

# examples of a property where nobody says how many
USUAL = 100


def examples(number: int) -> int:
    """So many examples, or the share of them that the profile of this run takes."""
    return max(number * settings().max_examples // USUAL, min(number, 3))


def mostly_slow(values: Iterable[object], quick: int = 1) -> list[object]:
    """Values of a parameter; all but the first ones go the same way, and are longer."""
    later = [pytest.mark.slow, pytest.mark.longer]
    return [
        pytest.param(value, marks=later if at >= quick else [])
        for at, value in enumerate(values)
    ]
