"""Clauses that a parser hangs on their subject, as somebody says them after all.

"The troops, backed by tanks, killed ten men, doctors said": the troops killed.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.extraction.trees.tree import SUBJECTS, Word
from claimgraph.extraction.words.telling import SAYING

PAST = ("VBN", "VBD")


def with_clauses(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with each such clause as what is said."""
    found = list(words)
    for word in words:
        saying = word.lemma in SAYING and word.is_verb
        subject = first_subject(words, word.i) if saying else None
        verb = told_of(words, subject) if subject is not None else None
        if subject is not None and verb is not None:
            found[subject.i] = replace(subject, head=verb.i, dep="nsubj")
            found[verb.i] = replace(verb, head=word.i, dep="ccomp", tag="VBD")
    return tuple(found)


def first_subject(words: Sequence[Word], verb: int) -> Word | None:
    """The first subject of a verb that has two before it."""
    told = [one for one in words[:verb] if one.head == verb and one.dep in SUBJECTS]
    return told[0] if len(told) > 1 else None


def told_of(words: Sequence[Word], subject: Word) -> Word | None:
    """What a subject did by a clause after a comma that hits somebody."""
    doing = {one.head for one in words if one.dep == "dobj"}
    found = [
        one
        for one in words[subject.i + 2 :]
        if one.head == subject.i
        and one.dep == "acl"
        and one.tag in PAST
        and one.i in doing
        and words[one.i - 1].text == ","
    ]
    return found[-1] if found else None
