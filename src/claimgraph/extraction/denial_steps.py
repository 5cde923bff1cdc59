"""Steps of paths to what somebody denies, and to who says so."""

from claimgraph.extraction.clauses import bearers, subjects
from claimgraph.extraction.cues import cues
from claimgraph.extraction.lexicon import Entry
from claimgraph.extraction.telling import SAYING
from claimgraph.extraction.tree import SUBJECTS, Tree

CHARGES = cues("silence", "charges")
# what may be meant by a charge that was told of before
SUCH = frozenset(("that", "this", "these", "those", "it", "they", "all"))
PREDICATES = ("acomp", "attr", "oprd", "ccomp")


def charge(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The charge that is called false: "the claims are lies", "called it a lie"."""
    if tree[i].dep not in PREDICATES or tree.is_negated(tree[i].head):
        return []
    own = tree.children(i, *SUBJECTS) if tree[i].dep == "ccomp" else []
    return [
        one
        for one in own or bearers(tree, i)
        if tree[one].lemma in CHARGES or tree[one].text.lower() in SUCH
    ]


def denier(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who says that there is no such thing: "there is no truce, A said"."""
    word = tree[i]
    none = any(tree[kid].text.lower() == "no" for kid in tree.children(i, "det"))
    there = bool(tree.children(word.head, "expl")) and word.dep in ("attr", "nsubj")
    if tree[word.head].is_verb and tree[word.head].lemma not in SAYING and not there:
        return []
    denied = none or (there and tree.is_negated(word.head))
    return [one for one in caller(tree, i, entry) if one != i] if denied else []


def caller(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who says what a word says: the subject of the nearest verb of saying."""
    for above in tree.climb(i):
        if tree[above].is_verb and tree[above].lemma in SAYING:
            who = subjects(tree, above)
            # "no truce, A says" has two subjects
            return who if i not in who else tree.children(above, *SUBJECTS)[1:]
    return []
