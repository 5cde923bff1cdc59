"""The names that a noun is given: "a group called A", "groups such as A"."""

from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.trees.bearers import names_given
from claimgraph.extraction.trees.clauses import with_conjuncts
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import SUBJECTS, Tree, asked_once
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix

GIVING = ("as", "like", "include", "including")
PEOPLE = cues("bands", "people")
DESCRIBED = GROUP_NOUNS | cues("bands", "bands") | PEOPLE


def names_of(reading: Reading, i: int) -> list[NamedSpan]:
    """Whom a noun is told to be by a name beside it."""
    tree = reading.tree
    # "the two groups, A and B", "a group called A"
    after = with_conjuncts(tree, tree.children(i, "appos"))
    heads = [*after, *names_given(tree, i), *right_after(reading, i)]
    heads = heads or just_before(reading, i)
    found = (reading.named.get(one) for one in heads)
    return [one for one in dict.fromkeys(found) if one is not None]


def just_before(reading: Reading, i: int) -> list[int]:
    """The group before a comma whose description a noun is: "A, a militant group"."""
    tree = reading.tree
    first, _ = tree.phrase(i)
    apart = first > 1 and tree[first - 1].text == "," and tree[i].lemma in GROUP_NOUNS
    if not apart or tree[first].text.lower() not in ("a", "an"):
        return []
    one = reading.named.get(first - 2)
    return [first - 2] if one is not None and id_prefix(one.who) == "group" else []


def right_after(reading: Reading, i: int) -> list[int]:
    """The name that follows a noun at once: "the militant group A"."""
    tree = reading.tree
    if tree[i].tag != "NN" or tree[i].lemma not in DESCRIBED:
        return []
    one = reading.named.get(i + 1)
    own = reading.named.get(i)
    if one is None or one == own or tree[i + 1].start != tree[i].end + 1:
        return []
    kind = "person" if tree[i].lemma in PEOPLE else "group"
    return [i + 1] if id_prefix(one.who) == kind else []


@asked_once
def examples(tree: Tree, i: int) -> list[int]:
    """What a noun gives as examples: groups such as A, A and other groups."""
    found = list[int]()
    clauses = tree.children(i, "acl", "relcl")
    for prep in (two for one in (i, *clauses) for two in tree.children(one, "prep")):
        such = tree[prep].lemma != "as" or tree[prep - 1].lemma == "such"
        if such and tree[prep].lemma in GIVING:
            found += with_conjuncts(tree, tree.children(prep, "pobj"))
    verb = tree[i].head
    if tree[i].dep in SUBJECTS and tree[verb].lemma == "include":
        found += with_conjuncts(tree, tree.children(verb, "dobj"))
    others = [one for one in tree.children(i, "amod") if tree[one].lemma == "other"]
    if others and tree[i].dep == "conj":
        first = tree.first_conjunct(i)
        found += [one for one in tree.conjuncts(first) if one < i]
    return found


def names_for(tree: Tree, i: int) -> list[int]:
    """What one is called, where a parse takes that for who he is: "calls A a group"."""
    return [
        told
        for one in tree.children(i, "dative", "dobj")
        for told in tree.children(one, "appos")
        if tree[tree.below(told)[0] - 1].text != ","
    ]
