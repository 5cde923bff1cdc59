"""Words that a small parser hangs on the wrong one, or takes for another kind."""

from dataclasses import replace
from itertools import pairwise

from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.trees.heading_repairs import BEFORE, with_clipped
from claimgraph.extraction.trees.office_repairs import with_offices
from claimgraph.extraction.trees.teller_repairs import (
    hangs_below,
    with_blamers,
    with_tellers,
)
from claimgraph.extraction.trees.torn_clauses import with_clauses
from claimgraph.extraction.trees.torn_phrases import with_phrases
from claimgraph.extraction.trees.torn_subjects import with_subjects
from claimgraph.extraction.trees.tree import SUBJECTS, Word
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import SAYING
from claimgraph.extraction.words.word_lists import words as words_of

NO_NAMES, TITLES = words_of("names", "no_names"), words_of("people", "titles")

BODIES = GROUP_NOUNS | cues("bands", "bands")
# acts that have the form of a verb: shelling, fighting
ACTS = frozenset(
    one
    for kind in ("shooting", "rocket", "raid", "bombing", "assassination", "kidnapping")
    for one in words_of("attacks", kind)
    if one.endswith("ing")
) | {"fighting", "killing"}
# before whom somebody is made to look like
GUISES = frozenset(("disguised", "dressed", "posing", "clad", "masquerading"))
# participles that have the form of a noun
DONE = frozenset(("overrun", "hit", "split"))
DEMONYMS = words_of("demonyms", "all")
# before and behind an act that is told of as a noun
DURING = frozenset(("in", "during", "amid", "by", "from", "after"))
AFTER_ACT = frozenset(("by", "from", "with", "between", "in", "near", "around", "of"))


def with_repairs(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with titles and names where they belong.

    "The head of A, Gen. B": B is told of A, and does not bear it.
    """
    held = list(words)
    for word in words[:-2]:
        title = word.tag == "NNP" and stands_before_name(words, word.i)
        if title and not hangs_below(held, word.i + 2, word.i):
            give_to_name(held, word.i)
    for word in words:
        dep = held[word.i].dep
        if dep in BEFORE and stands_before_comma(held, word.i):
            turn_round(held, word.i)
        elif dep == "npadvmod" and is_loose_name(held, word.i):
            held[word.i] = replace(word, dep="appos")
        elif is_name_of_noun(held, word.i):
            held[word.i] = replace(word, head=word.i - 2, dep="appos")
        clause = held[word.i].dep in ("acl", "relcl") and word.is_verb
        said = said_in(held, word.i) if clause else None
        if said is not None:
            held[word.i] = replace(held[word.i], head=said, dep="ccomp")
    acts = with_acts(with_offices(with_counters(with_guises(tuple(held)))))
    clipped = with_clipped(with_names_beside(with_done(acts)))
    return with_blamers(
        with_tellers(with_subjects(with_clauses(with_phrases(clipped))))
    )


def with_guises(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with who is in disguise as the one who acts, where a parser has whom
    he is disguised as: "gunmen dressed as police stormed a bank".
    """
    found = list(words)
    for guise in words:
        men = words[guise.head]
        if guise.dep != "acl" or guise.text.lower() not in GUISES or not men.is_noun:
            continue
        for verb in (one for one in words if one.head == guise.i):
            kids = [one for one in words if one.head == verb.i and one.i != verb.i]
            mark = next((one for one in kids if one.dep == "mark"), None)
            played = next((one for one in kids if one.dep == "nsubj"), None)
            if mark is None or played is None or mark.lemma != "as":
                continue
            root = men.dep == "ROOT"
            above, dep = (verb.i, "ROOT") if root else (men.head, "ccomp")
            found[verb.i] = replace(verb, head=above, dep=dep)
            found[men.i] = replace(men, head=verb.i, dep="nsubj")
            found[mark.i] = replace(mark, head=guise.i, dep="prep")
            found[played.i] = replace(played, head=mark.i, dep="pobj")
    return tuple(found)


def with_counters(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with "counter-attack" as one phrase, of which the last word is it."""
    found = list(words)
    for before, hyphen, word in zip(words, words[1:], words[2:], strict=False):
        if hyphen.text == "-" and before.text.lower() == "counter":
            found[before.i] = replace(before, head=word.i, dep="compound")
            found[hyphen.i] = replace(hyphen, head=word.i, dep="punct")
            if word.head in (before.i, hyphen.i):
                above = before.head
                root = above in (before.i, hyphen.i)
                label = "ROOT" if root else before.dep
                found[word.i] = replace(word, head=word.i if root else above, dep=label)
    return tuple(found)


def with_done(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what is done "by" somebody as a verb: "was overrun by them".

    Whoever is charged is a noun: "the accused".
    """
    found = list(words)
    for word, by in pairwise(words):
        noun = word.tag == "NN" and words[word.head].lemma == "be"
        if noun and word.text.lower() in DONE and by.lemma == "by":
            form = word.text.lower()
            found[word.i] = replace(word, tag="VBN", pos="VERB", lemma=form)
            found[by.i] = replace(by, head=word.i, dep="agent")
    for the, word in pairwise(words):
        charged = word.tag == "VBN" and word.text.lower() == "accused"
        if charged and the.dep == "det" and word.dep in (*SUBJECTS, "pobj", "dobj"):
            found[word.i] = replace(word, tag="NN", pos="NOUN", lemma="accused")
    return tuple(found)


def with_acts(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with acts as nouns that a parser has as verbs: "in shelling by A"."""
    found = list(words)
    for word in words[1:]:
        if word.tag == "VBG" and word.text.lower() in ACTS and is_act(words, word):
            found[word.i] = replace(
                word, tag="NN", pos="NOUN", lemma=word.text.lower(), dep=act_label(word)
            )
    for before, word in pairwise(words):
        torn = before.dep == "pobj" and before.text.lower() in DEMONYMS
        torn = torn and not hangs_below(found, before.head, word.i)
        if torn and word.tag == "VBG" and word.text.lower() in ACTS:
            # "killed by Arlandish" / "shelling in the north"
            found[word.i] = replace(found[word.i], head=before.head, dep="pobj")
            found[before.i] = replace(before, head=word.i, dep="amod")
            found[word.i] = replace(
                found[word.i], tag="NN", pos="NOUN", lemma=word.text.lower()
            )
    return tuple(found)


def act_label(word: Word) -> str:
    """The label of an act behind a preposition, as a noun has it."""
    return "pobj" if word.dep == "pcomp" else word.dep


def is_act(words: tuple[Word, ...], word: Word) -> bool:
    """Whether a form with -ing tells of an act as a noun does: it hits nobody."""
    kids = [one for one in words if one.head == word.i and one.i != word.i]
    if any(one.dep in ("dobj", "prt", "aux", "mark", "nsubj") for one in kids):
        return False
    if word.dep == "pcomp":
        behind = words[word.i + 1].lemma if word.i + 1 < len(words) else ""
        return words[word.head].lemma in DURING and behind in AFTER_ACT
    return word.dep in (*SUBJECTS, "pobj", "dobj", "nsubjpass")


def stands_before_name(words: tuple[Word, ...], i: int) -> bool:
    """Whether the full stop of a title is read as the end: "Army Maj. A spoke"."""
    if words[i + 1].text != "." or words[i].head == i + 2:
        return False
    return words[i + 2].pos == "PROPN" and words[i].text.lower() in TITLES


def give_to_name(words: list[Word], i: int) -> None:
    """Let a title, and what stands before it, hang on the name after it."""
    for one in range(i + 2):
        if words[one].head == i and one != i:
            words[one] = replace(words[one], head=i + 2)
    words[i] = replace(words[i], head=i + 2, dep="compound")


def stands_before_comma(words: list[Word], i: int) -> bool:
    """Whether a name and the one that it hangs on have a comma and titles between."""
    head = words[i].head
    if head < i + 2 or words[i + 1].text != ",":
        return False
    names = words[i].pos == words[head].pos == "PROPN"
    return names and all(
        words[one].head == head and words[one].pos == "PROPN"
        for one in range(i + 2, head)
    )


def turn_round(words: list[Word], i: int) -> None:
    """Let a name stand where the one after the comma stood, which then hangs on it."""
    head = words[i].head
    above = words[head]
    for one, word in enumerate(words):
        if word.head == head and one != head and one < i + 1:
            words[one] = replace(word, head=i)
    up = i if above.head == head else above.head
    words[i] = replace(words[i], head=up, dep=above.dep)
    words[head] = replace(above, head=i, dep="appos")


def is_loose_name(words: list[Word], i: int) -> bool:
    """Whether a name after a comma is read as a measure: "of A, B, died"."""
    word = words[i]
    return (
        word.tag == "NNP"
        and word.text.lower() not in NO_NAMES
        and 0 < word.head < i
        and words[word.head].pos == "PROPN"
        and words[i - 1].text == ","
    )


def is_name_of_noun(words: list[Word], i: int) -> bool:
    """Whether a name is read as a measure behind whom it names: "the suspect, A,"."""
    word = words[i]
    loose = word.dep == "npadvmod" and word.tag == "NNP" and 1 < i < len(words) - 1
    if not loose or word.text.lower() in NO_NAMES:
        return False
    noun = words[i - 2]
    apart = words[i - 1].text == words[i + 1].text == ","
    return apart and noun.tag == "NN" and noun.head == word.head


def said_in(words: list[Word], i: int) -> int | None:
    """The verb that says a clause which a parse hangs on what it is said in.

    "Said in a statement that A did it".
    """
    noun = words[i].head
    prep = words[noun].head
    verb = words[prep].head
    inside = words[noun].dep == "pobj" and words[prep].dep == "prep"
    if not inside or words[verb].lemma not in SAYING or verb > noun:
        return None
    marked = any(one.head == i and one.dep == "mark" for one in words[noun:i])
    said = any(one.head == verb and one.dep == "ccomp" for one in words)
    return verb if marked and not said else None


def with_names_beside(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a name that follows what it is hung on that: the group A.

    A parser may read both as what one verb has.
    """
    found = list(words)
    for before, word in pairwise(words):
        if before.head != word.head or before.dep != word.dep:
            continue
        one = before.lemma in BODIES or word.dep in SUBJECTS
        named = before.tag in ("NN", "NNS") and word.tag in ("NNP", "NNPS")
        if one and named and word.dep in (*SUBJECTS, "dobj", "pobj"):
            found[word.i] = replace(word, head=before.i, dep="appos")
    return tuple(found)
