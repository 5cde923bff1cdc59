"""Does each field of a claim hold what `schema/claim.yaml` declares of it?"""

from collections.abc import Iterable, Mapping

from claimgraph.errors import Problem
from claimgraph.gate.texts import check_text
from claimgraph.gate.words import check_choice, check_date
from claimgraph.model import Where
from claimgraph.schema.types import ClaimField

# whether these are empty is told by a rule of their own
EMPTY_TOLD = ("quote", "column", "xpath", "value_of", "cue")
Lists = Mapping[str, Mapping[str, str]]


def checked_fields(fields: Iterable[ClaimField]) -> tuple[ClaimField, ...]:
    """Those of some fields that have a closed list, or are free texts or dates."""
    return tuple(
        field
        for field in fields
        if not field.derived
        and field.key is not None
        and (field.list is not None or field.type in ("text", "edtf"))
    )


def check_fields(
    row: Mapping[str, object],
    fields: Iterable[ClaimField],
    lists: Lists,
    where: Where,
    above: str = "",
) -> list[Problem]:
    """What is wrong with the words, texts and dates of a row."""
    problems: list[Problem] = []
    for field in fields:
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
