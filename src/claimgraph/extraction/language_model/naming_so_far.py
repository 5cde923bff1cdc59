"""Whom an answer speaks of, in words for the part of the article that comes next."""

from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.entries import MemberEntry, cast_entries
from claimgraph.extraction.language_model.json_texts import answered_object

# a part of an article is told of so many at most
MOST = 80


def names_so_far(answer: ModelAnswer) -> list[str]:
    """A line for each of the cast that may come again: type, name, what tells it."""
    told = answered_object(answer.content)
    if isinstance(told, str):
        return []
    found, _ = cast_entries(told)
    return [line_of(one) for one in found if not one.unnamed][:MOST]


def line_of(entry: MemberEntry) -> str:
    """One of the cast in a line."""
    others = [*entry.other_names, *filter(None, (entry.date, entry.place))]
    told = f" ({', '.join(others)})" if others else ""
    return f"{entry.type}: {entry.name}{told}"
