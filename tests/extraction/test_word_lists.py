"""The lists of words that the stages know."""

from collections import Counter

from claimgraph.extraction.words.cues import cue_lists
from claimgraph.extraction.words.word_lists import tables


def listed_words() -> dict[str, list[str]]:
    """The words of every list as it is written, by its table and its name."""
    files = (tables(), cue_lists())
    return {
        f"{table}.{name}": held.split() if isinstance(held, str) else list(held)
        for file in files
        for table, lists in file.items()
        for name, held in lists.items()
    }


def test_no_list_has_a_word_twice() -> None:
    twice = {
        name: [word for word, times in Counter(held).items() if times > 1]
        for name, held in listed_words().items()
    }
    assert {name: held for name, held in twice.items() if held} == {}
