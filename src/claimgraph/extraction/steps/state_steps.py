"""Steps of paths to who is in a state: at war, at the head, under somebody's lead."""

from claimgraph.extraction.steps.phrase_steps import is_one_of
from claimgraph.extraction.trees.clauses import antecedent, objects, subjects
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.lexicon import Entry

# how one is at the head of something
BEING = ("be", "stand", "sit", "remain", "stay", "put", "place")


def under(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The body that is under somebody's lead."""
    led = tree[tree[i].head].lemma == "under"
    return state_holder(tree, i, entry)[:1] if led else []


def state_holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is in a state: "A is at war", "A in the custody of"."""
    prep = tree[i].head
    if tree[i].dep != "pobj":
        return []
    head = tree[prep].head
    if tree[prep].lemma == "of" and tree[head].is_verb:
        # "B accused A of links": what B says is not where he is
        return []
    return subjects(tree, head) if tree[head].is_verb else [antecedent(tree, head)]


def at_holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is at the head of something: "A at the helm", "at the head is A"."""
    prep = tree[i].head
    head = tree[prep].head
    if tree[prep].lemma != "at":
        return []
    if tree[head].lemma == "be" and prep < head:
        return tree.children(head, "attr", "nsubj")
    so = tree[head].lemma in BEING or tree[head].is_noun
    return state_holder(tree, i, entry) if so else []


def in_holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is in a state, by that word alone: "A is in contact"."""
    prep = tree[i].head
    verb = tree[prep].head
    if tree[prep].lemma == "into" and tree.is_passive(verb):
        # "A was taken into custody"
        return objects(tree, verb)
    return state_holder(tree, i, entry) if tree[prep].lemma == "in" else []


def noun_under(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun of the entry under which somebody acts: under the flag."""
    under_it = tree.behind(i, "under")
    return [one for one in under_it if is_one_of(tree, one, entry.nouns)]
