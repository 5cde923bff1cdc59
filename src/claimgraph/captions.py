"""What pictures of the graph say: the name of a claim, the caption of its edge.

Both are derived, for eyes alone: they take no part in ids or digests.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeGuard

from claimgraph.made_names import (
    BEGINNING,
    END,
    HIDDEN_SPEAKER,
    UNTITLED,
    is_made_name,
)
from claimgraph.model import Claim, Entity
from claimgraph.safe_text import tame
from claimgraph.schema.types import RelationType
from claimgraph.strength_words import WITHHOLDS
from claimgraph.value_words import value_words

LONGEST_NAME, LONGEST_CAPTION = 80, 60
# of a caption what fits on an edge; of the speaker, of a title in its place
SHOWN_CAPTION, LONGEST_SPEAKER, LONGEST_TITLE = 20, 18, 12
# of a name inside a sentence, where the whole does not fit
LONGEST_PART, SHORTEST_PART = 28, 18
SOMEBODY = "somebody"
NOBODY = f"{SOMEBODY} not named"
# a name that is shorter than this needs no abbreviation
SHORT = 12
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
LONGEST_ABBREVIATION = 8
RELAYED = re.compile(r"; passed on (?:and |with )?")
BRACKETS = re.compile(r" \([^()]*\)$")


class Named(NamedTuple):
    """The name of an entity, and a shorter one where people have one for it."""

    name: str
    short: str


def named_entity(entity: Entity) -> Named:
    """The names of an entity that pictures use."""
    aliases = [alias.name for alias in entity.aliases if not alias.ambiguous]
    return Named(entity.name, short_name(entity.name, aliases))


def named_row(row: Mapping[str, object]) -> Named:
    """The same of the row of an entity, as the graph holds it."""
    name, aliases = str(row["name"]), row.get("aliases")
    marks = row.get("alias_marks")
    listed = aliases if are_texts(aliases) else []
    held = marks if are_texts(marks) else [""] * len(listed)
    clear = [
        alias
        for alias, mark in zip(listed, held, strict=True)
        if "ambiguous" not in mark
    ]
    return Named(name, short_name(name, clear))


def are_texts(value: object) -> TypeGuard[list[str]]:
    """Whether a property of a row is a list: all that an entity has are of texts."""
    return isinstance(value, list)


def short_name(name: str, aliases: Iterable[str]) -> str:
    """The first abbreviation among the names of what has a long one, else the name.

    >>> short_name("National Directorate of Security", ["the agency", "NDS"])
    'NDS'
    >>> short_name("Taliban", ["TB"]), short_name("Agence France-Presse", [])
    ('Taliban', 'Agence France-Presse')
    """
    if len(name) > SHORT:
        for alias in aliases:
            if len(alias) <= LONGEST_ABBREVIATION and ABBREVIATION.fullmatch(alias):
                return alias
    return name


def claim_name(
    claim: Claim, says: str, names: Mapping[str, Named], relation: RelationType
) -> str:
    """Who says what of whom in at most 80 characters; `says` is how strongly."""
    speaker, subject = names[claim.origin], names[claim.subject]
    # what a relay makes of it is on the edge to the relay
    says = says.partition(";")[0]
    other = names[claim.object] if claim.object is not None else None
    text = ""
    for fit in FITS:
        end = fit(other) if other is not None else NOBODY
        said = proposition(claim, fit(subject), end, relation)
        text = f"{plain_short(speaker)} {says}: {said}"
        if len(text) > LONGEST_NAME:
            text = f"{fit(speaker)} {says}: {said}"
        if len(text) <= LONGEST_NAME:
            return text
    return cut(text, LONGEST_NAME)


def proposition(claim: Claim, subject: str, other: str, relation: RelationType) -> str:
    """What the claim is about, in the words of its relation."""
    value = value_words(claim.value) if claim.value is not None else ""
    return relation.sentence.format(
        subject=subject,
        object=other,
        value=value,
        kind=f" ({claim.kind})" if claim.kind else "",
        role=f" ({claim.role})" if claim.role else "",
    )


def edge_caption(claim: Claim, says: str, names: Mapping[str, Named]) -> str:
    """Who says it and how strongly; of what is denied also what.

    `NDS`, `Foreign Policy, possible`, `Taliban denies: link`. Edges show some twenty
    letters, so longer names give way.
    """
    said = strength(says, claim.polarity, claim.relation)
    text = ""
    for speaker in speaker_names(claim.origin, names[claim.origin]):
        text = f"{speaker}{said}"
        if len(text) <= SHOWN_CAPTION:
            return text
    return cut(text)


def speaker_names(speaker: str, named: Named) -> Iterator[str]:
    """What a speaker is called on an edge, shorter and shorter.

    >>> list(speaker_names("person/a", Named("Zalmay Khalilzad", "Zalmay Khalilzad")))
    ['Zalmay Khalilzad', 'Z. Khalilzad', 'Z. Khalilzad']
    """
    name = plain_short(named)
    yield name
    if speaker.startswith("person/") and name.istitle():
        *first, last = name.split(" ")
        name = " ".join([*(f"{one[:1]}." for one in first), last])
        yield name
    yield cut(name, LONGEST_SPEAKER)


@cache
def strength(says: str, polarity: str, relation: str) -> str:
    """What stands behind the speaker in a caption.

    >>> strength("says", "affirmed", "LED_BY"), strength(
    ...     "says, as possible; passed on unverified", "affirmed", "LED_BY")
    ('', ', possible; unverified')
    >>> strength("denies", "denied", "ALLEGED_LINK")
    ' denies: link'
    """
    says = RELAYED.sub("; ", says).replace(", as ", ", ")
    if polarity == "denied":
        what = relation.lower().removeprefix("alleged_").replace("_", " ")
        return f" {says}: {what}"
    if polarity == "withheld":
        # how, says the edge itself
        return f" {WITHHOLDS[0]}"
    return says.removeprefix("says").removeprefix("said")


def plain_name(named: Named) -> str:
    """The whole name, on one line."""
    return tame(named.name)


def plain_short(named: Named) -> str:
    """The short name without what stands in brackets at its end.

    Of a publisher whom nobody names, the beginning of the title of its article.

    >>> plain_short(Named("joint cell", "joint cell (busted in May)"))
    'joint cell'
    >>> plain_short(Named("publisher of “A long title of it”", ""))
    '“A long titl…”'
    """
    if named.name == HIDDEN_SPEAKER:
        return SOMEBODY
    if is_made_name(named.name) and named.name != UNTITLED:
        title = tame(named.name).removeprefix(BEGINNING).removesuffix(END)
        return f"“{cut(title, LONGEST_TITLE)}”"
    return BRACKETS.sub("", tame(named.short))


def cut(text: str, longest: int = LONGEST_CAPTION) -> str:
    """The text, cut where it is too long; the dots say so.

    >>> cut("a long name", 7)
    'a long…'
    """
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rstrip(' ,;:(')}…"


# how the names in a sentence are written, until it is short enough
FITS: tuple[Callable[[Named], str], ...] = (
    plain_name,
    plain_short,
    lambda named: cut(plain_short(named), LONGEST_PART),
    lambda named: cut(plain_short(named), SHORTEST_PART),
)
