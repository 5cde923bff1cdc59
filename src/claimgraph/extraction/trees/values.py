"""Numbers of people, and days, at the words of a parsed sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.coding.figures import figure, figure_word
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.model import TextSpan, Value

PEOPLE = cues("values", "people")
MANY = cues("values", "many")
PARTS = ("quantmod", "advmod", "compound", "nummod", "amod", "det")
MODIFIERS = cues("values", "modifiers")
AT_ALL = (["least"], ["most"])
# what deeds do: the day beside is theirs
HAPPENING = cues("values", "happening")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the words that tell it, and the word for many that it is."""

    value: Value
    words: TextSpan
    word: str | None = None


def number_at(tree: Tree, i: int) -> Counted | None:
    """How many a noun, or a number by itself, counts; None where none is told."""
    word = tree[i]
    noun: int | None = i
    if word.pos == "NUM" or word.text.lower() in MANY:
        number, noun = i, counted_noun(tree, i)
    else:
        found = [
            kid
            for kid in tree.children(i, "nummod", "amod", "det")
            if tree[kid].pos == "NUM" or tree[kid].text.lower() in MANY
        ]
        if not found:
            return None
        number = found[0]
    words_said, first = said_number(tree, number)
    told = figure(words_said)
    if told is None:
        return None
    of = "people" if noun is None else of_noun(tree, noun, number)
    last = max(number, noun if noun is not None else number)
    low, high, about = told.get("min"), told.get("max"), bool(told.get("about"))
    value = Value(
        min=low if isinstance(low, int) else None,
        max=high if isinstance(high, int) else None,
        of=of,
        about=about,
    )
    words = TextSpan(tree[first].start, tree[last].end)
    return Counted(value, words, figure_word(words_said))


def counted_noun(tree: Tree, number: int) -> int | None:
    """The noun that a number by itself counts: dozens of people."""
    for prep in tree.children(number, "prep"):
        if tree[prep].lemma == "of":
            return tree.child(prep, "pobj")
    head = tree[number].head
    if tree[number].dep == "nummod" and tree[head].is_noun:
        return head
    return None


def said_number(tree: Tree, number: int) -> tuple[str, int]:
    """The words of a number, "at least" with it, and where they begin."""
    first = last = number
    for kid in tree.below(number):
        if abs(kid - number) <= 3 and tree[kid].dep in PARTS:
            first, last = min(first, kid), max(last, kid)
    while first and tree[first - 1].text.lower() in MODIFIERS and number - first < 4:
        first -= 1
    words = [one.text.lower() for one in tree.words[first : last + 1]]
    if words[0] == "to" or (words[0] == "at" and words[1:2] not in AT_ALL):
        # "rose to at least ten", "stood at ten"
        return as_read(words[1:]), first + 1
    return as_read(words), first


def as_read(words: Sequence[str]) -> str:
    """The words of a number as they are read: twenty-two."""
    return " ".join(words).replace(" - ", "-")


def of_noun(tree: Tree, noun: int, number: int) -> str:
    """The noun that is counted, with the words between it and its number."""
    first = number + 1 if number < noun else noun
    kept = [
        word.text
        for word in tree.words[first : noun + 1]
        if word.dep in ("amod", "compound", "nmod") or word.i == noun
    ]
    # "700 more"
    return "people" if kept in ([], ["more"]) else " ".join(kept)


def is_people(of: str) -> bool:
    """Whether what is counted are people.

    >>> is_people("Afghan civilians"), is_people("houses")
    (True, False)
    """
    last = of.lower().split()[-1]
    return last in PEOPLE or last.removesuffix("s") in PEOPLE


def day_near(
    tree: Tree, i: int, days: Sequence[tuple[TextSpan, str]]
) -> tuple[TextSpan, str] | None:
    """The day told with a word: in its own phrase, else right beside its verb.

    What befalls a deed later, its trial, has days of its own.
    """
    first, last = tree.phrase(i)
    words = [one for one in tree.below(i) if first <= one <= last]
    own = inside(days, tree, tree.below(i) if tree[i].is_verb else words)
    if own is not None:
        return own
    for one in tree.climb(i):
        if tree[one].is_verb:
            told = tree[i].is_verb or tree[one].lemma in HAPPENING
            return inside(days, tree, beside_verb(tree, one)) if told else None
    return None


def beside_verb(tree: Tree, verb: int) -> list[int]:
    """The words that hang on a verb itself, and on no clause or noun of its own."""
    kids = tree.children(verb, "prep", "npadvmod", "advmod", "nmod", "tmod")
    return [word for kid in kids for word in tree.below(kid)]


def inside(
    days: Sequence[tuple[TextSpan, str]], tree: Tree, words: Iterable[int]
) -> tuple[TextSpan, str] | None:
    """The first day that lies in some words."""
    starts = {tree[one].start for one in words} | {tree[one].end - 1 for one in words}
    for span, day in days:
        if any(span.start <= one < span.end for one in starts):
            return span, day
    return None
