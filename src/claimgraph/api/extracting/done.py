"""Which articles were read by which producer: a line each, so that a run goes on."""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.model import Article
from claimgraph.regular_file import read_regular
from claimgraph.type_guards import is_list, is_map

FILE = "extracted.jsonl"
LARGEST = 256 * 2**20


class DoneList:
    """The articles of a corpus that one producer has read, by the digests of texts.

    Who deletes the file has all of them read again.
    """

    def __init__(self, folder: Path, producer: str) -> None:
        self.path, self.producer = folder / FILE, producer
        self.stems: dict[str, str] = {}
        self.written_notes: dict[str, set[str]] = {}
        self.read: set[tuple[str, str]] = set()
        held = held_bytes(self.path)
        # a last line without an end was cut
        self.cut = bool(held) and not held.endswith(b"\n")
        for block in blocks_in(held):
            self.take_notes(block)
            if block.get("by") == producer:
                self.take(block)

    def take(self, block: Mapping[str, object]) -> None:
        """Counts in what a line says."""
        for key in ("sha256", "source_sha256"):
            digest = block.get(key)
            if isinstance(digest, str):
                stem = str(block.get("article"))
                self.stems[digest] = stem
                self.read.add((stem, digest))

    def take_notes(self, block: Mapping[str, object]) -> None:
        """Counts in the notes that a machine wrote beside its claims."""
        notes = block.get("notes")
        if is_list(notes):
            held = self.written_notes.setdefault(str(block.get("article")), set())
            held.update(one for one in notes if isinstance(one, str))

    def notes(self, stem: str) -> Collection[str]:
        """What machines wrote as notes beside the claims of an article."""
        return self.written_notes.get(stem, ())

    def stem(self, digest: str) -> str | None:
        """The article whose text, or page, has that digest; None where none has."""
        return self.stems.get(digest)

    def __contains__(self, article: Article) -> bool:
        """Whether the article was read: two outlets may print one text."""
        return (article.id, article.sha256) in self.read

    def add(
        self, article: Article, agreed: Collection[str] = (), notes: Iterable[str] = ()
    ) -> None:
        """Notes an article that is done, whose claims were proposed again, and the
        notes that a machine wrote.
        """
        block: dict[str, object] = {"article": article.id, "by": self.producer}
        block["sha256"] = article.sha256
        if article.source_sha256 is not None:
            block["source_sha256"] = article.source_sha256
        if agreed:
            block["agrees"] = list(agreed)
        before = self.notes(article.id)
        written = [one for one in notes if one not in before]
        if written:
            block["notes"] = written
        line = json.dumps(block).encode() + b"\n"
        with (
            named_os_errors(CorpusError, self.path),
            open(self.path, "ab") as file,
        ):
            file.write(b"\n" + line if self.cut else line)
            file.flush()
            os.fsync(file.fileno())
        self.cut = False
        self.take_notes(block)
        self.take(block)


def agreements(folder: Path) -> dict[str, set[str]]:
    """By the id of a claim, the other producers that proposed the same of its words."""
    found: dict[str, set[str]] = {}
    for block in blocks_in(held_bytes(folder / FILE)):
        agreed = block.get("agrees")
        for one in agreed if is_list(agreed) else ():
            found.setdefault(str(one), set()).add(str(block.get("by")))
    return found


def held_bytes(path: Path) -> bytes:
    """What the file holds; nothing where there is none."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        return read_regular(path, LARGEST) if path.exists() else b""


def blocks_in(held: bytes) -> Iterator[Mapping[str, object]]:
    """What each line says; one that was cut says nothing."""
    for line in held.split(b"\n"):
        try:
            block: object = json.loads(line)
        except ValueError:
            continue
        if is_map(block):
            yield block
