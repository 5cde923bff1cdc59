"""New items in a file that people wrote: every byte that was there stays."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.blocks import Block, flow_item, item_lines
from claimgraph.errors import CorpusError
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile
from claimgraph.yaml_file.reading import KeyPath

ITEM = re.compile(r"([ \t]*)- ")
EMPTY = re.compile(r"([^#\s][^#]*?:)[ \t]*(?:\[[ \t]*\]|~|null)?([ \t]*(?:#.*)?)")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Inserted:
    """A text with new items, the line on which they begin, and what was added."""

    text: str
    line: int
    added: str


def with_item(text: str, block: Block, key: str | None, path: Path) -> Inserted:
    """The text with a block as the last item of its list, written as the others are.

    The list is the whole file, or what stands at a key of it. CorpusError, with the
    block, where no line can be put in that says just that.
    """
    return with_items(text, [block], key, path)


def with_items(
    text: str,
    blocks: Sequence[Block],
    key: str | None,
    path: Path,
    *,
    apart: bool | None = None,
) -> Inserted:
    """The same with several blocks, at least one, as the last items.

    A blank line stands before each where they are `apart`; None: as in the file.
    """
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    file = YamlFile(read_as(lines), str(path))
    wanted = with_plain_items(file.plain, blocks, key)
    if wanted is None:
        held = "a list" if key is None else f"a block whose {key} is a list"
        raise CorpusError(f"must be {held}: nothing can be added", file=str(path))
    end = "\r" if lines[0].endswith("\r") else ""
    for held_lines, at, added in drafts(lines, file, blocks, key, apart):
        put = [f"{line}{end}" for line in added]
        before, after = held_lines[:at], held_lines[at:]
        if not after and end:
            before, put = [*before[:-1], f"{before[-1]}{end}"], [*put[:-1], added[-1]]
        tried = [*before, *put, *after]
        if says(read_as(tried), wanted, path):
            first = next(n for n, line in enumerate(added) if line.strip())
            whole = mark + "\n".join(tried)
            return Inserted(whole, at + first + 1, "\n".join(added[first:]))
    told = "\n".join(line for block in blocks for line in item_lines(block, ""))
    raise CorpusError(
        f"nothing can be added: write it by hand:\n{told}", file=str(path)
    )


def read_as(lines: list[str]) -> str:
    """What a reader of YAML sees of lines that may end as those of Windows."""
    return "\n".join(lines).replace("\r\n", "\n")


def with_plain_items(
    plain: object, blocks: Sequence[Block], key: str | None
) -> object | None:
    """What the file must say then; None where it holds no such list."""
    added = [dict(block) for block in blocks]
    if key is not None:
        if not is_map(plain):
            return {key: added} if plain is None else None
        inner = with_plain_items(plain.get(key), blocks, None)
        return None if inner is None else {**plain, key: inner}
    if plain is None:
        return added
    return [*plain, *added] if is_list(plain) else None


def says(text: str, wanted: object, path: Path) -> bool:
    """Whether a text is YAML and says that."""
    try:
        return YamlFile(text, str(path)).plain == wanted
    except CorpusError:
        return False


def drafts(
    raw: list[str],
    file: YamlFile,
    blocks: Sequence[Block],
    key: str | None,
    apart: bool | None,
) -> Iterator[tuple[list[str], int, list[str]]]:
    """Ways to put the items in, the likeliest first: the lines, where, and which."""
    lines = [line.removesuffix("\r") for line in raw]
    items = item_places(file, key)
    at = end_of_list(lines, file, key)
    indent = "" if key is None else "  "
    flow = False
    if items:
        head = ITEM.match(lines[items[-1] - 1])
        indent = head[1] if head else indent
        flow = lines[items[-1] - 1].lstrip().startswith("- {")
    shown = [
        [flow_item(block, indent)] if flow else item_lines(block, indent)
        for block in blocks
    ]
    spaced = is_apart(lines, items, flow) if apart is None else apart
    between = [""] if spaced else []
    own = shown[0] + [line for each in shown[1:] for line in between + each]
    first = between if apart or (at and lines[at - 1].strip()) else []
    if not items and key is not None:
        raw, at, own = opened_list(raw, file, key, at, own)
        first = []
    for space in [first, []] if first else [[]]:
        yield raw, at, [*space, *own]
    # blank lines may belong to a text that the last item ends with
    while at < len(lines) and not lines[at].strip():
        at += 1
    yield raw, at, own


def item_places(file: YamlFile, key: str | None) -> list[int]:
    """The lines on which the items of the list begin."""
    depth = 1 if key is None else 2
    return [
        line
        for path, line in file.lines.items()
        if len(path) == depth
        and isinstance(path[-1], int)
        and (key is None or path[0] == key)
    ]


def end_of_list(lines: list[str], file: YamlFile, key: str | None) -> int:
    """The number of lines up to the end of the list, or of the file."""
    # what follows the last line end is no line
    end = len(lines) - 1 if lines[-1] == "" else len(lines)
    if key is None or (key,) not in file.lines:
        return end
    own = file.lines[(key,)]
    tops: Mapping[KeyPath, int] = file.lines
    after = [line for path, line in tops.items() if len(path) == 1 and line > own]
    if not after:
        return end
    at = min(after) - 1
    while at > own and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    return at


def is_apart(lines: list[str], items: list[int], flow: bool) -> bool:
    """Whether a blank line stands before an item, as a rule of the file."""
    if len(items) < 2:
        return not flow and bool(items)
    above = items[-1] - 2
    while above > 0 and lines[above].lstrip().startswith("#"):
        above -= 1
    return not lines[above].strip()


def opened_list(
    lines: list[str], file: YamlFile, key: str, at: int, own: list[str]
) -> tuple[list[str], int, list[str]]:
    """The lines with a key that a list may follow, where to put it, and what."""
    number = file.lines.get((key,))
    if number is None:
        return lines, at, [f"{key}:", *own]
    line = lines[number - 1]
    found = EMPTY.fullmatch(line.removesuffix("\r"))
    if found is not None:
        end = "\r" if line.endswith("\r") else ""
        opened = f"{found[1]}{found[2]}".rstrip() + end
        lines = [*lines[: number - 1], opened, *lines[number:]]
    return lines, number, own
