"""What a parser hangs on the name of a day: "was convicted on Monday of theft"."""

from dataclasses import replace

from claimgraph.dates import WEEKDAYS
from claimgraph.extraction.trees.tree import Word

# of which week a day is: "on Monday of last week"
WEEK = frozenset(("last", "this", "next", "that", "each"))


def with_days(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what follows a day told of the verb before it."""
    if not any(one.text in WEEKDAYS for one in words):
        return words
    found = list(words)
    for word in words[:-1]:
        day = words[word.head]
        if word.dep != "prep" or word.text != "of" or day.text not in WEEKDAYS:
            continue
        if words[word.i + 1].text.lower() in WEEK:
            continue
        above = words[day.head]
        above = words[above.head] if above.dep == "prep" else above
        if above.is_verb and above.i < word.i:
            found[word.i] = replace(word, head=above.i)
    return tuple(found)
