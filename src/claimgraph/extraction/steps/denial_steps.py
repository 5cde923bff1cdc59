"""Steps of paths to what somebody denies, and to who says so."""

from claimgraph.extraction.speech.sources import sources_at
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.clauses import COPULAS, subjects
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.telling import SAYING

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


def said_so(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is said to be so, and does not do or suffer anything so."""
    return bearers(tree, i) if tree[tree[i].head].lemma in COPULAS else []


def caller(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who says what a word says: the subject of the nearest verb of saying."""
    for above in tree.climb(i):
        if tree[above].is_verb and tree[above].lemma in SAYING:
            who = subjects(tree, above)
            # "no truce, A says" has two subjects
            return who if i not in who else tree.children(above, *SUBJECTS)[1:]
    sources = [one for at in (i, *tree.climb(i)) for one in sources_at(tree, at)]
    return [one for voice in sources[:1] for one in voice.words]


def no_part(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The part in what was told before that somebody had not: "A had no role"."""
    return [
        one
        for one in tree.children(i, "dobj")
        if tree[one].lemma in entry.nouns and not tree.children(one, "prep", "acl")
        if any(tree[kid].text.lower() == "no" for kid in tree.children(one, "det"))
    ]
