"""`claimgraph docs`: the pages without a network; `seeds` without a clone."""

from pathlib import Path

import pytest

from cli_runs import Run, Typed

ROOT = Path(__file__).parents[2]


def test_lists_every_page(run: Run) -> None:
    result = run("docs")
    assert result.exit_code == 0
    topics = {line.split()[0] for line in result.stdout.splitlines() if line}
    assert {page.stem for page in (ROOT / "docs").glob("*.md")} <= topics
    decisions = len(list((ROOT / "docs" / "decisions").glob("*.md")))
    assert f"{decisions} decisions" in result.stdout


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("glossary", "glossary.md"),
        ("Glossary", "glossary.md"),
        ("docs/queries.md", "queries.md"),
        ("0017", "decisions/0017-counting-speakers.md"),
        ("loaders/incidents", "loaders/incidents.md"),
    ],
)
def test_prints_a_page_as_it_is(run: Run, typed: str, page: str) -> None:
    result = run("docs", typed)
    assert result.stdout == (ROOT / "docs" / page).read_text("utf-8")


def test_the_article_of_the_pages_is_at_hand(run: Run) -> None:
    told = run("docs", "examples/news.html").stdout
    assert told == (ROOT / "docs" / "examples" / "news.html").read_text("utf-8")
    assert "claimgraph docs examples/news.html > news.html" in run("docs").stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("glosary", "(nearest: glossary)"),
        ("", "lists them all"),
        ("00", "lists them all"),
    ],
)
def test_of_a_slip_it_tells_the_nearest(run: Run, typed: str, told: str) -> None:
    result = run("docs", typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr


def test_seeds_are_those_of_the_package_where_none_are_here(typed: Typed) -> None:
    for command in ("check", "load"):
        done = typed(command, "seeds")
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("5 articles")
        assert "the seeds that came with claimgraph are taken" in done.stderr


def test_a_folder_of_that_name_goes_first(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    done = typed("check", "seeds")
    assert done.returncode == 1
    assert "came with claimgraph" not in done.stderr
