"""Whatever is no file, or has no end, is told at once wherever a file is read."""

import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.checking import check_corpus
from claimgraph.corpus.judgements import MOST_PROBLEMS
from claimgraph.corpus.scaffold import is_free
from claimgraph.errors import ClaimgraphError
from claimgraph.gate import Gate
from claimgraph.loaders import find_loader, loader_for
from claimgraph.loaders.builder import dataset_article
from claimgraph.loaders.rows import csv_rows
from claimgraph.schema import load_schema
from jsonl_files import HEAD, Line, article, write_lines

MARKET = Path(__file__).parents[1] / "cases" / "load" / "market"


def make_socket(path: Path) -> None:
    """A socket of that name, made in its folder since names of sockets are short."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


OTHERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "it is a named pipe, not a file"),
    "socket": (make_socket, "it is a socket, not a file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
    "terminal": (lambda path: path.symlink_to("/dev/tty"), "cannot be read"),
    "folder": (Path.mkdir, "it is a folder, not a file"),
    "itself": (lambda path: path.symlink_to(path), "Too many levels"),
    "nowhere": (lambda path: path.symlink_to("none"), "No such file"),
}
NAMES = (
    *("corpus.yaml", "judgements.jsonl", "articles/early.txt", "claims/early.yaml"),
    *(f"entities/{name}.yaml" for name in ("groups", "states", "places")),
)


def told(path: Path) -> list[str]:
    """What is wrong at a path, in words."""
    try:
        loader = find_loader(loader_for(path))
        found = [
            one for batch in loader.read(path) for one in Gate(SCHEMA).problems(batch)
        ]
    except ClaimgraphError as error:
        return [str(error)]
    return [str(one) for one in found]


SCHEMA = load_schema()


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_corpus_with_something_else_for_a_file(
    name: str, kind: str, tmp_path: Path
) -> None:
    folder = tmp_path / "c"
    shutil.copytree(MARKET, folder)
    stems = sorted(path.stem for path in (folder / "articles").glob("*.txt"))
    path = folder / name.replace("early", stems[0])
    path.unlink(missing_ok=True)
    make, reason = OTHERS[kind]
    make(path)
    began = time.monotonic()
    try:
        problems = [str(one) for one in check_corpus(folder).problems]
    except ClaimgraphError as error:
        problems = [str(error)]
    assert any(str(path) in one and reason in one for one in problems), problems
    assert any(reason in one for one in told(folder))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.zst", ".trig", ".jsonld", ".nq"])
def test_a_source_that_is_no_file(ending: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    make, reason = OTHERS[kind]
    make(path)
    [found] = told(path)
    lacking = "does not exist" in found or "is no corpus" in found
    assert str(path) in found
    assert reason in found or (lacking and kind in ("folder", "itself", "nowhere"))


@pytest.mark.parametrize("kind", OTHERS)
def test_a_table_that_is_no_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    OTHERS[kind][0](path)
    with pytest.raises(ClaimgraphError):
        list(csv_rows(path))
    with pytest.raises(ClaimgraphError):
        dataset_article(path, title="A", publisher="org/a")
    assert not is_free(tmp_path, {"a.csv": "x"})


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\n" * 20_000, "is blank, as 10000 lines before it"),
        (b" " * (65 * 2**20), "is longer than 64 MB"),
        (b"{}\n" * 2_000_000, "was not read further"),
        (b'{"claim": [' + b"[]," * 2**24 + b"0]}", "more than 1 MB beside its texts"),
        (b'{"claim": ["' + b'a","' * 2**22, "more than 1 MB beside its texts"),
    ],
)
def test_lines_without_end_are_told(raw: bytes, reason: str, tmp_path: Path) -> None:
    lines: list[Line] = [HEAD, article("one", "They raided.")]
    path = write_lines(tmp_path / "a.jsonl", lines)
    path.write_bytes(path.read_bytes() + raw)
    began = time.process_time()
    assert any(reason in one for one in told(path))
    assert time.process_time() - began < 10


def test_judgements_without_end_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    shutil.copytree(MARKET, folder)
    (folder / "judgements.jsonl").write_bytes(b"{}\n" * 100_000)
    found = [one for one in told(folder) if "judgements.jsonl" in one]
    assert MOST_PROBLEMS < len(found) < MOST_PROBLEMS + 10
    assert any("what follows was not read" in one for one in found)
    (folder / "judgements.jsonl").write_bytes(b"\n" * (17 * 2**20))
    assert any("it is larger than 16 MB" in one for one in told(folder))


@pytest.mark.slow
def test_yaml_without_end_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    shutil.copytree(MARKET, folder)
    (folder / "entities" / "states.yaml").write_text("[" + "a," * 250_000 + "]")
    assert any("says more than 200000 things" in one for one in told(folder))


@pytest.mark.parametrize("raw", ["a,b\n" + "\n" * 20_000, "a,b\n" + "x" * 2**25])
def test_a_table_without_end_is_told(raw: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(raw, "utf-8")
    with pytest.raises(ClaimgraphError, match="a line without end, or one of too many"):
        list(csv_rows(path))
