"""Plain values out of a YAML text, with the line of each key."""

import re

from claimgraph.errors import CorpusError
from claimgraph.yaml_file.events import Event, parsed

KeyPath = tuple[str | int, ...]
DEEPEST = 20
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE")} | {
    word: False for word in ("false", "False", "FALSE")
}
# only what str() writes back as it stood: 0800 or a hash of digits stays text
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
FLOAT = re.compile(r"-?[0-9]{1,17}\.[0-9]{1,17}")
NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Reading:
    """One pass over a YAML text: builds plain values and notes the line of each key."""

    def __init__(self, text: str, file: str) -> None:
        self.file, self.lines = file, dict[KeyPath, int]()
        self.events = parsed(text, file)

    def whole(self) -> object:
        """The only value of the text; None for an empty one."""
        plain: object = None
        count = 0
        for event in self.events:
            if event.kind == "DocumentStartEvent":
                count += 1
                if count > 1:
                    raise self.bad("holds a second document (---)", event)
                if event.marked:
                    raise self.bad("has a % directive, which is not allowed", event)
                plain = self.value(next(self.events), ())
        return plain

    def value(self, event: Event, path: KeyPath) -> object:
        """What begins with this event, as a plain value."""
        self.lines.setdefault(path, event.line)
        if event.kind == "AliasEvent":
            raise self.bad("has an alias (*name): write the value out", event, path)
        if event.marked:
            reason = f"has a tag ({event.marked}), which is not allowed"
            raise self.bad(reason, event, path)
        if len(path) > DEEPEST:
            raise self.bad(f"is nested deeper than {DEEPEST} levels", event)
        if event.kind == "MappingStartEvent":
            return self.mapping(path)
        if event.kind == "SequenceStartEvent":
            return self.sequence(path)
        return resolved(self.scalar(event, path), event.bare)

    def mapping(self, path: KeyPath) -> dict[str, object]:
        """A mapping whose keys are text and differ."""
        found: dict[str, object] = {}
        for event in self.events:
            if event.kind == "MappingEndEvent":
                break
            if event.kind != "ScalarEvent" or event.marked:
                raise self.bad("has a key that is no plain text", event, path)
            key = self.scalar(event, path)
            if key in found:
                raise self.bad("stands here a second time", event, (*path, key))
            if not key or key == "<<":
                raise self.bad("has an empty key or a merge key (<<)", event, path)
            self.lines[(*path, key)] = event.line
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def sequence(self, path: KeyPath) -> list[object]:
        """A list in its order."""
        found: list[object] = []
        for event in self.events:
            if event.kind == "SequenceEndEvent":
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def scalar(self, event: Event, path: KeyPath) -> str:
        """The text of a scalar, which UTF-8 can carry and a graph can store."""
        if NO_TEXT.search(event.text):
            raise self.bad("holds a NUL or a lone surrogate", event, path)
        return event.text

    def bad(self, reason: str, event: Event, path: KeyPath = ()) -> CorpusError:
        """The error for something at an event."""
        key = dotted(path) or None
        return CorpusError(reason, file=self.file, line=event.line, key=key)


def resolved(text: str, bare: bool) -> object:
    """A scalar as a plain value: bare numbers, booleans and null, else text."""
    if not bare:
        return text
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text


def dotted(path: KeyPath) -> str:
    """A key path as people write it.

    >>> dotted(("claims", 1, "relation"))
    'claims[1].relation'
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
