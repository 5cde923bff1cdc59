"""What is added comes with its test and its page, as docs/contributing.md says."""

import re
from pathlib import Path

import pytest

from claimgraph import cli, loaders, modules, reports
from claimgraph.exports import formats
from claimgraph.library import questions
from claimgraph.schema import load_schema
from written_cases import COMPARED

ROOT = Path(__file__).parents[2]
NAMES = {
    "question": [question.name for question in questions()],
    "relation": list(load_schema().relations),
    "loader": modules.names(loaders),
    "report": modules.names(reports),
    "format": modules.names(formats),
    "command": modules.names(cli),
}
# the files that each of them needs, as patterns
FILES = {
    "question": ["tests/cases/queries/{name}.yaml"],
    "relation": [],
    "loader": ["tests/loaders/test_{name}.py"],
    "report": ["tests/cases/reports/{name}/*.yaml"],
    "format": ["tests/cases/exports/{name}.yaml", "src/claimgraph/exports/*/{name}.py"],
    "command": ["tests/cli/test_{name}.py"],
}
# the page that must name it, and the pattern of the line that does
PAGES = {
    "question": ("docs/queries.md", "^### `{name}`$"),
    "relation": ("docs/schema.md", "^### {name}$"),
    "loader": ("docs/cli.md", r"^  --from \[(\w+\|)*{name}(\|\w+)*\]$"),
    "report": ("docs/reports.md", r"^\| `{name}[ `]"),
    "format": ("docs/exports.md", "^claimgraph export {typed} "),
    "command": ("docs/cli.md", "^## claimgraph {typed}$"),
}
# a command that is tested with another one, whose half it is
TESTED_WITH = {"import_": "load", "map_": "map"}


def missing_companions(kind: str, name: str, root: Path = ROOT) -> list[str]:
    """The files that lack, and the page that does not name it."""
    tested = TESTED_WITH.get(name, name)
    wanted = [pattern.format(name=tested) for pattern in FILES[kind]]
    found = [one for one in wanted if not list(root.glob(one))]
    stored = {one.name.split(".")[0] for one in root.glob("tests/cases/written/*")}
    if kind == "format" and name not in {*COMPARED, *stored}:
        found.append(f"tests/cases/written/{name}")
    page, pattern = PAGES[kind]
    typed = name.replace("_", "-").rstrip("-")
    text = (root / page).read_text("utf-8")
    if not re.search(pattern.format(name=name, typed=typed), text, re.MULTILINE):
        found.append(page)
    return found


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind in NAMES for name in NAMES[kind]]
)
def test_it_comes_with_its_test_and_its_page(kind: str, name: str) -> None:
    assert missing_companions(kind, name) == []


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_new_is_found_without_them(kind: str) -> None:
    assert NAMES[kind]
    # what is new may be named like the start of what is there
    for name in ("nothing_such", NAMES[kind][0][:-1]):
        lacking = missing_companions(kind, name)
        assert len(lacking) == len(FILES[kind]) + 1 + (kind == "format")


def test_every_format_is_compared_by_its_words_or_in_another_way() -> None:
    assert COMPARED.keys() <= set(NAMES["format"])
