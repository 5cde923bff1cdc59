"""Keys of an item of a list, set otherwise: every other byte of the file stays."""

import re
from collections.abc import Iterator, Mapping

from claimgraph.coding.blocks import Flow, Scalar, flow_text
from claimgraph.coding.insertion import BOM, read_as
from claimgraph.errors import CorpusError
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile
from claimgraph.yaml_file.reading import KeyPath

# None takes a key away
Change = Scalar | Flow
# a value in quotation marks, and what may follow a value on its line
QUOTED = r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'"""
BEHIND = r"(?=[ \t\r]*(?:[,}\]]|[ \t]#|$))"


def with_keys(
    text: str, file: YamlFile, place: KeyPath, changes: Mapping[str, Change]
) -> tuple[str, YamlFile]:
    """The text with keys of an item of a list set, and what it says then.

    `file` is what the text says now. CorpusError where no change of a few lines says
    just that.
    """
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    first = (file.line_of(place) or 1) - 1
    last = end_of_item(lines, file, place)
    own = reading_of(lines[first:last], file.file)
    if own is None or own.plain != [at_path(file.plain, place)]:
        # it shares lines with others: the whole file has to be read each time
        first, last, own, inner = 0, len(lines), file, place
    else:
        inner = (0,)
    put, found = lines[first:last], own
    for key, value in changes.items():
        tried = with_key(put, found, inner, key, value)
        if tried is None:
            reason = f"cannot be set here: write `{key}: {flow_text(value)}` by hand"
            line = file.line_of(place)
            raise CorpusError(reason, file=file.file, line=line, key=key)
        put, found = tried
    whole = [*lines[:first], *put, *lines[last:]]
    written = mark + "\n".join(whole)
    if found.lines != own.lines or own is file:
        return written, YamlFile(read_as(whole), file.file)
    plain = plain_at(file.plain, place, at_path(found.plain, inner))
    return written, file.said_anew(read_as(whole), plain)


def with_key(
    lines: list[str], file: YamlFile, place: KeyPath, key: str, value: Change
) -> tuple[list[str], YamlFile] | None:
    """The lines with one key set, and what they say then; None where nothing works."""
    meant = plain_with(file.plain, place, key, value)
    if meant == file.plain:
        return lines, file
    for first, last, put in attempts(lines, file, place, key, value):
        tried = [*lines[:first], *put, *lines[last:]]
        found = reading_of(tried, file.file)
        if found is not None and found.plain == meant and found.cut == file.cut:
            return tried, found
    return None


def reading_of(lines: list[str], name: str) -> YamlFile | None:
    """What lines say; None where they are no YAML."""
    try:
        return YamlFile(read_as(lines), name)
    except CorpusError:
        return None


def at_path(plain: object, place: KeyPath) -> object:
    """What stands at a place; None where nothing does."""
    for part in place:
        if isinstance(part, int):
            plain = plain[part] if is_list(plain) else None
        else:
            plain = plain.get(part) if is_map(plain) else None
    return plain


def plain_at(plain: object, place: KeyPath, held: object) -> object:
    """The same with something else at a place."""
    if not place:
        return held
    head, rest = place[0], place[1:]
    if isinstance(head, int) and is_list(plain):
        inner = plain_at(plain[head], rest, held)
        return [*plain[:head], inner, *plain[head + 1 :]]
    if isinstance(head, str) and is_map(plain):
        return {**plain, head: plain_at(plain[head], rest, held)}
    return plain


def plain_with(plain: object, place: KeyPath, key: str, value: Change) -> object:
    """What a file must say once a key of a block is set."""
    block = at_path(plain, place)
    if not is_map(block):
        raise CorpusError("is no block of keys and values", key=key)
    if value is None:
        kept = {name: held for name, held in block.items() if name != key}
        return plain_at(plain, place, kept)
    return plain_at(plain, place, {**block, key: plain_value(value)})


def plain_value(value: Change) -> object:
    """A value as a reader has it."""
    if is_map(value):
        return dict(value)
    return list(value) if isinstance(value, (list, tuple)) else value


def attempts(
    lines: list[str], file: YamlFile, place: KeyPath, key: str, value: Change
) -> Iterator[tuple[int, int, list[str]]]:
    """Ways to set a key, the likeliest first: lines from, up to, and those instead."""
    number = file.lines.get((*place, key))
    if number is None:
        yield from additions(lines, file, place, key, value)
        return
    at = number - 1
    held = at_path(file.plain, (*place, key))
    yield from in_its_line(lines[at], at, (key, held), value)
    end = end_of_item(lines, file, place)
    yield from whole_lines(lines, at, end, key, value)


def in_its_line(
    line: str, at: int, pair: tuple[str, object], value: Change
) -> Iterator[tuple[int, int, list[str]]]:
    """The value of a key changed, or the key taken away, within its line."""
    key, held = pair
    plain = str(held).lower() if isinstance(held, bool) else str(held)
    head = rf"(?<![\w-]){re.escape(key)}[\"']?:[ \t]*"
    written = rf"({QUOTED}|{re.escape(plain)}){BEHIND}"
    for found in re.finditer(head + written, line):
        if value is not None:
            new = line[: found.start(1)] + flow_text(value) + line[found.end(1) :]
            yield at, at + 1, [new]
            continue
        before, after = line[: found.start()], line[found.end() :]
        if before.rstrip().endswith(","):
            yield at, at + 1, [before.rstrip().removesuffix(",") + after]
        elif after.lstrip().startswith(","):
            yield at, at + 1, [before + after.lstrip().removeprefix(",").lstrip()]


def whole_lines(
    lines: list[str], at: int, end: int, key: str, value: Change
) -> Iterator[tuple[int, int, list[str]]]:
    """The lines of a key and its value replaced, or taken away."""
    line = lines[at]
    head = re.match(rf"([ \t]*(?:-[ \t]+)?){re.escape(key)}:", line)
    if head is None:
        return
    close = "\r" if line.endswith("\r") else ""
    for last in range(at + 1, end + 1):
        if value is not None:
            yield at, last, [f"{head[0]} {flow_text(value)}{close}"]
        elif "-" not in head[1]:
            yield at, last, []
        elif last < end:
            # the item begins with the key that comes next
            moved = head[1] + lines[last].lstrip()
            yield at, last + 1, [moved]


def additions(
    lines: list[str], file: YamlFile, place: KeyPath, key: str, value: Change
) -> Iterator[tuple[int, int, list[str]]]:
    """A key put behind the others of its block."""
    if value is None:
        return
    at = (file.line_of(place) or 1) - 1
    end = end_of_item(lines, file, place)
    written = f"{key}: {flow_text(value)}"
    for number in range(at, end):
        line = lines[number]
        for found in reversed(list(re.finditer(r"\}", line))):
            before = line[: found.start()]
            yield number, number + 1, [f"{before}, {written}{line[found.start() :]}"]
    indent = inner_indent(lines, file, place)
    for last in range(end, at, -1):
        close = "\r" if lines[last - 1].endswith("\r") else ""
        yield last, last, [f"{indent}{written}{close}"]


def inner_indent(lines: list[str], file: YamlFile, place: KeyPath) -> str:
    """The spaces before the keys of a block."""
    line = lines[(file.line_of(place) or 1) - 1]
    head = re.match(r"[ \t]*(?:-[ \t]+)?", line)
    return " " * len(head[0]) if head else ""


def end_of_item(lines: list[str], file: YamlFile, place: KeyPath) -> int:
    """The number of lines up to the end of a block, blank ones behind it left out."""
    own = file.line_of(place) or 1
    depth = len(place)
    after = [
        line
        for path, line in file.lines.items()
        if line > own and path[:depth] != place
    ]
    end = min(after) - 1 if after else len(lines)
    while end > own and is_between(lines[end - 1]):
        end -= 1
    return end


def is_between(line: str) -> bool:
    """Whether a line says nothing: a blank one or a comment."""
    return not line.strip() or line.lstrip().startswith("#")
