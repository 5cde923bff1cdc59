"""Steps of paths from what somebody publishes, or says in a word, to a deed."""

from claimgraph.extraction.speech.writings import authors
from claimgraph.extraction.trees.clauses import objects, subjects
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry

# what a text or a video does with a deed
SHOWING = cues("telling", "showing")
# how that verb hangs on the noun, or on the verb that publishes it
CLAUSES = ("acl", "relcl", "advcl", "xcomp", "pcomp", "ccomp", "conj")
OWN = cues("telling", "owned")
MEN = cues("referents", "members")
SENDING = ("send", "dispatch", "deploy", "task")
# before men whom an article has told of
KNOWN = frozenset(("the", "its", "their", "our"))
SUCH = frozenset(("it", "this", "that"))


def shown_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is seen in a video that somebody publishes: the killing of A."""
    found: list[int] = []
    for noun in objects(tree, i):
        if tree[noun].lemma not in entry.nouns:
            continue
        for one in tree.below(i):
            shows = tree[one].lemma in SHOWING and tree[one].dep in CLAUSES
            if one > noun and shows:
                found += objects(tree, one)
        for prep in tree.children(noun, "prep"):
            if tree[prep].lemma == "of":
                found += tree.children(prep, "pobj")
    return found


def text_author(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose the video is that shows something."""
    texts = [one for one in subjects(tree, i) if tree[one].lemma in entry.nouns]
    return [who for text in texts for who in authors(tree, text)]


def this(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The word for what was told of, as what somebody did: it, this."""
    what = tree.children(i, "dobj")
    return [one for one in what if tree[one].text.lower() in SUCH]


def owned_up(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is taken by a claim: the responsibility, or the credit."""
    return [one for one in tree.behind(i, "of") if tree[one].lemma in OWN]


def from_whom(tree: Tree, i: int, entry: Entry) -> list[int]:
    """From whom a claim comes."""
    return tree.behind(i, "from")


def sent_men(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The verb by which somebody tells that the men who did it were sent to do so."""
    return [
        verb
        for verb in tree.children(i, "ccomp")
        if tree[verb].lemma in SENDING and tree.is_passive(verb)
        if any(is_of_men(tree, one) for one in tree.children(verb, "nsubjpass"))
        if tree.children(verb, "xcomp", "advcl") or tree.behind(verb, "on", "with")
    ]


def is_of_men(tree: Tree, i: int) -> bool:
    """Whether a noun is for men who were told of: the bomber, its fighters."""
    before = {tree[one].text.lower() for one in tree.children(i, "det", "poss")}
    return tree[i].lemma in MEN and bool(before & KNOWN)
