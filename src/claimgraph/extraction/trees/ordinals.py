"""Who is told to be the first, or the next, of some."""

from claimgraph.extraction.trees.tree import Tree

# what one is of several to whom something was done
ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "latest", "last", "only", "next")
)


def is_counted(tree: Tree, noun: int) -> bool:
    """Whether a noun is told to be the first, or the next, of some."""
    beside = (noun, *tree.children(noun, "amod", "nummod"))
    return any(tree[one].lemma in ORDINALS for one in beside)
