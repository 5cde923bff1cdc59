"""Items that we wrote, taken out of a file that people write: nothing else goes."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.coding.blocks import flow_item, item_lines
from claimgraph.coding.insertion import BOM, ITEM, item_places, read_as
from claimgraph.errors import CorpusError
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile


def own_items(text: str, key: str, path: Path) -> Mapping[int, range]:
    """The items at a key that stand just as we write them: the places of their lines.

    An item with a comment in it, or laid out in another way, is a person's.
    """
    lines = text.removeprefix(BOM).split("\n")
    file = YamlFile(read_as(lines), str(path))
    held = file.plain.get(key) if is_map(file.plain) else None
    listed = held if is_list(held) else []
    found: dict[int, range] = {}
    for index, (line, block) in enumerate(
        zip(item_places(file, key), listed, strict=True)
    ):
        head = ITEM.match(lines[line - 1])
        if head is None or not is_map(block):
            continue
        for shown in written_ways(block, head[1]):
            place = range(line - 1, line - 1 + len(shown))
            stands = [lines[at].removesuffix("\r") for at in place if at < len(lines)]
            if stands == shown:
                found[index] = place
    return found


def written_ways(block: Mapping[str, object], indent: str) -> Iterable[list[str]]:
    """The lines that we would write for an item; none for what we never write."""
    try:
        # what is no block of ours has values that no line of ours holds
        yield item_lines(block, indent)  # type: ignore[arg-type]
        yield [flow_item(block, indent)]  # type: ignore[arg-type]
    except (TypeError, CorpusError):
        return


def without_items(text: str, key: str, indexes: Iterable[int], path: Path) -> str:
    """The text without some of its own items, and the blank line before each.

    A blank line that belongs to a text above it stays. CorpusError where what is left
    would not say just the rest.
    """
    own = own_items(text, key, path)
    places = [own[index] for index in sorted(indexes, reverse=True)]
    mark = BOM if text.startswith(BOM) else ""
    before = text.removeprefix(BOM).split("\n")
    wanted = rest_of(before, key, set(indexes), path)
    lines = before
    for place in places:
        lines = lines_without(lines, with_blank(lines, place))
    if rest_of(lines, key, set(), path) != wanted:
        lines = before
        for place in places:
            lines = lines_singly(lines, place, key, path)
    if rest_of(lines, key, set(), path) != wanted:
        raise CorpusError("no claim can be taken out of it", file=str(path))
    return mark + "\n".join(lines)


def lines_singly(lines: list[str], place: range, key: str, path: Path) -> list[str]:
    """Lines without one item, and without a blank line that says nothing."""
    bare = lines_without(lines, place)
    both = lines_without(lines, with_blank(lines, place))
    said = [rest_of(one, key, set(), path) for one in (bare, both)]
    return both if said[0] == said[1] else bare


def with_blank(lines: list[str], place: range) -> range:
    """The lines of an item and the blank one before them."""
    blank = place.start > 0 and not lines[place.start - 1].strip()
    return range(place.start - 1, place.stop) if blank else place


def lines_without(lines: list[str], place: range) -> list[str]:
    """Lines without some of them; a last line has no end of its own."""
    left = [*lines[: place.start], *lines[place.stop :]]
    if place.stop == len(lines) and left:
        left[-1] = left[-1].removesuffix("\r")
    return left


def rest_of(lines: list[str], key: str, without: set[int], path: Path) -> object:
    """What lines say without some items of a list; None where they are no YAML."""
    try:
        plain = YamlFile(read_as(lines), str(path)).plain
    except CorpusError:
        return None
    if not is_map(plain):
        return plain
    held = plain.get(key)
    listed = held if is_list(held) else []
    kept = [one for index, one in enumerate(listed) if index not in without]
    return {**plain, key: kept}
