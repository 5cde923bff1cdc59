"""Who tells it, where a small parser hangs a speaker on what he says."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.extraction.trees.tree import SUBJECTS, Word
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import LAW, SAYING

CHARGING = cues("clauses", "charging")
# who blames others, where "by" may stand before who did it as well
ACCUSERS = LAW | cues("telling", "bodies") | cues("telling", "accusers")
FINITE = ("VBD", "VBZ", "VBP", "VBN")
# how words hang on others of their phrase
BESIDE = ("compound", "pobj", "poss", "nmod", "amod")
# how a parser hangs a clause on another that only stands behind it
LOOSE = ("advcl", "conj", "dep", "acl", "relcl")
LONGEST = 14
# what a speaker is told to be begins with one of these, after a comma
DESCRIBING = frozenset(("DT", "PRP$", "NNP", "NN", "JJ", "CD", "WP"))


def with_tellers(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each speaker as the subject of the verb behind what he is.

    "Ten were killed, A, the army spokesman, said": A says so.
    """
    found = list(words)
    for verb in words[3:]:
        if verb.lemma not in SAYING or verb.tag not in FINITE:
            continue
        kids = [one for one in words if one.head == verb.i and one.i != verb.i]
        if any(one.dep in (*SUBJECTS, "auxpass") for one in kids):
            continue
        first = min(verb.i, *(one.i for one in kids if one.dep == "aux"), verb.i)
        if first < 3 or words[first - 1].text != ",":
            continue
        who = teller(words, first)
        if who is None or hangs_below(words, verb.i, who):
            continue
        found[who] = replace(words[who], head=verb.i, dep="nsubj")
        beside = outermost(words, words[who + 1 : first - 1])
        if beside is not None and words[beside].dep == "appos":
            # "leader of the team, A": he is A
            found[beside] = replace(words[beside], head=who)
        if verb.dep in LOOSE:
            found[verb.i] = replace(verb, dep="parataxis")
    return tuple(found)


def with_blamers(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with who blames somebody at the verb, and not as who did the deed.

    "Accused of the bombing by the police": the police say so.
    """
    found = list(words)
    for by in words:
        deed = words[by.head]
        charge = words[words[deed.head].head]
        if by.lemma != "by" or by.dep != "prep" or deed.dep != "pobj":
            continue
        if charge.tag != "VBN" or charge.lemma not in CHARGING:
            continue
        who = [one for one in words if one.head == by.i and one.dep == "pobj"]
        if any(one.lemma in ACCUSERS for one in who):
            found[by.i] = replace(by, head=charge.i, dep="agent")
    return tuple(found)


def teller(words: tuple[Word, ...], verb: int) -> int | None:
    """The noun before the commas between which it is told what a speaker is."""
    comma = mark_before(words, verb - 1)
    if comma is None or words[comma].text != "," or comma == verb - 2:
        return None
    told = words[comma + 1 : verb - 1]
    if told[0].tag not in DESCRIBING or (told[0].tag != "WP" and has_verb(told)):
        return None
    start = mark_before(words, comma)
    named = words[0 if start is None else start + 1 : comma]
    if not named or has_verb(named) or named[0].pos == "ADP":
        return None
    return outermost(words, named)


def outermost(words: tuple[Word, ...], some: tuple[Word, ...]) -> int | None:
    """The first noun of some words that hangs on none of them."""
    inside = {one.i for one in some}
    heads = (one for one in some if one.is_noun and one.dep not in BESIDE)
    return next((one.i for one in heads if one.head not in inside), None)


def mark_before(words: tuple[Word, ...], end: int) -> int | None:
    """The last comma or quotation mark before a word, not far from it."""
    near = range(end - 1, max(-1, end - LONGEST), -1)
    return next((one for one in near if words[one].pos == "PUNCT"), None)


def has_verb(words: tuple[Word, ...]) -> bool:
    """Whether some words tell of more than who somebody is."""
    return any(one.pos in ("VERB", "AUX") for one in words)


def hangs_below(words: Sequence[Word], i: int, above: int) -> bool:
    """Whether a word hangs on another one, by however many between them."""
    seen = set[int]()
    while i not in seen:
        seen.add(i)
        i = words[i].head
        if i == above:
            return True
    return False
