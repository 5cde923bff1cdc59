"""Groups that are described by what they are: "Islamist militants", "Uyghur groups"."""

from collections.abc import Mapping
from dataclasses import replace

from claimgraph.coding.new_ids import unnamed_id
from claimgraph.errors import CorpusError
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.meaning.told_before import is_told_of
from claimgraph.extraction.names.coreference import THE, Memory
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.given_names import names_of
from claimgraph.extraction.trees.owners import owners_of
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import Entity, TextSpan

BANDS = cues("bands", "bands")
# fighters of a people, who are known by it as by a name
TOLD = {one.removesuffix("s") for one in cues("doers", "rebels")}
PEOPLES = words("demonyms", "all") | words("demonyms", "peoples")
# what tells one band from another, besides words with a capital
CREEDS = cues("bands", "creeds")
# people who are told of only by whom they are tied to
PEOPLE, TYING = cues("bands", "people"), cues("bands", "tying")
TIED = BANDS | PEOPLE
DOUBTS = cues("bands", "doubts")
TIES = cues("bands", "ties")
BACKING = cues("bands", "backing")
CAMPS, LEFT = cues("bands", "camps"), cues("bands", "apart")
ALONE = cues("bands", "alone")
RUN, RUNNING = cues("bands", "run"), cues("bands", "running")
# nothing else is described so
SPOKEN_OF = TIED | CAMPS | ALONE | RUN
# words that tell nothing of whose the fighters are
PLAIN = cues("bands", "plain")
# whose offices are told of by what they are, and those offices
REBELS, OFFICES = cues("bands", "rebels"), cues("bands", "offices")
BESIDE = ("compound", "amod", "nmod")


class Bands:
    """The described groups of an article, each by its words."""

    def __init__(self, stem: str, text: str, sole: str | None = None) -> None:
        self.stem, self.text, self.sole = stem, text, sole
        self.made: dict[str, Member] = {}

    def with_bands(self, reading: Reading, memory: Memory) -> Reading:
        """The sentence with its described groups among who is named in it."""
        named = dict(reading.named)
        for word in reading.tree.words:
            rebels = word.text.lower() in REBELS
            theirs = self.rebels(reading, word.i, memory) if rebels else None
            if theirs is not None:
                named[word.i] = theirs
            new = word.lemma in SPOKEN_OF and word.i not in named
            span = self.span_of(reading, word.i) if new else None
            if span is not None and means_known_group(reading, word.i, memory):
                span = None
            if span is None:
                continue
            one = self.sole_meant(reading, word.i, span)
            one = one or self.band(prefix_at(reading.tree, word.i), span)
            if one is not None:
                named[word.i] = one
        return replace(reading, named=named)

    def rebels(self, reading: Reading, i: int, memory: Memory) -> NamedSpan | None:
        """Whose an office is that is told of as the rebels': "rebel leader A"."""
        tree = reading.tree
        if not is_of_rebels(reading, i):
            return None
        near = i > 0 and tree[i - 1].head in (i, tree[i].head)
        people = near and tree[i - 1].text.lower() in PEOPLES
        span = TextSpan(tree[i - people].start, tree[i].end)
        told = memory.group_told_of(reading.number, span.start)
        group = told.who if told is not None else memory.main
        if group is not None:
            return NamedSpan(group, span)
        if any(id_prefix(one.who) == "group" for one in reading.named.values()):
            return None
        known = (one for one in self.made if one.endswith(f"{tree[i].lemma}s"))
        band = next(known, None)
        return NamedSpan(band, span) if band is not None else self.band("group", span)

    def sole_meant(self, reading: Reading, i: int, span: TextSpan) -> NamedSpan | None:
        """The only group of an article, which its title calls by a people or a land."""
        if self.sole is None or reading.number or reading.tree[i].lemma not in TOLD:
            return None
        first = min(reading.tree.below(i))
        said = [word.text.lower() for word in reading.tree.words[first:i]]
        named = (reading.named.get(one) for one in range(first, i))
        land = any(one and id_prefix(one.who) in ("place", "state") for one in named)
        people = PEOPLES & {*said, "-".join(said)}
        if DOUBTS & {*said} or not (people or land):
            return None
        return NamedSpan(self.sole, span)

    def span_of(self, reading: Reading, i: int) -> TextSpan | None:
        """The words of a described group from its noun; None where it is none."""
        tree = reading.tree
        word = tree[i]
        tied = word.lemma in TIED and is_tied(tree, i)
        if tied and (names_of(reading, i) or is_named_before(reading, i)):
            return None
        if tied or is_part(reading, i) or is_run(tree, i):
            before = [one for one in tree.children(i, "amod", "compound") if one < i]
            first = min((i, *(two for one in before for two in tree.below(one))))
            return TextSpan(tree[first].start, word.end)
        if word.tag not in ("NNS", "NNPS") or word.lemma not in BANDS:
            return None
        if is_of_group(reading, i):
            return None
        before = [
            kid
            for kid in tree.children(i, "amod", "compound", "nmod", "npadvmod")
            if kid < i and tree[kid].text.lower() not in PLAIN
        ]
        if not any(
            tree[kid].text[0].isupper() or tree[kid].lemma in CREEDS for kid in before
        ):
            return with_backer(tree, i) or self.doubted(tree, i)
        for kid in before:
            one = reading.named.get(kid)
            if one is not None and id_prefix(one.who) in ("group", "person"):
                # they are that group's own
                return None
        first = min(before)
        first -= 2 if first > 1 and tree[first - 1].text == "-" else 0
        return TextSpan(tree[first].start, word.end)

    def doubted(self, tree: Tree, i: int) -> TextSpan | None:
        """The words of fighters nobody knows: "suspected militants"."""
        marked = [
            kid
            for kid in tree.children(i, "amod")
            if kid < i and tree[kid].text.lower() in DOUBTS
        ]
        definite = any(tree[kid].text.lower() in THE for kid in tree.children(i, "det"))
        other = definite or tree.children(i, "poss")
        if not marked or other or tree[i].dep in ("compound", "appos"):
            return None
        return TextSpan(tree[min(marked)].start, tree[i].end)

    def band(self, prefix: str, span: TextSpan) -> NamedSpan | None:
        """A described group at a place; None where its words have no letter."""
        said = self.text[span.start : span.end]
        try:
            made = unnamed_id(prefix, self.stem, said, ())
        except CorpusError:
            return None
        held = self.made.get(made)
        spans = (*held.mentions, span) if held is not None else (span,)
        entity = Entity(id=made, name=said, unnamed=True, collective=True)
        self.made[made] = Member(entity=entity, known=False, mentions=spans)
        return NamedSpan(made, span)

    def members(self) -> Mapping[str, Member]:
        """Those that were met, by their ids."""
        return self.made


def is_of_group(reading: Reading, i: int) -> bool:
    """Whether a noun is behind it told to be a group's: rebels of the Red Brigade."""
    held = (reading.named.get(one) for one in owners_of(reading.tree, i, inside=True))
    return any(one is not None and id_prefix(one.who) == "group" for one in held)


def is_of_rebels(reading: Reading, i: int) -> bool:
    """Whether a word only tells whose an office is: the rebel leader."""
    tree, last = reading.tree, reading.named.get(i)
    head = tree[i].head
    if tree[i].dep not in BESIDE or head < i:
        return False
    if tree[head].lemma.lower() not in OFFICES or is_named_before(reading, i):
        return False
    return last is None or (id_prefix(last.who) == "person" and is_unnamed(last.who))


def with_backer(tree: Tree, i: int) -> TextSpan | None:
    """The words of fighters told of by whose help they have: A-backed rebels."""
    for kid in tree.children(i, "amod"):
        first = kid - 2
        hyphened = first >= 0 and tree[kid - 1].text == "-"
        helped = hyphened and tree[kid].lemma in BACKING
        if helped and tree[first].text[0].isupper():
            return TextSpan(tree[first].start, tree[i].end)
    return None


def is_named_before(reading: Reading, i: int) -> bool:
    """Whether a noun belongs to the name before it: the Red Brigade militia."""
    last = reading.named.get(i - 1) if i else None
    return last is not None and id_prefix(last.who) == "group"


def prefix_at(tree: Tree, i: int) -> str:
    """What is described: a group, people who are tied to one, or a body it runs."""
    if tree[i].lemma in PEOPLE and is_tied(tree, i):
        return "person"
    return "org" if is_run(tree, i) else "group"


def is_part(reading: Reading, i: int) -> bool:
    """Whether a noun tells of a camp that left a group, and has no name."""
    tree = reading.tree
    if tree[i].dep in ("compound", "appos") or not is_apart(tree, i):
        return False
    if any(one in reading.named for one in bearers(tree, i)):
        return False
    return any(
        one in reading.named and id_prefix(reading.named[one].who) == "group"
        for one in (*owners_of(tree, i, inside=True), *owner_before(tree, i))
    )


def is_apart(tree: Tree, i: int) -> bool:
    """Whether a noun, with the words before it, tells of a camp that left."""
    if tree[i].lemma in ALONE or tree[i].lemma not in CAMPS:
        return tree[i].lemma in ALONE
    before = tree.children(i, "amod", "compound")
    return any(tree[kid].text.lower() in LEFT for kid in before)


def owner_before(tree: Tree, i: int) -> list[int]:
    """Whose a noun is by "its", in one list with it: "A and its affiliates"."""
    own = any(tree[kid].tag == "PRP$" for kid in tree.children(i, "poss"))
    return [tree[i].head] if own and tree[i].dep == "conj" else []


def is_run(tree: Tree, i: int) -> bool:
    """Whether a noun is a body that somebody runs: "an A-run radio station"."""
    if tree[i].lemma not in RUN or tree[i].dep in ("compound", "appos", "attr"):
        return False
    return any(
        tree[kid].text.lower() in RUNNING and kid > 1 and tree[kid - 1].text == "-"
        for kid in tree.children(i, "amod", "compound", "nmod")
    )


def means_known_group(reading: Reading, i: int, memory: Memory) -> bool:
    """Whether words mean the group that was told of: the Islamist extremists."""
    tree = reading.tree
    before = [kid for kid in tree.kids[i] if kid < i]
    definite = any(tree[kid].text.lower() in THE for kid in before)
    plain = all(
        tree[kid].dep in ("det", "punct")
        or tree[kid].text.lower() in CREEDS
        or is_tie(tree, kid)
        for kid in before
    )
    if not (definite and plain) or is_told_of(tree, i):
        return False
    return memory.group_told_of(reading.number, tree[i].start) is not None


def is_tie(tree: Tree, i: int) -> bool:
    """Whether a word before a noun only tells to whom it is tied: A-backed."""
    return tree[i].text.lower() in cues("bands", "tied") and tree[i - 1].text == "-"


def is_tied(tree: Tree, i: int) -> bool:
    """Whether a noun is told of by its ties: "A-linked men", "men with ties to A"."""
    if tree[i].dep in ("compound", "appos", "attr"):
        return False
    has = i + 2 < len(tree) and tree[i + 1].lemma == "with"
    if has and any(tree[one].lemma in TIES for one in tree.children(i + 1, "pobj")):
        return True
    return any(
        tree[kid].lemma in TYING and tree[kid].text.lower() != "link"
        for kid in tree.children(i, "amod", "acl", "relcl")
    )
