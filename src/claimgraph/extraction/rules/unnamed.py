"""Speakers without a name, described in an article's words: a senior official."""

import re

from claimgraph.coding.new_ids import unnamed_id
from claimgraph.errors import CorpusError
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.speech.writings import is_writing
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.extraction.words.telling import BODIES, PRESS, SPEAKERS
from claimgraph.ids import is_unnamed
from claimgraph.model import Entity, TextSpan

PLURAL = ("NNS", "NNPS")


class Unnamed:
    """The speakers of an article who have no name."""

    def __init__(self, stem: str, text: str) -> None:
        self.stem, self.text = stem, text
        self.made: dict[str, Member] = {}

    def at(self, reading: Reading, i: int) -> str | None:
        """Whom a word describes who may speak; None where it is nobody."""
        tree = reading.tree
        word = tree[i]
        if any(tree[kid].text.lower() == "no" for kid in tree.children(i, "det")):
            return None
        if word.lemma not in SPEAKERS and word.text.lower() not in SPEAKERS:
            return None
        span = self.described(reading, i)
        words = self.text[span.start : span.end]
        name = re.sub(r"^(?:the|a|an|one|some)\s+", "", words, flags=re.IGNORECASE)
        try:
            made = unnamed_id(kind_of(reading, i), self.stem, name, ())
        except CorpusError:
            return None
        many = word.tag in PLURAL or word.lemma == "police"
        self.add(made, name, span, collective=many)
        return made

    def described(self, reading: Reading, i: int) -> TextSpan:
        """The words for somebody, without what follows them after a comma."""
        span, end = reading.phrase_span(i), reading.tree[i].end
        comma = self.text.find(",", end, span.end)
        return TextSpan(span.start, span.end if comma < 0 else comma)

    def add(self, made: str, name: str, span: TextSpan, *, collective: bool) -> None:
        """A new member of the cast, or one more passage that describes it."""
        held = self.made.get(made)
        spans = (*held.mentions, span) if held is not None else (span,)
        entity = Entity(id=made, name=name, unnamed=True, collective=collective)
        self.made[made] = Member(entity=entity, known=False, mentions=spans)


def kind_of(reading: Reading, i: int) -> str:
    """The type of a speaker without a name: the media, a splinter group, a man."""
    tree = reading.tree
    beside = {tree[kid].lemma for kid in tree.children(i, "compound", "amod")}
    own = {tree[i].lemma, tree[i].text.lower()}
    if own & BODIES or (is_writing(tree, i) and beside & PRESS):
        return "org"
    return "group" if tree[i].lemma in GROUP_NOUNS else "person"


def named_beside(reading: Reading, i: int) -> str | None:
    """Who is named after what he or it is: its spokesman, A; its wing, B.

    "The head of the mission in A, B" may hang B on A, and "A, head of the mission"
    may have A beside something else.
    """
    tree, held = reading.tree, reading.named
    before = tree.below(i)[0] - 2
    apart = before >= 0 and tree[before + 1].text == "," and tree[i].pos == "NOUN"
    one = held.get(before) if apart and tree[i].tag != "NNS" else None
    struck = (*SUBJECTS, "dobj", "pobj")
    if one is not None and tree[before].dep not in struck:
        who = one.as_one_of(("person",))
        if who is not None and not is_unnamed(who):
            return who
    beside = tree.children(i, "appos")
    named = [held[one] for one in beside if one in held]
    people = (
        held[one].as_one_of(("person",))
        for one in tree.below(i)
        if one > i and one in held and tree[one].dep == "appos"
        if tree[one].head == i or tree[tree[one].head].pos == "PROPN"
    )
    bodies = (one.as_one_of(("group", "org")) for one in named)
    return next((one for one in (*people, *bodies) if one is not None), None)
