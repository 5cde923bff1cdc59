"""Plain values out of a YAML text, with the line of each key."""

import re
from collections.abc import Iterator

from claimgraph.characters import unfit_reason, whole_characters
from claimgraph.errors import CorpusError
from claimgraph.yaml_file.events import YamlStep, parser_steps

KeyPath = tuple[str | int, ...]
DEEPEST = 20
# keys, values, beginnings and ends; some 4,000 claims, read in some five seconds
MOST_STEPS = 200_000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE")} | {
    word: False for word in ("false", "False", "FALSE")
}
# only what str() writes back as it stood: 0800 or a hash of digits stays text
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
FLOAT = re.compile(r"-?[0-9]{1,17}\.[0-9]{1,17}")


class WrittenFloat(float):
    """A number with a point, and how it was `written`: 1.10 is not 1.1 to a reader."""

    written: str

    def __new__(cls, written: str) -> "WrittenFloat":
        """The number that a text says."""
        made = super().__new__(cls, written)
        made.written = written
        return made

    def __str__(self) -> str:
        """The number as it was written."""
        return self.written


class PlainReader:
    """One pass over a YAML text: builds plain values and notes the line of each key.

    `cut` are values without quotes that a comment ends on their line.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file, self.lines = file, dict[KeyPath, int]()
        self.cut: list[KeyPath] = []
        self.steps = self.bounded(parser_steps(text, file))

    def bounded(self, steps: Iterator[YamlStep]) -> Iterator[YamlStep]:
        """The steps; an error where there are more than one file should have."""
        for number, step in enumerate(steps):
            if number == MOST_STEPS:
                reason = f"says more than {MOST_STEPS} things: part it in two"
                raise self.bad(reason, step)
            yield step

    def whole(self) -> object:
        """The only value of the text; None for an empty one."""
        plain: object = None
        count = 0
        for step in self.steps:
            if step.kind == "DocumentStartEvent":
                count += 1
                if count > 1:
                    raise self.bad("holds a second document (---)", step)
                if step.marked:
                    raise self.bad("has a % directive, which is not allowed", step)
                plain = self.value(next(self.steps), ())
        return plain

    def value(self, step: YamlStep, path: KeyPath) -> object:
        """What begins with this step, as a plain value."""
        self.lines.setdefault(path, step.line)
        if step.kind == "AliasEvent":
            raise self.bad("has an alias (*name): write the value out", step, path)
        if step.marked:
            reason = f"has a tag ({step.marked}), which is not allowed"
            raise self.bad(reason, step, path)
        if len(path) > DEEPEST:
            raise self.bad(f"is nested deeper than {DEEPEST} levels", step)
        if step.kind == "MappingStartEvent":
            return self.mapping(path)
        if step.kind == "SequenceStartEvent":
            return self.sequence(path)
        if step.cut:
            self.cut.append(path)
        return scalar_value(self.scalar(step, path), step.bare)

    def mapping(self, path: KeyPath) -> dict[str, object]:
        """A mapping whose keys are text and differ."""
        found: dict[str, object] = {}
        for step in self.steps:
            if step.kind == "MappingEndEvent":
                break
            if step.kind != "ScalarEvent" or step.marked:
                raise self.bad("has a key that is no plain text", step, path)
            key = self.scalar(step, path)
            if key in found:
                raise self.bad("stands here a second time", step, (*path, key))
            if not key or key == "<<":
                raise self.bad("has an empty key or a merge key (<<)", step, path)
            self.lines[(*path, key)] = step.line
            found[key] = self.value(next(self.steps), (*path, key))
        return found

    def sequence(self, path: KeyPath) -> list[object]:
        """A list in its order."""
        found: list[object] = []
        for step in self.steps:
            if step.kind == "SequenceEndEvent":
                break
            found.append(self.value(step, (*path, len(found))))
        return found

    def scalar(self, step: YamlStep, path: KeyPath) -> str:
        """The text of a scalar, which UTF-8 can carry and a graph can store."""
        text = whole_characters(step.text)
        reason = unfit_reason(text)
        if reason is not None:
            raise self.bad(reason, step, path)
        return text

    def bad(self, reason: str, step: YamlStep, path: KeyPath = ()) -> CorpusError:
        """The error for something at a step."""
        key = dotted_path(path) or None
        return CorpusError(reason, file=self.file, line=step.line, key=key)


def scalar_value(text: str, bare: bool) -> object:
    """A scalar as a plain value: bare numbers, booleans and null, else text."""
    if not bare:
        return text
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return WrittenFloat(text) if FLOAT.fullmatch(text) else text


def dotted_path(path: KeyPath) -> str:
    """A key path as people write it.

    >>> dotted_path(("claims", 1, "relation"))
    'claims[1].relation'
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
