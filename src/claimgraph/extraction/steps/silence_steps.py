"""Steps of paths to what somebody keeps to himself: who did a deed."""

from claimgraph.extraction.trees.clauses import objects, subjects
from claimgraph.extraction.trees.denying import PARTAKING
from claimgraph.extraction.trees.tree import RELATIVE, SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.telling import SAYING

COPULAS = cues("clauses", "copulas")
DOING = cues("silence", "doing")
AUTHORS, ATTACKERS = cues("silence", "authors"), cues("silence", "attackers")
ANYBODY = cues("silence", "anybody")
UNSURE, KNOWN = cues("silence", "unsure"), cues("silence", "known")
UNSAID, VERIFYING = cues("modality", "unsaid"), cues("silence", "verifying")
MYSTERY = frozenset(("mystery",))
# who speaks of himself in quotation marks
SELF = ("we", "i")
# who says of himself that he does not know
AGAIN = ("they", "he", "she", "it")
BEHIND = frozenset(("behind", "responsible"))
ANY = frozenset(("any", "a", "no"))
# verbs of which a doer without a name is told as well
NAMING = ("name", "identify")
# what is done in a text to others than doers as well
MENTIONING = ("name", "mention")
OF_DEED = ("behind", "for", "of", "in")


def silent(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who does not say it; nobody in "it is too early to say", "we", "A said they"."""
    unsure = any(tree[one].lemma in UNSURE for one in (i, *tree.climb(i)))
    told = any(tree[one].lemma in SAYING for one in tree.climb(i))
    without = SELF + (("it",) if unsure else ()) + (AGAIN if told else ())
    return [one for one in subjects(tree, i) if tree[one].text.lower() not in without]


def question_words(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The word by which it is asked who did it: the "who", or the noun of a doer."""
    found: list[int] = []
    for kid in tree.kids[i]:
        if kid < i:
            continue
        if tree[kid].dep == "dobj" and is_doer(tree, kid, tree[i].lemma):
            found.append(kid)
        found += [one for one in tree.below(kid) if is_question(tree, one, i)]
    return found


def question_beside(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The question at a word or at the verb that it hangs on: "not clear who"."""
    own = question_words(tree, i, entry)
    found = own if own or tree[i].is_verb else question_words(tree, tree[i].head, entry)
    return [one for one in found if one > i and tree[one].tag in RELATIVE]


def asked_deed_beside(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed of which it is asked beside a word."""
    return [
        deed
        for one in question_beside(tree, i, entry)
        for deed in deed_of_question(tree, one)
    ]


def keeper(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who has no idea, or reached no conclusion."""
    head = tree[i].head
    who = subjects(tree, head) if tree[head].is_verb and tree[i].dep == "dobj" else []
    told = any(tree[one].lemma in SAYING for one in tree.climb(i))
    without = SELF + (AGAIN if told else ())
    return [one for one in who if tree[one].text.lower() not in without]


def unknown_of(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Those who did a deed and whose identity is not known, or not told."""
    verb = tree[tree.first_conjunct(i)].head
    if tree[verb].dep == "auxpass":
        verb = tree[verb].head
    told = {tree[one].lemma for one in (verb, *tree.children(verb, "acomp", "attr"))}
    unsaid = tree.is_negated(verb) and bool(told & (KNOWN | UNSAID | VERIFYING))
    told_of = tree[tree.first_conjunct(i)].dep in SUBJECTS
    if not (unsaid or (told_of and told & (UNSURE | MYSTERY))):
        return []
    whose = [*tree.behind(i, "of"), *tree.children(i, "poss")]
    return [one for one in whose if is_author(tree, one)]


def is_author(tree: Tree, i: int) -> bool:
    """Whether a noun is for who did a deed: attackers, those behind it."""
    below = {tree[one].lemma for one in tree.below(i)}
    return tree[i].lemma in ATTACKERS or bool(below & BEHIND)


def without_identity(tree: Tree, i: int, entry: Entry) -> list[int]:
    """Who did a deed and has not been identified."""
    told = tree.is_passive(i) and tree.is_negated(i) and tree[i].dep != "relcl"
    who = objects(tree, i) if told else []
    return [one for one in who if is_author(tree, one)]


def is_doer(tree: Tree, noun: int, verb: str) -> bool:
    """Whether a noun is that of a doer who has no name: the group behind it, anybody.

    "The group" that is not blamed is one that was named before.
    """
    lemma, low = tree[noun].lemma, tree[noun].text.lower()
    before = {tree[kid].text.lower() for kid in tree.children(noun, "det")}
    if low in ANYBODY or (lemma in AUTHORS and before & ANY):
        return True
    if tree[noun].pos == "PROPN":
        return False
    below = {tree[one].lemma for one in tree.below(noun)}
    return bool(below & BEHIND) or (lemma in AUTHORS and verb in NAMING)


def is_question(tree: Tree, i: int, trigger: int) -> bool:
    """Whether a word asks who is behind something or did it."""
    word = tree[i]
    if word.tag not in RELATIVE or word.lemma not in ("who", "which", "whom", "what"):
        return False
    after_noun = tree[i - 1].is_noun and i - 1 != trigger
    if after_noun and tree[trigger].lemma != "tell":
        # "the group which did it", but "told reporters who did it"
        return False
    return asked_verb(tree, i) is not None


def asked_verb(tree: Tree, question: int) -> int | None:
    """The verb, or "behind", by which it is asked who did it."""
    word = tree[question]
    top = word.head if word.dep == "det" else question
    if word.dep == "det" and tree[top].lemma not in AUTHORS:
        return None
    verb = tree[top].head
    if not tree[verb].is_verb or tree[top].dep not in (*SUBJECTS, "attr", "dep"):
        return None
    done = tree[verb].lemma in DOING or tree[verb].lemma in PARTAKING
    if tree[top].dep == "nsubjpass" and not done:
        # "who was killed"
        return None
    if tree[verb].lemma not in COPULAS:
        return verb
    told = ("prep", "acomp", "advmod", "attr", "xcomp", *SUBJECTS)
    for one in tree.children(verb, *told):
        if tree[one].lemma in DOING or (tree[one].lemma in AUTHORS and one != top):
            return one
    return None


def asked_deed(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The deed of which it is asked; none where the words do not say."""
    found: list[int] = []
    for one in question_words(tree, i, entry):
        if tree[one].tag not in RELATIVE:
            found += after_doer(tree, one)
        else:
            found += deed_of_question(tree, one)
    return found


def deed_of_question(tree: Tree, question: int) -> list[int]:
    """The deed of which it is asked who did it."""
    verb = asked_verb(tree, question)
    if verb is None:
        return []
    if not tree[verb].is_verb or tree[verb].lemma in PARTAKING:
        return after_doer(tree, verb)
    return objects(tree, verb) if tree[verb].lemma in DOING else [verb]


def after_doer(tree: Tree, i: int) -> list[int]:
    """The deed after "behind" or "responsible for", or after the noun of a doer."""
    found = tree.children(i, "pobj")
    for one in tree.below(i):
        if one != i and tree[one].lemma in OF_DEED:
            found += tree.children(one, "pobj")
        elif tree[one].dep == "relcl" and tree[one].lemma in DOING:
            found += tree.children(one, "dobj")
    return found


def blames_for_nothing(tree: Tree, i: int) -> bool:
    """Whether a verb of blame is of no deed: "suspected gunmen", "suspected to be in
    hiding", "a man, who was not named".
    """
    told = tree.children(i, "xcomp", "ccomp")
    told += [one for one in tree.children(i, "prep") if tree[one].lemma in ("on", "to")]
    named = tree[i].lemma in MENTIONING and tree.is_passive(i)
    return tree[i].dep == "amod" or bool(told) or named
