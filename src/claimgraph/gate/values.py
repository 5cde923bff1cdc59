"""Is a value what its relation asks for, and are the estimates what they can be?"""

from claimgraph.errors import Problem
from claimgraph.gate.places import LARGEST
from claimgraph.gate.words import check_choice
from claimgraph.ids import value_parts
from claimgraph.model import Claim, Value, Where
from claimgraph.schema.types import RelationType
from claimgraph.value_words import range_words

GRADES = tuple(letter + digit for letter in "ABCDEF" for digit in "123456")


def check_value(value: Value, relation: RelationType, where: Where) -> list[Problem]:
    """Whether a value is a number range with who is counted, a date, or a word."""
    given = value_parts(value) or {}
    if relation.value == "date":
        if given.keys() != {"on"}:
            return [where.problem("value", "must be a date: {on: 2021-08-26}")]
        return []
    if relation.value == "word":
        if given.keys() != {"is"}:
            example = next(iter(relation.word_notes))
            reason = f"must be a word of {relation.name}: {{is: {example}}}"
            return [where.problem("value", reason)]
        return check_choice(where, "value.is", value.word, relation.word_notes)
    return check_number(value, where)


def check_missing(claim: Claim, relation: RelationType, where: Where) -> list[Problem]:
    """Whether a claim that has no value may lack one."""
    # nobody says when what is denied was
    unsaid = claim.note is not None or claim.polarity == "denied"
    if claim.polarity == "withheld" or (relation.undated and unsaid):
        return []
    if not relation.undated:
        return [where.problem("value", "is missing")]
    reason = (
        "has no day: write {on: 2018} as the source gives it, {on: "
        "'[..2020-05-07]'}, the latest day of saying, where it gives none, or a note "
        "that says why that day is open too"
    )
    return [where.problem("value", reason)]


def check_number(value: Value, where: Where) -> list[Problem]:
    """Whether a value is a range with who is counted, and a best estimate inside."""
    mixed = value.on is not None or value.word is not None
    if mixed or (value.min is None and value.max is None):
        reason = "must be a number: {min: 25, of: people}, with max too where exact"
        return [where.problem("value", reason)]
    if value.of is None:
        return [where.problem("value.of", "is missing: who is counted?")]
    if not value.of.strip():
        return [where.problem("value.of", "is empty: who is counted?")]
    low, high = value.min or 0, LARGEST if value.max is None else value.max
    if not 0 <= low <= high <= LARGEST:
        return [where.problem("value", f"{value.min}..{value.max} is no range")]
    if value.best is not None and not low <= value.best <= high:
        reason = f"{value.best} is not within {range_words(value.min, value.max)}"
        return [where.problem("value.best", reason)]
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
