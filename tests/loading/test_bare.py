"""What benchmarks/bare.py replays makes the graph that a load makes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.store import open_store
from graph_snapshot import snapshot

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def run(script: str, *words: Path) -> str:
    """The first line that a script of the benchmarks prints."""
    command = [sys.executable, str(BENCHMARKS / script), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [*done.stdout.splitlines(), ""][0]


@pytest.mark.slow
def test_the_bare_engine_makes_the_equal_graph(tmp_path: Path) -> None:
    source, lines = tmp_path / "claims.jsonl", tmp_path / "graph.jsonl"
    subprocess.run(
        [sys.executable, str(BENCHMARKS / "generator.py"), "300", str(source)],
        check=True,
    )
    assert json.loads(run("loading.py", source, tmp_path / "ours", lines))["claims"]
    assert json.loads(run("bare.py", lines, tmp_path / "bare"))["inside"]
    with open_store(str(tmp_path / "ours")) as store:
        ours = snapshot(store)
    with open_store(str(tmp_path / "bare"), create=False) as store:
        # but for what a graph counts of itself, of which the bare engine knows nothing
        assert snapshot(store).unlike(ours) == []
