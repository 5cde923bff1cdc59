"""What a model answered, entry by entry: of the right form, or why it is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimgraph.extraction.language_model.json_texts import (
    TWICE,
    entries,
    fit_text,
)
from claimgraph.schema import load_schema
from claimgraph.type_guards import is_map

# longer words are no names, and no cues
LONGEST = 300
# more entries than any part of an article has
MOST = 2000
T = TypeVar("T", bound=str)
PLAIN_TYPES = {"organisation": "organization", "org": "organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry:
    """One entry of a cast, as answered: `type` is a prefix of ids."""

    n: int
    type: str
    name: str
    mention: str
    sentence: int
    other_names: tuple[str, ...]
    kind: str | None
    unnamed: bool
    collective: bool
    date: str | None
    place: str | None
    target: str | None


def cast_entries(answer: Mapping[str, object]) -> tuple[list[MemberEntry], list[str]]:
    """The entries of a cast that have the right form, and why others have not."""
    found: dict[int, MemberEntry] = {}
    refused: list[str] = []
    for told in entries(answer.get("cast"))[:MOST]:
        entry = member_entry(told)
        if isinstance(entry, str):
            refused.append(entry)
        elif entry.n in found:
            refused.append("two entries of the cast have one number")
        else:
            found[entry.n] = entry
    return list(found.values()), refused


def member_entry(told: object) -> MemberEntry | str:
    """One entry of a cast, or what is wrong with it."""
    if not is_map(told) or TWICE in told:
        return "an entry of the cast has not the right form"
    number, mention = whole(told.get("n")), copied_words(told.get("mention"))
    name = words(told.get("name")) or words(mention)
    kind = PLAIN_TYPES.get(str(told.get("type")), str(told.get("type")))
    prefixes = {
        node.label.lower(): node.prefix
        for node in load_schema().nodes.values()
        if node.prefix
    }
    prefix = prefixes.get(kind.lower())
    if number is None or not name or not mention or prefix is None:
        return "an entry of the cast has not the right form"
    others = (words(one) for one in entries(told.get("other_names"))[:MOST])
    return MemberEntry(
        n=number,
        type=prefix,
        name=name,
        mention=mention,
        sentence=whole(told.get("sentence")) or 0,
        other_names=tuple(one for one in others if one),
        kind=words(told.get("kind")),
        unnamed=told.get("unnamed") is True,
        collective=told.get("collective") is True,
        date=words(told.get("date")),
        place=words(told.get("place")),
        target=words(told.get("target")),
    )


def whole(value: object) -> int | None:
    """A whole number; None for anything else, also for true and false."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def words(value: object, longest: int = LONGEST) -> str | None:
    """Words on one line; None where there are none, or too many."""
    text = fit_text(value)
    plain = " ".join(text.split()) if text else ""
    return plain if 0 < len(plain) <= longest else None


def copied_words(value: object, longest: int = LONGEST) -> str | None:
    """Words as they were copied from a text; None where there are none, or too many."""
    text = (fit_text(value) or "").strip()
    return text if 0 < len(text) <= longest else None


def one_of(listed: Sequence[T], value: object) -> T | None:
    """The word of a closed list that a value is."""
    return next((one for one in listed if one == value), None)
