"""Every case: a question, its arguments, and the rows that the seeds must give.

A case file holds a list: `arguments`, `columns` (those to compare; all without it),
`rows`, and `why` where the rows need an explanation. Of a question that draws, nodes
stand there by their ids, claims by their origins, edges by their types and origins.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from claimgraph.library import (
    Question,
    Rows,
    ask,
    check_arguments,
    find_question,
    questions,
)
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml

FOLDER = Path(__file__).parents[1] / "cases" / "queries"
KEYS = {"arguments", "columns", "rows", "why"}


@dataclass(frozen=True)
class Case:
    """What is asked, and what must come out."""

    question: str
    number: int
    arguments: dict[str, object]
    columns: list[str] | None
    rows: list[list[object]]

    def __str__(self) -> str:
        return f"{self.question}-{self.number}"


def read_cases() -> list[Case]:
    """The cases of all files, in the order of their names."""
    found: list[Case] = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        question = path.relative_to(FOLDER).with_suffix("").as_posix()
        listed = cast(list[dict[str, object]], read_yaml(path).plain)
        for number, case in enumerate(listed, 1):
            assert set(case) <= KEYS, f"{path}: {sorted(set(case) - KEYS)}"
            arguments = cast(dict[str, object], case.get("arguments", {}))
            columns = cast(list[str] | None, case.get("columns"))
            rows = cast(list[list[object]], case["rows"])
            found.append(Case(question, number, arguments, columns, rows))
        assert listed, f"{path} has no case"
    return found


def answer_of(store: Store, case: Case) -> Rows:
    """The answer of a table; of a picture, its nodes and edges in words."""
    question = find_question(case.question)
    if question.draws is None:
        return ask(store, case.question, case.arguments)
    columns = tuple(one.name for one in question.columns)
    found = store.read(question.text, check_arguments(question, case.arguments))
    rows: list[tuple[object, ...]] = [
        tuple(drawn_words(row[name]) for name in columns) for row in found
    ]
    return Rows(question, columns, rows)


def drawn_words(value: object) -> str:
    """A node or an edge in few words.

    >>> drawn_words({"@type": "DENIED", "claim": "0", "origin_id": "org/a"})
    'DENIED org/a'
    """
    held = cast(dict[str, object], value)
    if "origin_id" in held:
        return f"{held['@type']} {held['origin_id']}"
    return str(held.get("id") or f"{held['@type']} {held.get('hop', '')}".strip())


def chosen(answer: Rows, columns: list[str] | None) -> list[list[object]]:
    """The rows, with those columns only."""
    at = [answer.columns.index(name) for name in columns or answer.columns]
    return [[row[index] for index in at] for row in answer.rows]


@pytest.fixture(scope="session")
def answers() -> dict[str, Rows]:
    """What the first engine answered to each case, for the second one."""
    return {}


@pytest.mark.parametrize("case", read_cases(), ids=str)
def test_case(seeds_store: Store, answers: dict[str, Rows], case: Case) -> None:
    answer = answer_of(seeds_store, case)
    assert chosen(answer, case.columns) == case.rows
    assert answer.rows == answers.setdefault(str(case), answer).rows


@pytest.mark.longer_served
@pytest.mark.parametrize("question", questions(), ids=lambda one: one.name)
def test_numbers_may_be_floats(seeds_store: Store, question: Question) -> None:
    """Neo4j Browser makes floats of them."""
    examples = {one.name: one.example for one in question.parameters}
    whole = {**check_arguments(question, examples), "limit": 7}
    floats = {
        name: float(value) if type(value) is int else value
        for name, value in whole.items()
    }
    found = seeds_store.read(question.text, floats)
    assert found == seeds_store.read(question.text, whole)
