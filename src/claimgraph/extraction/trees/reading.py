"""A parsed sentence with who is named in it, and what is told of as an attack."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan

BESIDE = ("compound", "amod", "nmod")


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A passage that names somebody, or tells of an attack: the id of who it is.

    `others` are those whom it may mean as well: the country beside the state.
    """

    who: str
    span: TextSpan
    others: tuple[str, ...] = ()

    def as_one_of(self, prefixes: Collection[str]) -> str | None:
        """Who of some types is meant; None where nobody is."""
        everybody = (self.who, *self.others)
        return next((one for one in everybody if id_prefix(one) in prefixes), None)


@dataclass(frozen=True, slots=True)
class Referent:
    """Who is meant, by which words, and where it is named if not there."""

    who: str
    words: TextSpan
    antecedent: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence: its tree, and what its words name.

    `named` has for each word of a name the name, `deeds` for each word of an attack the
    attack. `number` is the sentence's place among those of the article.
    """

    number: int
    span: TextSpan
    tree: Tree
    named: Mapping[int, NamedSpan]
    deeds: Mapping[int, NamedSpan]
    days: tuple[tuple[TextSpan, str], ...] = ()

    def with_names(self, more: Iterable[NamedSpan]) -> "Reading":
        """The sentence with more names in it."""
        found = {**words_of(self.tree, more), **self.named}
        return replace(self, named=found) if more else self

    def head_of(self, one: NamedSpan) -> int | None:
        """The word of a name that the others hang on."""
        inside = [i for i, other in self.named.items() if other == one]
        if not inside:
            inside = [i for i, other in self.deeds.items() if other == one]
        heads = [i for i in inside if self.tree[i].head not in inside]
        return next(iter(reversed(heads or inside)), None)

    def is_subject(self, one: NamedSpan) -> bool:
        """Whether a name is the subject of a verb, or its men are: the A rebels."""
        head = self.head_of(one)
        if head is None:
            return False
        while self.tree[head].dep in BESIDE and id_prefix(one.who) == "group":
            head = self.tree[head].head
        return self.tree[self.tree.first_conjunct(head)].dep in SUBJECTS

    def words_span(self, words: Iterable[int]) -> TextSpan:
        """From the first to the last of some words."""
        places = sorted(words)
        return TextSpan(self.tree[places[0]].start, self.tree[places[-1]].end)

    def phrase_span(self, i: int) -> TextSpan:
        """A word with what belongs to its phrase, clauses left out."""
        first, last = self.tree.phrase(i)
        return TextSpan(self.tree[first].start, self.tree[last].end)

    def phrase_words(self, i: int) -> str:
        """The words from a phrase's first word to its head."""
        first, _ = self.tree.phrase(i)
        return " ".join(word.text for word in self.tree.words[first : i + 1])


def reading(
    number: int,
    span: TextSpan,
    tree: Tree,
    named: Iterable[NamedSpan],
    deeds: Iterable[NamedSpan],
    days: Iterable[tuple[TextSpan, str]] = (),
) -> Reading:
    """A sentence with those names, attacks and days that lie in it."""
    return Reading(
        number, span, tree, words_of(tree, named), words_of(tree, deeds), tuple(days)
    )


def words_of(tree: Tree, named: Iterable[NamedSpan]) -> Mapping[int, NamedSpan]:
    """For each word of each passage that passage."""
    found: dict[int, NamedSpan] = {}
    for one in named:
        for word in tree.words:
            if word.start < one.span.end and one.span.start < word.end:
                found.setdefault(word.i, one)
    return found
