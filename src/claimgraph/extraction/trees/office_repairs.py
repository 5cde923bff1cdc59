"""Offices of several words as one phrase: director-general, second in command."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.extraction.trees.tree import Word

# how the words before the last hang on it
OFFICE = "office"
# by the last word, those before it
OFFICES = {
    "command": (("second", "in"),),
    "general": (("director",), ("secretary",), ("attorney",), ("inspector",)),
}


def with_offices(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each office as a phrase of which the last word is it.

    A parser has "second" for the office in "the second in command of A".
    """
    found = list(words)
    for last in words:
        for before in OFFICES.get(last.text.lower(), ()):
            first = start_of(words, last.i, before)
            if first is not None:
                unite(found, first, last.i)
    return tuple(found)


def start_of(words: Sequence[Word], last: int, before: tuple[str, ...]) -> int | None:
    """Where an office begins that ends at a word, with or without hyphens."""
    at = last
    for one in reversed(before):
        at -= 1 + (at > 1 and words[at - 1].text == "-")
        if at < 0 or words[at].text.lower() != one:
            return None
    return at


def unite(found: list[Word], first: int, last: int) -> None:
    """Hang the words of an office, and what hangs on them, on the last of them."""
    inside = range(first, last + 1)
    top = next((found[one] for one in inside if found[one].head not in inside), None)
    # the top of a sentence hangs on itself
    top = top or next(found[one] for one in inside if found[one].head == one)
    head = last if top.head in inside else top.head
    if found[head].head in inside and head != last:
        return
    for kid in [one for one in found if one.head in inside and one.i != last]:
        dep = OFFICE if kid.i in inside else kid.dep
        found[kid.i] = replace(kid, head=last, dep=dep)
    tag = found[last].tag if found[last].tag == "NNP" else "NN"
    pos = "PROPN" if tag == "NNP" else "NOUN"
    found[last] = replace(found[last], head=head, dep=top.dep, tag=tag, pos=pos)
