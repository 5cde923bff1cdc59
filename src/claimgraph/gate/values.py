"""Is a value what its relation asks for, and are the estimates what they can be?"""

from claimgraph.errors import Problem
from claimgraph.gate.places import LARGEST
from claimgraph.model import Claim, Value, Where
from claimgraph.schema.types import RelationType

GRADES = tuple(letter + digit for letter in "ABCDEF" for digit in "123456")


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


def check_estimates(claim: Claim, where: Where) -> list[Problem]:
    """Whether the grade is one of Admiralty's, and the confidence a share."""
    problems: list[Problem] = []
    if claim.grade is not None and claim.grade not in GRADES:
        reason = f"{claim.grade} is no Admiralty grade: A1 to F6"
        problems.append(where.problem("grade", reason))
    if claim.confidence is not None and not 0 <= claim.confidence <= 1:
        problems.append(where.problem("confidence", f"{claim.confidence} is not 0..1"))
    return problems
