"""The steps of the YAML parser, with what reading needs of each."""

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


@dataclass(frozen=True, slots=True)
class YamlStep:
    """One step of the parser: `kind` is ruamel's class name, `line` counts from 1."""

    kind: str
    line: int
    text: str = ""
    bare: bool = False
    marked: str | None = None


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
            yield step_of(event)
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


def step_of(event: Event) -> YamlStep:
    """A step of the parser; a scalar that is bare may be a number."""
    kind, line = type(event).__name__, event.start_mark.line + 1
    match event:
        case ScalarEvent():
            return YamlStep(kind, line, event.value, event.implicit[0], event.tag)
        case CollectionStartEvent():
            return YamlStep(kind, line, marked=event.tag)
        case DocumentStartEvent():
            directives = event.version or event.tags
            return YamlStep(kind, line, marked=str(directives) if directives else None)
        case _:
            return YamlStep(kind, line)
