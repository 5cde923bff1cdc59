"""Steps of paths that lead through clauses, and to what a body is made of."""

from claimgraph.extraction.names.coreference import THE
from claimgraph.extraction.steps.phrase_steps import (
    after_of,
    after_preposition,
    by_whom,
    dependents,
    own_noun,
)
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.clauses import (
    antecedent,
    is_of_it,
    objects,
    subjects,
    with_conjuncts,
)
from claimgraph.extraction.trees.denying import is_of_none
from claimgraph.extraction.trees.partners import partners
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import VERBS
from claimgraph.extraction.words.lexicon import Entry

TEAMS = cues("cells", "teams")
BODIES = cues("cells", "cell") | cues("cells", "again")
OWN = cues("slots", "own")
SHELLS = cues("referents", "shells")
AHEAD = cues("done", "modals")
# what is done with a deed by others than who did it
NO_DOING = cues("telling", "saying") | cues("silence", "no_doing")
PURPOSES, DOING = cues("silence", "purposes"), cues("silence", "doing")


def holder(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The noun that has something "with" it, and who is said to be that noun."""
    prep = tree[i].head
    if tree[prep].lemma != "with":
        return []
    noun = tree[prep].head
    near = prep - 1
    if noun < near and tree[near].is_noun and near in tree.below(noun):
        # "the work of groups with ties": the groups have them
        return bearers(tree, near) or [near]
    if tree[noun].is_verb:
        return subjects(tree, noun)
    found = bearers(tree, noun)
    return found or [noun]


def of_shell(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose a campaign, or a wave, of such deeds is: "A's campaign of bombings"."""
    prep = tree[i].head
    noun = tree[prep].head
    if (
        tree[i].dep != "pobj"
        or tree[prep].lemma != "of"
        or tree[noun].lemma not in SHELLS
    ):
        return []
    by = [one for one in tree.children(noun, "prep") if tree[one].lemma == "by"]
    owners = tree.children(noun, "poss", "compound", "amod")
    return [*owners, *(two for one in by for two in tree.children(one, "pobj"))]


def killer(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose deed it is where it says whom he did it to: "A's killing of B"."""
    told = bool(tree.behind(i, "of"))
    if not told and tree[i].tag == "NNS":
        # nobody is hit by several killings
        return tree.children(i, "poss")
    return tree.children(i, "poss", "compound", "amod") if told else []


def owner_alone(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose lot a noun tells: "A's capture", and not "A's capture of B"."""
    return [] if tree.behind(i, "of") else tree.children(i, "poss")


# "had no part in it", "had nothing to do with it"
NAUGHT = frozenset(("no", "nothing", "none"))


def own_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What somebody says that he himself, or his men, did."""
    found: list[int] = []
    for verb in tree.children(i, "ccomp", "xcomp"):
        if tree[verb].dep == "ccomp" and not is_own(tree, subjects(tree, verb)):
            continue
        helpers = {tree[kid].lemma for kid in tree.children(verb, "aux")}
        what = objects(tree, verb)
        told = {tree[kid].lemma for one in what for kid in (one, *tree.kids[one])}
        naught = tree.is_negated(verb) or is_of_none(tree, verb)
        if naught or helpers & AHEAD or told & NAUGHT:
            continue
        if is_of_it(tree, verb) and tree.children(verb, "ccomp"):
            # "said it was impossible that A did it"
            continue
        if any(tree[one].pos == "PRON" for one in what) and not does(tree, verb):
            # "announced that they had suspended it"
            continue
        if tree[verb].lemma in NO_DOING and what:
            # "said it condemned the attack"
            continue
        found += [verb, *what]
        for behind in tree.children(verb, "prep", "acomp"):
            what = tree.children(behind, "pobj")
            if any(tree[one].lemma in PURPOSES for one in what):
                # "it was in revenge for the raids"
                continue
            found += what
            for prep in tree.children(behind, "prep"):
                found += tree.children(prep, "pobj")
    return found


def does(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of violence, or of what is done with a deed."""
    return tree[verb].text.lower() in VERBS or tree[verb].lemma in DOING


def is_own(tree: Tree, who: list[int]) -> bool:
    """Whether a subject is the speaker himself or what is his: it, its fighters."""
    for one in who:
        # "one of its fighters"
        heads = [one, *after_words_of(tree, one)]
        kids = [
            tree[kid].lemma for head in heads for kid in tree.children(head, "poss")
        ]
        if {tree[one].lemma, tree[one].text.lower(), *kids} & OWN:
            return True
    return False


def after_words_of(tree: Tree, i: int) -> list[int]:
    """What stands after the "of" that hangs on a word itself."""
    of = [one for one in tree.children(i, "prep") if tree[one].lemma == "of"]
    return tree.children(of[0], "pobj") if of else []


def joint(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Whose a joint thing is: "a joint cell of A and B", "the A-B cell"."""
    marked = any(tree[one].lemma in ("joint", "common") for one in tree.kids[i])
    if not marked and tree[i].lemma not in BODIES:
        return []
    inner = [one for one in tree.below(i) if one < i and tree[one].pos == "PROPN"]
    if marked:
        return after_of(tree, i, entry) or inner or doers_of_joint(tree, i)
    hyphened = any(
        tree[one].text == "-" and one - 1 in inner and one + 1 in inner
        for one in range(len(tree))
    )
    return inner if hyphened else []


def doers_of_joint(tree: Tree, i: int) -> list[int]:
    """Who does a joint thing: "A and B issued a joint statement"."""
    verb = tree[i].head
    done = tree[i].dep == "dobj" and tree[verb].is_verb
    return subjects(tree, verb) if done else []


def joint_with(tree: Tree, i: int, entry: Entry) -> list[int]:
    """With whom a joint thing is done: "a joint operation with B"."""
    marked = any(tree[one].lemma in ("joint", "common") for one in tree.kids[i])
    heads = (i, tree[i].head) if marked else ()
    return [
        one
        for head in heads
        for prep in tree.children(head, "prep")
        if tree[prep].lemma == "with"
        for one in with_conjuncts(tree, tree.children(prep, "pobj"))
    ]


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


def taken_for_something(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is taken for something: "considers A a group", "A, called a group by B"."""
    noun = own_noun(tree, i, entry)
    if noun and by_whom(tree, noun[0], entry) and not tree.is_passive(i):
        return [antecedent(tree, one) for one in tree.children(i, "nsubj")]
    told = tree.children(i, "dative")
    for kid in tree.children(i, "ccomp", "oprd", "dobj", "xcomp"):
        told += tree.children(kid, "nsubj")
    return with_conjuncts(tree, told)


def body(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is made up of others."""
    return objects(tree, i) if tree.is_passive(i) else subjects(tree, i)


def named_body(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What has a name of its own and is made up of others."""
    return [one for one in body(tree, i, entry) if tree[one].pos == "PROPN"]


def unnamed_body(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What has no name and is made up of others: a cell."""
    return [one for one in body(tree, i, entry) if tree[one].pos != "PROPN"]


def made_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What a body is made up of."""
    whole = body(tree, i, entry)
    if entry.frame.mutual and not any(tree[one].lemma in TEAMS for one in whole):
        return []
    found = after_preposition(tree, i, entry)
    return found or ([] if tree.is_passive(i) else objects(tree, i))


def named_subject(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does what a verb says, where a name or "the alliance" tells it."""
    return [
        one
        for one in subjects(tree, i)
        if tree[one].pos in ("PROPN", "PRON") or tree[one].lemma in TEAMS
    ]


def together(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does something jointly or together."""
    if i + 1 < len(tree) and tree[i + 1].lemma == "with":
        verb = next((one for one in tree.climb(i) if tree[one].is_verb), i)
        near = with_conjuncts(tree, tree.children(i + 1, "pobj"))
        with_them = partners(tree, verb) or near
        return [*subjects(tree, verb), *with_them] if with_them else []
    head = tree[i].head
    return subjects(tree, head) if tree[head].is_verb else []


def deed_above(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The verb of the deed that had an outcome: "A bombed B, killing ten"."""
    joined = tree[i].dep == "conj" and not tree.children(i, *SUBJECTS)
    ends = joined or (tree[i].dep == "advcl" and tree[i].tag == "VBG")
    return [tree[i].head] if ends and tree[tree[i].head].is_verb else []


def sharers(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does something at the same thing: "train in the same camps"."""
    same = any(tree[kid].lemma == "same" for kid in tree.children(i, "amod"))
    above = tree[tree[i].head].head if tree[i].dep == "pobj" else tree[i].head
    return subjects(tree, above) if same and tree[above].is_verb else []


def aimed_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed of which somebody says what it was for: "the attack was revenge"."""
    found: list[int] = []
    for verb in tree.children(i, "ccomp"):
        below = {tree[one].lemma for one in tree.below(verb)}
        told = below & PURPOSES and not tree.is_negated(verb)
        helpers = {tree[kid].lemma for kid in tree.children(verb, "aux")}
        if told and not (helpers & AHEAD or tree.children(verb, "agent")):
            found += tree.children(verb, "nsubj", "nsubjpass")
    return [one for one in found if is_definite(tree, one)]


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun is told of as known: the attack, both attacks, it."""
    beside = {tree[kid].text.lower() for kid in tree.children(noun, "det", "poss")}
    return tree[noun].pos == "PRON" or bool(
        beside & (THE | {"both", "its", "their", "his", "her"})
    )


def definite_object(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed that was planned, where it is one that is told of: the bombing."""
    return [
        one
        for one in objects(tree, i)
        if any(tree[kid].text.lower() in THE for kid in tree.children(one, "det"))
    ]
