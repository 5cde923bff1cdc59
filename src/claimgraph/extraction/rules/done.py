"""Whether a deed is told of as one that was done, not as one that is feared."""

from claimgraph.extraction.meaning.referents import MEMBERS
from claimgraph.extraction.names.coreference import GROUP_NOUNS, THE
from claimgraph.extraction.rules.no_deeds import is_no_deed
from claimgraph.extraction.steps.doer_steps import is_contest
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import AWAY, SOIL
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix
from claimgraph.model import Polarity

MODALS = cues("done", "modals")
FUTURE = cues("done", "future")
# adjectives, nouns and verbs after which a deed lies ahead, or nowhere
UNDONE = cues("done", "undone")
UNREAL, ANY = cues("done", "unreal"), frozenset(("any",))
# whom or what violence does not hit: a plan, a record
NO_VICTIMS = cues("done", "no_victims")
STRUCK, NOT_STRUCK = cues("done", "struck"), cues("done", "not_struck")
# verbs of taking, and what is taken by force
TAKING, OUSTING = cues("done", "taking"), cues("done", "ousting")
MOVES = TAKING | OUSTING
SIDES = MEMBERS | GROUP_NOUNS
# verbs that are violent with few objects alone: took hostages
WITH = cues("done", "violent_with")
CATCHING = words("attacks", "taking_nouns")
NATURE = words("attacks", "nature")
SHELLS = cues("referents", "shells")
# before a clause of what has happened
SINCE = cues("done", "since")
# who is seized by force
PEOPLE = cues("peoples", "profession") | cues("peoples", "congregation")
THEM = frozenset(("he", "she", "they", "him", "her", "them"))
TAKEN = words("attacks", "taken")
NEEDING = cues("done", "needing")
# the frames of what ties somebody to a deed, and of trials for one
BETWEEN = ("between-deed", "faces-noun", "held-over", "tried")
# the frame of who did what was told of
DID_IT = "did-this"
DEPS = (
    "conj",
    "xcomp",
    "ccomp",
    "pcomp",
    "prep",
    "pobj",
    "dobj",
    "acl",
    "advcl",
    "attr",
)
# before what has been
PAST = ("after", "since", "following", "during")
BESIDE = ("amod", "det", "neg", "compound")


def is_done(reading: Reading, hit: Hit, polarity: Polarity) -> bool:
    """Whether what a trigger tells has happened, as the sentence tells it.

    What is kept back may be; "any part in it" is denied of what has happened.
    """
    tree = reading.tree
    if tree[hit.trigger].lemma == "await" and is_known_noun(tree, hit.trigger):
        # "A awaits the trial": whoever looks on does so
        return False
    if hit.entry.frame.name in BETWEEN or polarity == "withheld":
        # the deed itself stands apart
        return True
    if hit.entry.frame.name == "attack-verb" and not is_violent(reading, hit):
        return False
    if is_no_deed(tree, hit):
        return False
    if hit.entry.frame.bearing == "noun" and is_catch(reading, hit.trigger):
        return False
    if any(tree[one].lemma in NATURE for one in tree.children(hit.trigger, "nsubj")):
        # "an outbreak has killed ten"
        return False
    such = hit.entry.frame.name == DID_IT or is_of_such(tree, hit.trigger)
    unthinkable = polarity == "denied" and such
    verbal = hit.entry.frame.bearing == "verb"
    if not unthinkable and is_ahead(tree, hit.trigger, verb=verbal):
        return False
    nouns = [hit.trigger] if hit.entry.frame.bearing == "noun" else []
    unreal = UNREAL - ANY if polarity == "denied" else UNREAL
    if any(
        tree[kid].text.lower() in unreal
        for i in nouns
        for kid in tree.children(i, *BESIDE)
    ):
        return False
    if hit.entry.origin is not None and tree[hit.trigger].dep in ("advcl", "pcomp"):
        # "claiming responsibility, it vowed more": the clause stands for itself
        return not is_conditional(tree, hit.trigger)
    return not (lies_below(tree, hit.trigger) or is_conditional(tree, hit.trigger))


def is_known_noun(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb has "the" before it."""
    kids = [one for noun in tree.children(verb, "dobj") for one in tree.kids[noun]]
    return any(tree[one].text.lower() == "the" for one in kids)


def is_catch(reading: Reading, noun: int) -> bool:
    """Whether a noun for taking tells of somebody who was caught: A's capture."""
    tree = reading.tree
    if tree[noun].lemma not in CATCHING:
        return False
    caught = [
        one
        for prep in tree.children(noun, "prep")
        if tree[prep].lemma == "of"
        for one in tree.children(prep, "pobj")
    ]
    named = (reading.named.get(one) for one in caught)
    return any(one is not None and id_prefix(one.who) == "person" for one in named)


def is_conditional(tree: Tree, i: int) -> bool:
    """Whether a verb is only told of as one of a case that may come: if it attacks."""
    for one in (i, *tree.climb(i)):
        marks = {tree[kid].lemma for kid in tree.children(one, "mark")}
        if marks & {"if", "unless"}:
            return True
        if tree[one].dep not in ("conj", "xcomp"):
            return False
    return False


def is_ahead(tree: Tree, i: int, *, verb: bool) -> bool:
    """Whether a verb is told of as one that may or will be."""
    for one in (i, *tree.climb(i)):
        helpers = {tree[kid].lemma for kid in tree.children(one, "aux")}
        low = {tree[kid].text.lower() for kid in tree.children(one, "aux")}
        if "have" in helpers:
            return False
        if (helpers | low) & (MODALS if verb and tree[i].is_verb else FUTURE):
            return True
        if tree[one].dep != "conj" or tree.children(one, *SUBJECTS):
            return False
    return False


def is_of_such(tree: Tree, i: int) -> bool:
    """Whether a deed like one that was done is told of: "would never do such a thing".

    What somebody will not do again is another one.
    """
    again = tree.is_negated(i) and any(
        tree[kid].lemma in ("will", "wo", "shall") for kid in tree.children(i, "aux")
    )
    return not again and any(tree[one].lemma == "such" for one in tree.below(i))


def lies_below(tree: Tree, i: int) -> bool:
    """Whether a deed hangs on what only may make it happen: a plan, a fear of it."""
    below = i
    for above in tree.climb(i):
        dep = tree[below].dep
        if dep in SUBJECTS and tree[below].is_noun:
            return is_ahead(tree, above, verb=not is_definite(tree, below))
        if dep not in DEPS or (dep == "ccomp" and tree.children(below, "mark")):
            return False
        if dep == "advcl" and is_told_by_the_way(tree, below):
            return False
        if dep == "ccomp" and tree[above].is_verb and tree[below].is_verb:
            return False
        word = tree[above]
        if dep != "conj" and {word.lemma, word.text.lower()} & UNDONE:
            return True
        if word.is_noun and word.lemma not in SHELLS:
            return False
        if dep == "prep" and tree[below].lemma in PAST:
            return False
        if dep == "pcomp" and word.lemma == "before":
            return not tree.is_passive(below)
        by = dep == "prep" and tree[below].lemma in ("by", "after")
        plain = word.is_verb and not tree[below].is_verb and (by or dep != "prep")
        ahead = plain and is_ahead(tree, above, verb=True)
        if ahead or (plain and word.dep not in ("xcomp", "pcomp")):
            return ahead
        below = above
    return False


def is_told_by_the_way(tree: Tree, verb: int) -> bool:
    """Whether a clause tells of what was before: "vowed revenge after it attacked"."""
    marks = tree.children(verb, "mark", "advmod")
    return any(tree[one].lemma in SINCE for one in marks)


def is_definite(tree: Tree, i: int) -> bool:
    """Whether a noun tells of what is known to be: the campaign, its campaign."""
    the = any(tree[kid].text.lower() in THE for kid in tree.children(i, "det"))
    return the or bool(tree.children(i, "poss"))


def is_violent(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of violence hits somebody, or something that can be hit."""
    tree, i = reading.tree, hit.trigger
    if tree[i].lemma == "target" and (tree[i].tag, tree[i].dep) == ("VBG", "acl"):
        # "the coalition targeting the group" is at it for years
        return False
    if tree[i].lemma in MOVES and is_contest(tree):
        return False
    if tree[i].lemma in WITH and i not in reading.deeds:
        return False
    things = [one for way in hit.slots["thing"] for one in way]
    if not things:
        helped = bool(tree.children(i, "aux")) or not tree.children(i, "nsubj")
        bare = tree[i].tag == "VBN" and not helped and tree[i].dep != "ROOT"
        return not (bare or tree[i].lemma in NEEDING)
    first = things[0]
    several = tree[first].tag == "NNS" and tree[first].lemma == "target"
    if tree[first].lemma in NO_VICTIMS and not several:
        return False
    if tree[i].lemma in STRUCK and tree[first].lemma in NOT_STRUCK:
        return first in reading.named
    away = {tree[kid].lemma for kid in tree.children(i, "prt", "prep", "advmod")}
    if tree[i].lemma in OUSTING and (tree[i].lemma != "drive" or away & AWAY):
        who = tree[first].lemma in SIDES or tree[first].tag == "PRP"
        named = reading.named.get(first)
        return who or (named is not None and id_prefix(named.who) != "person")
    caught = any(tree[kid].lemma in TAKEN for kid in tree.kids[i])
    if tree[i].lemma not in TAKING or caught:
        return True
    someone = tree[first].lemma in PEOPLE or tree[first].text.lower() in THEM
    someone = someone or tree[first].pos == "NUM"
    return (tree[i].lemma == "seize" and someone) or is_taken(reading, first)


def is_taken(reading: Reading, thing: int) -> bool:
    """Whether something can be taken by force: a place, people, what has a name."""
    tree = reading.tree
    if thing in reading.named or tree[thing].tag in ("NNP", "NNPS"):
        return True
    inner = [
        one
        for prep in tree.children(thing, "prep")
        if tree[prep].lemma == "of"
        for one in tree.children(prep, "pobj")
    ]
    told = {tree[one].lemma for one in (thing, *inner)}
    told |= {tree[one].text.lower() for one in (thing, *inner)}
    return not told.isdisjoint(SOIL) or any(tree[one].pos == "PROPN" for one in inner)
