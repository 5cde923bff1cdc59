"""Who is told of as news begin, before he is named: "a former rapper", "a group"."""

import re
from dataclasses import replace

from claimgraph.extraction.candidates import Cast
from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.trees.given_names import names_of
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import one_of
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

# an article begins with so many sentences, and names who is meant so soon after
BEGINNING, SOON = 3, 420
DOUBTS = cues("bands", "doubts")
REBELS = cues("announced", "rebels")
KINDS = REBELS | cues("bands", "bands")
NO_PERSONS = cues("announced", "no_persons")
# behind a name: what a person is told to be who did a deed
ACCUSED = re.compile(
    rf"[^.\n]{{0,80}}?\b{one_of(cues('announced', 'accused'))}\b", re.IGNORECASE
)
# behind the name of a group: what it does, or what it says of what others do
ACTED = re.compile(
    rf"[^.\n]{{0,120}}?\b{one_of(cues('announced', 'acted'))}\b", re.IGNORECASE
)
REACTED = re.compile(
    rf"[^.\n]{{0,80}}?\b{one_of(cues('announced', 'reacted'))}\b", re.IGNORECASE
)
# before it: that it is the one, or another
THE_GROUP = re.compile(
    r"(?:(?:group|militants|rebels|insurgents|fighters),? (?:is |are |was |were )?"
    r"(?:called|known as|named|identified as|of|from|members of)? ?(?:the )?"
    r"|claimed by (?:the )?|members of (?:the )?|responsibility by (?:the )?)$"
)
OTHERS = re.compile(
    r"\b(?:rivals?|enem(?:y|ies)|with|against|while|as) (?:of )?(?:the )?$"
)
# before a name: it is that of who was told of
IDENTIFIED = re.compile(
    r"(?:(?:identified|named)(?: by [^,.\n]{2,40})? as|(?:man|woman|suspect|gunman"
    r"|bomber|attacker|accused|defendant|shooter|killer|driver|pair),) $"
)


class Announced:
    """The first people and groups that an article names, and in which place."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.groups, self.people = firsts(cast, "group"), firsts(cast, "person")

    def with_announced(self, reading: Reading) -> Reading:
        """A sentence at the beginning with who is named after it alone."""
        if reading.number >= BEGINNING:
            return reading
        named = dict(reading.named)
        for word in reading.tree.words:
            if word.i in named or not word.is_noun or word.pos == "PROPN":
                continue
            who = self.group(reading, word.i) or self.person(reading, word.i)
            if who is not None:
                named[word.i] = NamedSpan(who, TextSpan(word.start, word.end))
        return replace(reading, named=named)

    def group(self, reading: Reading, i: int) -> str | None:
        """The group that "a group" or "rebels" are, which is named next."""
        word = reading.tree[i]
        one = word.tag == "NN" and word.lemma in GROUP_NOUNS and is_armed(reading, i)
        one = one and is_any(reading, i)
        many = word.tag == "NNS" and word.lemma in REBELS and is_bare(reading, i)
        if not (one or many) or names_of(reading, i):
            return None
        found = soon(self.groups, reading.span)
        if found is None or not (one or len(self.groups) == 1):
            return None
        return found[0] if self.is_identified(found[1]) else None

    def person(self, reading: Reading, i: int) -> str | None:
        """The person that "a former rapper" is, who is named next."""
        tree = reading.tree
        if tree[i].tag != "NN" or tree[i].dep not in SUBJECTS:
            return None
        if tree[i].lemma in NO_PERSONS or not is_any(reading, i):
            return None
        found = soon(self.people, reading.span)
        if found is None or not self.is_told_of(found[1]):
            return None
        return found[0]

    def is_told_of(self, span: TextSpan) -> bool:
        """Whether a name begins a sentence that accuses him, or is his at last."""
        before = self.text[max(0, span.start - 80) : span.start]
        if IDENTIFIED.search(before):
            return True
        begins = before.endswith("\n") or before.endswith(". ") or not before
        return begins and ACCUSED.match(self.text, span.end) is not None

    def is_identified(self, span: TextSpan) -> bool:
        """Whether a group is named as one that does such things, and as no other."""
        before = self.text[max(0, span.start - 60) : span.start]
        if OTHERS.search(before) or REACTED.match(self.text, span.end):
            return False
        return bool(THE_GROUP.search(before)) or bool(ACTED.match(self.text, span.end))


def firsts(cast: Cast, prefix: str) -> list[tuple[str, TextSpan]]:
    """Those of a type with a name, with where each is named first, in order."""
    found = [
        (key, min(one.mentions, key=lambda span: span.start))
        for key, one in cast.items()
        if id_prefix(key) == prefix and not is_unnamed(key) and one.mentions
    ]
    return sorted(found, key=lambda one: one[1].start)


def soon(
    found: list[tuple[str, TextSpan]], sentence: TextSpan
) -> tuple[str, TextSpan] | None:
    """The first one, if it is named soon after a sentence, and not before."""
    if not found or not sentence.end <= found[0][1].start < sentence.end + SOON:
        return None
    return found[0]


def is_any(reading: Reading, i: int) -> bool:
    """Whether a noun tells of somebody who is new: a group."""
    kids = reading.tree.children(i, "det")
    low = {reading.tree[one].text.lower() for one in kids}
    return bool(low & {"a", "an"}) and not is_doubted(reading, i)


def is_armed(reading: Reading, i: int) -> bool:
    """Whether "a group" may be one in arms: no rights group, no group of villagers."""
    tree = reading.tree
    if any(tree[kid].lemma == "of" for kid in tree.children(i, "prep")):
        return False
    beside = tree.children(i, "compound", "nmod", "poss")
    return all(tree[kid].lemma.lower() in KINDS for kid in beside)


def is_bare(reading: Reading, i: int) -> bool:
    """Whether a noun in the plural tells of those whom everybody knows: rebels."""
    kids = reading.tree.children(i, "det", "nummod", "poss", "prep", "relcl", "acl")
    return not kids and not is_doubted(reading, i)


def is_doubted(reading: Reading, i: int) -> bool:
    """Whether it is open who some are: suspected rebels."""
    kids = reading.tree.children(i, "amod")
    return any(reading.tree[one].text.lower() in DOUBTS for one in kids)
