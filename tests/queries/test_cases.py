"""Every case: a question, its arguments, and the rows that the seeds must give.

A case file holds a list: `arguments`, `columns` (those to compare; all without it),
`rows`, and `why` where the rows need an explanation.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from claimgraph.library import Question, Rows, ask, check_arguments, questions
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
    answer = ask(seeds_store, case.question, case.arguments)
    assert chosen(answer, case.columns) == case.rows
    assert answer.rows == answers.setdefault(str(case), answer).rows


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
