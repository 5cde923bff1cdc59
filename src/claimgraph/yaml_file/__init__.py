"""The one reader of YAML: line of each key on reading, comments kept on writing."""

from functools import cached_property
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path

from ruamel.yaml.error import YAMLError

from claimgraph.atomic import replace_file
from claimgraph.characters import whole_characters
from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.regular_file import open_regular, read_regular
from claimgraph.yaml_file.events import round_trip
from claimgraph.yaml_file.merging import merged_text
from claimgraph.yaml_file.reading import KeyPath, PlainReader

MOST_BYTES = 16 * 2**20


class YamlFile:
    """What a YAML file says, where each key stands, and a tree that can be edited.

    `plain` holds dicts with text keys, lists, text, int, float, bool and None; a bare
    date is text, a bare number one that `str` turns into what was written. `cut` are
    the values without quotes that a comment ends on their line.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        reader = PlainReader(text, file)
        self.plain: object = reader.whole()
        self.lines, self.cut = reader.lines, reader.cut

    @cached_property
    def tree(self) -> object:
        """The same as ruamel's round-trip objects: change it and `write_yaml` it."""
        return editable_tree(self.text, self.file)

    def said_anew(self, text: str, plain: object) -> "YamlFile":
        """The file after a change of values that moved no key: it is not read again."""
        changed = object.__new__(YamlFile)
        changed.text, changed.file, changed.plain = text, self.file, plain
        changed.lines, changed.cut = self.lines, self.cut
        return changed

    def line_of(self, path: KeyPath) -> int | None:
        """The line, counted from 1, of a key or its nearest parent that is there."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def read_yaml(path: Path | Traversable, name: str | None = None) -> YamlFile:
    """A YAML file, read without running anything that it says; CorpusError if bad.

    Refused with their line: duplicate keys, tags, aliases, a second document, NUL,
    lone surrogates, other encodings than UTF-8; also files over 16 MiB and deep
    nesting.
    """
    file = name or str(path)
    with (
        named_os_errors(CorpusError, file, "cannot be read"),
        open_regular(path) if isinstance(path, Path) else path.open("rb") as stream,
    ):
        raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise CorpusError(f"is larger than {MOST_BYTES // 2**20} MiB", file=file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8 at byte {error.start}"
        raise CorpusError(reason, file=file, line=number) from error
    # line ends are put back on writing
    return YamlFile(text.replace("\r\n", "\n"), file)


def write_yaml(tree: object, path: Path) -> None:
    """Write an edited tree over its file, or a new file, in one step.

    Comments, order and quotes stay; lines that no edit touched stay byte for byte.
    """
    after = yaml_text(tree)
    text = after
    if path.exists():
        raw = read_regular(path)
        original = raw.decode("utf-8-sig")
        before = yaml_text(editable_tree(original.replace("\r\n", "\n"), str(path)))
        text = merged_text(original, before, after)
        # a merge of lines is safe only as far as it says the same
        if text != after and not says_the_same(text, after, path):
            text = after
        text = "\ufeff" + text if raw.startswith(b"\xef\xbb\xbf") else text
    replace_file(path, text.encode("utf-8"), CorpusError)


def plain_value(text: str, path: Path) -> object:
    """What a YAML text says."""
    return PlainReader(text, str(path)).whole()


def says_the_same(one: str, other: str, path: Path) -> bool:
    """Whether both YAML texts can be read and say the same."""
    try:
        return plain_value(one, path) == plain_value(other, path)
    except CorpusError:
        return False


def editable_tree(text: str, file: str) -> object:
    """A text as ruamel's round-trip objects."""
    try:
        return round_trip().load(text)
    except (YAMLError, ValueError) as error:
        raise CorpusError(f"cannot be edited: {error}", file=file) from error


def yaml_text(tree: object) -> str:
    """A tree as YAML text."""
    stream = StringIO()
    round_trip().dump(tree, stream)
    return whole_characters(stream.getvalue())
