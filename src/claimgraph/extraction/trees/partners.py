"""Those together with whom somebody does something."""

from claimgraph.extraction.trees.clauses import with_conjuncts
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues

TOGETHER = cues("partners", "together")
JOINT = cues("partners", "joint")


def partners(tree: Tree, verb: int) -> list[int]:
    """Who did it too: "together with B", "alongside B", "in cooperation with B"."""
    found: list[int] = []
    for head in (verb, *tree.children(verb, "dobj", "nsubj", "nsubjpass", "prep")):
        for prep in tree.children(head, "prep", "advmod"):
            if tree[prep].lemma == "alongside" or is_marked(tree, prep):
                found += tree.children(prep, "pobj")
            if tree[prep].lemma == "in":
                found += beside_nouns(tree, tree.children(prep, "pobj"))
        if tree[head].lemma == "in":
            found += beside_nouns(tree, tree.children(head, "pobj"))
    return with_conjuncts(tree, list(dict.fromkeys(found)))


def is_marked(tree: Tree, prep: int) -> bool:
    """Whether "with" tells of a partner, and not of a weapon: together with."""
    return tree[prep].lemma == "with" and prep > 0 and tree[prep - 1].lemma in TOGETHER


def beside_nouns(tree: Tree, nouns: list[int]) -> list[int]:
    """Who stands after "with" at a noun for doing it jointly."""
    return [
        one
        for noun in nouns
        if tree[noun].lemma in JOINT
        for prep in tree.children(noun, "prep")
        if tree[prep].lemma == "with"
        for one in tree.children(prep, "pobj")
    ]
