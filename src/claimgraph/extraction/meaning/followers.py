"""The armed men of a person that have no name of their own: "Gen. Haddad's forces"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimgraph.coding.new_ids import new_id
from claimgraph.errors import CorpusError
from claimgraph.extraction.candidates import ClaimCandidate, Member
from claimgraph.extraction.names.coreference import HIS, Memory
from claimgraph.extraction.trees.owners import STATE_MEMBERS
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.affiliations import affiliation
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import Entity, TextSpan

# the men of a person, and what ties them to him
ARMED = cues("followers", "armed")
TYING = cues("followers", "tying")
TO = ("to", "by", "with", "under")
LEAD = "leader"
# between a name and what is his: "'s "
BESIDE = 3


class Followers:
    """The men of each person who have no name, in one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.made: dict[str, Member] = {}
        self.by_chief: dict[str, str] = {}

    def with_followers(self, reading: Reading, memory: Memory) -> Reading:
        """The sentence with such men among who is named in it."""
        named = dict(reading.named)
        for word in reading.tree.words:
            new = word.lemma in ARMED and word.i not in named
            chief = chief_of(reading, word.i, memory) if new else None
            if chief is None or is_of_group(memory, chief.who):
                continue
            one = self.men(reading, word.i, chief)
            if one is not None:
                named[word.i] = one
        return replace(reading, named=named)

    def men(self, reading: Reading, i: int, chief: NamedSpan) -> NamedSpan | None:
        """The men at a place; None where their words have no letter."""
        word = reading.tree[i]
        beside = chief.span.start < word.start <= chief.span.end + BESIDE
        span = TextSpan(chief.span.start if beside else word.start, word.end)
        words = self.name_of(span, chief)
        prefix = "org" if word.lemma in STATE_MEMBERS else "group"
        try:
            made = self.by_chief.get(chief.who) or new_id(prefix, [words], self.made)
        except CorpusError:
            return None
        self.by_chief[chief.who] = made
        held = self.made.get(made)
        spans = (*held.mentions, span) if held is not None else (span,)
        entity = held.entity if held is not None else Entity(id=made, name=words)
        self.made[made] = Member(entity=entity, known=False, mentions=spans)
        return NamedSpan(made, span)

    def name_of(self, span: TextSpan, chief: NamedSpan) -> str:
        """What men are called who are told of so: "Omar Haddad's forces"."""
        if chief.span.start >= span.start:
            return self.text[span.start : max(span.end, chief.span.end)]
        his = self.text[chief.span.start : chief.span.end].removesuffix("'s")
        return f"{his}'s {self.text[span.start : span.end]}"

    def headed(self, reading: Reading) -> Iterator[ClaimCandidate]:
        """Whose the men are who are told of as somebody's own."""
        for i, one in reading.named.items():
            if one.who not in self.made:
                continue
            for owner in reading.tree.children(i, "poss"):
                chief = person_at(reading, owner)
                if chief is not None:
                    yield ClaimCandidate(
                        relation=affiliation("object"),
                        subject=one.who,
                        object=chief.who,
                        quote=one.span,
                        role=LEAD,
                        rule="followers",
                    )

    def members(self) -> Mapping[str, Member]:
        """Those that were met, by their ids."""
        return self.made


def is_of_group(memory: Memory, who: str) -> bool:
    """Whether the group of a person is known."""
    return id_prefix(memory.belongs.get(who, "")) == "group"


def chief_of(reading: Reading, i: int, memory: Memory) -> NamedSpan | None:
    """The named person whose men a noun tells of."""
    tree = reading.tree
    if tree[i].dep in ("compound", "appos", "attr"):
        return None
    beside = (reading.named.get(one) for one in tree.children(i, "compound", "nmod"))
    if any(one is not None and id_prefix(one.who) == "group" for one in beside):
        # "the Red Brigade militia, headed by A"
        return None
    owners = tree.children(i, "poss")
    whose = [tree.relative_head(tree[i].head) for one in owners if is_whose(tree, one)]
    him = [two for one in owners for two in told_of_himself(tree, one)]
    told = [two for one in whose if one for two in tree.children(one, "appos")]
    ends = [*owners, *(one for one in whose if one is not None), *told, *him]
    found = (person_at(reading, one) for one in (*ends, *tied_to(tree, i)))
    near = next((one for one in found if one is not None), None)
    his = any(tree[one].text.lower() in HIS for one in owners)
    if near is None and his and all(tree[one].tag == "PRP" for one in him):
        before = memory.person(reading.number, tree[i].start)
        near = NamedSpan(before.who, before.span) if before is not None else None
    return near if near is not None and not is_unnamed(near.who) else None


def is_whose(tree: Tree, i: int) -> bool:
    """Whether a word is the "whose" of a clause."""
    return tree[i].tag == "WP$"


def told_of_himself(tree: Tree, i: int) -> list[int]:
    """Who tells of men as "his": the subject of the clause above."""
    if tree[i].text.lower() not in HIS:
        return []
    above = (one for one in tree.climb(i) if tree[one].is_verb)
    for verb in above:
        own = [one for one in tree.children(verb, *SUBJECTS) if one < i]
        own = [one for one in own if i not in tree.below(one)]
        if own:
            return own
    return []


def tied_to(tree: Tree, i: int) -> Iterator[int]:
    """To whom men are loyal, or by whom they are led."""
    for clause in tree.children(i, "acl", "relcl", "amod"):
        if clause > i and tree[clause].lemma in TYING:
            for prep in tree.children(clause, "prep", "agent"):
                if tree[prep].lemma in TO:
                    yield from tree.children(prep, "pobj")


def person_at(reading: Reading, i: int) -> NamedSpan | None:
    """The person whom a word names."""
    one = reading.named.get(i)
    person = one is not None and id_prefix(one.who) == "person"
    return one if person else None
