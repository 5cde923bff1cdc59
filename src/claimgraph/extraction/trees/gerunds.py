"""Forms of verbs that a small parser takes for another part of speech."""

from dataclasses import replace

from claimgraph.extraction.trees.teller_repairs import hangs_below
from claimgraph.extraction.trees.tree import SUBJECTS, Word

# what is done between several is told of as a thing: fighting between A and B
BETWEEN = frozenset(("between", "among"))
# of which a sentence has one at least
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS = (*SUBJECTS, "dobj", "pobj", "pcomp")
# before what somebody is accused of
CHARGED = frozenset(("of", "with", "for", "from", "by"))


def with_gerunds(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with nouns and verbs in -ing as what they are."""
    found = list(words)
    for word in words:
        if word.dep == "pcomp" and word.tag == "NN" and word.text.endswith("ing"):
            # "of shipping arms"
            found[word.i] = replace(word, pos="VERB", tag="VBG")
    for word in words[:-1]:
        if word.tag != "VBG":
            continue
        after = words[word.i + 1].text.lower()
        if word.dep in NOUNS and after in BETWEEN:
            found[word.i] = replace(word, pos="NOUN", tag="NN")
        first = first_of_two(words, word.i)
        if first is not None:
            found[first] = replace(words[first], pos="VERB", tag="VBG", dep="pcomp")
            found[word.i] = replace(word, head=first, dep="conj")
    alone = only_verb(words)
    if alone is not None:
        give_subject(found, alone)
    for word in words:
        if word.tag == "VBN" and is_told_as_quality(words, word.i):
            give_object(found, word.i)
    return tuple(found)


def only_verb(words: tuple[Word, ...]) -> int | None:
    """The verb of a sentence where a parser takes it for what its subject is like.

    "Fighters of A trained alongside B."
    """
    if not words or words[-1].text != "." or FINITE & {one.tag for one in words}:
        return None
    for word in words:
        above = words[word.head]
        root = above.head == above.i and above.pos in ("NOUN", "PROPN")
        if root and word.dep == "acl" and word.tag == "VBN" and above.i < word.i:
            return word.i
    return None


def give_subject(words: list[Word], i: int) -> None:
    """Let a verb be the root, and the noun that was it the subject."""
    noun = words[words[i].head]
    for word in words[i + 1 :]:
        if word.head == noun.i:
            words[word.i] = replace(word, head=i)
    words[i] = replace(words[i], tag="VBD", dep="ROOT", head=i)
    words[noun.i] = replace(noun, head=i, dep="nsubj")


def is_told_as_quality(words: tuple[Word, ...], i: int) -> bool:
    """Whether what somebody has done is read as how it is: "A has armed rebels"."""
    word = words[i]
    if word.dep != "amod" or word.head < i:
        return False
    return any(
        one.head in (i, word.head) and one.dep == "aux" and one.lemma == "have"
        for one in words[:i]
    )


def give_object(words: list[Word], i: int) -> None:
    """Let a verb stand where the noun after it stood, which it then has."""
    noun = words[words[i].head]
    for word in words[:i]:
        if word.head == noun.i and word.dep in (*SUBJECTS, "aux", "advmod"):
            words[word.i] = replace(word, head=i)
    up = i if noun.head == noun.i else noun.head
    words[i] = replace(words[i], head=up, dep=noun.dep)
    words[noun.i] = replace(noun, head=i, dep="dobj")


def first_of_two(words: tuple[Word, ...], i: int) -> int | None:
    """The form in -ing with which another is one charge: "of training and arming A".

    A parser takes the first for a noun and hangs the second on the verb above.
    """
    if i < 3 or words[i].dep != "conj" or words[i - 1].lemma not in ("and", "or"):
        return None
    first, prep = words[i - 2], words[i - 3]
    bare = first.text.lower().endswith("ing") and first.dep in ("pobj", "pcomp")
    charge = prep.lemma in CHARGED and first.head == prep.i
    if not bare or not charge or hangs_below([*words], first.i, i):
        return None
    return first.i
