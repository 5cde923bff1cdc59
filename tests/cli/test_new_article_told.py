"""What `claimgraph new ARTICLE` says of what it found."""

from pathlib import Path

import pytest

from cli_runs import Run


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus, in which one stands."""
    assert run("init", str(tmp_path / "mine")).exit_code == 0
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def test_lines_fit_but_for_what_is_pasted(run: Run, folder: Path) -> None:
    title = " ".join(["Market of Northtown bombed once more"] * 6)
    (folder / "long.txt").write_text(f"{title}\nBy Lena Okoro\nTwo died.\n", "utf-8")
    told = run("new", "long.txt", COLUMNS="60").stdout.splitlines()
    assert len(told) > 10
    assert all(len(line) <= 60 for line in told if line[:9] != "articles/")
    assert '  author      Lena Okoro (the line "By Lena Okoro")' in told


def test_an_address_is_no_path(run: Run, folder: Path) -> None:
    refused = run("new", "http://localhost:9/x.html")
    assert refused.exit_code == 1
    assert "http://localhost:9/x.html: is not fetched" in refused.stderr
    assert "an address of the" in " ".join(
        run("new", "article", "--help").stdout.split()
    )


def test_soft_hyphens_of_a_text_do_not_show(run: Run, folder: Path) -> None:
    raw = "Market bombed in North\u00adtown\nTwo\u202e died.\n"
    (folder / "soft.txt").write_text(raw, "utf-8")
    told = run("new", "soft.txt").stdout
    assert "title       Market bombed in Northtown (the first line)" in told
    quote = run("quote", "soft", "Two died", "--json").stdout
    assert "\u202e" not in quote
