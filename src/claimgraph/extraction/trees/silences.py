"""Pointed silences: of what somebody says that he does not say it."""

import re

from claimgraph.extraction.trees.denying import UNSURE
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import one_of

CALLED_FALSE = re.compile(rf"\b{one_of(cues('silence', 'untrue'))}s?\b", re.IGNORECASE)
REFUSALS, UNSAID = cues("modality", "refusals"), cues("modality", "unsaid")
ADMITTING = cues("silence", "admitting")
KNOWN = cues("silence", "known")
WHETHER = cues("silence", "asking_whether")
SILENCE = re.compile(
    rf"""(?:\b{one_of(cues("silence", "not_said"))}\b|n't\b).*\b(?:
    who|which|whom|behind|responsib\w+|claims?|accusations?|allegations?|charges?
    |{one_of(cues("silence", "authors"), cues("silence", "anybody"))}s?|comment\w*
    |respon[ds]\w*|repl(?:y|ie[ds])|reaction|authenticity
    |(?:verifi|confirm|authenticat|corroborat)ed)\b""",
    re.IGNORECASE | re.VERBOSE,
)

SPEAKS_AGAIN = re.compile(
    r"\b(?:(?:it|they|s?he|group|spokes\w+) (?:sa[iy]|claim|add)|behind (?:it|them)\b)",
    re.IGNORECASE,
)


def speaks_again(words: str) -> bool:
    """Whether somebody named before may say in a sentence what he did.

    >>> speaks_again("It said the attack was revenge."), speaks_again("It rained.")
    (True, False)
    """
    return SPEAKS_AGAIN.search(words) is not None


def calls_false(words: str) -> bool:
    """Whether the words of a sentence may say of a charge that it is false.

    >>> calls_false("The army called the claims lies."), calls_false("It claims so.")
    (True, False)
    """
    return CALLED_FALSE.search(words) is not None


def tells_of_silence(words: str) -> bool:
    """Whether the words of a sentence may tell that it is not said who did it.

    >>> tells_of_silence("The army declined to say who was behind it.")
    True
    >>> tells_of_silence("The army said who was behind it.")
    False
    """
    return SILENCE.search(words) is not None


def is_neither(tree: Tree, i: int) -> bool:
    """Whether a verb of denying stands in "neither confirmed nor denied"."""
    head = tree[i].head if tree[i].dep == "conj" else i
    beside = {tree[kid].text.lower() for kid in (*tree.kids[i], *tree.kids[head])}
    # "refused to confirm or deny"
    either = head != i and tree[head].lemma == "confirm" and "or" in beside
    return either or bool(beside & {"nor", "neither"})


def is_unsaid(tree: Tree, i: int) -> bool:
    """Whether a verb tells that nothing is said: declined to say, too early to say."""
    if tree[i].lemma not in UNSAID:
        return False
    above = tree[tree[i].head]
    early = any(
        tree[kid].lemma in ("early", "soon") for kid in (above.i, *tree.kids[above.i])
    )
    return tree.is_negated(i) or above.lemma in REFUSALS or early


def is_open(tree: Tree, clause: int, above: int) -> bool:
    """Whether nobody knows if a clause is so: "it was not clear whether"."""
    if all(tree[one].lemma not in WHETHER for one in tree.children(clause, "mark")):
        return False
    told = (above, *tree.children(above, "acomp", "oprd"))
    words = {tree[one].lemma for one in told}
    negated = any(map(tree.is_negated, (above, tree[above].head)))
    return not words.isdisjoint(UNSURE) or (negated and not words.isdisjoint(KNOWN))


def untold(tree: Tree, i: int) -> bool:
    """Whether somebody does not say or admit it, or cannot be reached to comment."""
    if tree[i].lemma not in UNSAID and tree[i].lemma not in ADMITTING:
        return False
    above = tree[tree[i].head]
    asked = tree[i].lemma == "comment" and tree.is_negated(above.i)
    return tree.is_negated(i) or above.lemma in REFUSALS or asked
