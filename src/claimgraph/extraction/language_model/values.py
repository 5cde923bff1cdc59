"""The value of a claim as answered: a number, a date, or a word of its relation."""

from collections.abc import Mapping

from claimgraph.extraction.language_model.entries import whole, words
from claimgraph.model import Value
from claimgraph.schema import load_schema
from claimgraph.type_guards import is_map


def value_of(told: Mapping[str, object], relation: str) -> Value | None:
    """The value of a claim; None where it has none, or its relation takes none.

    Where the answer says not who is counted, it is whom the relation counts.
    """
    known = load_schema().relations.get(relation)
    said = told.get("value")
    if known is None or known.value is None or said is None:
        return None
    if known.value == "date":
        day = said.get("on") if is_map(said) else said
        return Value(on=words(day)) if words(day) else None
    if known.value == "word":
        return Value(word=words(said.get("is") if is_map(said) else said))
    if not is_map(said):
        number = whole(said)
        return None if number is None else Value(number, number, known.counts)
    return Value(
        min=whole(said.get("min")),
        max=whole(said.get("max")),
        of=words(said.get("of")) or known.counts,
        about=said.get("about") is True,
    )
