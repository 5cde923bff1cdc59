"""Steps to whom a plain word for people describes: A, the man who did it."""

from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.clauses import objects, subjects
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry

# words that say of somebody no more than that he is one
ANYBODY = cues("doers", "anybody")
HEADS = cues("telling", "heads")
LAWYERS = cues("doers", "lawyers")
COUNTED = ("one", "two", "three", "four", "several")


def subject_meant(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does what a verb says, by his name where a plain word describes him."""
    return [two for one in subjects(tree, i) for two in who_is_described(tree, one)]


def object_meant(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whom it is done to, by his name where a plain word describes him."""
    return [two for one in objects(tree, i) for two in who_is_described(tree, one)]


def bearer_meant(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is said to be so, by his name where a plain word describes him."""
    return [two for one in bearers(tree, i) for two in who_is_described(tree, one)]


def who_is_described(tree: Tree, noun: int) -> list[int]:
    """The names of whom a noun describes: "A is one of the men", "A, the man"."""
    if tree[noun].lemma == "client":
        return clients(tree, noun) or [noun]
    if tree[noun].lemma in HEADS:
        # "the leader of A, B"
        names = [one for one in bearers(tree, noun) if tree[one].pos == "PROPN"]
        return names or [noun]
    if tree[noun].lemma not in ANYBODY or tree[noun].pos == "PROPN":
        return [noun]
    told, above = noun, tree[noun].head
    if tree[noun].dep == "pobj" and tree[above].lemma in ("of", "among"):
        told = tree[above].head
        if tree[told].text.lower() not in COUNTED and tree[told].lemma != "be":
            return [noun]
    names = bearers(tree, told) if tree[told].lemma != "be" else subjects(tree, told)
    return [one for one in names if tree[one].pos == "PROPN"] or [noun]


def clients(tree: Tree, noun: int) -> list[int]:
    """Whom a lawyer speaks of: "a lawyer for A said his client was not there"."""
    return [
        whom
        for verb in tree.climb(noun)
        for who in tree.children(verb, "nsubj")
        if tree[who].lemma in LAWYERS
        for whom in (*tree.children(who, "poss"), *tree.behind(who, "for", "of"))
    ]
