"""Phrases that a parser tears apart at a date, a dash or words put between."""

from dataclasses import replace

from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.trees.tree import RELATIVE, SUBJECTS, Word
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import NOUNS
from claimgraph.extraction.words.telling import SAYING

MONTHS = cues("trees", "months")
# what says more of a name behind a dash
BODIES = GROUP_NOUNS | cues("bands", "bands") | cues("coreference", "person_nouns")
# what is told of a deed, and of nothing that it hit
DOING = frozenset(
    ("carry", "conduct", "stage", "perpetrate", "blame", "claim", "attribute")
)
DASHES = ("--", "-")
FINITE = ("VBD", "VBZ", "VBP")
# how a parser has what it does not see to tell of a name
LOOSE = (*SUBJECTS, "npadvmod", "dep", "attr")
BESIDE = ("amod", "compound", "nmod", "nummod")


def with_phrases(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what is torn apart in one piece again."""
    held = list(words)
    for word in words:
        if word.dep == "pobj" and word.text.lower().rstrip(".") in MONTHS:
            behind_date(held, word.i)
        elif word.dep == "acl" and word.tag == "VBN" and word.lemma in DOING:
            away_from_target(held, word.i)
        elif word.text in DASHES:
            behind_dash(held, word.i)
        elif word.is_verb and word.lemma in SAYING and word.dep != "aux":
            past_saying(held, word.i)
        elif word.text == "According":
            behind_source(held, word.i)
        elif word.dep == "prep":
            before_place(held, word.i)
        elif word.tag in FINITE:
            tells_of_doing(held, word.i)
            does_itself(held, word.i)
    return tuple(held)


def behind_date(words: list[Word], month: int) -> None:
    """Let a preposition have the noun behind a date: "for the May 11, 2012 attack"."""
    if month == 0 or words[month - 1].text.lower() != "the":
        return
    at = month + 1
    while at < len(words) and (words[at].pos == "NUM" or words[at].text == ","):
        at += 1
    while at < len(words) and words[at].dep in BESIDE:
        at += 1
    if at == len(words) or at == month + 1 or words[at].pos != "NOUN":
        return
    noun, prep = words[at], words[month].head
    if noun.head != prep:
        words[at] = replace(noun, head=prep, dep="pobj")
        words[month] = replace(words[month], head=at, dep="nmod")


def behind_dash(words: list[Word], dash: int) -> None:
    """Let a phrase behind a dash tell of the name before it: "A -- the group that"."""
    if dash == 0 or dash + 2 >= len(words) or words[dash - 1].pos != "PROPN":
        return
    if words[dash + 1].dep != "det" or words[dash - 1].end == words[dash].start:
        return
    name, noun = words[dash - 1], words[words[dash + 1].head]
    if noun.lemma not in BODIES or noun.i < dash or name.dep == "compound":
        return
    verb = next((one for one in words[:dash] if one.head == noun.i), None)
    if noun.head == noun.i:
        if verb is None or not verb.is_verb:
            return
        words[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    elif noun.head != name.head or noun.dep not in (*LOOSE, name.dep):
        return
    words[noun.i] = replace(noun, head=name.i, dep="appos")


def past_saying(words: list[Word], said: int) -> None:
    """Let "who" do what others say: "the men who police say did it"."""
    told = [one for one in words[:said] if one.head == said and one.dep in SUBJECTS]
    if len(told) != 2 or told[0].tag not in RELATIVE:
        return
    verb = next((one for one in words[said:] if one.head == said and one.is_verb), None)
    if verb is not None and verb.tag in FINITE and verb.dep in ("xcomp", "ccomp"):
        words[told[0].i] = replace(told[0], head=verb.i)
        words[verb.i] = replace(verb, dep="ccomp")


def before_place(words: list[Word], prep: int) -> None:
    """Let a preposition have its noun: "denies hand in Orvel killings"."""
    if prep + 2 >= len(words) or any(one.head == prep for one in words):
        return
    place = words[prep + 1]
    noun = words[place.head]
    torn = place.pos == "PROPN" and place.dep in BESIDE and noun.i == prep + 2
    thing = words[words[prep].head]
    if torn and (noun.dep, thing.dep) == ("dobj", "dobj") and noun.head == thing.head:
        words[noun.i] = replace(noun, head=prep, dep="pobj")


def tells_of_doing(words: list[Word], said: int) -> None:
    """Let a verb say what somebody did: "A admits killing B" has no helping verb."""
    verb, doing = words[said], words[words[said].head]
    if verb.dep != "aux" or verb.lemma not in SAYING or doing.tag != "VBG":
        return
    root = doing.head == doing.i
    words[said] = replace(
        verb, head=said if root else doing.head, dep=doing.dep, pos="VERB"
    )
    words[doing.i] = replace(doing, head=said, dep="xcomp")
    for one in words[:said]:
        if one.head == doing.i:
            words[one.i] = replace(one, head=said)


def does_itself(words: list[Word], verb: int) -> None:
    """Let what stands before a verb do it: "an A bomb explodes in B"."""
    if verb == 0 or any(one.head == verb and one.dep in SUBJECTS for one in words):
        return
    noun = words[verb - 1]
    if noun.pos == "NOUN" and noun.dep == "compound" and noun.head == verb:
        words[noun.i] = replace(noun, dep="nsubj")


def behind_source(words: list[Word], prep: int) -> None:
    """Let who is told of behind a source do it: "According to A, B and C did it"."""
    verb = words[words[prep].head]
    own = any(one.head == verb.i and one.dep in SUBJECTS for one in words)
    if own or not verb.is_verb or verb.i < prep:
        return
    for one in words[prep : verb.i]:
        source = words[one.head]
        first = min(kid.i for kid in words if one.i in (kid.i, kid.head))
        if (one.dep, source.dep) == ("conj", "pobj") and words[first - 1].text == ",":
            words[one.i] = replace(one, head=verb.i, dep="nsubj")
            return


def away_from_target(words: list[Word], done: int) -> None:
    """Let who did it hang on the deed: "an attack on a post blamed on A"."""
    at = words[done].head
    while words[at].text.lower() not in NOUNS:
        prep = words[at].head
        if words[at].dep != "pobj" or words[prep].dep != "prep":
            return
        at = words[prep].head
    words[done] = replace(words[done], head=at)
