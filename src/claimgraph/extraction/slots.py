"""The paths of the lexicon's frames, followed through a parsed sentence."""

from collections.abc import Callable, Mapping

from claimgraph.extraction.clauses import (
    agents,
    antecedent,
    bearers,
    joined,
    objects,
    subjects,
)
from claimgraph.extraction.cues import cues
from claimgraph.extraction.lexicon import Entry
from claimgraph.extraction.tree import Tree

BODIES = cues("cells", "cell") | cues("cells", "again")
OWN = cues("slots", "own")
Step = Callable[[Tree, int, Entry], list[int]]


def follow(tree: Tree, trigger: int, path: str, entry: Entry) -> list[int]:
    """The words that a path leads to from a trigger."""
    found = [trigger]
    for name in path.split("/"):
        step = STEPS.get(name)
        found = [
            other
            for one in found
            for other in (
                step(tree, one, entry) if step else dependents(tree, one, name)
            )
        ]
    return list(dict.fromkeys(found))


def dependents(tree: Tree, i: int, label: str) -> list[int]:
    """What hangs on a word by a label, joined ones included."""
    return joined(tree, tree.children(i, label))


def itself(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The trigger."""
    return [i]


def after_preposition(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a preposition of the entry, a verb after it included."""
    found: list[int] = []
    heads = tree.children(i, "prep", "agent", "dative", "prt", "advmod")
    # "not only with A but also with B"
    heads += [two for one in heads for two in tree.children(one, "conj", "prep")]
    for one in dict.fromkeys(heads):
        if tree[one].lemma in entry.preps:
            found += preposition_objects(tree, one)
        elif tree[one].dep in ("prt", "advmod"):
            # "broke away from"
            for inner in tree.children(one, "prep"):
                if tree[inner].lemma in entry.preps:
                    found += preposition_objects(tree, inner)
    return joined(tree, found)


def preposition_objects(tree: Tree, prep: int) -> list[int]:
    """What stands after a preposition, also where two follow each other."""
    found = tree.children(prep, "pobj", "pcomp")
    for inner in tree.children(prep, "prep"):
        found += tree.children(inner, "pobj", "pcomp")
    return found


def noun_head(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that a preposition hangs on."""
    head = tree[i].head
    return [head] if tree[head].is_noun else []


def after_in(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "in"."""
    return after_words(tree, i, ("in",))


def nobody(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The subject that is nobody: no group, no one, nobody."""
    found = [] if tree.is_passive(i) else tree.children(i, "nsubj")
    found += agents(tree, i)
    for one in found:
        kids = [tree[kid].text.lower() for kid in tree.children(one, "det", "neg")]
        low = tree[one].text.lower()
        if "no" in kids or low in ("nobody", "none") or (low == "one" and "no" in kids):
            return [one]
    return []


def far_preposition(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a preposition of the entry that hangs on a clause between."""
    for one in tree.below(i):
        clause = tree[tree[one].head].is_verb and tree[one].dep in ("prep", "agent")
        if one > i and clause and tree[one].lemma in entry.preps:
            return joined(tree, preposition_objects(tree, one))
    return []


def own_noun(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun of the entry that a verb has: the responsibility that is claimed."""
    inner = [
        two
        for one in tree.children(i, "prep")
        if tree[one].lemma in ("to", "in", "into", "on", "of")
        for two in tree.children(one, "pobj")
    ]
    for one in (
        *inner,
        *tree.children(i, "dobj", "nsubjpass", "attr", "oprd", "ccomp"),
        *objects(tree, i),
    ):
        for noun in tree.conjuncts(one):
            if is_one_of(tree, noun, entry.nouns):
                return [noun]
    return []


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
    """Those after "between"."""
    return after_words(tree, i, ("between", "among", "amongst"))


def after_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "of"."""
    return after_words(tree, i, ("of",))


def after_words(tree: Tree, i: int, words: tuple[str, ...]) -> list[int]:
    """Those after some prepositions of a noun, or of the verb that it stands before."""
    for one in (i, *tree.climb(i)):
        for prep in tree.children(one, "prep"):
            if tree[prep].lemma in words and prep > i:
                return joined(tree, preposition_objects(tree, prep))
        for verb in tree.children(one, "acl"):
            for prep in tree.children(verb, "prep"):
                if tree[prep].lemma in words:
                    return joined(tree, preposition_objects(tree, prep))
        if one != i and not tree[one].is_verb:
            break
        if tree[one].is_verb and one != i:
            break
    return []


def right_of_hyphen(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that a word with a hyphen describes."""
    word = tree[i]
    head = word.head
    if head > i and tree[head].is_noun:
        return [head]
    for one in range(i + 1, min(i + 5, len(tree))):
        if tree[one].is_noun:
            while tree[one].dep in ("compound", "amod") and tree[one].head > one:
                one = tree[one].head
            return [one]
    return []


def left_of_hyphen(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The word before the hyphen of a word with one."""
    if i >= 2 and tree[i - 1].text == "-" and tree[i - 1].start == tree[i - 2].end:
        return [i - 2]
    if i and tree[i - 1].pos == "PROPN" and tree[i].dep == "amod":
        return [i - 1]
    return []


def holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that has something "with" it, and who is said to be that noun."""
    prep = tree[i].head
    if tree[prep].lemma != "with":
        return []
    noun = tree[prep].head
    if tree[noun].is_verb:
        return subjects(tree, noun)
    found = bearers(tree, noun)
    return found or [noun]


def own_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What somebody says that he himself, or his men, did."""
    found: list[int] = []
    for verb in tree.children(i, "ccomp", "xcomp"):
        if tree[verb].dep == "ccomp" and not is_own(tree, subjects(tree, verb)):
            continue
        found += [verb, *objects(tree, verb)]
        for behind in tree.children(verb, "prep", "acomp"):
            found += tree.children(behind, "pobj")
            for prep in tree.children(behind, "prep"):
                found += tree.children(prep, "pobj")
    return found


def is_own(tree: Tree, who: list[int]) -> bool:
    """Whether a subject is the speaker himself or what is his: it, its fighters."""
    for one in who:
        kids = [tree[kid].lemma for kid in tree.children(one, "poss")]
        if {tree[one].lemma, tree[one].text.lower(), *kids} & OWN:
            return True
    return False


def under(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The body that is under somebody's lead."""
    prep = tree[i].head
    if tree[prep].lemma != "under":
        return []
    noun = tree[prep].head
    return subjects(tree, noun) if tree[noun].is_verb else [antecedent(tree, noun)]


def joint(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose a joint thing is: "a joint cell of A and B", "the A-B cell"."""
    marked = any(tree[one].lemma in ("joint", "common") for one in tree.kids[i])
    inner = [one for one in tree.below(i) if one < i and tree[one].pos == "PROPN"]
    after = after_of(tree, i, entry)
    if marked:
        return after or inner
    if tree[i].lemma not in BODIES:
        return []
    hyphened = any(
        tree[one].text == "-" and one - 1 in inner and one + 1 in inner
        for one in range(len(tree))
    )
    return inner if hyphened else []


def left_so(tree: Tree, i: int) -> int | None:
    """The verb of "left ten dead", from the adjective."""
    for one in tree.climb(i):
        if tree[one].lemma in ("leave", "find", "shoot"):
            return one
        if tree[one].is_verb:
            return None
    return None


def left_subject(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What left so many dead."""
    verb = left_so(tree, i)
    return subjects(tree, verb) if verb is not None else []


def left_object(tree: Tree, i: int, entry: Entry) -> list[int]:
    """How many were left dead."""
    verb = left_so(tree, i)
    if verb is None:
        alone = tree[i].pos in ("ADJ", "NOUN") and tree[i].lemma == "dead"
        return (bearers(tree, i) or dependents(tree, i, "nummod")) if alone else []
    small = tree.children(i, "nsubj")
    return small or objects(tree, verb) or dependents(tree, i, "nummod")


def by_whom(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "by"."""
    return after_words(tree, i, ("by",))


def known_as(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The other name: called B."""
    return joined(tree, tree.children(i, "oprd", "attr"))


def state_holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is in a state: "A is at war", "A in the custody of"."""
    prep = tree[i].head
    if tree[i].dep != "pobj":
        return []
    head = tree[prep].head
    return subjects(tree, head) if tree[head].is_verb else [antecedent(tree, head)]


def considered(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is taken for something: "considers A a group"."""
    return [
        one
        for kid in tree.children(i, "ccomp", "oprd", "dobj", "xcomp")
        for one in joined(tree, tree.children(kid, "nsubj"))
    ]


def state_noun(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun, or the verb, that stands before "at the hands of"."""
    return [tree[tree[i].head].head] if tree[i].dep == "pobj" else []


def after_particle(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after a particle that the parse has as a preposition."""
    found = [
        one
        for prep in tree.children(i, "prep")
        for one in preposition_objects(tree, prep)
    ]
    return joined(tree, found[:1])


def body(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is made up of others."""
    return objects(tree, i) if tree.is_passive(i) else subjects(tree, i)


def made_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What a body is made up of."""
    found = after_preposition(tree, i, entry)
    return found or ([] if tree.is_passive(i) else objects(tree, i))


def together(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does something jointly or together."""
    head = tree[i].head
    return subjects(tree, head) if tree[head].is_verb else []


STEPS: Mapping[str, Step] = {
    "self": itself,
    "subject": lambda tree, i, _: subjects(tree, i),
    "object": lambda tree, i, _: objects(tree, i),
    "bearer": lambda tree, i, _: bearers(tree, i),
    "prep": after_preposition,
    "noun": own_noun,
    "between": between,
    "of": after_of,
    "left": left_of_hyphen,
    "right": right_of_hyphen,
    "holder": holder,
    "under": under,
    "own-deed": own_deed,
    "left-subject": left_subject,
    "left-object": left_object,
    "by": by_whom,
    "known-as": known_as,
    "state-holder": state_holder,
    "considered": considered,
    "together": together,
    "state-noun": state_noun,
    "prt-object": after_particle,
    "body": body,
    "nobody": nobody,
    "in": after_in,
    "noun-head": noun_head,
    "far-prep": far_preposition,
    "made-of": made_of,
    "joint": joint,
}
