"""Steps of paths that lead to who is listed, outlawed or hunted, and by whom."""

from claimgraph.extraction.steps.phrase_steps import own_noun
from claimgraph.extraction.trees.clauses import objects, subjects, with_conjuncts
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry

# what tells a list of terrorists from another, and what ends a hunt for somebody
TELLING, ENDS = cues("listing", "telling"), cues("listing", "ends")


def list_of(tree: Tree, i: int, entry: Entry) -> int:
    """The list, or the price, that a verb has for its noun, or that a noun is."""
    found = own_noun(tree, i, entry) if entry.nouns else []
    return found[0] if found else i


def is_of_terror(tree: Tree, noun: int) -> bool:
    """Whether a list is one of terrorists, or of those who are under sanctions."""
    words = {tree[one].lemma for one in tree.below(noun)}
    words |= {tree[one].text.lower() for one in tree.below(noun)}
    return bool(words & TELLING)


def onto_list(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is put on a list."""
    return objects(tree, i) if is_of_terror(tree, list_of(tree, i, entry)) else []


def on_list(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is on a list, where that is all that is told of him."""
    prep = tree[i].head
    if tree[i].dep != "pobj" or tree[prep].lemma != "on" or not is_of_terror(tree, i):
        return []
    head = tree[prep].head
    if tree[head].is_noun:
        return [head]
    own = tree[head].lemma in ("be", "remain", "stay", "appear", "feature")
    return subjects(tree, head) if own else []


def listing(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose a list or a price is: its, A's, the A list."""
    noun = list_of(tree, i, entry)
    return [one for one in tree.below(noun) if one < noun]


def of_outlawing(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is outlawed, where nobody is told who did it."""
    by = tree.children(i, "agent")
    return objects(tree, i) if tree.is_passive(i) and not by else []


def price_on(tree: Tree, i: int, entry: Entry) -> list[int]:
    """On whom a price is put: "a reward for A", "for the capture of A"."""
    noun = list_of(tree, i, entry)
    above = i if noun != i else tree[i].head
    found = list[int]()
    for prep in dict.fromkeys(
        (*tree.below(noun), *tree.children(above, "prep", "dative"))
    ):
        aimed = tree[prep].dep in ("prep", "dative")
        if aimed and prep > noun and tree[prep].lemma in ("on", "for"):
            found += sought(tree, prep)
    head = tree.relative_head(above)
    return found or ([head] if head is not None and noun != i else [])


def sought(tree: Tree, prep: int) -> list[int]:
    """Who stands after a preposition, himself or by his head or his capture."""
    found = with_conjuncts(tree, tree.children(prep, "pobj"))
    for end in (one for one in tree.below(prep) if tree[one].lemma in ENDS):
        found += tree.children(end, "poss")
        for of in tree.children(end, "prep"):
            if tree[of].lemma == "of":
                found += with_conjuncts(tree, tree.children(of, "pobj"))
    return found
