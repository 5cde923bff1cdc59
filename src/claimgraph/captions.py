"""What pictures of the graph say: the name of a claim, the caption of its edge.

Both are derived, for eyes alone: they take no part in ids or digests.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple, TypeGuard

from claimgraph.model import Claim, Entity
from claimgraph.safe_text import tame
from claimgraph.schema.types import RelationType
from claimgraph.value_words import value_words

LONGEST_NAME, LONGEST_CAPTION = 80, 60
# of a name inside a sentence, where the whole does not fit
LONGEST_PART, SHORTEST_PART = 28, 18
NOBODY = "somebody not named"
# a name that is shorter than this needs no abbreviation
SHORT = 12
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
LONGEST_ABBREVIATION = 8
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
    """Who says it and how strongly; of what is not affirmed, also what.

    `NDS`, `Foreign Policy, possible`, `Taliban denies: alleged link`.
    """
    speaker = cut(plain_short(names[claim.origin]), LONGEST_PART)
    return cut(f"{speaker}{strength(says, claim.polarity, claim.relation)}")


@cache
def strength(says: str, polarity: str, relation: str) -> str:
    """What stands behind the speaker in a caption.

    >>> strength("says", "affirmed", "LED_BY"), strength(
    ...     "says, as possible", "affirmed", "LED_BY")
    ('', ', possible')
    >>> strength("denies", "denied", "ALLEGED_LINK")
    ' denies: alleged link'
    """
    if polarity != "affirmed":
        return f" {says}: {relation.lower().replace('_', ' ')}"
    return says.removeprefix("says").removeprefix("said").replace(", as ", ", ")


def plain_name(named: Named) -> str:
    """The whole name, on one line."""
    return tame(named.name)


def plain_short(named: Named) -> str:
    """The short name without what stands in brackets at its end.

    >>> plain_short(Named("joint cell", "joint cell (busted in May)"))
    'joint cell'
    """
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
