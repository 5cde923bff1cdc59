"""What a capitalised phrase is the name of, by its words and those around it."""

import re
from collections.abc import Sequence

from claimgraph.extraction.names.person_cues import (
    follows_cue_of_person,
    is_plain,
    is_told_of_person,
)
from claimgraph.extraction.names.phrases import Phrase
from claimgraph.extraction.words.name_words import (
    DIRECTIONS,
    FORCE,
    GROUP,
    MEMBERS,
    ROLES,
    TITLES,
    NameKind,
    body_by_words,
    group_by_words,
    is_common,
    place_by_words,
)
from claimgraph.extraction.words.word_lists import one_of, words

LONGEST_SINGLE = 24

KINDS = one_of(words("groups", "kinds"))
BODIES = one_of(words("groups", "bodies"))
ONE_OF_MANY = (
    "(?:second|third|another|rival|other|little-known|unknown|shadowy|obscure)"
)
# who is one of a body, or against it
NO_BODIES = (
    r"members?|leaders?|commanders?|fighters?|founders?|supporters?|spokes\w+|chiefs?"
    "|heads?|foes?|enem(?:y|ies)|critics?|victims?|rivals?|allies|ally"
)
ONE_BODY = "(?:group|organi[sz]ation|outfit|movement|faction|militia)"
# "the Arena bomber" struck there
STRIKERS = frozenset(
    ("bomber", "bombers", "attacker", "attackers", "hijacker", "hijackers")
)
MEMBER = one_of(MEMBERS - STRIKERS)
# whose groups are mostly armed ones
PEOPLE = one_of(words("groups", "peoples"))
BAND = one_of(words("groups", "bands"))
CALLED = r"(?:called|named|known as|calling itself|which calls itself|dubbed|styled)"
KIND_BEFORE = re.compile(
    rf"(?:\b{KINDS}(?:[ -][\w-]+)?[ -]{BODIES}(?:,? {CALLED}|,(?= the ))?"
    rf"(?: the| an?)? [\"'(]*|\b{KINDS} {ONE_BODY}, [\"']?"
    rf"|\b{ONE_OF_MANY} {ONE_BODY},?(?: {CALLED})?(?: the)? [\"'(]*"
    rf"|\b(?:militia|faction),?(?: the)? "
    rf"|\b{PEOPLE}(?: {KINDS})? {ONE_BODY},?(?: the)? "
    r"|\b[Tt]he (?:paramilitary|separatist|guerrilla|secessionist|ultra-left) "
    rf"|\b(?:outlawed|banned|proscribed|designated|militant|insurgent|rebel|jihadist)"
    rf"(?: the)? [\"']?|\b{BODIES},? {CALLED}(?: the)? [\"']?"
    rf"|\b(?:{MEMBER}|mercenaries|cadres)(?: of| belonging to| affiliated with)"
    r"(?: the)? )$",
    re.IGNORECASE,
)
BESIDE = r"(?:\"?(?: \([^()]{2,40}\))?)"
MEMBERS_AFTER = re.compile(
    rf"\"?(?:'s)?[ -](?:{KINDS}[ -])?{MEMBER}(?!\w)"
    r"(?! (?:said|told|added)? ?and\b| (?:jets?|planes?|aircraft)\b)"
    rf"|{BESIDE}(?:'s)? {BAND}(?!\w)"
    rf"|{BESIDE}'?s? (?:{KINDS}[ -])+{BODIES}(?!\w)(?! [\"']?[A-Z])"
    rf"|{BESIDE}, (?:which is )?(?:an?|the|one of the|another)(?: [\w'-]+){{0,4}}? "
    rf"(?:{KINDS}[ -](?:[\w-]+[ -])?{BODIES}|militia|insurgency|insurgent"
    rf"|guerrillas?)\b(?!'s)|-(?:claimed|affiliated|linked|allied)\b"
    rf"|{BESIDE},?(?: \w+)? (?:has |had |have )?claimed (?:the )?responsibility\b"
)
# what tells of a body and of nobody in it: "A, an offshoot of B"
BODY_TOLD = re.compile(
    rf"{BESIDE}, (?:which is )?(?:an?|the|one of the|another)"
    rf"(?: (?!(?:of|from|to|for|with|{NO_BODIES})\b)[\w'-]+){{0,5}}?"
    rf" (?:{KINDS}[ -](?:[\w-]+[ -])?{BODIES}|offshoot|wing|arm|branch|affiliate"
    r"|faction|splinter group|breakaway group|umbrella group)"
    r"(?=[,.]| (?:of|in|that|which|linked|based|with|from|fighting|allied|affiliated"
    r"|loyal|seeking|opposed)\b)"
)
# in a heading: "A claims responsibility for", "A claims deadly attack"
CLAIMS_AFTER = re.compile(
    r" (?:claims|claim|claimed) (?:responsibility|credit|(?:[\w-]+ ){0,3}"
    r"(?:attacks?|bombings?|blasts?|killings?|shootings?|ambush|assassination))\b"
)
# "fighters of A's Front", "the group named A as its leader"
OWNER_AFTER = re.compile(r"'s (?=[A-Z])| as (?:its|their|the)\b")
CLAIMED_BEFORE = re.compile(
    r"\b(?:responsibility|attacks?|bombings?|blasts?|was|were|been|and) claimed by"
    r"(?: the)? \"?$"
)
OUTLETS = (
    r"(?:news agency|news service|newspaper|daily|broadcaster|magazine|weekly|news site"
    r"|news website|(?:radio|television|tv|news) (?:station|channel|network))"
)
OUTLET_BEFORE = re.compile(rf"\b{OUTLETS},? [\"']?$", re.IGNORECASE)
OUTLET_AFTER = re.compile(
    rf"[\"']?(?:'s)? (?:state |independent )?(?:{OUTLETS}|tv|television|radio)(?!\w)"
    r"(?!'s| (?:offices?|headquarters|buildings?|newsroom))"
)
# whose men, or who commands them: "troops of Operation A"
MEN_BEFORE = re.compile(
    r"\b(?:[Cc]ommander|troops|soldiers|personnel|forces),?(?: of| under)?(?: the)? $"
)
# letters are a body's there: "commander of ABCD", "an ABCD spokesman"
LETTERS = re.compile(r"[A-Z]{3,6}")
BODY_BEFORE = re.compile(
    r"\b(?:commander|spokes\w+|officials?|officers?|director|head|chief|president"
    r"|secretary[- ]general|troops|forces) (?:of|for|with|from)(?: the)? $"
)
BODY_AFTER = re.compile(
    r"(?:'s)? (?:(?:chief|deputy|senior) )?(?:spokes\w+|officials?|commanders?|chief"
    r"|director|observers|inspectors|monitors|troops|forces|peacekeepers|soldiers"
    r"|secretary[- ]general|headquarters|mission|statement|said\b)"
)
PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|at|near|outside|around|across|inside|toward|towards|throughout|from)"
    r"(?: the)?(?: [a-z]+ (?:city|town|village|province|district|state|port|area|region"
    rf"|capital|suburb|neighbou?rhood)(?: of)?| {one_of(DIRECTIONS)}| (?:city|town"
    r"|village|province|district|state|port|area|region|capital|suburb) of)? $"
)
PLACE_KIND_AFTER = re.compile(
    rf"(?:'s)?[ -]{one_of(words('places', 'kinds'))}\b(?! (?:police|officials?|army))"
)
# "A, a town north of B"; not "A, a village elder"
PLACE_TOLD = re.compile(
    rf", (?:an?|the)(?: [\w-]+){{0,3}}? {one_of(words('places', 'kinds'))}"
    r"(?=[,.]| (?:in|of|near|on|at|outside|where|that|north|south|east|west))"
)
PLACE_OF_BEFORE = re.compile(
    rf"\b{one_of(words('places', 'kinds'))} of (?:the )?$", re.IGNORECASE
)


OUTLET, PERSON, PLACE = (
    NameKind("org", "outlet"),
    NameKind("person"),
    NameKind("place"),
)


def kind_of(phrase: Phrase) -> NameKind | None:
    """What a phrase names; None where its words and those around do not tell."""
    low = phrase.low
    if is_common(low) or is_office(low):
        return None
    named = group_by_words(low) or place_by_words(low)
    if named is not None:
        return named
    body = body_by_words(low)
    if body is None:
        return by_cue(phrase, low)
    return GROUP if is_called_group(phrase) else body


def is_office(low: Sequence[str]) -> bool:
    """Whether words tell an office and no body: Commissioner of Police."""
    return len(low) > 2 and low[1] == "of" and low[0] in ROLES | TITLES


def is_called_group(phrase: Phrase) -> bool:
    """Whether the words around the name of a body tell that it is a group's."""
    after = MEMBERS_AFTER.match(phrase.after())
    return after is not None or KIND_BEFORE.search(phrase.before()) is not None


def by_cue(phrase: Phrase, low: list[str]) -> NameKind | None:
    """What the words around a phrase make of it."""
    before, after = phrase.before(), phrase.after()
    single = len(low) == 1
    if single and len(low[0]) > LONGEST_SINGLE:
        return None
    if low[0] == "operation":
        return FORCE if MEN_BEFORE.search(before) else None
    if OUTLET_BEFORE.search(before) or OUTLET_AFTER.match(after):
        return OUTLET
    if not single and BODY_TOLD.match(after):
        return GROUP
    if PLACE_TOLD.match(after):
        return PLACE
    if is_told_of_person(phrase):
        return PERSON
    letters = single and LETTERS.fullmatch(phrase.words)
    if (letters or not single) and CLAIMS_AFTER.match(after):
        return GROUP
    if MEMBERS_AFTER.match(after):
        return GROUP
    if KIND_BEFORE.search(before):
        person = not single and is_plain(phrase) and OWNER_AFTER.match(after)
        return PERSON if person and not before.endswith("the ") else GROUP
    if CLAIMED_BEFORE.search(before):
        return GROUP
    if single and LETTERS.fullmatch(phrase.words):
        cued = BODY_BEFORE.search(before) or BODY_AFTER.match(after)
        return NameKind("org") if cued else None
    if PLACE_BEFORE.search(before) or PLACE_OF_BEFORE.search(before):
        return PLACE
    if PLACE_KIND_AFTER.match(after):
        return PLACE
    return PERSON if follows_cue_of_person(phrase) else None
