"""Steps of paths to who did a deed, from what tells of him or of his weapon."""

from collections.abc import Iterable

from claimgraph.extraction.names.coreference import THE
from claimgraph.extraction.steps.phrase_steps import (
    after_preposition,
    preposition_objects,
)
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.clauses import (
    objects,
    subjects,
    surface_subject,
    thoughts_of,
    with_conjuncts,
)
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import SETTLED
from claimgraph.extraction.words.lexicon import Entry

HELD = cues("done", "held")
# so many words from a verb is what gets a name
NEAR = 5
CONTESTS = cues("done", "contests")
# verbs by which a deed is said to be one's own
CLAIMING = ("claim", "admit")
SELVES = ("themselves", "himself", "herself")
# between what points at somebody and the deed
ABOUT = ("for", "in", "over", "behind", "of")


def pointing(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What points at a doer: suspicion, all signs."""
    return nouns_of(tree, surface_subject(tree, i), entry)


def nouns_of(tree: Tree, words: Iterable[int], entry: Entry) -> list[int]:
    """Which of some words are nouns that an entry asks for."""
    return [one for one in words if tree[one].lemma in entry.nouns]


def pointed_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed that a suspicion is about."""
    return [
        two
        for one in pointing(tree, i, entry)
        for prep in tree.children(one, "prep")
        if tree[prep].lemma in ABOUT
        for two in preposition_objects(tree, prep)
    ]


def attackers(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those who did a deed and have no name, of whom a verb or a noun tells more."""
    told = subjects(tree, i) if tree[i].is_verb else bearers(tree, i)
    return [one for one in told if tree[one].lemma in entry.nouns]


def of_themselves(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those who did a deed and say themselves who they are."""
    own = any(tree[one].text.lower() in SELVES for one in tree.children(i, "dobj"))
    return attackers(tree, i, entry) if own else []


def thought_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What those who did a deed are thought to be, behind "to be", "to be from"."""
    return [
        one
        for clause in thoughts_of(tree, i)
        for be in (clause, *tree.children(clause, "xcomp"))
        for one in (
            *tree.children(be, "attr", "oprd"),
            *(
                two
                for prep in tree.children(be, "prep")
                if tree[prep].lemma in ("from", "with", "of")
                for two in preposition_objects(tree, prep)
            ),
        )
    ]


def author(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who did a deed, where a verb gives him a name."""
    near = (one for one in objects(tree, i) if abs(one - i) <= NEAR)
    return [one for one in near if tree[one].lemma in entry.nouns]


def one_of_them(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is one of those who did a deed: "A was one of the gunmen", "among them"."""
    above = tree[i].head
    if tree[i].dep != "pobj" or tree[above].lemma not in ("of", "among"):
        return []
    counted = tree[above].head
    if tree[above].lemma == "among":
        return surface_subject(tree, counted) if tree[counted].lemma == "be" else []
    return bearers(tree, counted) if tree[counted].text.lower() == "one" else []


def suspects_told(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The names that follow the deed of suspects: "two suspects in it, A and B"."""
    prep = i + 1
    if tree[i].dep != "dobj" or prep >= len(tree) or tree[prep].dep != "prep":
        return []
    if tree[prep].head not in (i, tree[i].head):
        return []
    names = [
        one
        for one in tree.below(prep)
        if tree[one].pos == "PROPN"
        and tree[one].dep in ("appos", "conj")
        and tree[tree.below(one)[0] - 1].text == ","
    ]
    return with_conjuncts(tree, names)


def after_as(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What stands after "as"."""
    return tree.behind(i, "as")


def weapon(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The bomb to which a verb does something."""
    return nouns_of(tree, objects(tree, i), entry)


def the_weapon(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The same where it is one that is told of: the bomb."""
    return [
        one
        for one in weapon(tree, i, entry)
        if any(tree[kid].text.lower() in THE for kid in tree.children(one, "det"))
    ]


def in_name(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is done in somebody's name."""
    return [one for one in acts_in_name(tree, i) if tree[one].lemma not in CLAIMING]


def claimed_in_name(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What is claimed, or responsibility for it, in somebody's name."""
    return [
        thing
        for verb in acts_in_name(tree, i)
        if tree[verb].lemma in CLAIMING
        for one in objects(tree, verb)
        for thing in (one, *after_preposition(tree, one, entry))
    ]


def acts_in_name(tree: Tree, i: int) -> list[int]:
    """The verb of what is done in somebody's name."""
    prep = tree[i].head
    named = tree[i].dep == "pobj" and tree[prep].lemma in ("in", "on", "at", "under")
    return [tree[prep].head] if named and tree[tree[prep].head].is_verb else []


def to_blame(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The "to" of who is to blame."""
    head = tree[tree[i].head]
    marks = [one for one in tree.children(i, "aux") if tree[one].lemma == "to"]
    return marks if head.lemma == "be" and tree[i].dep == "xcomp" else []


def held_so(tree: Tree, i: int, entry: Entry) -> list[int]:
    """What somebody is held to be: responsible; by nobody and for nothing it is not so.

    "What counts is that they are held responsible": nobody says what they did.
    """
    told = {tree[one].lemma for one in tree.below(i)} & {"by", *entry.preps}
    if tree.is_passive(i) and not told:
        return []
    return [
        one
        for one in tree.below(i)
        if tree[one].lemma in entry.nouns
        and (tree[one].head == i or tree[tree[one].head].head == i)
    ]


def lost_place(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The place that falls to somebody: a town, or a name."""
    return [
        one
        for one in surface_subject(tree, i)
        if tree[one].pos == "PROPN" or tree[one].lemma in HELD
    ]


def is_contest(tree: Tree) -> bool:
    """Whether a sentence tells of an election or a game: nothing is taken by force."""
    parties = [one for one in tree.words if one.text.endswith("Party")]
    return len(parties) > 1 or any(one.lemma in CONTESTS for one in tree.words)


def lost_thing(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The place that somebody loses to another."""
    if is_contest(tree):
        return []
    return [
        one
        for one in objects(tree, i)
        if tree[one].tag == "NNP" or tree[one].lemma in SETTLED
    ]


def far_by(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those after "by" where it is read with a place, or with the verb: "a raid on a
    bank by A", "beat off a raid by A", "died in raids by A".
    """
    first = tree.first_conjunct(i)
    heads = [
        place
        for prep in tree.children(first, "prep")
        for place in preposition_objects(tree, prep)
    ]
    # "the kidnapping and murder of ten by A"
    heads += [first] if first != i else []
    verb = tree[i].head
    if tree[i].dep == "dobj" and tree[verb].is_verb and not tree.is_passive(verb):
        heads.append(verb)
    if tree[i].dep == "pobj" and tree[verb].dep == "prep":
        # "died in attacks by A"
        above = tree[verb].head
        near = tree.children(above, "prep") if tree[above].is_verb else []
        heads += [above for one in near if one == tree.phrase(i)[1] + 1]
    return [
        other
        for head in heads
        for by in tree.children(head, "prep", "agent")
        if tree[by].lemma == "by" and by > i
        for other in with_conjuncts(tree, preposition_objects(tree, by))
    ]
