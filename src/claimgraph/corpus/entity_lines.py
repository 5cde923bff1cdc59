"""Entries of a corpus that programs wrote: `entities.jsonl`, one entity a line.

The names that ship are thousands, and YAML of that size is slow to read.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from claimgraph.corpus.forms import fill
from claimgraph.definitions.forms import EntityForm, entity_of
from claimgraph.errors import CorpusError, Problem, named_os_errors
from claimgraph.model import Entity, Where
from claimgraph.regular_file import read_regular

LINES = "entities.jsonl"
LARGEST = 64 * 2**20


def entities_on_lines(path: Path) -> Iterator[tuple[Entity | None, list[Problem]]]:
    """Each entry of the file, or what is wrong with its line; none without a file."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        try:
            data = read_regular(path, LARGEST)
        except FileNotFoundError:
            return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield entity_on_line(line, Where(str(path), "", number))


def entity_on_line(line: bytes, where: Where) -> tuple[Entity | None, list[Problem]]:
    """The entry of a line, or what is wrong with it."""
    try:
        block: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, [where.problem("", f"is no JSON: {error}")]
    form, problems = fill(EntityForm, block, where)
    return (entity_of(form, where) if form else None), problems
