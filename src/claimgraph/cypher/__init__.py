"""The only code that writes Cypher that changes a graph.

Labels and types come from the schema, everything else travels as parameters.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a transaction with its parameters."""

    query: str
    parameters: Mapping[str, object]
