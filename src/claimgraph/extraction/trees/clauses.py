"""Who does what to whom in a parsed sentence: subjects and objects of the meaning."""

from claimgraph.extraction.trees.agents import agents
from claimgraph.extraction.trees.tree import RELATIVE, SUBJECTS, Tree, asked_once
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import VERBS

# verbs that tell whom a deed hit
TOLLS = frozenset(("kill", "wound", "injure", "leave"))
THEM = frozenset(("him", "her", "them"))
# verbs whose subject, not whose object, is to do what follows
PROMISING = cues("clauses", "promising")
CHARGES = cues("silence", "charges")
COPULAS = cues("clauses", "copulas")
CALLING = cues("clauses", "calling")
# ties of men to somebody, and who a man is
TYING = cues("bands", "tying") | {"close"}
PERSONS = cues("coreference", "person_nouns") | {"member"}
THOUGHT = cues("referents", "thought")
BELONGING = ("be", "belong", "come", "represent", "support", "have")
CONDITIONS = ("if", "unless", "whether")
# whose object says what follows: "quoted A as saying"
QUOTING = ("quote", "cite")
# whoever is accused did what follows, not who accuses him
FAULTING = cues("telling", "faulting")
# what one is made by others: named, appointed, described as
NAMING = cues("clauses", "naming")


@asked_once
def subjects(tree: Tree, verb: int) -> list[int]:
    """Who does what a verb says, joined ones included; empty where nobody is told."""
    if tree.is_passive(verb):
        return with_conjuncts(tree, agents(tree, verb))
    return with_conjuncts(tree, surface_subject(tree, verb))


@asked_once
def objects(tree: Tree, verb: int) -> list[int]:
    """Whom or what it is done to."""
    if tree.is_passive(verb):
        return with_conjuncts(tree, surface_subject(tree, verb))
    found = tree.children(verb, "dobj", "oprd")[:1]
    if not found:
        found = shared_object(tree, verb)
    return with_conjuncts(tree, [antecedent(tree, one) for one in found])


def shared_object(tree: Tree, verb: int) -> list[int]:
    """The object that a verb leaves to another: "planned and executed the raid"."""
    for other in tree.children(verb, "conj"):
        near = other - verb <= 4
        if near and tree[other].is_verb and not tree.is_passive(other):
            return tree.children(other, "dobj")[:1] or shared_object(tree, other)
    head = tree.relative_head(verb)
    own = tree.children(verb, *SUBJECTS)
    if head is not None and own and tree[own[0]].tag not in RELATIVE:
        # the attack that they claimed, the attack they claimed
        return [head]
    return []


def surface_subject(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """The subject of the grammar, that of the clause above where a verb has none."""
    found = tree.children(verb, *SUBJECTS)
    if found:
        return [antecedent(tree, found[0])]
    word = tree[verb]
    if depth > 6 or word.head == verb:
        return []
    if word.dep in ("acl", "relcl"):
        return [word.head]
    if word.dep == "amod":
        return [word.head] if word.tag in ("VBN", "VBG") else []
    if word.dep == "pcomp":
        return subject_of_preposition(tree, word.head, depth)
    head = word.head
    if word.dep == "conj" and not tree[head].is_verb:
        return [head] if tree[head].is_noun and word.tag in ("VBN", "VBG") else []
    if word.dep in ("xcomp", "advcl", "conj", "ccomp", "dep", "aux", "auxpass", "oprd"):
        return subject_above(tree, verb, head, depth)
    return []


def subject_above(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    """The subject that a verb takes from the verb above it."""
    if not tree[head].is_verb:
        # "is likely to", "were able to": the adjective's own clause
        if tree[head].pos == "ADJ":
            return surface_subject(tree, tree[head].head, depth + 1)
        return []
    accused = tree[verb].dep == "advcl" and tree[verb].tag == "VBG" and verb > head
    accused = accused and tree[head].lemma in FAULTING and is_accusing(tree, head)
    if accused or (tree[verb].dep == "xcomp" and tree[head].lemma not in PROMISING):
        objects_above = tree.children(head, "dobj")
        if objects_above:
            return [antecedent(tree, objects_above[0])]
    told = teller_hit(tree, verb, head) or hit_before(tree, verb, head)
    if told is not None:
        return surface_subject(tree, told, depth + 1)
    if tree[verb].dep == "ccomp" and tree[verb].tag in ("VBD", "VBZ", "VBP"):
        # "gunmen believed to be from A killed ten", read as what they believed
        garden = tree[head].tag in ("VBD", "VBN") and tree[head].lemma in THOUGHT
        if not (garden and head < verb and tree.children(head, "xcomp")):
            return []
    return surface_subject(tree, head, depth + 1)


def teller_hit(tree: Tree, verb: int, teller: int) -> int | None:
    """The clause with whose verb another is joined, not with that of who tells it: "A
    told how the gunmen laughed, then shot him".
    """
    hit = [tree[one].text.lower() for one in tree.children(verb, "dobj")]
    if tree[verb].dep not in ("conj", "dep") or not THEM.issuperset(hit) or not hit:
        return None
    told = tree.children(teller, "ccomp")
    return next(
        (one for one in told if one < verb and tree.children(one, "nsubj")), None
    )


def hit_before(tree: Tree, verb: int, head: int) -> int | None:
    """The clause right before a comma of whose deed a verb tells the toll: "A told of
    the gunmen who stormed a bank, killing ten".
    """
    apart = verb > 1 and tree[verb - 1].text == ","
    if tree[verb].tag != "VBG" or tree[verb].lemma not in TOLLS or not apart:
        return None
    near = (one for one in range(verb - 2, head, -1) if tree[one].dep == "relcl")
    found = next(near, None)
    violent = found is not None and tree[found].text.lower() in VERBS
    return found if violent and tree[head].text.lower() not in VERBS else None


def is_accusing(tree: Tree, verb: int) -> bool:
    """Whether a verb says of somebody that he did something: accused A of it."""
    kids = (verb, *tree.children(verb, "dobj"))
    return any(tree[of].lemma == "of" for one in kids for of in tree.children(one))


def thoughts_of(tree: Tree, noun: int) -> list[int]:
    """The clauses that tell what some are thought to be: believed to be from A."""
    found = [
        one for one in tree.children(noun, "acl", "relcl") if tree[one].lemma in THOUGHT
    ]
    head = tree[noun].head
    if tree[noun].dep in SUBJECTS and tree[head].lemma in THOUGHT:
        # the army claimed to have killed them: they are its men no more for that
        inner = [one for one in tree.children(head, "xcomp") if one > noun]
        found += [one for one in inner if tree[one].lemma in BELONGING]
    return found


def subject_of_preposition(tree: Tree, prep: int, depth: int) -> list[int]:
    """Who does what stands after a preposition: "accused them of killing"."""
    head = tree[prep].head
    if tree[head].is_verb:
        found = tree.children(head, "dobj")
        quoted = tree[prep].lemma == "as" and tree[head].lemma in QUOTING
        if found and (quoted or tree[prep].lemma in ("of", "for", "from")):
            return [antecedent(tree, found[0])]
        return surface_subject(tree, head, depth + 1)
    if tree[head].is_noun:
        faulted = tree[tree[head].head].lemma in FAULTING and tree[prep].lemma == "of"
        blamed = tree[head].pos == "PROPN" or faulted
        if tree[head].dep == "dobj" and blamed and tree[head].lemma not in CHARGES:
            # "accused A of killing them", read as one phrase
            return [head]
        owner = tree.children(head, "poss")
        if owner:
            return owner
        verb = tree[head].head
        if tree[verb].is_verb:
            return surface_subject(tree, verb, depth + 1)
    if tree[head].pos in ("ADJ", "ADV") and tree[tree[head].head].is_verb:
        # "stopped short of blaming them"
        return surface_subject(tree, tree[head].head, depth + 1)
    return []


def antecedent(tree: Tree, i: int) -> int:
    """The noun that "who" or "which" stands for; a word itself where it is none."""
    word = tree[i]
    if word.tag in RELATIVE or (word.tag == "DT" and word.text.lower() == "that"):
        head = tree.relative_head(word.head)
        if head is None:
            head = singled_out(tree, word.head)
        if head is not None:
            return meant_by(tree, i, head)
    return i


def meant_by(tree: Tree, relative: int, head: int) -> int:
    """The noun that a clause tells of where a parse takes one too near, or too far.

    "men close to A who did it" are the men; "a member of A, which did it" is A.
    """
    prep = tree[head].head
    tie = tree[prep].head
    if tree[head].dep == "pobj" and tree[tie].lemma in TYING and tie != prep:
        tied = tree[tie].head
        if tree[tie].dep in ("amod", "acl") and tree[tied].is_noun:
            return tied
    if tree[relative].text.lower() == "which" and tree[head].lemma in PERSONS:
        return next(
            (one for one in range(relative - 1, head, -1) if tree[one].is_noun), head
        )
    return head


def singled_out(tree: Tree, verb: int) -> int | None:
    """Who is singled out as the doer of a verb: "it was A that did it"."""
    above = tree[verb].head
    lead = tree.child(above, "nsubj")
    if tree[verb].dep != "ccomp" or tree[above].lemma != "be" or lead is None:
        return None
    return tree.child(above, "attr") if tree[lead].lemma == "it" else None


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Whether a noun is told of as the one it was: "it was A that did it"."""
    return tree[noun].dep == "attr" and is_of_it(tree, tree[noun].head)


def is_of_it(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of an "it" that stands for a clause: "it is untrue that"."""
    it = [tree[one].text.lower() for one in tree.children(verb, "nsubj")]
    return it == ["it"] and tree[verb].lemma == "be"


def with_conjuncts(tree: Tree, found: list[int]) -> list[int]:
    """Each with those that are joined to it by "and"."""
    if not found:
        return []
    every = [other for one in found for other in tree.conjuncts(one)]
    return list(dict.fromkeys(every))


def is_condition(tree: Tree, verb: int) -> bool:
    """Whether a clause tells a condition: "if A did it", "had A done it"."""
    first = min(tree.children(verb, *SUBJECTS), default=0)
    turned = any(
        tree[one].text.lower() == "had"
        for one in tree.children(verb, "aux")
        if one < first
    )
    marks = (tree[one].lemma in CONDITIONS for one in tree.children(verb, "mark"))
    return turned or any(marks)


def is_unreal(tree: Tree, would: int) -> bool:
    """Whether "would" tells of what was not: "it would have said so"."""
    return would + 1 < len(tree) and tree[would + 1].lemma == "have"


def left_behind(tree: Tree, verb: int, prep: int) -> list[int]:
    """What a clause with a preposition at its end tells of: "the raid he was in"."""
    head = tree.relative_head(verb) if tree[verb].is_verb else None
    last = prep == max(tree.below(verb)) and not tree.kids[prep]
    return [head] if head is not None and last else []
