"""Lines of YAML that a program writes for people to go on with."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

PLAIN = re.compile(r"[^\W\d_][\w /()-]*[\w)]|[^\W\d_]")
NO_TEXT = frozenset({"true", "false", "null", "True", "False", "Null", "TRUE", "FALSE"})


def yaml_words(text: str) -> str:
    """A text as YAML: bare where that is safe.

    >>> yaml_words("By whom"), yaml_words("Sure?"), yaml_words("3")
    ('By whom', '"Sure?"', '"3"')
    """
    bare = PLAIN.fullmatch(text) and text not in NO_TEXT and "  " not in text
    return text if bare else json.dumps(text, ensure_ascii=False)


def yaml_list(words: Sequence[str]) -> str:
    """Some texts as a list of YAML."""
    return f"[{', '.join(map(yaml_words, words))}]"


def word_lines(key: str, column: str, words: Mapping[str, str]) -> Iterator[str]:
    """A column whose cells stand for words."""
    space = " " * (len(key) - len(key.lstrip()))
    yield f"{key}:"
    yield f"{space}  column: {yaml_words(column)}"
    yield f"{space}  words:"
    yield from (
        f"{space}    {yaml_words(cell)}: {word}" for cell, word in words.items()
    )
