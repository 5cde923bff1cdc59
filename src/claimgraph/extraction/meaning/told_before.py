"""Whom the grammar lets words mean that name nobody: he, it, the group."""

from collections.abc import Iterator

from claimgraph.extraction.speech.speakers import is_saying
from claimgraph.extraction.trees.agents import authors_by
from claimgraph.extraction.trees.clauses import subjects
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import CONTENTS

# those who speak for others
LAWYERS = cues("doers", "lawyers")
SPEAKING_FOR = LAWYERS | cues("telling", "voices")
THIRD = frozenset(("it", "its", "them", "their"))
QUOTES = ('"', "``", "''")
# after which only a place or a time is told of somebody
PLACING = ("in", "at", "on", "since")


def is_told_of(tree: Tree, i: int) -> bool:
    """Whether a noun is told of by what follows, and so not known from before."""
    if tree[i].pos == "PRON":
        return False
    if i + 1 < len(tree) and tree[i + 1].tag == "NNP":
        # "the group A", also where nobody knows the name
        return True
    if any(kid > i and tree.kids[kid] for kid in tree.children(i, "amod")):
        # "troops loyal to A"
        return True
    for kid in tree.children(i, "relcl", "acl", "prep", "appos"):
        first = tree.below(kid)[0]
        if tree[first].tag == "PRP":
            # "the group he led"
            continue
        beside = tree[kid].dep == "relcl" and tree[first - 1].text == ","
        if kid > i and not beside and tree[kid].lemma not in PLACING:
            return True
    return False


def antecedents(tree: Tree, i: int) -> Iterator[int]:
    """The words above a pronoun in its sentence that it may stand for, the best first.

    Who does what the clause above says, whose he is, and to whom it is done; who comes
    after it only where it stands in front: "in its statement, A".
    """
    own = clause_subject(tree, i)
    yield from whose_word(tree, i)
    third = tree[i].text.lower() in THIRD
    for above in tree.climb(i):
        if not tree[above].is_verb:
            continue
        done = tree.children(above, "dobj") if third else []
        doing = tree.children(above, "nsubj", "nsubjpass")
        whose = [kid for one in doing for kid in tree.children(one, "poss")]
        whose += [kid for one in doing for kid in spoken_for(tree, one)]
        for one in (*doing, *whose, *done):
            later = one > i and not (one in doing and is_in_front(tree, i, above))
            if later or one in own or tree[one].tag in ("PRP", "PRP$", "WDT"):
                continue
            if tree[one].lemma in LAWYERS:
                # "his lawyer said he was not there"
                continue
            # "their leader" is no subject that "their" could mean
            if one != i and i not in tree.below(one):
                yield one


def whose_word(tree: Tree, i: int) -> list[int]:
    """Whose word it is in which a pronoun stands: "the claim by A that it did it"."""
    below = i
    for above in tree.climb(i):
        if tree[above].lemma in CONTENTS and tree[below].dep in ("acl", "ccomp"):
            found = [*tree.children(above, "poss"), *authors_by(tree, above)]
            return [one for one in found if tree[one].tag != "PRP$"]
        if tree[above].is_noun:
            return []
        below = above
    return []


def spoken_for(tree: Tree, noun: int) -> list[int]:
    """Whom a lawyer defends, and whose spokesman one is: "a lawyer for A"."""
    return [
        one
        for prep in tree.children(noun, "prep")
        if tree[prep].lemma in ("for", "of") and tree[noun].lemma in SPEAKING_FOR
        for one in tree.children(prep, "pobj")
    ]


def is_in_front(tree: Tree, i: int, verb: int) -> bool:
    """Whether an owner stands in what comes before the subject: in its statement, A."""
    way = [i, *tree.climb(i)]
    first = next((one for one in way if tree[one].head == verb), i)
    subject = next(iter(tree.children(verb, *SUBJECTS)), i)
    return tree[i].tag == "PRP$" and tree[first].dep == "prep" and first < subject


def clause_subject(tree: Tree, i: int) -> list[int]:
    """Who does what a pronoun suffers, and so is not meant by it."""
    if tree[i].dep not in ("dobj", "pobj", "dative"):
        return []
    for above in tree.climb(i):
        if tree[above].is_verb:
            return subjects(tree, above)
    return []


def others_than(reading: Reading, i: int) -> set[str]:
    """Who is named in a sentence and cannot be meant by a pronoun in it."""
    return speakers_after(reading, i) | doers_to(reading, i)


def doers_to(reading: Reading, i: int) -> set[str]:
    """Who does something to "him", and is another: "A had linked him to it"."""
    tree = reading.tree
    word = tree[i]
    if word.tag != "PRP" or word.dep not in ("dobj", "dative"):
        return set()
    who = (tree.conjuncts(one) for one in tree.children(word.head, "nsubj"))
    found = (reading.named.get(one) for several in who for one in several)
    if word.text.lower().endswith(("self", "selves")):
        return set()
    return {named.who for named in found if named is not None}


def speakers_after(reading: Reading, i: int) -> set[str]:
    """Those named after a word who say in the sentence what it stands in.

    "The group he led, Haddad said": he is not Haddad; nor is he "his lawyer".
    """
    tree = reading.tree
    return {
        named.who
        for who, named in reading.named.items()
        if who > i or tree[who].lemma in LAWYERS
        if tree[who].dep in SUBJECTS and is_saying(tree, tree[who].head)
    }


def quoting(tree: Tree, i: int) -> list[int]:
    """Who, told of by a pronoun, says the quotation in which another stands: not he of
    whom it tells, in '"He did it," he said'.
    """
    if tree[i].tag not in ("PRP", "PRP$"):
        return []
    marks = [one.i for one in tree.words if one.text in QUOTES]
    before, after = [one for one in marks if one < i], [one for one in marks if one > i]
    if not after or len(before) % 2 == 0:
        return []
    return [
        one.i
        for one in tree.words[after[0] :]
        if one.tag == "PRP" and one.dep in SUBJECTS and is_saying(tree, one.head)
    ]
