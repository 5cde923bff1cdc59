"""A parsed sentence as plain values, and the way through it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps

from claimgraph.extraction.words.cues import cues

# what joins two into one
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
# what headlines tell without "was"
CHARGING = cues("clauses", "charging")
OVER_DEED = frozenset(("in", "over", "of", "for"))
RELATIVE = frozenset(("WDT", "WP", "WP$"))
# what hangs on a noun and is no part of its phrase
APART = frozenset(("relcl", "appos", "acl", "conj", "cc", "punct"))


# to make one that is frozen takes nine times as long
@dataclass(slots=True)
class Word:
    """A word of a sentence: `start` and `end` are places in the text.

    `head` is the number of the word that it hangs on, its own for a root.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, or a helping one."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, a name or a pronoun."""
        return self.pos in ("NOUN", "PROPN", "PRON")


def asked_once(
    ask: Callable[["Tree", int], Iterable[int]],
) -> Callable[["Tree", int], list[int]]:
    """A question about a word, which words it leads to, that is worked out once.

    Many triggers ask it of the same word; a tree keeps the answers while it lives.
    """

    @wraps(ask)
    def answer(tree: "Tree", i: int) -> list[int]:
        question = (ask, i)
        found = tree.answers.get(question)
        if found is None:
            found = tree.answers[question] = tuple(ask(tree, i))
        return [*found]

    return answer


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one sentence with what hangs on each."""

    words: tuple[Word, ...]
    kids: tuple[tuple[int, ...], ...] = field(repr=False)
    answers: dict[object, tuple[int, ...]] = field(
        default_factory=dict[object, tuple[int, ...]], repr=False, compare=False
    )

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def __len__(self) -> int:
        return len(self.words)

    def children(self, i: int, *deps: str) -> list[int]:
        """What hangs on a word, by some labels or by any."""
        kids = self.kids[i]
        if not kids or not deps:
            return [*kids]
        words = self.words
        return [one for one in kids if words[one].dep in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """The first of them."""
        return next(iter(self.children(i, *deps)), None)

    def behind(self, i: int, *prepositions: str) -> list[int]:
        """What stands behind some prepositions that hang on a word."""
        return [
            one
            for prep in self.children(i, "prep")
            if self.words[prep].lemma in prepositions
            for one in self.children(prep, "pobj")
        ]

    def climb(self, i: int) -> Iterator[int]:
        """The words above a word, the nearest first."""
        seen = {i}
        while (head := self.words[i].head) not in seen:
            seen.add(head)
            yield head
            i = head

    @asked_once
    def below(self, i: int) -> list[int]:
        """A word and all that hangs on it, in the order of the text."""
        found, stack = list[int](), [i]
        while stack:
            one = stack.pop()
            found.append(one)
            stack += self.kids[one]
        return sorted(found)

    def text_to(self, i: int, words: int) -> str:
        """The text of some words up to a word, a space where there are any."""
        first = max(0, i - words + 1)
        parts: list[str] = []
        for one in range(first, i + 1):
            spaced = one > first and self.words[one - 1].end < self.words[one].start
            parts.append(f"{' ' if spaced else ''}{self.words[one].text}")
        return "".join(parts).lower()

    @asked_once
    def conjuncts(self, i: int) -> list[int]:
        """A word and all that are joined to it behind it: A, B and C."""
        found = [i]
        for one in found:
            found += [kid for kid in self.children(one, "conj") if kid not in found]
        return found

    def first_conjunct(self, i: int) -> int:
        """The word that a chain of joined words begins with."""
        seen = {i}
        kind = self.words[i].is_noun
        while self.words[i].dep == "conj" and self.words[i].head not in seen:
            if self.words[self.words[i].head].is_noun != kind:
                break
            i = self.words[i].head
            seen.add(i)
        return i

    def is_passive(self, verb: int) -> bool:
        """Whether what is done to its subject is told."""
        if self.children(verb, "nsubjpass", "auxpass", "csubjpass"):
            return True
        word = self.words[verb]
        bare = not self.children(verb, "nsubj", "aux")
        if word.tag == "VBN" and bare and word.dep in ("acl", "amod", "advcl", "dep"):
            return True
        if word.dep == "ROOT" and self.is_headline(verb):
            return True
        if word.tag == "VBD" and bare and word.dep == "acl":
            # "a man kidnapped and killed by them"
            return True
        if word.dep == "conj" and word.tag == "VBN" and bare:
            head = word.head
            return self.words[head].is_verb and self.is_passive(head)
        return word.tag in ("VBN", "VBD") and bool(self.children(verb, "agent"))

    def is_headline(self, verb: int) -> bool:
        """Whether a participle stands for a passive: "A suspected in the bombing"."""
        told = self.children(verb, "aux", "dobj", "ccomp", "xcomp", "oprd", "attr")
        word = self.words[verb]
        if told or word.lemma not in CHARGING or word.tag not in ("VBN", "VBD"):
            return False
        over = {self.words[one].lemma for one in self.children(verb, "prep")}
        return bool(over) if word.tag == "VBN" else bool(over & OVER_DEED)

    def is_negated(self, i: int) -> bool:
        """Whether a word has a "not" or "never" of its own, "not only" aside.

        Who has yet to do something has not done it.
        """
        above = self.words[i].head
        if self.words[i].dep == "xcomp" and self.words[above].lemma == "have":
            return any(self.words[kid].lemma == "yet" for kid in self.kids[above])
        for kid in self.children(i, "neg"):
            after = self.words[kid + 1].lemma if kid + 1 < len(self.words) else ""
            if after not in ("only", "just", "merely"):
                return True
        return False

    def relative_head(self, verb: int) -> int | None:
        """The noun that a clause with "who" or "which" describes, from its verb."""
        for one in (verb, *self.climb(verb)):
            word = self.words[one]
            if word.dep == "relcl":
                return word.head
            if word.dep not in ("conj", "xcomp", "ccomp", "aux", "pcomp", "prep"):
                return None
        return None

    @asked_once
    def phrase(self, i: int) -> tuple[int, int]:
        """First and last word of a noun phrase, clauses and appositions left out."""
        first = last = i
        stack = [i]
        while stack:
            one = stack.pop()
            first, last = min(first, one), max(last, one)
            stack += [kid for kid in self.kids[one] if self.words[kid].dep not in APART]
        return first, last


def is_tree(words: Sequence[Word]) -> bool:
    """Whether each of some words hangs below a root, and none in a ring."""
    sound = {word.i for word in words if word.head == word.i}
    for word in words:
        way = set[int]()
        i = word.i
        while i not in sound:
            if i in way:
                return False
            way.add(i)
            i = words[i].head
        sound |= way
    return True


def tree_of(words: tuple[Word, ...]) -> Tree:
    """The tree of some words."""
    kids: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            kids[word.head].append(word.i)
    return Tree(words, tuple(map(tuple, kids)))
