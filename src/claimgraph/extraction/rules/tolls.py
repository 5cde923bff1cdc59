"""How many people some words of a parsed sentence count: several counts, or one."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.meaning.things import kind_at
from claimgraph.extraction.trees.clauses import with_conjuncts
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.values import Counted, is_people, number_at
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan, Value

# one of them is one who was hit: an officer, another
ONE = frozenset(("a", "an", "another"))
ROLES = cues("coreference", "person_nouns") | cues("values", "people")
PERSON = "person"


def tolls(reading: Reading, words: Sequence[int]) -> Iterator[Counted]:
    """All counts of people in some words, with those of their parts."""
    for i in words:
        told = number_at(reading.tree, i)
        if told is not None and told.value.of and is_people(told.value.of):
            yield told
        elif told is None:
            single = one_at(reading, i)
            if single is not None:
                yield single
        for part in parts_of(reading, i):
            yield from tolls(reading, [part])


def parts_of(reading: Reading, i: int) -> list[int]:
    """Those who are told to be among some: ten people, including two children."""
    tree = reading.tree
    found = [
        one
        for prep in tree.children(i, "prep")
        if tree[prep].lemma == "include"
        for one in tree.children(prep, "pobj")
    ]
    return with_conjuncts(tree, found)


def one_at(reading: Reading, i: int) -> Counted | None:
    """The count of one: somebody with a name, an officer, another."""
    tree, word, named = reading.tree, reading.tree[i], reading.named.get(i)
    person = named is not None and id_prefix(named.who) == PERSON
    if person and named is not None and word.tag == "NNP":
        return count_of(named.span, reading)
    beside = {tree[kid].text.lower() for kid in tree.children(i, "det")}
    told = kind_at(tree, i)
    one = word.tag in ("NN", "NNP") and bool(beside & ONE)
    if word.text.lower() == "another" and word.dep != "det":
        return Counted(Value(min=1, max=1, of="people"), TextSpan(word.start, word.end))
    if one and (word.lemma in ROLES or (told is not None and told[0] == PERSON)):
        first, _ = tree.phrase(i)
        skipped = first + (tree[first].text.lower() in ONE)
        return count_of(TextSpan(tree[skipped].start, word.end), reading)
    return None


def count_of(span: TextSpan, reading: Reading) -> Counted:
    """The count of one person whom some words tell of."""
    inside = [one for one in reading.tree.words if span.start <= one.start < span.end]
    of = " ".join(one.text for one in inside)
    return Counted(Value(min=1, max=1, of=of), span)
