"""Who is said to be what a noun or an adjective says: A is a leader, A, the leader."""

from claimgraph.extraction.trees.clauses import (
    CALLING,
    COPULAS,
    NAMING,
    objects,
    surface_subject,
    with_conjuncts,
)
from claimgraph.extraction.trees.tree import SUBJECTS, Tree, asked_once
from claimgraph.extraction.words.cues import cues

# what others may do with somebody who is then in a tie
TYING = cues("clauses", "tying")


@asked_once
def bearers(tree: Tree, noun: int) -> list[int]:
    """Who is said to be what a noun or an adjective says."""
    return by_grammar(tree, noun) or beside(tree, noun)


def beside(tree: Tree, noun: int) -> list[int]:
    """The name right before or after a noun, where a parse goes astray.

    "A, the leader of B", "A, as a leader of B", "the B leader A".
    """
    if not tree[noun].is_noun:
        return []
    if noun + 1 < len(tree) and tree[noun + 1].tag == "NNP":
        return [noun + 1]
    first, _ = tree.phrase(noun)
    first -= first > 0 and tree[first - 1].lemma == "as"
    apart = first > 1 and tree[first - 1].text in (",", "--", "-", "(")
    if not apart or tree[first - 2].pos != "PROPN" or opens(tree, first - 2, noun):
        return []
    return [first - 2]


def opens(tree: Tree, name: int, noun: int) -> bool:
    """Whether a name only tells where or when somebody did it: "In Tarim, men fled"."""
    prep, verb = tree[name].head, tree[noun].head
    where = tree[name].dep == "pobj" and tree[prep].dep == "prep"
    return where and tree[noun].dep in SUBJECTS and tree[prep].head == verb


def by_grammar(tree: Tree, noun: int) -> list[int]:
    """Who is said to be what a noun or an adjective says, by the parse."""
    first = tree.first_conjunct(noun)
    word = tree[first]
    head = word.head
    if word.dep in ("attr", "acomp", "oprd") and tree[head].is_verb:
        called = tree[head].lemma in NAMING or word.dep == "oprd"
        if called and tree.children(head, "dobj") and not tree.is_passive(head):
            return with_conjuncts(tree, tree.children(head, "dobj"))
        return with_conjuncts(tree, surface_subject(tree, head))
    if word.dep == "pobj" and tree[head].lemma == "as":
        return bearers_by_as(tree, head)
    if word.dep == "appos":
        return with_conjuncts(tree, [head])
    if word.pos == "ADP":
        above = surface_subject(tree, head) if tree[head].is_verb else [head]
        return with_conjuncts(tree, above)
    if word.is_verb:
        own = tree.children(first, "dobj")
        if own and word.tag == "VBD" and word.lemma in TYING:
            # "the police linked A to it": they are in no tie
            return with_conjuncts(tree, own)
        if "have" in {tree[kid].lemma for kid in tree.children(first, "aux")}:
            # "the police have linked A to it"
            own = objects(tree, first)
            return own or with_conjuncts(tree, surface_subject(tree, first))
        return with_conjuncts(tree, surface_subject(tree, first))
    if word.dep in ("amod", "acl") and tree[head].is_noun:
        return [head]
    return named_by(tree, first, noun)


def named_by(tree: Tree, first: int, noun: int) -> list[int]:
    """Who follows a noun or is told of it: "leader A", "the leader is A"."""
    word = tree[first]
    after = tree.children(noun, "appos") or tree.children(first, "appos")
    after = after or listed_name(tree, noun) or names_given(tree, noun)
    if after:
        return with_conjuncts(tree, after)
    if word.dep in ("compound", "nmod") and tree[word.head].pos == "PROPN":
        return [word.head]
    if word.dep in SUBJECTS and tree[word.head].lemma in COPULAS:
        told = tree.children(word.head, "attr")
        if told and tree[told[0]].is_noun:
            return with_conjuncts(tree, told)
    # "the leader of A, B": the name hangs on A
    return [
        kid
        for prep in tree.children(noun, "prep")
        for one in tree.children(prep, "pobj")
        for kid in tree.children(one, "appos")
    ]


def listed_name(tree: Tree, noun: int) -> list[int]:
    """Who follows after a comma, read as one of several: "the leader, A, and B"."""
    comma = noun + 1 < len(tree) and tree[noun + 1].text == ","
    if not comma or tree[noun].tag not in ("NN", "NNP"):
        return []
    found = [one for one in tree.children(noun, "conj") if tree[one].tag == "NNP"]
    return [one for one in found if tree.phrase(one)[0] == noun + 2]


@asked_once
def names_given(tree: Tree, noun: int) -> list[int]:
    """What a noun is called: "a group known as B", "the group that did it is B"."""
    found: list[int] = []
    if tree[noun].dep == "nsubj" and tree[tree[noun].head].lemma == "be":
        found += tree.children(tree[noun].head, "attr")
    for verb in tree.children(noun, "acl"):
        if tree[verb].lemma in CALLING or tree[verb].lemma == "identify":
            found += tree.children(verb, "oprd", "attr")
            for prep in tree.children(verb, "prep"):
                found += tree.children(prep, "pobj")
    return found


def bearers_by_as(tree: Tree, prep: int) -> list[int]:
    """Who is described or serves "as" something."""
    verb = tree[prep].head
    above = tree[tree[verb].head].head
    if tree[tree[verb].head].dep == "agent" and tree[above].lemma in NAMING:
        # "A was described by B as a leader": B is none
        return with_conjuncts(tree, surface_subject(tree, above))
    if not tree[verb].is_verb:
        return [verb] if tree[verb].is_noun else []
    if tree[verb].lemma in NAMING:
        return objects(tree, verb)
    return with_conjuncts(tree, surface_subject(tree, verb))
