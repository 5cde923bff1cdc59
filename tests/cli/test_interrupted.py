"""Ctrl-C before anything began, progress before anything is done."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimgraph.cli.terminal import loading
from claimgraph.cli.terminal.loading import Bar
from cli_runs import Run

STOPPED_EARLY = """
import sys

class Stopping:
    def find_spec(self, name, path=None, target=None):
        if name == "claimgraph.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stopping())
from claimgraph.__main__ import main
main()
"""


def test_ctrl_c_while_the_first_part_is_imported_is_no_traceback() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STOPPED_EARLY],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 130
    assert ran.stderr == "claimgraph: stopped; nothing was begun\n"


def test_the_command_that_is_installed_begins_there() -> None:
    settings = Path(__file__).parents[2].joinpath("pyproject.toml").read_text("utf-8")
    assert '\nclaimgraph = "claimgraph.__main__:main"\n' in settings


def test_a_bar_comes_before_the_first_article_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loading, "PATIENCE", 0.05)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Bar(None, "reading") as bar:
        end = time.monotonic() + 30
        while bar.progress is None and time.monotonic() < end:
            time.sleep(0.01)
        assert bar.progress is not None
    assert bar.done


def test_a_run_that_could_not_begin_counts_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "a.txt").write_text("Quiet day in Osk.\n", "utf-8")
    out = tmp_path / "j.jsonl"
    result = run(
        "extract", str(tmp_path / "a.txt"), "--rules", "--out", str(out), "--dask", "x"
    )
    assert result.exit_code == 1
    assert "needs the extra [dask]: `pip install 'claimgraph[dask]'`" in result.stderr
    assert "articles read" not in result.stdout
