"""Whom an article describes and does not name: "a senior official", "the army"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimgraph.extraction.names.cover import Cover
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.names.phrases import unit_end
from claimgraph.extraction.text.capitals import is_english
from claimgraph.extraction.words.tokens import WordToken
from claimgraph.extraction.words.word_lists import one_of, words

ROLES: dict[str, str] = {
    word: kind
    for kind in ("official", "analyst", "civilian", "militant")
    for word in words("people", kind)
}
MODIFIERS, PARTS = words("described", "modifiers"), words("described", "parts")
DEMONYMS = words("demonyms", "all")
BODIES: dict[tuple[str, ...], str] = {
    ("police",): "security-service",
    ("police", "force"): "security-service",
    ("army",): "armed-force",
    ("military",): "armed-force",
    ("navy",): "armed-force",
    ("air", "force"): "armed-force",
    ("armed", "forces"): "armed-force",
    ("special", "forces"): "armed-force",
    ("security", "forces"): "armed-force",
    ("government", "forces"): "armed-force",
    ("coast", "guard"): "security-service",
    ("presidential", "guard"): "armed-force",
    ("republican", "guard"): "armed-force",
    ("national", "guard"): "armed-force",
    ("border", "guards"): "security-service",
    ("riot", "police"): "security-service",
    ("secret", "police"): "security-service",
    ("junta",): "government",
    ("military", "junta"): "government",
    ("air", "forces"): "armed-force",
    ("troops",): "armed-force",
    ("forces",): "armed-force",
    ("soldiers",): "armed-force",
    ("commandos",): "armed-force",
    ("police", "officers"): "security-service",
    ("coalition",): "armed-force",
    ("coalition", "forces"): "armed-force",
    ("government", "soldiers"): "armed-force",
    ("government", "troops"): "armed-force",
    ("marines",): "armed-force",
    ("army", "troops"): "armed-force",
    ("security", "services"): "security-service",
    ("security", "service"): "security-service",
    ("intelligence", "agency"): "security-service",
    ("intelligence", "service"): "security-service",
    ("intelligence", "agencies"): "security-service",
    ("spy", "agency"): "security-service",
    ("government",): "state",
    ("regime",): "state",
    ("authorities",): "government",
    ("parliament",): "government",
    ("state", "media"): "outlet",
    ("local", "media"): "outlet",
    **{
        (first, "ministry"): "ministry"
        for first in words("bodies", "ministries") | {"defence", "defense"}
    },
}
OWNERS = frozenset(("the", "its", "their", "our", "his", "federal", "state", "local"))
# whose bodies are told by who was named before
ITS = frozenset(("its", "their"))
BEGINNINGS = frozenset(first for first, *_ in BODIES)
# told of so only where somebody owns them: "military" alone is a description
WHOSE = ("military", "army", "government", "regime", "navy", "parliament")
# told of only with who owns them
SOMEBODYS = ("forces", "soldiers", "commandos")
# soldiers may be told of by the body that they are of
MEN = frozenset(("troops", "soldiers", "forces", "commandos", "marines"))
OF_BODY = re.compile(r" (?:of|from) (?:the )?(?=[A-Z\d])")
UNITS = one_of(words("bodies", "units"))
UNIT = re.compile(rf"(?:[A-Z\d][\w'-]* ){{1,4}}(?i:{UNITS})\b")
# whose chiefs and spokesmen are told with a capital
OF_FORCES = ("police", "army", "military", "navy")
# whose troops are no state's
REBELS = frozenset(("rebel", "opposition", "insurgent", "militant", "separatist"))
# with which an office over a force begins that ends with the force
OVER_FORCES = frozenset(("commissioner", "chief", "general", "superintendent"))
FORCE_OFFICES = frozenset(
    (("of", "police"), ("of", "army", "staff"), ("of", "naval", "staff"))
)
NO_NAMES, TITLES = words("names", "no_names"), words("people", "titles")
LONGEST_BODY = max(map(len, BODIES))
MOST_MODIFIERS = 6


@dataclass(frozen=True, slots=True)
class Description:
    """Words for somebody: `start` is where those begin that are nobody's name."""

    start: int
    end: int
    words: str
    prefix: str
    kind: str
    named: bool


def descriptions(
    passage: SpokenSentence, taken: Collection[int]
) -> Iterator[Description]:
    """The descriptions in a sentence; `taken` are tokens of names."""
    tokens, at = passage.tokens, 0
    while at < len(tokens):
        if at in taken:
            at += 1
            continue
        length = body_at(passage, at, taken)
        if length:
            yield body(passage, at, at + length, taken)
            at += length
            continue
        last = end_of_force_office(passage, at)
        if last or is_role(passage, at):
            yield person(passage, at, last or at + 1, taken)
        at = last or at + 1


def body_at(passage: SpokenSentence, at: int, taken: Collection[int]) -> int:
    """Of how many words a body is that begins here; 0 where none does."""
    tokens = passage.tokens
    if tokens[at].bare not in BEGINNINGS:
        return 0
    for length in range(min(LONGEST_BODY, len(tokens) - at), 0, -1):
        low = tuple(one.bare for one in tokens[at : at + length])
        if at and tokens[at - 1].bare in REBELS:
            return 0
        if low not in BODIES or not is_somebodys(passage, at, low, taken):
            continue
        if not all(is_spaced(passage, one) for one in range(at + 1, at + length)):
            continue
        if any(one in taken for one in range(at, at + length)):
            continue
        following = at + length
        if is_of_unit(passage, following):
            # "troops of 3 Brigade" are that
            return 0
        part = following < len(tokens) and is_spaced(passage, following)
        if part and tokens[following].bare in PARTS:
            return 0
        owned = tokens[following - 1].folded != tokens[following - 1].bare
        return 0 if owned and part and tokens[following].bare in ROLES else length
    return 0


def is_of_unit(passage: SpokenSentence, at: int) -> bool:
    """Whether men are told of by their unit from a word on: of 3 Brigade."""
    said = [one.text for one in passage.tokens[at : at + 2]]
    if said[:1] != ["of"]:
        return False
    first = at + 1 + (said[1:] == ["the"])
    return first < len(passage.tokens) and unit_end(passage, first) > 0


def is_of_place(text: str, one: Description, cover: Cover) -> bool:
    """Whether a body is said to be that of a place: police in Tarim."""
    at = one.end + len(" in ")
    named = text.startswith(" in ", one.end) and text[at : at + 1].isupper()
    return named and not cover.begins(at, "state")


def are_men_of(text: str, one: Description, cover: Cover) -> bool:
    """Whether soldiers are told to be those of a body: troops of the 3 Battalion."""
    found = OF_BODY.match(text, one.end)
    if found is None or one.words.split()[-1].lower() not in MEN:
        return False
    named = any(cover.begins(found.end(), kind) for kind in ("org", "group"))
    return named or UNIT.match(text, found.end()) is not None


def end_of_force_office(passage: SpokenSentence, at: int) -> int:
    """After which token the office of a force ends: Commissioner of Police; else 0."""
    tokens = passage.tokens
    if tokens[at].bare not in OVER_FORCES or not tokens[at].is_capital:
        return 0
    low = [one.bare for one in tokens[at + 1 : at + 4]]
    many = next((many for many in (2, 3) if tuple(low[:many]) in FORCE_OFFICES), 0)
    return at + 1 + many if many else 0


def is_role(passage: SpokenSentence, at: int) -> bool:
    """Whether a word tells who somebody is, and is no part of a name."""
    token = passage.tokens[at]
    if token.bare not in ROLES or passage.text.endswith("-in-", 0, token.start):
        # "editor-in-chief"
        return False
    if token.bare == "general" and at and not is_spaced(passage, at):
        # "director-general"
        return False
    if token.bare.startswith("source") and passage.text.startswith(" of ", token.end):
        return False
    of_force = at > 0 and passage.tokens[at - 1].bare in OF_FORCES
    if of_force and token.is_capital and not passage.text.startswith(" of", token.end):
        # "Police Chief", before a name
        return token.text.istitle() and is_spaced(passage, at)
    return token.text.islower() or (at == 0 and token.bare.endswith("s"))


def is_somebodys(
    passage: SpokenSentence, at: int, low: tuple[str, ...], taken: Collection[int]
) -> bool:
    """Whether a body may be told of so: "military" alone is mostly a description."""
    owned = " ".join(low) in SOMEBODYS
    if not owned and low[-1] not in WHOSE:
        return True
    before = passage.tokens[at - 1] if at else None
    return (
        before is None
        or (at - 1 in taken and not owned)
        or (before.folded in (ITS if owned else OWNERS))
        or before.bare in DEMONYMS
        or before.bare != before.folded
    )


def is_spaced(passage: SpokenSentence, at: int) -> bool:
    """Whether one space stands between a word and the one before it."""
    tokens = passage.tokens
    return passage.text[tokens[at - 1].end : tokens[at].start] == " "


def body(
    passage: SpokenSentence, first: int, last: int, taken: Collection[int]
) -> Description:
    """A body that is described, with the people or place whose it is."""
    tokens = passage.tokens
    start = begins = first
    if first > 1 and tokens[first - 1].bare == "led" and first - 2 in taken:
        # the US-led coalition
        start = first - 2
    elif first > 0 and is_spaced(passage, first):
        before = tokens[first - 1]
        if first - 1 in taken and before.bare == before.folded:
            # the name of the owner is a mention of its own
            start = first - 1
            while start > 0 and start - 1 in taken and is_spaced(passage, start):
                start -= 1
            if is_told(passage, start):
                start = first
        elif before.bare in DEMONYMS and before.is_capital:
            start = begins = first - 1
    end = tokens[last - 1].bare_end
    kind = BODIES[tuple(one.bare for one in tokens[first:last])]
    said = passage.text[tokens[start].start : end]
    named = start < first or tokens[last - 1].bare == "ministry"
    prefix = "state" if kind == "state" else "org"
    return Description(tokens[begins].start, end, said, prefix, kind, named)


def is_told(passage: SpokenSentence, at: int) -> bool:
    """Whether a name is that of who is told, and owns nobody: "told the BBC police"."""
    before = [one.bare for one in passage.tokens[max(at - 2, 0) : at]]
    return before[-1:] == ["told"] or before == ["told", "the"]


def person(
    passage: SpokenSentence, at: int, last: int, taken: Collection[int]
) -> Description:
    """A person or several whose role is at a place, with the words before it."""
    tokens, start = passage.tokens, at
    force = last - at > 1
    while start > 0 and at - start < MOST_MODIFIERS and is_spaced(passage, start):
        before = tokens[start - 1]
        if start - 1 not in taken and not is_modifier(before):
            low = [token.bare for token in tokens[start:at]]
            force = force or low[:1] == ["police"] or low == ["deputy", "police"]
            if not (force and is_place(passage, start - 1)):
                break
        start -= 1
    own = next((one for one in range(at, start, -1) if one - 1 in taken), start)
    while own < at and tokens[own].is_capital and own not in taken and own > start:
        own += 1
    end, begins = tokens[last - 1].bare_end, tokens[own].start
    described = passage.text[tokens[start].start : end]
    kind = ROLES.get(tokens[at].bare, "official")
    return Description(begins, end, described, "person", kind, False)


def is_place(passage: SpokenSentence, at: int) -> bool:
    """Whether a word before a force may be the name of a place: Tarim police chief."""
    token = passage.tokens[at]
    plain = token.bare in NO_NAMES | TITLES or token.bare in ROLES
    if not token.is_capital or plain or token.bare != token.folded:
        return False
    return at > 0 or not is_english(token.bare)


def is_modifier(token: WordToken) -> bool:
    """Whether a word may stand between an article and a role."""
    return token.bare in MODIFIERS or (token.is_capital and token.bare in DEMONYMS)
