"""Questions found by the words in which somebody would look for them."""

from collections.abc import Iterable

from claimgraph.folding import folded_words
from claimgraph.library import Question, questions

# what a form changes of a word, at most so many letters, and what it leaves at least
ENDING, SHORTEST = 2, 4


def questions_about(words: str) -> list[Question]:
    """The questions in which each of the words stands, in any of its forms.

    Those whose name and title have most of them come first.
    """
    asked = folded_words(words)
    found = [one for one in questions() if asked and holds(text_of(one), asked)]
    return sorted(found, key=lambda one: (-hits(one, asked), one.name))


def holds(text: str, asked: Iterable[str]) -> bool:
    """Whether a text has a form of every word that is asked for."""
    held = folded_words(text)
    return all(any(is_form(word, one) for one in held) for word in asked)


def hits(question: Question, asked: Iterable[str]) -> int:
    """How many of the words stand in the name or the title of a question."""
    return sum(holds(f"{question.name} {question.title}", [word]) for word in asked)


def text_of(question: Question) -> str:
    """The words of a question: name, title, text, and those that parameters take."""
    taken = (word for one in question.parameters for word in (one.name, *one.choices))
    return " ".join((question.name, question.title, question.question, *taken))


def is_form(asked: str, held: str) -> bool:
    """Whether a word is a form of another one, as far as their beginnings tell.

    >>> is_form("denied", "denies"), is_form("sources", "source")
    (True, True)
    >>> is_form("disputed", "dispatch"), is_form("led", "lead")
    (False, False)
    """
    stem = asked[: max(SHORTEST, len(asked) - ENDING)]
    return asked == held or (len(stem) >= SHORTEST and held.startswith(stem))
