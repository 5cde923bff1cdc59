"""The steps of the YAML parser, with what reading needs of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    ScalarEvent,
)
from ruamel.yaml.reader import ReaderError

from claimgraph.errors import CorpusError

COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True, slots=True)
class YamlStep:
    """One step of the parser: `kind` is ruamel's class name, `line` counts from 1.

    `bare` is a scalar without quotes, which may be a number; `cut` one that a comment
    ends on its line.
    """

    kind: str
    line: int
    text: str = ""
    bare: bool = False
    marked: str | None = None
    cut: bool = False


def round_trip() -> YAML:
    """ruamel's reader and writer that keep comments and quotes and wrap no line."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 2**31
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def parser_steps(text: str, file: str) -> Iterator[YamlStep]:
    """The steps of the parser; a syntax error becomes a CorpusError."""
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            yield step_of(event, text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        number = mark.line + 1 if mark is not None else None
        reason = f"is no YAML: {error.problem or error.context}"
        raise CorpusError(reason, file=file, line=number) from error
    except ReaderError as error:
        place = error.position
        reason = f"holds the character U+{ord(text[place]):04X}"
        number = text.count("\n", 0, place) + 1
        raise CorpusError(reason, file=file, line=number) from error


def step_of(event: Event, text: str) -> YamlStep:
    """What reading needs of a step of the parser over a text."""
    kind, line = type(event).__name__, event.start_mark.line + 1
    match event:
        case ScalarEvent():
            bare = event.implicit[0]
            cut = bare and COMMENT.match(text, event.end_mark.index) is not None
            return YamlStep(kind, line, event.value, bare, event.tag, cut)
        case CollectionStartEvent():
            return YamlStep(kind, line, marked=event.tag)
        case DocumentStartEvent():
            directives = event.version or event.tags
            return YamlStep(kind, line, marked=str(directives) if directives else None)
        case _:
            return YamlStep(kind, line)
