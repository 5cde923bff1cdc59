"""Claims JSONL for tests: a large made-up dataset, and single lines of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from claimgraph.loaders import find_loader
from claimgraph.model import Batch
from problems import problem_lines

Line = dict[str, object]
HEAD: Line = {"claimgraph": 1}
GROUPS = 7


def closed_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines as version 2 has them: its head, and an end that counts the claims."""
    body = [line for line in lines if line != HEAD]
    number = sum("claim" in line for line in body)
    return [{"claimgraph": 2}, *body, {"end": {"claims": number}}]


def sha(text: str) -> str:
    """The digest of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def entity(one: str, name: str, **keys: object) -> Line:
    """A line that defines an entity."""
    return {"entity": {"id": one, "name": name, **keys}}


def article(stem: str, text: str | None, **keys: object) -> Line:
    """The line of an article of the gazette."""
    block: Line = {"id": stem, "corpus": "big", "title": stem, "sha256": sha(stem)}
    if text is not None:
        block |= {"text": text, "sha256": sha(text)}
    return {"article": block | {"publisher": "org/gazette"} | keys}


def claim(stem: str, subject: str, target: str, start: int, **keys: object) -> Line:
    """The line of a claim of which the quote is `raided` at an offset."""
    block: Line = {
        "article": stem,
        "relation": "RIVAL_OF",
        "subject": subject,
        "object": target,
        "chain": [{"holder": "org/gazette"}],
        "quote": "raided",
        "start": start,
        "end": start + len("raided"),
    }
    return {"claim": block | keys}


def dataset(claims: int, tail: str = "") -> Iterator[Line]:
    """An article with so many claims between a few groups, and a small one after it.

    Its text ends in the tail.
    """
    yield HEAD
    yield entity("org/gazette", "Gazette", kind="outlet")
    for number in range(GROUPS):
        yield entity(f"group/g{number}", f"Group {number}")
    yield article("big", "raided " * claims + tail, kind="dataset")
    for number in range(claims):
        ends = number % GROUPS, (number * 3 + 1) % GROUPS
        if ends[0] == ends[1]:
            continue
        yield claim("big", f"group/g{ends[0]}", f"group/g{ends[1]}", number * 7)
    yield article("small", "They raided it.")
    yield claim("small", "group/g1", "group/g2", 5, label="one", modality="alleged")


def in_first_third(line: Line, claims: int) -> bool:
    """Whether it is a claim of the first third of the text of a `dataset`."""
    block = cast("Line", line.get("claim", {}))
    return 5 < cast("int", block.get("start", 0)) < claims * 7 // 3


def write_lines(path: Path, lines: Iterable[Line]) -> Path:
    """The lines in a file."""
    text = "".join(json.dumps(line) + "\n" for line in lines)
    path.write_text(text, "utf-8")
    return path


def read(path: Path) -> list[Batch]:
    """The batches of a file."""
    return list(find_loader("claims_jsonl").read(path))


def problems_of(path: Path) -> list[str]:
    """All problems of a file, as `line: key: reason`."""
    return problem_lines(read(path), str(path))
