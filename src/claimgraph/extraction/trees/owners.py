"""Whose members a word tells of: the words that stand for the body."""

from claimgraph.extraction.trees.clauses import with_conjuncts
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues

BESIDE = ("compound", "poss", "nmod", "amod", "npadvmod")
# of these one may be in a state: soldiers in Arland are not Arland's
STATE_MEMBERS = cues("referents", "state_members")
VOICES = cues("telling", "voices")
OF = ("of", "from", "with", "by")
QUOTES = ('"', "''", "\u201d")
BELONGING = ("belong", "link", "affiliate", "ally", "fight")


def owners_of(tree: Tree, i: int, *, inside: bool) -> list[int]:
    """The words beside a noun, and with `inside` behind it, that say whose it is."""
    found = tree.children(i, *BESIDE)
    for kid in list(found):
        # in "A-based groups" the groups are not A's
        if tree[kid].dep != "amod" or tree[kid].lemma == "lead":
            found += tree.children(kid, *BESIDE)
    if not inside:
        return found
    for prep in tree.children(i, "prep"):
        within = tree[prep].lemma == "in" and tree[i].lemma not in STATE_MEMBERS
        speaking = tree[prep].lemma == "for" and tree[i].lemma in VOICES
        if within or speaking or tree[prep].lemma in OF:
            found += with_conjuncts(tree, tree.children(prep, "pobj"))
    found += right_behind(tree, i)
    for clause in tree.children(i, "acl", "relcl"):
        if tree[clause].lemma in BELONGING:
            for prep in tree.children(clause, "prep"):
                found += with_conjuncts(tree, tree.children(prep, "pobj"))
    return found


def right_behind(tree: Tree, i: int) -> list[int]:
    """Whose men some are by "from" behind them, wherever a parse hangs it: "shot by
    hijackers from A".
    """
    at = i + 1 + (i + 1 < len(tree) and tree[i + 1].text in QUOTES)
    if at >= len(tree) or tree[at].lemma != "from" or tree[at].head == i:
        return []
    said = tree[at].head
    return with_conjuncts(tree, tree.children(at, "pobj")) if said < i + 1 else []


def before_noun(tree: Tree, i: int) -> list[int]:
    """The words before a noun that say whose he is, the nearest first."""
    found: list[int] = []
    for one in range(i - 1, -1, -1):
        near = tree[one].head in (i, tree[i].head, *found)
        if not near or tree[one].dep not in ("amod", "compound", "nmod", "nummod"):
            break
        found.append(one)
    return found
