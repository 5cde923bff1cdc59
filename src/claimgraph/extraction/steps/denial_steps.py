"""Steps of paths to what somebody denies, and to who says so."""

from claimgraph.extraction.speech.sources import sources_at
from claimgraph.extraction.steps.phrase_steps import dependents, own_noun
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.clauses import COPULAS, subjects
from claimgraph.extraction.trees.denying import UNSURE, is_denial, is_there_none
from claimgraph.extraction.trees.silences import REFUSALS
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.telling import SAYING

CHARGES = cues("silence", "charges")
WHETHER = cues("silence", "asking_whether")
VERIFYING, EVIDENCE = cues("silence", "verifying"), cues("modality", "evidence")
# what may be meant by a charge that was told of before
SUCH = frozenset(("that", "this", "these", "those", "it", "they", "all"))
PREDICATES = ("acomp", "attr", "oprd", "ccomp")


def charge(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The charge that is called false: "the claims are lies", "called it a lie"."""
    if tree[i].dep not in PREDICATES or tree.is_negated(tree[i].head):
        return []
    own = tree.children(i, *SUBJECTS) if tree[i].dep == "ccomp" else []
    return [
        one
        for one in own or bearers(tree, i)
        if tree[one].lemma in CHARGES or tree[one].text.lower() in SUCH
    ]


def said_so(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who is said to be so, and does not do or suffer anything so."""
    return bearers(tree, i) if tree[tree[i].head].lemma in COPULAS else []


def caller(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who says what a word says: the subject of the nearest verb of saying."""
    for above in tree.climb(i):
        if tree[above].is_verb and tree[above].lemma in SAYING:
            who = subjects(tree, above)
            # "no truce, A says" has two subjects
            return who if i not in who else tree.children(above, *SUBJECTS)[1:]
    sources = [one for at in (i, *tree.climb(i)) for one in sources_at(tree, at)]
    return [one for voice in sources[:1] for one in voice.words]


def no_part(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The part in what was told before that somebody had not: "A had no role"."""
    return [
        one
        for one in tree.children(i, "dobj")
        if tree[one].lemma in entry.nouns and not tree.children(one, "prep", "acl")
        if any(tree[kid].text.lower() == "no" for kid in tree.children(one, "det"))
    ]


def part_alone(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Somebody's part in what was told before, where it is ruled out or unproven."""
    above = tree[i].head
    of_other = tree.behind(i, "of", "by")
    of_other += [one for one in tree.children(i, "poss") if tree[one].tag != "PRP$"]
    of_other += dependents(tree, i, "compound")
    none = tree[i].dep == "pobj" and is_none_of_it(tree, above)
    unproven = tree[above].lemma in VERIFYING and is_untold(tree, above)
    turned = tree[i].dep == "dobj" and (is_denial(tree, above) or unproven)
    told = tree.behind(i, *entry.preps) or tree.behind(above, *entry.preps)
    return [i] if of_other and (turned or none) and not told else []


def is_none_of_it(tree: Tree, prep: int) -> bool:
    """Whether there is nothing of what a preposition tells: no evidence of it."""
    noun = tree[prep].head
    return tree[noun].lemma in EVIDENCE and is_there_none(tree, noun)


def is_untold(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what cannot be told: could not confirm, unable to."""
    above = tree[tree[verb].head].lemma
    return tree.is_negated(verb) or above in UNSURE or above in REFUSALS


def guilt(tree: Tree, i: int, entry: Entry) -> list[int]:
    """A word for guilt of which it is not told what for: "is responsible"."""
    told = any(tree[one].lemma in entry.preps for one in tree.children(i, "prep"))
    if tree[i].text.lower() == "involved" and not is_turned(tree, i):
        return []
    said = tree[i].dep in ("acomp", "ccomp", "oprd", "attr", "conj")
    # "the claim that it was involved", "soldiers not involved"
    said |= tree[i].dep == "acl" and bool(tree.children(i, "neg", "nsubjpass"))
    return [i] if said and not told else []


def is_turned(tree: Tree, i: int) -> bool:
    """Whether it is said that something is not so, or asked whether it is."""
    above = tree[i].head
    return is_denial(tree, above) or any(
        tree.is_negated(one)
        or any(tree[two].lemma in WHETHER for two in tree.children(one, "mark"))
        or (tree[one].dep in ("acl", "dobj") and is_denial(tree, tree[one].head))
        for one in (i, above)
    )


def owning_up(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does not admit a part of his own, not that of another: "confirm A's role"."""
    noun = own_noun(tree, i, entry)
    owners = tree.children(noun[0], "poss") if noun else []
    if any(tree[one].tag != "PRP$" for one in owners):
        return []
    return subjects(tree, i)
