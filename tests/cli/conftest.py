"""A command line to type into, and graphs for it."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimgraph.cli import group
from cli_runs import Run, Typed
from places import NEO4J, SEEDS, ServerPlace

TEXT = (
    "The bureau said the river cell had bombed the market on 1 May 2020.\n"
    "The river cell denied any tie to the hill band.\n"
)
CLAIMS = """\
# coded by hand
article:
  title: The market
  publisher: org/gazette
  published: 2020-05-03
  sha256: {sha256}
claims:
  - relation: ATTRIBUTED_TO
    subject: attack/2020-05-01-market   # the bombing
    object: group/river-cell
    chain: [{{holder: org/bureau, cue: The bureau said}}]
    quote: the river cell had bombed the market

  - relation: ALLEGED_LINK
    subject: group/river-cell
    object: group/hill-band
    polarity: denied
    label: no-tie
    chain: [{{holder: group/river-cell, implicit: true}}]
    quote: denied any tie to the hill band
"""
ENTITIES = {
    "groups": "- {id: group/river-cell, name: River Cell, aliases: [the Cell]}\n"
    "- {id: group/hill-band, name: Hill Band, aliases: [the Cell]}\n",
    "organizations": "- {id: org/gazette, name: Gazette, kind: outlet}\n"
    "- {id: org/bureau, name: Bureau, kind: security-service}\n",
    "attacks": "- id: attack/2020-05-01-market\n"
    "  name: market bombing\n"
    "  kind: bombing\n",
}


@pytest.fixture
def run() -> Run:
    """Types a command in this process; `store=` names the graph."""

    def in_process(*words: str, store: object = "", **settings: str) -> Result:
        env: dict[str, str | None] = {
            "CLAIMGRAPH_STORE": str(store) or None,
            "COLUMNS": None,
            **settings,
        }
        result = CliRunner().invoke(group, list(words), env=env, catch_exceptions=False)
        return result

    return in_process


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Types a command in a process of its own, in an empty folder."""

    def started(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "claimgraph", *words],
            cwd=tmp_path,
            env=os.environ | settings,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            stdin=subprocess.DEVNULL,
        )

    return started


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A small corpus that passes the gate."""
    return small_corpus(tmp_path / "market")


def small_corpus(folder: Path) -> Path:
    """One article with two claims, four agents and an attack."""
    for part in ("articles", "claims", "entities"):
        (folder / part).mkdir(parents=True)
    (folder / "corpus.yaml").write_text("name: market\n", encoding="utf-8")
    (folder / "articles" / "small.txt").write_bytes(TEXT.encode())
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    text = CLAIMS.format(sha256=sha256)
    (folder / "claims" / "small.yaml").write_text(text, encoding="utf-8")
    for stem, entries in ENTITIES.items():
        (folder / "entities" / f"{stem}.yaml").write_text(entries, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus in a graph that nobody has open; tests take a copy of it."""
    folder = tmp_path_factory.mktemp("small")
    return Path(loaded(str(folder / "graph"), small_corpus(folder / "market")))


@pytest.fixture
def graph(tmp_path: Path, corpus: Path, small_graph: Path) -> Path:
    """A graph of its own that holds the small corpus."""
    return shutil.copytree(small_graph, tmp_path / "graph")


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds in a graph that nobody has open; tests only read it."""
    folder = tmp_path_factory.mktemp("cli") / "graph"
    result = CliRunner().invoke(group, ["load", str(SEEDS), "--store", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(params=["arcadedb", NEO4J])
def market(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    corpus: Path,
    small_graph: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """The target of a graph with the small corpus, on each engine."""
    if request.param == "arcadedb":
        yield str(shutil.copytree(small_graph, tmp_path / "engine"))
        return
    server: ServerPlace = request.getfixturevalue("neo4j_server")
    server.wipe(bare=False)
    monkeypatch.setenv("NEO4J_USERNAME", server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    yield loaded(server.target, corpus)
    server.wipe(bare=False)


def loaded(target: str, corpus: Path) -> str:
    """The target, with the corpus in it."""
    result = CliRunner().invoke(group, ["load", str(corpus), "--store", target])
    assert result.exit_code == 0, result.output
    return target


@pytest.fixture
def hostile(tmp_path: Path, run: Run) -> Path:
    """A graph with names and a quote that would steer a terminal."""
    folder = hostile_corpus(tmp_path / "hostile")
    assert run("load", str(folder), store=tmp_path / "steering").exit_code == 0
    return tmp_path / "steering"


def hostile_corpus(folder: Path) -> Path:
    """The small corpus with names and a text that would steer a terminal."""
    small_corpus(folder)
    steering = "\x1b[31mred\x07 \u202e[bold]"
    text = TEXT.replace("The river cell denied", f"The {steering} cell denied")
    (folder / "articles" / "small.txt").write_bytes(text.encode())
    path = folder / "claims" / "small.yaml"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    old = hashlib.sha256(TEXT.encode()).hexdigest()
    yaml = path.read_text("utf-8").replace(old, sha256)
    quote = json.dumps(f"The {steering} cell denied any tie to the hill band")
    yaml = yaml.replace("quote: denied any tie to the hill band", f"quote: {quote}")
    path.write_text(yaml, encoding="utf-8")
    groups = folder / "entities" / "groups.yaml"
    name = json.dumps("=\x1b[2JHill | [red]Band[/red]")
    groups.write_text(
        groups.read_text("utf-8").replace("name: Hill Band", f"name: {name}"), "utf-8"
    )
    return folder
