"""Things and people without a name that violence hits: a church, five soldiers."""

from collections.abc import Mapping

from claimgraph.coding.new_ids import new_id, unnamed_id
from claimgraph.errors import CorpusError
from claimgraph.extraction.attacks.targets import BUILDINGS
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.names.coreference import THE
from claimgraph.extraction.trees.reading import NamedSpan, Reading, Referent
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cue_lists, cues
from claimgraph.extraction.words.word_lists import words as words_of
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan
from claimgraph.nouns import describes_many

# of which type and kind each word for a thing or for people is
KINDS: Mapping[str, tuple[str, str]] = {
    word: (prefix, kind)
    for section, prefix in (("places", "place"), ("peoples", "community"))
    for kind, listed in cue_lists()[section].items()
    for word in listed
}
# what only says which or how many of them
VAGUE = cues("things", "vague")
# of all other words for people the singular is one person
COLLECTIVE = cues("things", "collective")
DIRECTIONS = words_of("places", "directions") - {"nearby", "greater"}
PLURAL = ("NNS", "NNPS")
# what any place that is told of may be called again
SMALL = ("town", "city", "village")
FRESH = cues("things", "fresh")


class Things:
    """The things and people without a name of an article, each by its words."""

    def __init__(self, stem: str, text: str) -> None:
        self.stem, self.text = stem, text
        self.made: dict[str, Member] = {}
        # whoever, or whatever, was last called by a word
        self.last: dict[tuple[str, str, bool], str] = {}

    def enter(self, reading: Reading) -> None:
        """Keep the places with a name by the word that says what they are."""
        for one in dict.fromkeys(reading.named.values()):
            if id_prefix(one.who) != "place":
                continue
            words = self.text[one.span.start : one.span.end].lower().split()
            for head in (words[-1], *(() if words[-1] in BUILDINGS else SMALL)):
                self.last["place", head, False] = one.who

    def town(self, reading: Reading, i: int) -> Referent | None:
        """The town told of before that "the town" means."""
        tree, word = reading.tree, reading.tree[i]
        plain = not tree.children(
            i, "amod", "compound", "prep", "appos", "acl", "relcl"
        )
        who = self.last.get(("place", word.lemma, False))
        definite = any(tree[kid].text.lower() in THE for kid in tree.children(i, "det"))
        if who is None or not (plain and definite):
            return None
        return Referent(who, TextSpan(word.start, word.end))

    def part(self, reading: Reading, i: int, one: NamedSpan) -> Referent | None:
        """The part of a state that is told by where in it: northern Arland."""
        tree = reading.tree
        sides = [
            kid
            for kid in tree.children(i, "amod", "compound")
            if tree[kid].text.lower() in DIRECTIONS and tree[kid].end < one.span.start
        ]
        if not sides or id_prefix(one.who) != "state":
            return None
        span = TextSpan(tree[sides[-1]].start, one.span.end)
        who = self.thing("place", "region", span, named=True)
        if who is None:
            return None
        self.meet(who, span)
        return Referent(who, span)

    def at(self, reading: Reading, i: int) -> Referent | None:
        """What a noun without a name stands for; None where it is nothing to hit."""
        tree = reading.tree
        told = kind_at(tree, i)
        if told is None:
            return None
        prefix, kind = told
        first = first_word(tree, i)
        span = TextSpan(tree[first].start, tree[i].end)
        key = (prefix, tree[i].lemma, tree[i].tag in PLURAL)
        again = first == i and is_again(tree, i)
        who = self.last.get(key) if again else None
        who = who or self.thing(prefix, kind, span)
        if who is None:
            return None
        self.last[key] = who
        self.meet(who, span)
        return Referent(who, span)

    def people(self, reading: Reading, i: int) -> Referent | None:
        """The people, or the one, without a name of whom a noun tells."""
        return self.plain("person", reading, i)

    def plain(self, prefix: str, reading: Reading, i: int) -> Referent | None:
        """Fighters or people of whom a noun tells, and what stands before it."""
        first = reading.tree[first_word(reading.tree, i)].start
        span = TextSpan(first, reading.tree[i].end)
        return self.unnamed(prefix, span, self.text[span.start : span.end])

    def captor(self, span: TextSpan, name: str) -> Referent | None:
        """A body of which only what it did is told, by the word for that."""
        return self.unnamed("org", span, name)

    def unnamed(self, prefix: str, span: TextSpan, name: str) -> Referent | None:
        """Somebody without a name at a passage; None where the name has no letter."""
        try:
            who = unnamed_id(prefix, self.stem, name, ())
        except CorpusError:
            return None
        several = prefix == "person" and describes_many(name)
        entity = Entity(id=who, name=name, unnamed=True, collective=several)
        self.made.setdefault(who, Member(entity=entity, known=False, mentions=()))
        self.meet(who, span)
        return Referent(who, span)

    def thing(
        self, prefix: str, kind: str | None, span: TextSpan, *, named: bool = False
    ) -> str | None:
        """The id of what some words call; None where they have no letter."""
        words = self.text[span.start : span.end]
        try:
            who = (
                new_id(prefix, [words], ())
                if named
                else unnamed_id(prefix, self.stem, words, ())
            )
        except CorpusError:
            return None
        several = prefix == "community"
        entity = Entity(
            id=who, name=words, kind=kind, unnamed=not named, collective=several
        )
        self.made.setdefault(who, Member(entity=entity, known=False, mentions=()))
        return who

    def meet(self, who: str, span: TextSpan) -> None:
        """Take in one more passage for a thing without a name."""
        held = self.made.get(who)
        if held is not None and span not in held.mentions:
            spans = (*held.mentions, span)
            self.made[who] = Member(entity=held.entity, known=False, mentions=spans)

    def members(self) -> Mapping[str, Member]:
        """Those that were met, by their ids."""
        return self.made


def kind_at(tree: Tree, i: int) -> tuple[str, str | None] | None:
    """Of which type and kind a noun is; None where nothing that can be hit."""
    word = tree[i]
    told = KINDS.get(word.lemma.lower()) or KINDS.get(word.text.lower())
    if told is None or not word.is_noun:
        return None
    single = word.tag in ("NN", "NNP") and word.lemma.lower() not in COLLECTIVE
    if told[0] == "community" and single:
        return "person", None
    return told


def first_word(tree: Tree, i: int) -> int:
    """Where the words begin that tell a thing from others: "Arland army base"."""
    first = i
    for kid in sorted(tree.children(i, "amod", "compound", "nmod"), reverse=True):
        if kid > i:
            continue
        if tree[kid].text.lower() in VAGUE or tree[kid].pos == "NUM":
            break
        first = tree.below(kid)[0]
    return first


def is_again(tree: Tree, i: int) -> bool:
    """Whether a noun by itself may mean what was told of: the church, soldiers."""
    if tree.children(i, "nummod"):
        return False
    beside = {tree[kid].text.lower() for kid in tree.children(i, "det", "amod")}
    return not beside & (FRESH | {"a", "an"})
