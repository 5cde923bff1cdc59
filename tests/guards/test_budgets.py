"""Files, functions and lines stay short enough to be read in one go."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "schema", "loaders", "tests", "benchmarks")
FILE_LINES, FUNCTION_LINES, COLUMNS = 300, 40, 88
SOURCES = {
    str(path.relative_to(ROOT)): path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
}


def excesses(source: str) -> list[str]:
    """What is too long in a source; the decorators of a function do not count."""
    lines = source.splitlines()
    found = [
        f"line {number} has {len(line)} columns"
        for number, line in enumerate(lines, 1)
        if len(line) > COLUMNS
    ]
    if len(lines) > FILE_LINES:
        found.append(f"the file has {len(lines)} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{node.name} has {length} lines")
    return found


@pytest.mark.parametrize("name", SOURCES)
def test_source_keeps_the_budgets(name: str) -> None:
    assert excesses(SOURCES[name].read_text("utf-8")) == []


def test_what_is_too_long_is_found() -> None:
    assert excesses("#" * 88 + "\n") == []
    assert excesses("#" * 89 + "\n") == ["line 1 has 89 columns"]
    assert excesses("#\n" * 300) == []
    assert excesses("#\n" * 301) == ["the file has 301 lines"]
    body = "    pass\n"
    assert excesses("@late\ndef long():\n" + body * 39) == []
    assert excesses("def long():\n" + body * 40) == ["long has 41 lines"]
