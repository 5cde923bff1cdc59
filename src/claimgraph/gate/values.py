"""Is a value what its relation asks for: a number range, or a date?"""

from claimgraph.errors import Problem
from claimgraph.gate.places import LARGEST
from claimgraph.model import Value, Where
from claimgraph.schema.types import RelationType


def check_value(value: Value, relation: RelationType, where: Where) -> list[Problem]:
    """Whether a value is a number range with who is counted, or a date."""
    if relation.value == "date":
        if value.on is None or (value.min, value.max, value.of) != (None, None, None):
            return [where.problem("value", "must be a date: {on: 2021-08-26}")]
        return []
    if value.on is not None or (value.min is None and value.max is None):
        reason = "must be a number: {min: 25, of: people}, with max too where exact"
        return [where.problem("value", reason)]
    if value.of is None:
        return [where.problem("value.of", "is missing: who is counted?")]
    if not value.of.strip():
        return [where.problem("value.of", "is empty: who is counted?")]
    low, high = value.min or 0, LARGEST if value.max is None else value.max
    if not 0 <= low <= high <= LARGEST:
        return [where.problem("value", f"{value.min}..{value.max} is no range")]
    return []
