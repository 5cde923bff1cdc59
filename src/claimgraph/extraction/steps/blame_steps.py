"""Steps of paths from words of blame to the deed and to whoever is blamed."""

from claimgraph.extraction.steps.phrase_steps import preposition_objects
from claimgraph.extraction.trees.clauses import with_conjuncts
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.telling import SAYING

CHARGES = cues("silence", "charges")


def after_against(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Against whom there is evidence."""
    return tree.behind(i, "against")


def about_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed that evidence is about, told beside it or beside whom it is against."""
    return [
        deed
        for one in (i, *after_against(tree, i, entry), tree[i].head)
        for prep in tree.children(one, "prep")
        if tree[prep].lemma in entry.preps and prep > i
        for deed in with_conjuncts(tree, preposition_objects(tree, prep))
    ]


def it_was(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The "it" of who it was that did a deed told of before: "believe it was A"."""
    above = tree[tree[i].head]
    told = tree[i].dep == "ccomp" and above.lemma in SAYING
    more = tree.children(i, "ccomp", "acomp", "advcl", "xcomp")
    more += [
        two for one in tree.children(i, "attr") for two in tree.children(one, "relcl")
    ]
    who = tree.children(i, "nsubj") if told and not more else []
    return [one for one in who if tree[one].text.lower() == "it"]


def for_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed for which somebody is pointed at."""
    return [
        deed
        for prep in tree.children(i, "prep")
        if tree[prep].lemma in ("for", "over")
        for deed in with_conjuncts(tree, preposition_objects(tree, prep))
    ]


def doubted_charge(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The charge on which somebody casts doubt, told of before."""
    doubts = [one for one in tree.children(i, "dobj") if tree[one].lemma in entry.nouns]
    charges = [
        charge
        for one in (i, *doubts)
        for prep in tree.children(one, "prep")
        if doubts and tree[prep].lemma in entry.preps
        for charge in tree.children(prep, "pobj")
        if tree[charge].lemma in CHARGES
    ]
    return [one for one in charges if not tree.children(one, "acl", "relcl", "ccomp")]
