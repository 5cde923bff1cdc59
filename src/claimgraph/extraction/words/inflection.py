"""The forms that a verb or a noun takes in a text, without a parser."""

from dataclasses import dataclass
from functools import cache

from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.forms import Bearing

# base, past, participle; where only one is given both are alike
IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("was", "been"),
    "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bind": ("bound",),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought",),
    "build": ("built",),
    "burn": ("burned", "burnt"),
    "buy": ("bought",),
    "catch": ("caught",),
    "come": ("came", "come"),
    "cut": ("cut",),
    "deal": ("dealt",),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feed": ("fed",),
    "fight": ("fought",),
    "find": ("found",),
    "flee": ("fled",),
    "forge": ("forged",),
    "freeze": ("froze", "frozen"),
    "get": ("got",),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "hang": ("hanged",),
    "have": ("had",),
    "hide": ("hid", "hidden"),
    "hit": ("hit",),
    "hold": ("held",),
    "hurt": ("hurt",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "lose": ("lost",),
    "make": ("made",),
    "meet": ("met",),
    "mow": ("mowed", "mown"),
    "offer": ("offered",),
    "overrun": ("overran", "overrun"),
    "oversee": ("oversaw", "overseen"),
    "pay": ("paid",),
    "put": ("put",),
    "run": ("ran", "run"),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": ("set",),
    "shoot": ("shot",),
    "show": ("showed", "shown"),
    "sink": ("sank", "sunk"),
    "slit": ("slit",),
    "slay": ("slew", "slain"),
    "speak": ("spoke", "spoken"),
    "split": ("split",),
    "spread": ("spread",),
    "stand": ("stood",),
    "strike": ("struck", "stricken"),
    "swear": ("swore", "sworn"),
    "sweep": ("swept",),
    "retake": ("retook", "retaken"),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "tell": ("told",),
    "throw": ("threw", "thrown"),
    "understand": ("understood",),
    "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
BE = ("be", "is", "are", "was", "were", "been", "being", "'s", "'re")
PLURALS = {
    "man": "men",
    "woman": "women",
    "gunman": "gunmen",
    "spokesman": "spokesmen",
    "child": "children",
    "person": "people",
    "leaf": "leaves",
    "brother-in-arms": "brothers-in-arms",
    "brainchild": "brainchildren",
}
# verbs of two syllables and more whose last consonant is written twice
DOUBLED = cues("inflection", "doubled")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForms:
    """All forms of a verb: `participle` after was, `doing` with -ing."""

    finite: tuple[str, ...]
    participle: tuple[str, ...]
    doing: str

    @property
    def every(self) -> tuple[str, ...]:
        """Each form once."""
        return tuple(dict.fromkeys((*self.finite, *self.participle, self.doing)))


@cache
def verb_forms(lemma: str) -> VerbForms:
    """The forms of a verb; of two words the first is bent.

    >>> verb_forms("claim").every
    ('claim', 'claims', 'claimed', 'claiming')
    >>> verb_forms("carry out").participle, verb_forms("plan").doing
    (('carried out',), 'planning')
    >>> verb_forms("take").every
    ('take', 'takes', 'took', 'taken', 'taking')
    """
    first, space, rest = lemma.partition(" ")
    if first == "be":
        return VerbForms(tuple(f"{one}{space}{rest}" for one in BE), (lemma,), "being")
    after = f"{space}{rest}"
    past, participle = past_forms(first)
    third = f"{first}{'es' if hissing(first) else 's'}"
    if ends_in_y(first):
        third = f"{first[:-1]}ies"
    third = {"have": "has", "do": "does", "go": "goes"}.get(first, third)
    finite = tuple(dict.fromkeys(f"{one}{after}" for one in (first, third, past)))
    return VerbForms(finite, (f"{participle}{after}",), f"{doing_form(first)}{after}")


def forms_of(lemma: str, bearing: Bearing) -> tuple[str, ...]:
    """All forms of a trigger by what part of speech it is."""
    if bearing == "verb":
        return verb_forms(lemma).every
    if bearing == "noun":
        return noun_forms(lemma)
    if bearing == "deed":
        return (*verb_forms(lemma).every, *noun_forms(lemma))
    return (lemma,)


def past_forms(verb: str) -> tuple[str, str]:
    """Past and participle of one word."""
    found = IRREGULAR.get(verb)
    if found:
        return found[0], found[-1]
    if verb.endswith("e"):
        past = f"{verb}d"
    elif ends_in_y(verb):
        past = f"{verb[:-1]}ied"
    else:
        past = f"{with_double_end(verb)}ed"
    return past, past


def doing_form(verb: str) -> str:
    """The form with -ing."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{with_double_end(verb)}ing"


def with_double_end(verb: str) -> str:
    """A verb with its last consonant twice where it is written so."""
    short = len(verb) >= 3 and verb[-1] not in f"{VOWELS}wxy" and verb[-2] in VOWELS
    one = short and verb[-3] not in VOWELS and sum(x in VOWELS for x in verb) == 1
    return f"{verb}{verb[-1]}" if one or verb in DOUBLED else verb


def ends_in_y(word: str) -> bool:
    """Whether a word ends in y after a consonant."""
    return word.endswith("y") and word[-2:-1] not in VOWELS


def hissing(word: str) -> bool:
    """Whether the ending -s needs an e."""
    return word.endswith(("s", "x", "z", "ch", "sh"))


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """One and many of a noun; of several words the last is bent.

    >>> noun_forms("offshoot"), noun_forms("military wing"), noun_forms("ally")
    (('offshoot', 'offshoots'), ('military wing', 'military wings'), ('ally', 'allies'))
    """
    before, space, last = lemma.rpartition(" ")
    many = PLURALS.get(last)
    if many is None and ends_in_y(last):
        many = f"{last[:-1]}ies"
    if many is None:
        many = f"{last}{'es' if hissing(last) else 's'}"
    return lemma, f"{before}{space}{many}"
