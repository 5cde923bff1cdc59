"""Verbs that deny, and words that say of something that it is not so."""

from claimgraph.extraction.trees.clauses import COPULAS, is_of_it
from claimgraph.extraction.trees.tree import SUBJECTS, Tree, Word
from claimgraph.extraction.words.cues import cues

DENIALS = cues("modality", "denials")
FALSE, UNSURE = cues("silence", "untrue"), cues("silence", "unsure")
# a role, or who had it, that is told of as of before
OVER = cues("roles", "over")
UNSAID = cues("modality", "unsaid")
AIMS = cues("modality", "aims")
EVIDENCE = cues("modality", "evidence")
# by which somebody has a part in a deed
PARTAKING = ("involve", "implicate")
# between what is vowed and what was done before
BEFORE = ("after", "since", "following", "despite")


def is_denial(tree: Tree, i: int) -> bool:
    """Whether a verb denies: deny, doubt, rule out, cast doubt."""
    if not tree[i].is_verb:
        return False
    if tree[i].lemma == "rule":
        return any(tree[kid].lemma == "out" for kid in tree.kids[i])
    if tree[i].lemma in ("cast", "throw"):
        return any(tree[kid].lemma == "doubt" for kid in tree.children(i, "dobj"))
    return tree[i].lemma in DENIALS


def is_of_none(tree: Tree, i: int, *, own: bool = True) -> bool:
    """Whether a verb, or who does it, stands in "neither A nor B", or nobody does.

    It is not the `own` verb of what is told where it stands above it.
    """
    if not tree[i].is_verb:
        return False
    if (own or tree[i].lemma in COPULAS) and does_none(tree, i):
        return True
    kids = [*tree.kids[i], *(tree.kids[tree[i].head] if tree[i].dep == "conj" else ())]
    who = tree.children(i, *SUBJECTS)
    if any(tree[one].text.lower() in ("none", "nobody", "nothing") for one in who):
        return True
    if tree[i].lemma in UNSAID and any(tree[one].text == "one" for one in who):
        # "no one knew who did it"
        return any(tree[two].lemma == "no" for one in who for two in tree.kids[one])
    kids += [two for one in who for two in tree.kids[one]]
    return any(tree[kid].text.lower() == "neither" for kid in kids)


def does_none(tree: Tree, verb: int) -> bool:
    """Whether none of some do something: "no soldiers of A took part in it"."""
    if tree.is_passive(verb) and tree[verb].lemma not in PARTAKING:
        return False
    who = tree.children(verb, *SUBJECTS)
    return any(
        tree[kid].text.lower() == "no"
        for one in who
        if tree[one].lemma not in EVIDENCE
        for kid in tree.children(one, "det")
    )


def is_ended(tree: Tree, i: int) -> bool:
    """Whether words tell of something as over: "is no longer part of"."""
    told = [i]
    if tree[i].dep in ("attr", "acomp", "prep") and tree[tree[i].head].is_verb:
        told.append(tree[i].head)
    for kid in (two for one in told for two in tree.children(one, "advmod")):
        before = tree[kid - 1].text.lower() if kid else ""
        no = before == "no" or (before == "any" and any(map(tree.is_negated, told)))
        if tree[kid].text.lower() == "longer" and no:
            return True
    return False


def is_over(tree: Tree, i: int) -> bool:
    """Whether a role is told of as one that is over: the former leader."""
    words = {
        tree[kid].text.lower()
        for one in (i, *tree.kids[i])
        for kid in (one, *tree.kids[one])
    }
    return not OVER.isdisjoint(words) or is_ended(tree, i)


def is_called_false(tree: Tree, verb: int) -> bool:
    """Whether a verb says of its subject that it is false: "the reports are lies"."""
    told = [
        two
        for one in (verb, *tree.children(verb, "xcomp", "acomp", "oprd", "ccomp"))
        for two in (one, *tree.children(one, "acomp", "attr", "oprd"))
    ]
    none = any(tree[kid].lemma == "no" for one in told for kid in tree.kids[one])
    false = any(tree[one].lemma in FALSE for one in told)
    return false and not none and not tree.is_negated(verb)


def is_there_none(tree: Tree, noun: int) -> bool:
    """Whether there is nothing of a noun: no evidence, little proof."""
    kids = {tree[one].lemma for one in tree.children(noun, "det", "amod")}
    verb = tree[noun].head
    lacking = tree[verb].lemma in ("lack", "absence") or tree.is_negated(verb)
    # "had not found any evidence"
    return bool(kids & {"no", "little"}) or (lacking and not kids & {"the", "this"})


def is_no_way(tree: Tree, noun: int) -> bool:
    """Whether there is no way that something is so."""
    return tree[noun].lemma == "way" and is_there_none(tree, noun)


def is_untrue_clause(tree: Tree, verb: int) -> bool:
    """Whether a clause is said not to be so: "it is a lie that A did it"."""
    none = any(is_no_way(tree, one) for one in tree.children(verb, "attr"))
    return none or (is_of_it(tree, verb) and is_called_false(tree, verb))


def is_unsure(tree: Tree, below: int, i: int) -> bool:
    """Whether a word tells that it cannot be said: unclear, premature to blame them."""
    told = [i, *(tree.children(i, "acomp") if tree[below].dep == "xcomp" else ())]
    return any(tree[one].lemma in UNSURE for one in told)


def is_hint(tree: Tree, verb: int) -> bool:
    """Whether what speaks is evidence and no body."""
    return any(
        tree[one].lemma in ("evidence", "sign", "indication", "finding")
        for one in tree.children(verb, "nsubj")
    )


def is_wished(verb: Word, below: Word) -> bool:
    """Whether what hangs on a verb of wishing is what is wished, and was not before."""
    if below.dep == "prep":
        return below.lemma not in BEFORE
    return below.dep in ("xcomp", "ccomp") or (
        below.dep == "dobj" and verb.lemma in AIMS
    )
