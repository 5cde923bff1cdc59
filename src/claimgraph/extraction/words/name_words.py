"""What a name is by its own words: a group, a body, a place, or common words."""

from dataclasses import dataclass
from itertools import pairwise

from claimgraph.coding.likeness import is_generic
from claimgraph.extraction.words.word_lists import words

SURE, HEADS = words("groups", "sure"), words("groups", "heads")
MILITANT, FIRSTS = words("groups", "militant"), words("groups", "firsts")
NO_GROUPS = words("groups", "no_groups")
DEMONYMS = words("demonyms", "all")
BODY_HEADS, PLACE_HEADS = words("bodies", "heads"), words("places", "heads")
DIRECTIONS = words("places", "directions")
TITLES = words("people", "titles")
ROLES = (
    words("people", "official")
    | words("people", "analyst")
    | words("people", "civilian")
    | words("people", "militant")
)
MEMBERS = words("groups", "members")
COMMON = DEMONYMS | NO_GROUPS | TITLES | ROLES | MEMBERS | DIRECTIONS
# parts of armies, by what they fight with: the Infantry Battalion
UNITS, ARMS = words("bodies", "units"), words("bodies", "arms")
# what stands in the name of an armed force of a state
NATIONAL = DEMONYMS | {"national", "royal", "federal", "territorial"}
FORCES = frozenset(("army", "navy", "guard", "police", "forces", "force", "corps"))
# after a word with which names of groups begin: a place, Lashkar Gah
NO_SECONDS = frozenset(("gah", "page", "row", "line", "office"))


@dataclass(frozen=True, slots=True)
class NameKind:
    """What a phrase is the name of: the prefix of ids, and a finer kind."""

    prefix: str
    kind: str | None = None


# bodies that are told apart by number: Brigade 313
NUMBERED = words("bodies", "numbered")
ORDINALS = words("names", "ordinals")
GROUP, PARTY = NameKind("group", "militant-group"), NameKind("group", "party")
FORCE = NameKind("org", "armed-force")


def is_common(low: list[str]) -> bool:
    """Whether words name nobody: peoples, faiths, ranks, directions."""
    against = low[0] in ("pro", "anti", "non", "ex")
    plain = (word in COMMON or word.isdecimal() for word in low)
    people = "-".join(low) in DEMONYMS
    return against or people or all(plain) or is_generic(" ".join(low))


def is_number(word: str) -> bool:
    """Whether a word is a number, or a place in a row as names have it.

    >>> [is_number(one) for one in ("7", "35th", "Second", "second")]
    [True, True, True, False]
    """
    if word[0].isdecimal():
        return word.rstrip("sthndr").isdecimal()
    return word[0].isupper() and word.lower() in ORDINALS


def unit_by_words(low: list[str]) -> NameKind | None:
    """A unit by its number: that of an army, or a front of guerrillas: 10th Front."""
    numbered = len(low) > 1 and low[-1] in NUMBERED
    if not numbered or not is_number(low[0].capitalize()):
        return None
    return GROUP if low[-1] == "front" else FORCE


def group_by_words(low: list[str]) -> NameKind | None:
    """A group by its name alone: "Northern Front", "Front for the Freedom of X"."""
    last, first = low[-1], low[0]
    if len(low) < 2:
        return GROUP if first in FIRSTS and first not in HEADS else None
    if last.isdecimal() and len(low) == 2 and first in NUMBERED:
        return GROUP
    unit = unit_by_words(low)
    if unit is not None:
        return unit
    if last in FORCES and all(word in NATIONAL for word in low[:-1]):
        return FORCE
    if last in UNITS and (first[0].isdecimal() or not ARMS.isdisjoint(low)):
        return FORCE
    head = head_of(low, HEADS)
    militant = any(word in MILITANT for word in low)
    if head == "party":
        return PARTY
    if first in FIRSTS and low[1] not in NO_SECONDS:
        return GROUP
    sure = head in SURE or head in ("army", "movement") or (head and militant)
    return GROUP if sure else None


def head_of(low: list[str], heads: frozenset[str]) -> str | None:
    """The word of a name that says what it is: its last, or one before "of" or "for".

    >>> head_of(["patriotic", "union", "of", "arland"], frozenset({"union"}))
    'union'
    """
    if low[-1] in heads:
        return low[-1]
    return next(
        (
            one
            for one, joint in pairwise(low)
            if joint in ("of", "for") and one in heads
        ),
        None,
    )


def body_by_words(low: list[str]) -> NameKind | None:
    """A body by its name alone: "Interior Ministry", "Council for X"."""
    head = head_of(low, BODY_HEADS) if len(low) > 1 else None
    return NameKind("org", BODY_KINDS.get(head)) if head else None


BODY_KINDS = {
    "ministry": "ministry",
    "police": "security-service",
    "intelligence": "security-service",
    "directorate": "security-service",
    "army": "armed-force",
    "forces": "armed-force",
    "force": "armed-force",
    "guard": "armed-force",
    "guards": "armed-force",
    "government": "government",
    **dict.fromkeys(
        ("news", "times", "post", "radio", "tv", "television", "press", "journal"),
        "outlet",
    ),
    **dict.fromkeys(("observatory", "monitor", "watch"), "monitor"),
}


def place_by_words(low: list[str]) -> NameKind | None:
    """A place by its name alone: "Tarim Airport"."""
    if len(low) > 1 and low[-1] in PLACE_HEADS:
        return NameKind("place", low[-1] if low[-1] in NAMED_KINDS else None)
    return None


NAMED_KINDS = frozenset(
    ("airport", "base", "mosque", "hospital", "province", "district", "city", "village")
)
