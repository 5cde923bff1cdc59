"""Who speaks in the words that a sentence ends with: ", the ministry said"."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.trees.clauses import QUOTING
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import SPEAKERS
from claimgraph.model import TextSpan

SAID_SO = cues("telling", "said_so")
LONGEST_TAIL = 12
# so many words at most name who speaks in a heading; states that stand there as places
LONGEST_NAME = 3
STATES = ("US", "UK", "UAE")
# after which a sentence tells in the end who passes all of it on
APART = (",", ',"', '"', "--", "-")
# nouns that only tell of another one
BESIDE = ("compound", "pobj", "poss", "nmod", "amod")


def last_speaker(tree: Tree, trigger: int) -> Iterator[tuple[int, TextSpan]]:
    """The speaker that a sentence ends with, where the parse does not tell.

    ", the ministry said." and ", said the ministry."
    """
    end = len(tree) - 1
    while end > trigger and tree[end].pos == "PUNCT":
        end -= 1
    for verb in range(end, max(trigger, end - LONGEST_TAIL), -1):
        if tree[verb].text.lower() not in SAID_SO:
            continue
        comma = last_comma(tree, verb, trigger)
        goes_on = any(one > verb for one in tree.children(verb, "ccomp"))
        if comma is None or goes_on:
            # ", but the army said only four died"
            return
        behind = comma == verb - 1
        inside = range(verb + 1, end + 1) if behind else range(comma, verb)
        told = behind and bool(tree.children(verb, "dobj"))
        if told:
            # "...", the governor, A, told a news conference
            behind, inside = False, range(closing_mark(tree, verb, trigger), verb)
        names = [one for one in tree.children(verb, *SUBJECTS) if one in inside] or [
            one for one in inside if tree[one].is_noun and tree[one].dep not in BESIDE
        ]
        names = [one for one in names if told and tree[one].pos == "PROPN"] or names
        if names and (behind or end - verb <= LONGEST_TAIL // 2):
            cue = TextSpan(
                tree[min(inside[0], verb)].start, tree[max(inside[-1], verb)].end
            )
            yield names[0], cue
        return


def speaker_beside(tree: Tree, trigger: int) -> Iterator[tuple[int, TextSpan]]:
    """The speaker of a heading: "Police: A killed B", "A killed B - police".

    "A killed B: police" has him behind a colon.
    """
    end = len(tree) - 1
    dash = next(
        (
            one
            for one in (end - 1, end - 2)
            if one > trigger and tree[one].text in (*APART, ":")
        ),
        None,
    )
    colon = next(
        (one for one in range(1, min(LONGEST_NAME, end) + 1) if tree[one].text == ":"),
        None,
    )
    if dash is not None and is_clipped(tree) and is_set_off(tree, dash):
        yield from named_alone(tree, range(dash + 1, end + 1))
    elif colon is not None and colon < trigger:
        yield from named_alone(tree, range(colon))


def is_set_off(tree: Tree, mark: int) -> bool:
    """Whether a space stands behind a mark, as in no word with a hyphen."""
    return tree[mark].end < tree[mark + 1].start


def is_clipped(tree: Tree) -> bool:
    """Whether a sentence has no full stop at its end, as headings have none."""
    return tree[len(tree) - 1].pos != "PUNCT"


def named_alone(tree: Tree, inside: range) -> Iterator[tuple[int, TextSpan]]:
    """Who speaks where a few words tell nothing but who that is: police, FBI."""
    last = tree[inside[-1]]
    speaker = last.lemma in SPEAKERS or last.text.lower() in SPEAKERS
    letters = last.text.isupper() and last.text not in STATES
    plain = all(tree[one].is_noun or tree[one].pos == "ADJ" for one in inside)
    if plain and (speaker or letters):
        yield last.i, TextSpan(tree[inside[0]].start, last.end)


def closing_speaker(tree: Tree) -> int | None:
    """Who is told to speak behind the mark that closes a quotation: ..." said A."""
    marks = [word.i for word in tree.words if '"' in word.text]
    # a paragraph of a quotation may begin with a mark of its own
    mark = next((one for one in marks if one > 0), None)
    if mark is None:
        return None
    for verb in range(mark + 1, min(len(tree), mark + LONGEST_TAIL)):
        if tree[verb].text.lower() in SAID_SO:
            told = [one for one in tree.children(verb, *SUBJECTS) if one > mark]
            found = told or [who for who, _ in last_speaker(tree, mark)]
            return next(iter(found), None)
    return None


def closing_mark(tree: Tree, verb: int, trigger: int) -> int:
    """The word after the last quotation mark before a verb, else the verb itself."""
    marks = [one for one in range(trigger, verb) if '"' in tree[one].text]
    return marks[-1] + 1 if marks else verb


def last_comma(tree: Tree, verb: int, trigger: int) -> int | None:
    """The word after the last comma before a verb."""
    for one in range(verb - 1, trigger, -1):
        if tree[one].text in APART:
            return one + 1 if one + 1 < verb else verb - 1
    return None


def last_first(tree: Tree, trigger: int, outside_in: Sequence[Voice]) -> list[Voice]:
    """The speakers with the one that a sentence ends with before the others.

    "A said that B did it, C reported": C passes on what A said.
    """
    at = {word.start: word.i for word in tree.words}
    places = [at.get(one.cue.start, trigger) for one in outside_in]
    late = [
        one
        for one, first in zip(outside_in, places, strict=True)
        if first > trigger + 1
        and tree[first - 1].text in APART
        and tree[first].lemma not in QUOTING
    ]
    early = any(first < trigger for first in places)
    if len(late) != 1 or not early:
        return list(outside_in)
    return [*late, *(one for one in outside_in if one is not late[0])]
