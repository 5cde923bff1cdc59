"""Fighters and suspects without a name who are tied to somebody: "the rebels"."""

from collections.abc import Collection, Iterator, Sequence

from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.meaning.things import Things
from claimgraph.extraction.speech.modality import is_of_deed
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import is_unnamed
from claimgraph.schema.types import RelationType

# the relations in which those without a name may stand
OPEN = cues("plain_ends", "relations")
# several fighters are a group, all others are people
FIGHTERS, SUSPECTS = cues("plain_ends", "fighters"), cues("plain_ends", "suspects")
# so many of them: two of the suspects
COUNTING = cues("plain_ends", "counting")
# what is said of any fighters
PLAIN = cues("bands", "plain")
DESCRIBING = ("appos", "attr", "oprd", "compound", "nmod", "amod")


class PlainEnds:
    """Finds, in one sentence, those without a name at the ends of a tie."""

    def __init__(self, reading: Reading, referents: Referents, things: Things) -> None:
        self.reading, self.referents, self.things = reading, referents, things

    def told(
        self, hit: Hit, relation: RelationType, end: str, prefixes: Collection[str]
    ) -> list[Referent]:
        """Those at one end whom nobody names, and who were not told of before."""
        blamed = end == "object" and is_blame(hit)
        if relation.name not in OPEN and not blamed:
            return []
        words = next(iter(hit.ways(end)), ())
        return [
            one
            for i in words
            if not self.referents.meant([i], prefixes)
            if not blamed or self.is_told_apart(i)
            for one in self.at(i, prefixes)
        ]

    def is_told_apart(self, i: int) -> bool:
        """Whether it is said which fighters are blamed: local ones from Tarim."""
        tree = self.reading.tree
        beside = {tree[one].lemma for one in tree.children(i, "amod", "compound")}
        several = tree[i].tag == "NNS" and tree[i].lemma in FIGHTERS
        return several and (bool(beside - PLAIN) or bool(tree.behind(i, "from")))

    def at(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """Those whom one word tells of."""
        tree = self.reading.tree
        noun = noun_of_count(tree, i)
        prefix = prefix_at(tree, noun)
        named = noun in self.reading.named or tree[noun].dep in DESCRIBING
        if prefix is None or prefix not in prefixes or named:
            return
        found = self.things.plain(prefix, self.reading, noun)
        if found is not None:
            yield found


def is_blame(hit: Hit) -> bool:
    """Whether somebody is told to blame others for a deed, or to suspect them."""
    blames = is_of_deed(hit.entry) and hit.entry.modality != "stated"
    return blames and bool(hit.ways("speaker"))


def with_a_name(told: Sequence[Referent]) -> bool:
    """Whether one of some is known by a name: of others nothing is tied."""
    return any(not is_unnamed(one.who) for one in told)


def noun_of_count(tree: Tree, i: int) -> int:
    """Of whom a word says how many they are: two of the suspects."""
    if tree[i].pos != "NUM" and tree[i].lemma not in COUNTING:
        return i
    for prep in tree.children(i, "prep"):
        for one in tree.children(prep, "pobj"):
            if tree[prep].lemma == "of":
                return one
    return i


def prefix_at(tree: Tree, i: int) -> str | None:
    """Whether a noun tells of a group, or of people; None where of neither."""
    word = tree[i]
    if word.pos != "NOUN":
        return None
    if word.tag == "NNS" and word.lemma in FIGHTERS:
        return "group"
    return "person" if word.lemma in SUSPECTS or word.lemma in FIGHTERS else None
