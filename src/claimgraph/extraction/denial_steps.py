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


def caller(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who says what a word says: the subject of the nearest verb of saying."""
    for above in tree.climb(i):
        if tree[above].is_verb and tree[above].lemma in SAYING:
            return subjects(tree, above)
    return []
