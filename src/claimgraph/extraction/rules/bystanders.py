"""Who did not do a deed, though words lead to him: a land that was hit, a friend."""

from collections.abc import Collection

from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import words

# what is said of the worst deed that a land has seen
RANKED = cues("bystanders", "ranked")
# of whom an attack is that a state suffers
OUTLAWS = cues("bystanders", "outlaws")
# by whom a state's men tell whom they killed
AGAINST = frozenset(("on", "against", "upon", "into"))
DATED = words("attacks", "dated")


def is_land_hit(tree: Tree, deed: int, owner: Collection[int]) -> bool:
    """Whether a state's attack is one that it suffered: "Arland's worst attack".

    The name of a day or a place between them tells so, too; whom it hit, that the
    state did it: "Arland's worst attack on Tarim".
    """
    if not any(tree[one].dep == "poss" and tree[one].head == deed for one in owner):
        return False
    if any(tree[one].lemma in AGAINST for one in tree.children(deed, "prep")):
        return False
    beside = [
        tree[one]
        for one in tree.children(deed, "amod", "compound", "nmod", "advmod")
        if one not in owner
    ]
    low = {one.lemma.lower() for one in beside} | {one.text.lower() for one in beside}
    if any(one.tag == "JJS" for one in beside) or low & (RANKED | OUTLAWS):
        return True
    named = [one for one in beside if one.tag in ("NNP", "NNPS")]
    return any(one.text.lower() not in DATED for one in named)


def are_own_men(tree: Tree, verb: int) -> bool:
    """Whether those who are hit are outlaws: "they killed ten bandits"."""
    return any(
        tree[one].lemma.lower() in OUTLAWS for one in tree.children(verb, "dobj")
    )


def is_tie_beside(tree: Tree, hit: Hit) -> bool:
    """Whether ties are only told of somebody by the way: "alleged ties to A"."""
    if hit.entry.frame.name != "shown-part" or tree[hit.trigger].dep != "amod":
        return False
    tie = tree[hit.trigger].head
    below = tree.below(tie)
    return not any(one in below for way in hit.ways("subject") for one in way)
