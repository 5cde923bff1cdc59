"""Pointed silences: of what somebody says that he does not say it."""

from claimgraph.extraction.cues import cues
from claimgraph.extraction.tree import Tree

REFUSALS, UNSAID = cues("modality", "refusals"), cues("modality", "unsaid")


def is_neither(tree: Tree, i: int) -> bool:
    """Whether a verb of denying stands in "neither confirmed nor denied"."""
    head = tree[i].head if tree[i].dep == "conj" else i
    beside = [*tree.kids[i], *tree.kids[head]]
    return any(tree[kid].text.lower() in ("nor", "neither") for kid in beside)


def is_unsaid(tree: Tree, i: int) -> bool:
    """Whether a verb tells that nothing is said: declined to say, too early to say."""
    if tree[i].lemma not in UNSAID:
        return False
    above = tree[tree[i].head]
    early = any(tree[kid].lemma == "early" for kid in (above.i, *tree.kids[above.i]))
    return tree.is_negated(i) or above.lemma in REFUSALS or early
