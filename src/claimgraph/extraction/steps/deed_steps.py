"""Steps of paths from a word for an attack to where it was, or from its weapon."""

from claimgraph.extraction.steps.phrase_steps import dependents, preposition_objects
from claimgraph.extraction.trees.clauses import objects, with_conjuncts
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry

HAPPENING = cues("values", "happening")
# what a toll does
COMING = cues("values", "coming")
# where something was "on" something: on a road
ROADS = cues("places", "road")
# from a place to the wider one around it
AROUND = frozenset(("in", "of", "near", "outside", "on", "at", "within", "between"))
# from a deed to whom it hit, or who fought, who were somewhere
SIDES = frozenset(("on", "against", "of", "upon", "between", "with", "by", "among"))
# before what, or by whom, a deed is done
WITH = frozenset(("by", "with", "in", "from", "of", "use"))
# for what a deed was done: what stands behind tells where that was
REASONS = frozenset(("retaliation", "revenge", "reprisal", "response", "reaction"))
DEEPEST = 4


def where(tree: Tree, i: int, entry: Entry) -> list[int]:
    """All words for where a deed was, from the site to the town and the country."""
    found: list[int] = []
    starts = deed_words(tree, i)
    for start in starts:
        found += places_of(tree, start, frozenset(entry.preps), 0)
    why = (one for start in starts for one in tree.behind(start, "in", "as"))
    last = next((one for one in why if tree[one].lemma in REASONS), len(tree))
    return [one for one in dict.fromkeys(found) if one < last]


def deed_words(tree: Tree, i: int) -> list[int]:
    """A deed, whom it hit, and the verb that tells that it happened."""
    found = [i]
    for prep in tree.children(i, "prep", "agent"):
        if tree[prep].lemma in SIDES:
            found += with_conjuncts(tree, preposition_objects(tree, prep))
    if tree[i].is_verb:
        return [*found, *objects(tree, i)]
    for clause in tree.children(i, "acl", "relcl"):
        if tree[clause].lemma in HAPPENING:
            found += [clause, *tree.children(clause, "dobj")]
    verb = tree[i].head
    happens = tree[verb].is_verb and tree[verb].lemma in HAPPENING
    if happens and tree[i].dep in (*SUBJECTS, "dobj"):
        found.append(verb)
    return found


def places_of(tree: Tree, i: int, preps: frozenset[str], depth: int) -> list[int]:
    """The places that hang on a word, each with those that it lies in."""
    found: list[int] = []
    if depth > DEEPEST:
        return found
    for prep in tree.children(i, "prep"):
        if tree[prep].lemma not in preps:
            continue
        for one in with_conjuncts(tree, preposition_objects(tree, prep)):
            if tree[prep].lemma != "on" or tree[one].text.lower() in ROADS:
                found += [one, *around(tree, one, depth + 1)]
    return found


def around(tree: Tree, i: int, depth: int) -> list[int]:
    """The places that a place is told to lie in: behind it, beside it, or whose."""
    found = [*dependents(tree, i, "poss"), *dependents(tree, i, "appos")]
    found = [one for one in found if tree[one].pos == "PROPN"]
    for one in list(found):
        found += tree.children(one, "appos")
    return [*found, *places_of(tree, i, AROUND, depth)]


def what_it_comes_to(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The number that a toll comes to: "rose to ten", "stands at ten", "is ten"."""
    verb = tree[i].head
    if tree[i].dep not in SUBJECTS or tree[verb].lemma not in COMING:
        return []
    found = tree.children(verb, "dobj", "attr")
    for prep in tree.children(verb, "prep"):
        if tree[prep].lemma in ("to", "at", "past", "above"):
            found += preposition_objects(tree, prep)
    return found


def acting(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deeds that a gunman, or a weapon, has a part in: gunmen stormed the base."""
    first = tree.first_conjunct(i)
    found = tree.children(first, "relcl", "acl")
    above = tree[first].head
    if tree[first].dep == "pobj" and tree[above].lemma in WITH:
        found.append(tree[above].head)
    elif tree[first].dep in (*SUBJECTS, "dobj"):
        found += [above, *tree.children(above, "conj", "xcomp", "advcl")]
    elif tree[first].dep in ("compound", "nmod", "amod"):
        found.append(above)
    return found
