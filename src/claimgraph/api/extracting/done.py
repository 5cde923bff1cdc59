"""Which articles were read by which producer: a line each, so that a run goes on."""

import json
import os
from pathlib import Path

from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.model import Article
from claimgraph.regular_file import read_regular
from claimgraph.type_guards import is_map

FILE = "extracted.jsonl"
LARGEST = 256 * 2**20


class DoneList:
    """The articles of a corpus that one producer has read, by the digests of texts.

    Who deletes the file has all of them read again.
    """

    def __init__(self, folder: Path, producer: str) -> None:
        self.path, self.producer = folder / FILE, producer
        self.digests: set[str] = set()
        with named_os_errors(CorpusError, self.path, "cannot be read"):
            held = read_regular(self.path, LARGEST) if self.path.exists() else b""
        # a last line without an end was cut
        self.cut = bool(held) and not held.endswith(b"\n")
        for line in held.split(b"\n"):
            self.take(line)

    def take(self, line: bytes) -> None:
        """Counts in what a line says; one that was cut says nothing."""
        try:
            block: object = json.loads(line)
        except ValueError:
            return
        if is_map(block) and block.get("by") == self.producer:
            for key in ("sha256", "source_sha256"):
                digest = block.get(key)
                if isinstance(digest, str):
                    self.digests.add(digest)

    def __contains__(self, digest: object) -> bool:
        """Whether the text, or the page, of that digest was read."""
        return digest in self.digests

    def add(self, article: Article) -> None:
        """Notes an article whose claims are written."""
        block = {"article": article.id, "by": self.producer, "sha256": article.sha256}
        if article.source_sha256 is not None:
            block["source_sha256"] = article.source_sha256
        line = json.dumps(block).encode() + b"\n"
        with (
            named_os_errors(CorpusError, self.path),
            open(self.path, "ab") as file,
        ):
            file.write(b"\n" + line if self.cut else line)
            file.flush()
            os.fsync(file.fileno())
        self.cut = False
        self.take(line)
