"""Comunica answers the documented SPARQL questions as the library answers them.

Debian's roqet does not: it cannot read property paths and EXISTS, and takes minutes
for joins over the seeds.
"""

import json
from pathlib import Path
from typing import TypedDict, cast

import pytest

from claimgraph.exports import ExportOptions, find_format
from claimgraph.readback import read
from claimgraph.store.base import Store
from documented_sparql import documented, library_rows, plain
from outside_tools import script

pytestmark = pytest.mark.slow


class Answer(TypedDict):
    """Columns and rows of one question; an unbound value is None."""

    names: list[str]
    rows: list[list[str | None]]


def test_comunica_gives_the_rows_of_the_library(
    node: Path, seeds_folder: Store, tmp_path: Path
) -> None:
    questions = documented()
    assert len(questions) >= 10
    asked, data = tmp_path / "questions.json", tmp_path / "claims.ttl"
    asked.write_text(json.dumps([one.sparql for one in questions]), encoding="utf-8")
    find_format("turtle").write(read(seeds_folder), data, ExportOptions())
    printed = script(node, "sparql.mjs", str(data), str(asked))
    answers = cast("list[Answer]", json.loads(printed))
    for question, answer in zip(questions, answers, strict=True):
        rows = sorted(tuple(plain(value) for value in row) for row in answer["rows"])
        assert rows
        assert rows == library_rows(question, answer["names"], seeds_folder), question
