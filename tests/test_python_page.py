"""`import claimgraph` gives what docs/python.md shows, and loads it late."""

import doctest
import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimgraph
from claimgraph import errors

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")
FUNCTIONS = {
    *(
        "open_store",
        "load",
        "named_entities",
        "forget",
        "check",
        "ask",
        "find",
        "show",
        "search",
    ),
    *("report", "export", "judge", "status"),
}
ERRORS = {
    name
    for name, one in vars(errors).items()
    if inspect.isclass(one) and issubclass(one, errors.ClaimgraphError)
}


def examples(page: str) -> str:
    """The source of all examples of a page."""
    parsed = doctest.DocTestParser().get_examples(page)
    return "".join(one.source for one in parsed)


def missing(names: set[str], page: str) -> set[str]:
    """The names that a page has no heading for, no example, or no line in its table."""
    shown = examples(page)
    return {
        name
        for name in names
        if (
            f"| `{name}` |" not in page
            if name in ERRORS
            else f"\n### {name}\n" not in page or not re.search(rf"\b{name}\(", shown)
        )
    }


@pytest.mark.slow
def test_the_examples_of_the_page_are_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    parser, told = doctest.DocTestParser(), list[str]()
    page = parser.get_doctest(PAGE, {}, "docs/python.md", "docs/python.md", 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
        page, out=told.append
    )
    assert result.attempted > len(FUNCTIONS)
    assert not result.failed, "".join(told)


def test_these_names_are_exported_and_no_others() -> None:
    assert set(claimgraph.__all__) == FUNCTIONS | ERRORS
    assert claimgraph.__all__ == sorted(claimgraph.__all__)
    for name in claimgraph.__all__:
        assert callable(getattr(claimgraph, name)), name
        assert getattr(claimgraph, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        claimgraph.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_the_page_shows_each_name() -> None:
    assert missing(set(claimgraph.__all__), PAGE) == set()


@pytest.mark.parametrize(
    ("name", "old"),
    [("find", "\n### find\n"), ("judge", "claimgraph.judge("), ("QueryError", "| `Q")],
)
def test_a_name_that_the_page_lacks_is_found(name: str, old: str) -> None:
    assert old in PAGE
    assert missing(set(claimgraph.__all__), PAGE.replace(old, "", 1)) == {name}


def test_no_module_hides_a_function() -> None:
    folder = Path(claimgraph.__file__).parent
    below = {path.stem for path in folder.iterdir()}
    assert not below & set(claimgraph.__all__)


def test_names_can_be_imported_after_any_module() -> None:
    code = (
        "import claimgraph.reports, claimgraph.loading, claimgraph.cli.report\n"
        "import claimgraph.api.reporting, claimgraph.exports, claimgraph.checking\n"
        "import claimgraph, inspect\n"
        "found = [getattr(claimgraph, name) for name in claimgraph.__all__]\n"
        "assert all(map(callable, found)) and not any(map(inspect.ismodule, found))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_import_loads_nothing() -> None:
    code = "import sys, claimgraph; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    others = {"click", "rich", "pydantic", "networkx", "rdflib", "neo4j", "arcadedb"}
    assert not loaded & others
    assert not any(name.startswith("claimgraph.") for name in done.stdout.split())
