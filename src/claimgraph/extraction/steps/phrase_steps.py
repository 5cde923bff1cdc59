"""Steps of paths that lead through prepositions and noun phrases."""

from claimgraph.extraction.trees.clauses import (
    antecedent,
    left_behind,
    objects,
    with_conjuncts,
)
from claimgraph.extraction.trees.given_names import names_for
from claimgraph.extraction.trees.tree import Tree, asked_once
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.word_lists import words

# titles with the full stop that some have
TITLES = words("people", "titles") | {"."}
REBELS = cues("bands", "rebels")

MEASURES = cues("values", "measures") | cues("values", "portions")
# before the noun of a verb: enter into an alliance, put on a list
INTO = ("to", "in", "into", "on", "of", "out", "from", "under", "about")
# "denied the accusation of links": the noun lies below
CHARGES = cues("silence", "charges")


def dependents(tree: Tree, i: int, label: str) -> list[int]:
    """What hangs on a word by a label, joined ones included."""
    found = tree.children(i, label)
    if label == "poss":
        # "A, whose leader"
        found = [owner_meant(tree, one) for one in found]
    elif label == "compound":
        found = found or tree.children(i, "nmod") or name_before(tree, i)
        found = found or adjectives(tree, i)
    return with_conjuncts(tree, found)


def name_before(tree: Tree, i: int) -> list[int]:
    """The name before a title, where both hang on who bears it: "A Director B"."""
    first, _ = tree.phrase(i)
    while first > 1 and tree[first - 1].text.lower() in TITLES:
        first -= 1
    before = tree[first - 1] if first else tree[i]
    beside = tree[i].dep in ("compound", "nmod")
    beside = beside and before.dep in ("compound", "nmod", "amod")
    named = before.pos == "PROPN" or before.text[0].isupper()
    named = named and before.i < i and before.head == tree[i].head
    return [before.i] if beside and named else []


def adjectives(tree: Tree, i: int) -> list[int]:
    """The adjectives before a noun that tell whose it is: Arlandish, rebel."""
    return [
        one
        for one in tree.children(i, "amod")
        if one < i and (tree[one].text[0].isupper() or tree[one].lemma in REBELS)
    ]


def owner_meant(tree: Tree, owner: int) -> int:
    """The noun that "whose" stands for; an owner itself where it is none."""
    if tree[owner].tag == "WP$":
        for one in tree.climb(owner):
            if tree[one].dep == "relcl":
                return tree[one].head
    return owner


def after_preposition(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a preposition of the entry, a verb after it included."""
    found: list[int] = []
    heads = tree.children(i, "prep", "agent", "dative", "prt", "advmod")
    # "not only with A but also with B"
    heads += [two for one in heads for two in tree.children(one, "conj", "prep")]
    for one in dict.fromkeys(heads):
        if tree[one].lemma in entry.preps:
            found += preposition_objects(tree, one) or left_behind(tree, i, one)
        elif tree[one].dep in ("prt", "advmod"):
            # "broke away from"
            for inner in tree.children(one, "prep"):
                if tree[inner].lemma in entry.preps:
                    found += preposition_objects(tree, inner)
    return with_conjuncts(tree, [antecedent(tree, one) for one in found])


def preposition_objects(tree: Tree, prep: int) -> list[int]:
    """What stands after a preposition, also where two follow each other."""
    found = tree.children(prep, "pobj", "pcomp")
    for inner in tree.children(prep, "prep"):
        found += tree.children(inner, "pobj", "pcomp")
    return found


def receiver(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is given something: "gave A money", "A was given refuge", "a sum to A"."""
    found = tree.children(i, "dative")
    if tree.is_passive(i) and tree.children(i, "dobj"):
        found = [antecedent(tree, one) for one in tree.children(i, "nsubjpass")]
    if found:
        return with_conjuncts(tree, [one for one in found if tree[one].is_noun])
    noun = own_noun(tree, i, entry)
    below = tree.below(noun[0]) if noun else []
    for prep in (one for one in below if one > noun[0]):
        if tree[prep].lemma in entry.preps:
            found += preposition_objects(tree, prep)
    # "gave the A money", where a parse has A before the noun
    before = [one for one in below if i < one < noun[0]]
    return with_conjuncts(tree, found) or before


def far_preposition(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a preposition of the entry that hangs on a clause between."""
    for one in tree.below(i):
        apart = one > 0 and tree[one - 1].text == ","
        clause = tree[tree[one].head].is_verb or apart
        if (
            one > i
            and clause
            and tree[one].dep in ("prep", "agent")
            and tree[one].lemma in entry.preps
        ):
            return with_conjuncts(tree, preposition_objects(tree, one))
    return []


def own_noun(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun of the entry that a verb has: the responsibility that is claimed."""
    inner = [
        two
        for one in tree.children(i, "prep")
        if tree[one].lemma in (*INTO, *entry.preps)
        for two in preposition_objects(tree, one)
    ]
    for one in (*inner, *nouns_of(tree, i)):
        for noun in tree.conjuncts(one):
            for told in (noun, *out_of_measure(tree, noun)):
                if is_one_of(tree, told, entry.nouns):
                    return [told]
    return []


@asked_once
def nouns_of(tree: Tree, i: int) -> list[int]:
    """The nouns that a verb has without a preposition, the likeliest first."""
    beside = [i + 1] if tree[i].dep == "amod" and i + 1 < len(tree) else []
    charged = [
        two
        for one in tree.children(i, "dobj")
        if tree[one].lemma in CHARGES
        for prep in tree.children(one, "prep")
        if tree[prep].lemma == "of"
        for two in tree.children(prep, "pobj")
    ]
    return [
        *names_for(tree, i),
        *tree.children(i, "dobj", "nsubjpass", "attr", "oprd", "ccomp"),
        *objects(tree, i),
        *beside,
        *charged,
        *told_of(tree, i),
    ]


def told_of(tree: Tree, i: int) -> list[int]:
    """The charge before a clause that denies it: "a claim that A has disputed"."""
    head = tree[i].head
    before = tree[i].dep in ("acl", "relcl") and head < i
    return [head] if before and tree[head].lemma in CHARGES else []


def out_of_measure(tree: Tree, noun: int) -> list[int]:
    """Of what something is so much: tons of weapons."""
    if tree[noun].lemma not in MEASURES:
        return []
    return after_words(tree, noun, ("of",))


def is_one_of(tree: Tree, noun: int, nouns: tuple[str, ...]) -> bool:
    """Whether a word is one of some nouns, of which some are of two words."""
    lemma = tree[noun].lemma
    if lemma in nouns or tree[noun].text.lower() in nouns:
        return True
    before = tree[noun - 1].lemma if noun else ""
    if f"{before} {lemma}" in nouns:
        return True
    after = next((one for one in tree.children(noun, "prep")), None)
    inner = tree.child(after, "pobj") if after is not None else None
    whole = (
        f"{lemma} {tree[after].lemma} {tree[inner].lemma}"
        if (after is not None and inner is not None)
        else ""
    )
    return whole in nouns


def between(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "between", one of several told of by what he is."""
    found = after_words(tree, i, ("between", "among", "amongst"))
    inner = [
        two
        for one in found
        for prep in tree.children(one, "prep")
        if tree[prep].lemma == "of" and tree[one].tag in ("CD", "DT", "NNS")
        for two in with_conjuncts(tree, tree.children(prep, "pobj"))
    ]
    return [*found, *inner]


def after_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "of"."""
    return after_words(tree, i, ("of",))


def after_in(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "in"."""
    return after_words(tree, i, ("in",))


def by_whom(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "by"."""
    return after_words(tree, i, ("by",))


def after_words(tree: Tree, i: int, words: tuple[str, ...]) -> list[int]:
    """Those after some prepositions of a noun, or of the verb that it stands before."""
    for one in (i, *tree.climb(i)):
        for prep in tree.children(one, "prep"):
            if tree[prep].lemma in words and prep > i:
                return with_conjuncts(tree, preposition_objects(tree, prep))
        for verb in tree.children(one, "acl"):
            for prep in tree.children(verb, "prep"):
                if tree[prep].lemma in words:
                    return with_conjuncts(tree, preposition_objects(tree, prep))
        if one != i and not tree[one].is_verb:
            break
        if tree[one].is_verb and one != i:
            break
    return []


def right_of_hyphen(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that a word with a hyphen describes."""
    word = tree[i]
    near = range(i + 1, min(i + 5, len(tree)))
    nouns = (word.head, *near) if word.head > i else near
    one = next((one for one in nouns if tree[one].is_noun), None)
    while one is not None and tree[one].dep in ("compound", "amod"):
        if tree[one].head < one:
            break
        one = tree[one].head
    return [one] if one is not None else []


def left_of_hyphen(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The word before the hyphen of a word with one."""
    if i >= 2 and tree[i - 1].text == "-" and tree[i - 1].start == tree[i - 2].end:
        return [i - 2]
    if i and tree[i - 1].pos == "PROPN" and is_before_name(tree, i):
        return [i - 1]
    return []


def is_before_name(tree: Tree, i: int) -> bool:
    """Whether a participle stands between two names: the A linked B."""
    if tree[i].dep == "amod":
        return True
    opens = i < 2 or tree[i - 2].tag in ("DT", "IN")
    return opens and i + 1 < len(tree) and tree[i + 1].tag in ("NNP", "JJ")


def noun_head(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that a preposition hangs on."""
    head = tree[i].head
    return [head] if tree[head].is_noun else []


def known_as(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The other name: called B."""
    return with_conjuncts(tree, tree.children(i, "oprd", "attr"))


def after_particle(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a particle that the parse has as a preposition."""
    found = [
        one
        for prep in tree.children(i, "prep")
        for one in preposition_objects(tree, prep)
    ]
    return with_conjuncts(tree, found[:1])


def state_noun(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun, or the verb, that stands before "at the hands of"."""
    prep = tree[i].head
    return (
        [tree[prep].head] if tree[i].dep == "pobj" and tree[prep].lemma == "at" else []
    )
