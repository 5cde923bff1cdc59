"""A file of Claims JSONL that grows article by article, and goes on where it stopped.

It has its last line when a run is over; until then `claimgraph load` refuses it.
"""

import json
import os
from pathlib import Path
from typing import IO, Self

from claimgraph.api.extracting.held import HeldArticles
from claimgraph.api.extracting.reading import Outcome
from claimgraph.definitions.blocks import Block, entity_block
from claimgraph.errors import ExportError, named_os_errors
from claimgraph.exports.formats.claims import article_block, claim_block
from claimgraph.packed_file import PACKED

HEAD = b'{"claimgraph": 2}\n'
KINDS = (b'{"entity"', b'{"article"', b'{"claim"')


class JsonlOutput(HeldArticles):
    """The file, open to add articles; what it holds already is known by digest."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        if path.name.endswith(PACKED):
            reason = "is written plain, to go on where it stopped: pack it afterwards"
            raise ExportError(reason, file=str(path))
        self.path = path
        with named_os_errors(ExportError, path):
            new = not path.exists() or not path.stat().st_size
            self.file: IO[bytes] = path.open("w+b" if new else "r+b")
            if new:
                self.file.write(HEAD)
            else:
                self.go_on()

    def go_on(self) -> None:
        """Reads what stands there; the last article, which may be cut, goes again."""
        if self.file.readline() != HEAD:
            raise self.refusal("holds something else")
        group: list[bytes] = []
        start = end = len(HEAD)
        for line in self.file:
            if not line.endswith(b"\n"):
                break
            if line.startswith(b'{"end"'):
                if self.file.readline():
                    raise self.refusal("holds several files")
                self.take(group)
                start = end
                break
            if not line.startswith(KINDS):
                raise self.refusal("holds something else")
            opens = line.startswith(KINDS[:2])
            if opens and any(one.startswith(b'{"article"') for one in group):
                self.take(group)
                group, start = [], end
            group.append(line)
            end += len(line)
        self.file.seek(start)
        self.file.truncate()

    def take(self, group: list[bytes]) -> None:
        """Counts in the lines of one article."""
        for line in group:
            if line.startswith(b'{"claim"'):
                self.claims += 1
                continue
            try:
                block: dict[str, dict[str, object]] = json.loads(line)
                [(kind, held)] = block.items()
                own_id = str(held["id"])
                if kind == "article":
                    self.count(own_id, str(held["sha256"]), held.get("source_sha256"))
                else:
                    self.entities.add(own_id)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise self.refusal("holds something else") from error

    def refusal(self, reason: str) -> ExportError:
        """Why nothing is added to the file."""
        self.file.close()
        told = f"is there already and {reason}: name another file with --out"
        return ExportError(told, file=str(self.path))

    def add(self, outcome: Outcome) -> None:
        """Writes an article with its claims, in one piece."""
        article, proposals = outcome.article, outcome.proposals
        if article is None or proposals is None:
            return
        new = [one for one in outcome.entities if one.id not in self.entities]
        blocks: list[Block] = [{"entity": entity_block(one)} for one in new]
        blocks.append({"article": article_block(article)})
        blocks.extend({"claim": claim_block(one, {})} for one in proposals.claims)
        with named_os_errors(ExportError, self.path):
            self.file.write(b"".join(map(line_of, blocks)))
            self.file.flush()
        self.entities.update(one.id for one in new)
        self.claims += len(proposals.claims)
        self.count(article.id, article.sha256, article.source_sha256)

    def finish(self) -> None:
        """Writes the line that says that the file is whole; it is on the disk then."""
        with named_os_errors(ExportError, self.path):
            self.file.write(line_of({"end": {"claims": self.claims}}))
            self.file.flush()
            os.fsync(self.file.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Closes the file; what is written stays."""
        self.file.close()


def line_of(block: Block) -> bytes:
    """A block as a line."""
    return json.dumps(block, ensure_ascii=False, sort_keys=True).encode() + b"\n"
