"""Cells without a name: "a cell of members of A and B", and "the cell" after it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from claimgraph.coding.new_ids import new_id
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan

CELL = cues("cells", "cell")
# what a cell is called once it was told of
TOLD = CELL | cues("cells", "again")
DEFINITE = cues("cells", "definite")
MAKING = cues("cells", "making")
# how many sentences later "the network" may still be a cell
LASTING = 8


class Cells:
    """The cells that an article tells of, in the order of its sentences."""

    def __init__(self, text: str, known: Collection[str]) -> None:
        self.text = text
        self.known = frozenset(known)
        self.made: dict[str, Member] = {}
        self.last: tuple[int, str] | None = None

    def with_cells(self, reading: Reading) -> Reading:
        """The sentence with its cells among who is named in it."""
        named = dict(reading.named)
        for word in reading.tree.words:
            if word.i in named:
                if named[word.i].who in self.known:
                    self.last = (reading.number, named[word.i].who)
                continue
            one = self.cell_at(reading, word.i)
            if one is not None:
                self.last = (reading.number, one.who)
                for i in reading.tree.below(word.i):
                    at = reading.tree[i]
                    if one.span.start <= at.start and at.end <= one.span.end:
                        named.setdefault(i, one)
        return replace(reading, named=named)

    def cell_at(self, reading: Reading, i: int) -> NamedSpan | None:
        """The cell that a noun tells of; None where it is none."""
        tree = reading.tree
        word = tree[i]
        if not word.is_noun or word.lemma not in TOLD or word.tag == "NNS":
            return None
        before = [kid for kid in tree.kids[i] if kid < i and tree[kid].dep != "punct"]
        definite = any(tree[kid].text.lower() in DEFINITE for kid in before)
        first = min((kid for kid in before if kid not in reading.named), default=i)
        span = TextSpan(tree[first].start, word.end)
        if definite and self.last is not None and not self.has_name(reading, i):
            near = reading.number - self.last[0] <= LASTING
            if near and (word.lemma in CELL or self.is_new(self.last[1])):
                return NamedSpan(self.last[1], span)
        if not self.is_made(reading, i):
            return None
        return NamedSpan(self.make(reading, i, span), span)

    def has_name(self, reading: Reading, i: int) -> bool:
        """Whether a group's name stands before the noun: the Haqqani network."""
        return any(
            kid in reading.named
            for kid in reading.tree.children(i, "compound", "nmod", "poss", "amod")
        )

    def is_cell(self, who: str) -> bool:
        """Whether somebody is one of the cells."""
        return who in self.made or who in self.known

    def is_new(self, who: str) -> bool:
        """Whether a cell is one of this article alone."""
        return who in self.made

    def is_made(self, reading: Reading, i: int) -> bool:
        """Whether a noun is a cell of members of others that are told."""
        tree = reading.tree
        joint = any(tree[kid].lemma == "joint" for kid in tree.kids[i])
        made = any(
            tree[kid].lemma in MAKING for kid in tree.children(i, "acl", "relcl")
        )
        if tree[i].lemma in CELL:
            return True
        return joint or made

    def make(self, reading: Reading, i: int, span: TextSpan) -> str:
        """The id of a cell that is told of for the first time."""
        inside = {
            one.who: one
            for one in reading.named.values()
            if id_prefix(one.who) in ("group", "place")
        }
        groups = [one for one in inside if id_prefix(one) == "group"]
        place = next((one for one in inside if id_prefix(one) == "place"), None)
        name = "joint cell" if len(groups) > 1 else "cell"
        if place is not None:
            where = inside[place].span
            name = f"{name} in {self.text[where.start : where.end]}"
        made = new_id("group", [name], self.made)
        entity = Entity(id=made, name=name, kind="cell")
        self.made[made] = Member(entity=entity, known=False, mentions=(span,))
        return made

    def members(self) -> Mapping[str, Member]:
        """The cells that have no entry yet, by their ids."""
        return self.made
