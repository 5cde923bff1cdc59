"""What is told of as no single deed: enmity that goes on, a habit, leading people."""

from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues

# verbs of a fight, and what goes on for long, which "wage" leads
FIGHTING = cues("no_deeds", "fighting")
# verbs that do something to people as well as to deeds
WITH_PEOPLE = cues("no_deeds", "with_people")
THEM = frozenset(("them", "him", "her", "us", "me", "you"))
EACH = frozenset(("every", "each"))
# verbs by which somebody lets others do deeds
LETTING = cues("no_deeds", "letting")


def is_no_deed(tree: Tree, hit: Hit) -> bool:
    """Whether a verb tells of no act that was done once, or of none at all."""
    i = hit.trigger
    if not tree[i].is_verb:
        return False
    if {tree[i].lemma, tree[i].text.lower()} & FIGHTING:
        return is_going_on(tree, i)
    things = tree.children(i, "dobj")
    if tree[i].lemma in WITH_PEOPLE:
        return any(tree[one].text.lower() in THEM for one in things)
    if tree[i].lemma in LETTING and tree[i].tag in ("VBZ", "VBP"):
        beside = (kid for one in things for kid in tree.children(one, "det"))
        return any(tree[kid].text.lower() in EACH for kid in beside)
    return False


def is_going_on(tree: Tree, i: int) -> bool:
    """Whether a fight has gone on, or goes on: "has battled rebels", "is fighting"."""
    if tree.is_passive(i):
        return False
    helpers = {tree[kid].text.lower() for kid in tree.children(i, "aux")}
    going = tree[i].tag == "VBG" and tree[i].dep not in ("pcomp", "csubj")
    return bool(helpers & {"have", "has"}) or (going and bool(helpers))
