"""Groups and people of whom nothing tells but that a trigger asks for one there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.coding.new_ids import new_id
from claimgraph.errors import CorpusError
from claimgraph.extraction.candidates import Cast, Member
from claimgraph.extraction.names.people import may_be_person
from claimgraph.extraction.names.phrases import NO_NAMES, TITLES
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.ends import prefixes_of
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import Tree, Word
from claimgraph.extraction.words.name_words import DEMONYMS, NO_GROUPS, is_common
from claimgraph.extraction.words.word_lists import words as words_of
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan
from claimgraph.schema import load_schema

# written as the letters of a name are: LeT, FDLR
LETTERS = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,5}")
SHORTEST = 3
MOST_WORDS = 6
PERSON = ("person",)
PEOPLES = DEMONYMS | NO_GROUPS | words_of("demonyms", "peoples")


@dataclass(frozen=True, slots=True)
class DemandedName:
    """A name that stands where a trigger asks for somebody of a type."""

    name: str
    prefix: str


def asked_for(reading: Reading, hits: Iterable[Hit]) -> Iterator[DemandedName]:
    """The names of one sentence that are nobody's yet, with the types asked for."""
    if not any(is_free(reading, word) for word in reading.tree.words):
        return
    for hit in hits:
        relation = load_schema().relations[hit.entry.relation]
        for end, labels in (("subject", relation.source), ("object", relation.target)):
            prefixes = prefixes_of(labels)
            # "responsibility was claimed by X": whoever else says that he did it
            own = hit.entry.origin == end and PERSON[0] not in prefixes
            own = own and hit.noun is not None
            if "group" in prefixes or (prefixes == PERSON and relation.tie):
                yield from at_end(reading, hit, end, prefixes, own=own)


def at_end(
    reading: Reading, hit: Hit, end: str, prefixes: tuple[str, ...], *, own: bool
) -> Iterator[DemandedName]:
    """The names at one end of a trigger: sure is whose `own` word it is, a group.

    Elsewhere a name of several words is a person's; a group is known by its article.
    """
    tree = reading.tree
    for i in (one for words in hit.ways(end)[:1] for one in words):
        if not is_free(reading, tree[i]):
            continue
        name = name_at(reading, i)
        if name is None:
            continue
        of_person = PERSON[0] in prefixes and tree[i].tag != "NNPS"
        several = " " in name
        if several and not may_be_person(fold(name).split()):
            of_person = False
        # "its affiliate, the RB": what has a parent is a body
        part = PERSON[0] not in prefixes and end == "subject"
        if prefixes == PERSON and of_person:
            yield DemandedName(name, "person")
        elif own or is_band(tree, i) or (part and LETTERS.fullmatch(name)):
            yield DemandedName(name, "group")
        elif of_person and several:
            yield DemandedName(name, "person")


def is_free(reading: Reading, word: Word) -> bool:
    """Whether a word may be of a name, and nobody is known by it."""
    taken = word.i in reading.named or word.i in reading.deeds
    return word.pos == "PROPN" and not taken


def is_band(tree: Tree, i: int) -> bool:
    """Whether a name is that of several, told of as known: the Zetas, not the Poles."""
    several = tree[i].tag == "NNPS" and tree[i].text[-1:] == "s"
    known = any(tree[kid].text.lower() == "the" for kid in tree.children(i, "det"))
    return several and known and fold(tree[i].text)[:-1] not in PEOPLES


def name_at(reading: Reading, i: int) -> str | None:
    """The words of a name from its last word; None where they name nobody."""
    tree: Tree = reading.tree
    first = i
    while (
        first
        and tree[first - 1].pos == "PROPN"
        and first - 1 not in reading.named
        and tree[first - 1].head in range(first - 1, i + 1)
    ):
        first -= 1
    titles = [one for one in range(first, i) if tree[one].text.lower() in TITLES]
    first = titles[-1] + 1 if titles else first
    words = [tree[one].text for one in range(first, i + 1)]
    low = [fold(one) for one in words]
    adherent = len(low) == 1 and low[0] in PEOPLES
    if low[-1] in NO_NAMES or is_common(low) or adherent:
        return None
    if len(words) > MOST_WORDS or len(words[-1]) < SHORTEST - 1:
        return None
    if not all(one[0].isupper() for one in words if one[0].isalpha()):
        return None
    return " ".join(words)


def whole_name(text: str, surname: str) -> str | None:
    """The first name and surname of whom a text elsewhere calls by the surname alone.

    >>> whole_name("Omar Haddad fled. Haddad killed ten.", "Haddad")
    'Omar Haddad'
    >>> whole_name("The Zetas fled. Zetas killed ten.", "Zetas") is None
    True
    """
    if " " in surname or LETTERS.fullmatch(surname):
        return None
    first = rf"(?<![\w.] )(?<!\w)([A-Z][a-z]+) {re.escape(surname)}(?!\w)(?! [A-Z])"
    found = [one[1] for one in re.finditer(first, text)]
    plain = [one for one in found if not is_no_name(one)]
    if len(set(plain)) != 1:
        return None
    return f"{plain[0]} {surname}"


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is nobody's first name: But, American, President.

    >>> is_no_name("But"), is_no_name("Omar")
    (True, False)
    """
    low = fold(word)
    return low in NO_NAMES or is_common([low])


class Demanded:
    """Whom the triggers of an article ask for, and where their names stand."""

    def __init__(self, text: str, cast: Cast, asked: Iterable[DemandedName]) -> None:
        self.made: dict[str, Member] = {}
        self.places: list[NamedSpan] = []
        names: dict[str, str] = {}
        for one in asked:
            names.setdefault(one.name, one.prefix)
        taken = set(cast)
        for name, prefix in names.items():
            whole = whole_name(text, name)
            if whole is None:
                self.meet(text, name, prefix, taken)
            else:
                self.meet(text, whole, "person", taken, surname=name)
        self.places.sort(key=lambda one: one.span.start)

    def meet(
        self,
        text: str,
        name: str,
        prefix: str,
        taken: set[str],
        *,
        surname: str | None = None,
    ) -> None:
        """Somebody new, with all places of the name."""
        try:
            who = new_id(prefix, [name], taken)
        except CorpusError:
            return
        names = "|".join(re.escape(one) for one in (name, surname) if one)
        pattern = rf"(?<!\w)(?:{names})(?!\w)"
        spans = [TextSpan(*one.span()) for one in re.finditer(pattern, text)]
        if not spans:
            return
        taken.add(who)
        kind = "militant-group" if id_prefix(who) == "group" else None
        entity = Entity(id=who, name=name, kind=kind)
        self.made[who] = Member(entity=entity, known=False, mentions=tuple(spans))
        self.places += [NamedSpan(who, one) for one in spans]

    def within(self, span: TextSpan, held: Iterable[NamedSpan]) -> list[NamedSpan]:
        """The names in a sentence that no other name overlaps."""
        others = list(held)
        return [
            one
            for one in self.places
            if span.start <= one.span.start and one.span.end <= span.end
            if not any(
                one.span.start < other.span.end and other.span.start < one.span.end
                for other in others
            )
        ]

    def members(self) -> Mapping[str, Member]:
        """Those who were met, by their ids."""
        return self.made
