"""Whose men some are, where no name stands beside them: its members."""

from collections.abc import Iterator

from claimgraph.extraction.names.coreference import Memory
from claimgraph.extraction.trees.clauses import thoughts_of
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.folding import fold
from claimgraph.ids import id_prefix

# those who have one surname
FAMILY = cues("referents", "family")
LOYALTY = ("allegiance", "loyalty", "fealty")
# with which they are told: pledging allegiance, and no more of "rejecting allegiance"
VOWING = cues("referents", "vowing")


def family(reading: Reading, memory: Memory, i: int) -> list[Referent]:
    """The people of one surname whom a noun tells of: the A brothers."""
    tree = reading.tree
    if tree[i].text.lower() not in FAMILY or i == 0 or tree[i - 1].pos != "PROPN":
        return []
    people = memory.kin(fold(tree[i - 1].text))
    span = reading.words_span([i - 1, i])
    return [Referent(one, span) for one in people] if len(people) > 1 else []


def thought_of(reading: Reading, i: int) -> list[int]:
    """The groups of which some are thought to be: gunmen believed to be from A."""
    return [
        one
        for clause in (*thoughts_of(reading.tree, i), *vows_of(reading.tree, i))
        for one in reading.tree.below(clause)
        if (held := reading.named.get(one)) is not None
        and id_prefix(held.who) == "group"
    ][:1]


def vows_of(tree: Tree, i: int) -> list[int]:
    """The words that tell to whom some are loyal: "gunmen claiming allegiance to A"."""
    loyal = [one for one in tree.children(i, "amod") if tree[one].lemma == "loyal"]
    sworn = [
        one
        for one in tree.children(i, "acl")
        if tree[one].lemma in VOWING
        if any(tree[kid].lemma in LOYALTY for kid in tree.children(one, "dobj"))
    ]
    return [*loyal, *sworn]


def nearest_group(reading: Reading, memory: Memory, owner: int) -> Iterator[Referent]:
    """The group named last, whose men "its members" are, as no state has any."""
    word = reading.tree[owner]
    found = memory.group(reading.number, word.start)
    if found is not None and found.sentence >= reading.number - 1:
        yield Referent(found.who, reading.words_span((owner, word.head)))
