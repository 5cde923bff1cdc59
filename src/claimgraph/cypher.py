"""The only code that writes Cypher that changes a graph."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a transaction with its parameters."""

    query: str
    parameters: Mapping[str, object]
