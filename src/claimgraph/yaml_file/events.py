"""The steps of the YAML parser, typed; ruamel's own objects say nothing of theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TextIO, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from claimgraph.errors import CorpusError


class Ruamel(Protocol):
    """What is used of ruamel's YAML object, whose own signatures say nothing."""

    def load(self, stream: str) -> object: ...
    def dump(self, data: object, stream: TextIO) -> None: ...
    def parse(self, stream: str) -> Iterator[object]: ...


@dataclass(frozen=True, slots=True)
class Event:
    """One step of the parser: `kind` is ruamel's class name, `line` counts from 1."""

    kind: str
    line: int
    text: str
    bare: bool
    marked: str | None


def round_trip() -> Ruamel:
    """ruamel's reader and writer that keep comments and quotes and wrap no line."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 2**31
    yaml.indent(mapping=2, sequence=4, offset=2)
    return cast("Ruamel", yaml)


def parsed(text: str, file: str) -> Iterator[Event]:
    """The steps of the parser; a syntax error becomes a CorpusError."""
    try:
        for event in cast("Ruamel", YAML(typ="safe", pure=True)).parse(text):
            yield seen(event)
    except MarkedYAMLError as error:
        told = cast("dict[str, object]", vars(error))
        mark = told["problem_mark"] or told["context_mark"]
        number = line_at(mark) if mark is not None else None
        reason = f"is no YAML: {told['problem'] or told['context']}"
        raise CorpusError(reason, file=file, line=number) from error
    except ReaderError as error:
        place = cast("int", vars(error)["position"])
        reason = f"holds the character U+{ord(text[place]):04X}"
        number = text.count("\n", 0, place) + 1
        raise CorpusError(reason, file=file, line=number) from error


def seen(event: object) -> Event:
    """A step of ruamel's parser with the fields that reading needs, typed."""
    directives = getattr(event, "version", None) or getattr(event, "tags", None)
    tag = directives or getattr(event, "tag", None)
    return Event(
        kind=type(event).__name__,
        line=line_at(getattr(event, "start_mark", None)),
        text=str(getattr(event, "value", "")),
        bare=is_bare(event),
        marked=str(tag) if tag else None,
    )


def is_bare(event: object) -> bool:
    """Whether a scalar stands without quotes, so that it may be a number."""
    implicit: object = getattr(event, "implicit", None)
    return isinstance(implicit, tuple) and bool(cast("tuple[bool, bool]", implicit)[0])


def line_at(mark: object) -> int:
    """The line of a place in the text, counted from 1."""
    return cast("int", getattr(mark, "line", 0)) + 1
