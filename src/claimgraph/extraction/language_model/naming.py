"""What an entity that an answer brings is called: only by words of the article."""

import re
from collections.abc import Iterable

from claimgraph.coding.likeness import is_generic, without_article
from claimgraph.extraction.language_model.body_names import plainer_name
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.places import STEM, WORD, CopiedWords
from claimgraph.extraction.names.states import DEMONYMS
from claimgraph.folding import fold
from claimgraph.model import Alias, Entity

# words that a description may have besides those of the text
JOINING_WORDS = """
a abduction against air airstrike airstrikes alleged ambush an and around assassination
assault at attack attacks attempted authorities beheading blast bodies body bombing
bombings both by captor captors capture clan clash clashes earlier explosion explosions
family feared first for former fourth from hijacking in inside kidnapping killing
killings later massacre near of on or other others outside planned plot possible raid
raids rockets second seizure series several shooting shootings siege some stabbing
storming strike strikes suspected that the these third this those to two unnamed which
who whose with
"""
JOINING = frozenset(JOINING_WORDS.split())
# what may be called by words that the text has in several places
DESCRIBED = ("attack", "place", "community", "org")
NEVER_NAMELESS = ("attack", "community")

# shorter words of a name tell little: of, the, initials
LONG_WORD = 4
# a name of so many words is hardly somebody else's
LONG_NAME = 3
# "Tarimi troops": what is told of somebody, and no name of his
LAST_WORD = re.compile(r" [a-z]{4,}$")
# "A spokesman for the Front", as a sentence begins
DESCRIPTION = re.compile(r"(?:A|An|The) [a-z]")
POSSESSIVE = re.compile(r"['\u2019]s?$")

AREA = re.compile(r" (?:province|state|governorate|region)$", re.IGNORECASE)


def clean_name(name: str) -> str:
    """A name without what stands around it: quotation marks, a small article, 's.

    >>> clean_name("the \\u201cNorthern Front\\u201d"), clean_name("the Front's")
    ('Northern Front', 'Front')
    >>> clean_name("Front (North)"), clean_name("(Northern Front)")
    ('Front (North)', 'Northern Front')
    """
    plain = " ".join(name.split()).strip("\"'\u201c\u201d\u2018\u2019,;:()[] ")
    if plain.count("(") == plain.count(")") + 1 and f"{plain})" in name:
        plain += ")"
    plain = POSSESSIVE.sub("", plain)
    small = plain.removeprefix("the ").strip("\"'\u201c\u201d\u2018\u2019 ")
    return small or plain


def asked_names(entry: MemberEntry) -> list[str]:
    """The names by which somebody may be known, the surest first.

    "The Islamic State group" is asked for as Islamic State, too, Orvel State as Orvel.
    """
    others = sorted(entry.other_names, key=len, reverse=True)
    telling = (one for one in others if tells(clean_name(one), entry.name))
    names = [clean_name(one) for one in (entry.name, *telling)]
    of_area = entry.kind == "province"
    shorter = [AREA.sub("", one) if of_area else plainer_name(one) for one in names]
    return list(dict.fromkeys(one for one in (*names, *shorter) if one))


def tells(name: str, main: str) -> bool:
    """Whether another name is one elsewhere too, and no short form for this article.

    >>> tells("Front", "Northern Front"), tells("NF", "Northern Front")
    (False, True)
    >>> tells("Tarimi militant group", "NF"), tells("Islah al-tarim", "NF")
    (False, True)
    >>> tells("A spokesman for the Northern Front", "Omar Haddad")
    False
    """
    words = without_article(fold(name)).split()
    short = len(words) == 1 and words[0] in fold(main).split()
    described = LAST_WORD.search(name) or DESCRIPTION.match(name)
    plain = name[:1].isupper() and not described
    return plain and not short and not is_generic(" ".join(words))


def is_other(short: str, name: str, names: Iterable[str]) -> bool:
    """Whether initials of a named body are those of another, whose names these are.

    >>> is_other("ISI", "Inter-Services Intelligence", ["Islamic State of Iraq", "ISI"])
    True
    """
    asked = long_words(name)
    # Tarim Defence Forces are not all forces
    asked = {one for one in asked if not is_generic(one)} or asked
    plain = name.startswith(f"{short} ") or short == name
    if plain or not short.isupper() or not asked:
        return False
    return not any(asked & long_words(one) for one in names)


def is_smaller(kind: str | None, known: Entity) -> bool:
    """Whether a place of some kind lies in no country's stead: Argelia is a town, too.

    >>> algeria = Entity(id="place/algeria", name="Algeria", kind="country")
    >>> is_smaller("city", algeria), is_smaller(None, algeria)
    (True, False)
    """
    return known.kind == "country" and kind not in (None, "country", "region")


def is_namesake(asked: str, entry: MemberEntry, known: Entity) -> bool:
    """Whether a person has only a by-name of somebody known, and another full name.

    "Salim Kant, known as Abu Omar" is not Karim Nasser, who is Abu Omar, too.
    """
    others = [one for one in known.names if fold(one) != fold(asked)]
    others.append(known.name)
    full = [entry.name]
    if clean_name(entry.name) == asked:
        if long_words(asked) & long_words(known.name):
            return False
        full = [one for one in entry.other_names if " " in one and tells(one, asked)]
    words = {word for one in full for word in long_words(one)}
    return bool(full) and not any(words & long_words(one) for one in others)


def long_words(name: str) -> set[str]:
    """The words of a name that tell it from others, folded."""
    return {word for word in fold(name).split() if len(word) >= LONG_WORD}


def name_in(entry: MemberEntry, text: CopiedWords) -> str:
    """The name of somebody new: the one given if it is of the text, else another."""
    names = [clean_name(one) for one in (entry.name, *entry.other_names)]
    if names[0] and has_words(names[0], text, loose=entry.type in DESCRIBED):
        return names[0]
    described = entry.unnamed or entry.type == "attack"
    said = [one for one in names if one and text.has_name(one)]
    if said and not described:
        return said[0]
    return clean_name(entry.mention) or entry.mention


def is_nameless(entry: MemberEntry, name: str) -> bool:
    """Whether somebody has no name of his own: "police" are not those of elsewhere."""
    if entry.type in NEVER_NAMELESS:
        return False
    small = name == name.lower() != name.upper()
    # "Police", as a sentence begins
    bare = entry.type == "org" and " " not in name and is_generic(fold(name))
    return entry.unnamed or small or bare


def aliases_in(entry: MemberEntry, name: str, text: CopiedWords) -> tuple[Alias, ...]:
    """The other names that the text has for somebody new, in their order."""
    if entry.unnamed or entry.type == "attack":
        return ()
    names = [clean_name(one) for one in (entry.name, *entry.other_names)]
    seen = {fold(name)}
    found: list[Alias] = []
    for one in names:
        if fold(one) in seen or not tells(one, name) or not text.has_name(one):
            continue
        seen.add(fold(one))
        found.append(Alias(one))
    return tuple(found)


def has_words(description: str, text: CopiedWords, *, loose: bool) -> bool:
    """Whether a description has no words but those of the text and joining ones.

    Words in small letters, `loose` all, may have another ending than in the text;
    `loose` ones may tell of a state whose police or army they are.
    """
    return all(
        (word := fold(said)) in text.words
        or word.isdecimal()
        or word in JOINING
        or ((loose or said.islower()) and word[:STEM] in text.stems)
        or (loose and word in DEMONYMS)
        for said in WORD.findall(description)
    )
