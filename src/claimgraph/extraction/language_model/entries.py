"""The cast of an answer, entry by entry: of the right form, or why it is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.extraction.language_model.plain_forms import (
    MOST,
    NotTaken,
    copied_words,
    date_below,
    finer_below,
    flag_below,
    known_below,
    listed_below,
    map_of,
    sentence_of,
    whole,
    words,
)
from claimgraph.schema import load_schema

PLAIN_TYPES = {"organisation": "organization", "org": "organization"}
NO_ENTRY = "an entry of the cast has not the right form"
LOW_NUMBER = "an entry of the cast has a number below 1"
ONE_NUMBER = "two entries of the cast have one number: neither is taken"


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

    @property
    def town(self) -> str | None:
        """The place of an attack without the district or land that it lies in."""
        return None if self.place is None else self.place.partition(",")[0]


def cast_entries(
    answer: Mapping[str, object], published: str | None = None
) -> tuple[list[MemberEntry], list[str]]:
    """The entries of a cast that have the right form, and why others have not.

    Days such as "Friday" are told from that of publication.
    """
    found: dict[int, MemberEntry] = {}
    refused: list[str] = []
    twice: set[int] = set()
    for told in listed_below(answer, "cast")[:MOST]:
        try:
            entry = member_entry(told, published)
        except NotTaken as error:
            refused.append(str(error))
            continue
        # the same entry once more is no second one
        if found.setdefault(entry.n, entry) != entry:
            twice.add(entry.n)
    refused += [ONE_NUMBER] * len(twice)
    return [one for one in found.values() if one.n not in twice], refused


def member_entry(said: object, published: str | None) -> MemberEntry:
    """One entry of a cast; NotTaken says what is wrong with it."""
    try:
        told = map_of(said)
    except NotTaken:
        raise NotTaken(NO_ENTRY) from None
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
        raise NotTaken(NO_ENTRY)
    if number < 1:
        raise NotTaken(LOW_NUMBER)
    others = (words(one) for one in listed_below(told, "other_names")[:MOST])
    try:
        return MemberEntry(
            n=number,
            type=prefix,
            name=name,
            mention=mention,
            sentence=sentence_of(told),
            other_names=tuple(one for one in others if one),
            kind=finer_below(told, "kind", load_schema().by_prefix[prefix].kinds),
            unnamed=flag_below(told, "unnamed"),
            collective=flag_below(told, "collective"),
            date=date_below(told, "date", published),
            place=known_below(told, "place"),
            target=known_below(told, "target"),
        )
    except NotTaken as error:
        raise NotTaken(f"an entry of the cast: {error}") from None
