"""By which noun somebody is told of, who is meant by it later: the rapper."""

import re
from collections.abc import Iterable, Iterator

from claimgraph.extraction.speech.speakers import is_saying
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import SPEAKERS
from claimgraph.ids import id_prefix, is_unnamed

MEMBERS = cues("referents", "members")
BESIDE = ("compound", "amod", "nmod")
# before a name stands no longer word for what somebody is
LONGEST = 16
# how a noun tells what somebody is; those who may speak always do
TELLING = SPEAKERS | {"appos", "attr", "compound"}
# what somebody is told to be behind his name: ", a former rapper from"
TOLD = re.compile(
    r"(?:, \d\d)?, (?:an?|the) (?:[a-z][\w-]* ){0,3}?([a-z]+)"
    r"(?=[,.]| (?:from|of|in|who|with|at|living|born|based|accused|suspected)\b)"
)
# how old somebody is, behind his name
AGED = re.compile(r",? \(?(\d\d)\b[,)]")


def nouns_of_people(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each noun of a sentence by which it tells of somebody, with who that is."""
    tree = reading.tree
    for word in tree.words:
        low = word.text.lower()
        if word.pos != "NOUN" and low not in SPEAKERS:
            continue
        if word.tag == "NNS":
            yield from ((low, who) for who in men_of(reading, word.i))
        elif {word.dep, low} & TELLING or tree.children(word.i, "appos"):
            for one in bearers(tree, word.i):
                held = reading.named.get(one)
                person = held is not None and id_prefix(held.who) == "person"
                if held is not None and person and not is_unnamed(held.who):
                    yield word.lemma.lower(), held.who


def nouns_beside(text: str, named: Iterable[NamedSpan]) -> Iterator[tuple[str, str]]:
    """Each noun that tells what a person is, right behind the name or before it."""
    for one in named:
        if id_prefix(one.who) != "person" or is_unnamed(one.who):
            continue
        found = TOLD.match(text, one.span.end)
        if found is not None:
            yield found[1], one.who
        before = text[max(0, one.span.start - LONGEST) : one.span.start].split()[-1:]
        if before and before[0].lower() in SPEAKERS:
            yield before[0].lower(), one.who


def ages_told(text: str, named: Iterable[NamedSpan]) -> Iterator[tuple[str, str]]:
    """The people whose age stands behind the name, with the age: A, 31."""
    for one in named:
        found = AGED.match(text, one.span.end)
        if found is not None and id_prefix(one.who) == "person":
            yield one.who, found[1]


def men_of(reading: Reading, i: int) -> Iterator[str]:
    """The group whose men a noun tells of, with its name before it: A bandits."""
    if reading.tree[i].lemma not in MEMBERS:
        return
    for kid in reading.tree.children(i, *BESIDE):
        held = reading.named.get(kid)
        if held is not None and id_prefix(held.who) == "group":
            yield held.who


def tells_of_others(reading: Reading, one: NamedSpan) -> bool:
    """Whether somebody is the subject of a verb that says what others did."""
    tree, head = reading.tree, reading.head_of(one)
    if head is None or tree[head].dep not in SUBJECTS:
        return False
    verb = tree[head].head
    return is_saying(tree, verb) and bool(tree.children(verb, "ccomp"))
