"""Steps of paths to the two sides of a fight, each of which is a doer of it."""

from claimgraph.extraction.steps.phrase_steps import dependents, preposition_objects
from claimgraph.extraction.trees.clauses import (
    objects,
    surface_subject,
    with_conjuncts,
)
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.lexicon import Entry

FOES = ("with", "against")
# verbs whose object is who is fought, or the fight itself
FIGHTING = ("battle", "fight")
WAGING = ("fight", "wage", "have", "sustain", "stage")
# before a fight in which somebody was: killed in clashes
DURING = ("in", "during", "after", "following", "amid")


def foes(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Against whom somebody fights: "clashed with B", "exchanged fire with B"."""
    heads = [i, *tree.children(i, "dobj", "prep", "advmod")]
    found = [
        one
        for head in heads
        for prep in tree.children(head, "prep")
        if tree[prep].lemma in FOES
        for one in preposition_objects(tree, prep)
    ]
    fought = objects(tree, i) if tree[i].lemma in FIGHTING else []
    return with_conjuncts(tree, list(dict.fromkeys([*found, *fought])))


def sides(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Both sides of a fight: "clashes between A and B", "A's clashes with B"."""
    several = tree[i].tag == "NNS"
    found = [] if several else dependents(tree, i, "poss")
    found += dependents(tree, i, "compound")
    heads = [i]
    verb = tree[i].head
    if tree[i].dep in ("nsubj", "nsubjpass") and tree[verb].is_verb:
        # "fighting erupted between A and B"
        heads.append(verb)
    for head in heads:
        for prep in preps_of(tree, head):
            if tree[prep].lemma in entry.preps:
                for one in preposition_objects(tree, prep):
                    found += with_conjuncts(tree, [one])
                    # "between A and government forces", read as forces of both
                    found += dependents(tree, one, "nmod")
                    found += dependents(tree, one, "compound")
                    found += of_the_last(tree, one)
    for pitting in (*tree.children(i, "acl"), verb):
        if tree[pitting].lemma == "pit":
            # "clashes pitting A against B"
            found += objects(tree, pitting) + foes(tree, pitting, entry)
    return list(dict.fromkeys([*found, *who_was_in(tree, i)]))


def of_the_last(tree: Tree, one: int) -> list[int]:
    """Whose the last of some sides are, where a parse hangs it on the first: "between
    police and supporters of A".
    """
    last = max(tree.conjuncts(one))
    return [
        whose
        for prep in tree.children(one, "prep")
        if tree[prep].lemma == "of" and prep > last > one
        for whose in tree.children(prep, "pobj")
    ]


def preps_of(tree: Tree, head: int) -> list[int]:
    """The prepositions of a fight: of its verb also those that hang further down."""
    if not tree[head].is_verb:
        return tree.children(head, "prep")
    return [
        one
        for one in tree.below(head)
        if tree[one].dep == "prep" and tree[one].lemma == "between"
    ]


def who_was_in(tree: Tree, i: int) -> list[int]:
    """Who did something, or fell, in a fight with others: "A died in clashes"."""
    with_whom = any(tree[one].lemma in FOES for one in tree.children(i, "prep"))
    prep = tree[i].head
    if tree[i].dep == "dobj" and tree[prep].lemma in WAGING and with_whom:
        return with_conjuncts(tree, surface_subject(tree, prep))
    if tree[i].dep != "pobj" or not with_whom or tree[prep].lemma not in DURING:
        return []
    verb = tree[prep].head
    if not tree[verb].is_verb:
        return []
    return with_conjuncts(tree, surface_subject(tree, verb))
