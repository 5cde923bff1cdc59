"""The value of a claim as answered: a number, a date, or a word of its relation."""

from collections.abc import Mapping

from claimgraph.coding.figures import figure
from claimgraph.extraction.language_model.plain_forms import (
    below,
    date_below,
    flag_below,
    listed_form,
    map_of,
    number_below,
    words_below,
)
from claimgraph.model import Value
from claimgraph.schema import load_schema
from claimgraph.type_guards import is_map


def value_of(
    told: Mapping[str, object], relation: str, published: str | None
) -> Value | None:
    """The value of a claim; None where it tells no number, no date and no word.

    Where the answer says not who is counted, it is whom the relation counts.
    """
    known = load_schema().relations.get(relation)
    said = below(told, "value")
    if said is None:
        return None
    kind = known.value if known is not None else None
    value = map_of(said if is_map(said) else told_alone(said, kind))
    value = {**value, **figures_below(value)}
    low, high = number_below(value, "min"), number_below(value, "max")
    on, word = date_below(value, "on", published), words_below(value, "is")
    if word is not None and known is not None:
        word = listed_form(word, known.word_notes)
    if kind == "number" and not low is high is None:
        counted = words_below(value, "of") or (known.counts if known else None)
        return Value(low, high, counted, about=flag_below(value, "about"))
    if kind == "date" and on is not None:
        return Value(on=on)
    if kind == "word" and word is not None:
        return Value(word=word)
    # of another kind: the gate says what is due
    other = Value(low, high, on=on, word=word)
    return None if other == Value() else other


def told_alone(said: object, kind: str | None) -> Mapping[str, object]:
    """What a value means that stands there without its key; a figure is exact."""
    if kind == "number":
        return figure_in_words(said) or {"min": said, "max": said}
    return {"on" if kind == "date" else "is": said}


def figures_below(value: Mapping[str, object]) -> Mapping[str, object]:
    """The ends of a number that are told in words: "six", "at least 25", "dozens"."""
    found: dict[str, object] = {}
    for key in ("min", "max"):
        read = figure_in_words(value.get(key))
        if key in read:
            found[key] = read[key]
            found |= {"about": True} if "about" in read else {}
    return found


def figure_in_words(said: object) -> Mapping[str, object]:
    """The ends of a number that words tell; digits alone are read as they are."""
    if not isinstance(said, str) or said.strip().isdecimal():
        return {}
    return figure(said) or {}
