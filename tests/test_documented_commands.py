"""Commands of README and docs are run here if they can, and what they say compared."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from claimgraph.cli import group
from claimgraph.extraction.trees.parse import has_parser
from documented_commands import PAGES, ROOT, Command, blocks, reason, reasons

NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
TYPED = [name for name in NAMES if blocks((ROOT / name).read_text("utf-8"))]
CASES = ROOT / "tests" / "cases"
# what a reader would have at hand
FILES = {
    "news.html": ROOT / "docs" / "examples" / "news.html",
    "bridge.txt": CASES / "coding" / "walk" / "bridge.txt",
    "desk.csv": CASES / "loaders" / "incidents" / "desk.csv",
}
# pages whose answers come of rules over a parse
PARSED = {"docs/first-ten-minutes.md", "docs/extracting.md"}
# these ask for the graph of the seeds, which their reader has loaded
SEEDED = {"docs/exports.md", "docs/rdf.md", "docs/neo4j.md"}


def accept_all(folder: Path) -> None:
    """What a person does in a review who accepts all."""
    for path in folder.glob("claims/*.yaml"):
        text = path.read_text("utf-8").replace("review: proposed", "review: accepted")
        path.write_text(text, "utf-8")


def type_demo(_: Path) -> str:
    """What `make demo` does once everything is set up."""
    return output(Command("claimgraph demo", ("claimgraph", "demo")))


# in place of what cannot be run
INSTEAD: dict[str, Callable[[Path], object]] = {
    "make demo": type_demo,
    "claimgraph review corpus": lambda here: accept_all(here / "corpus"),
}


def prepare(folder: Path) -> None:
    """The files that the pages speak of."""
    for name, path in FILES.items():
        shutil.copy(path, folder / name)
    (folder / "archive").mkdir()
    shutil.copy(FILES["bridge.txt"], folder / "archive")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("incidents")
    for line in FILES["desk.csv"].read_text("utf-8").splitlines():
        sheet.append(line.split(","))
    book.save(folder / "incidents.xlsx")


def output(command: Command) -> str:
    """What a command says; it must succeed."""
    if command.words[0] == "cd":
        os.chdir(command.words[1])
        return ""
    assert command.words[0] == "claimgraph", f"who runs {command.line!r}?"
    result = CliRunner().invoke(
        group,
        [*command.words[1:]],
        input=command.given,
        env={"CLAIMGRAPH_STORE": None, "COLUMNS": "80"},
    )
    told = f"{command.line}\n{result.output}\n{result.exception!r}"
    assert result.exit_code == 0, told
    return result.output


@pytest.fixture(scope="module")
def seeds_loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the seeds that nobody has open; tests take a copy of it."""
    graph = tmp_path_factory.mktemp("seeds") / "graph"
    words = ("claimgraph", "load", "seeds", "--store", str(graph))
    output(Command(" ".join(words), words))
    return graph


def missing_line(shown: list[str], said: str) -> str | None:
    """The first line of a page that is not in an output, after those before it."""
    whole, at = " ".join(said.split()), 0
    for line in shown:
        found = whole.find(line, at)
        if found < 0:
            return line
        at = found + len(line)
    return None


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPED)
def test_the_commands_of_a_page_do_what_it_shows(
    name: str, seeds_loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in PARSED and not has_parser():
        pytest.skip("needs the extra `nlp`")
    monkeypatch.chdir(tmp_path)
    known = reasons()
    found = blocks((ROOT / name).read_text("utf-8"))
    if any(reason(one, known) is None for block in found for one in block.commands):
        prepare(tmp_path)
    if name in SEEDED:
        shutil.copytree(seeds_loaded, tmp_path / "graph")
    for block in found:
        said = ""
        for command in block.commands:
            if reason(command, known) is None:
                said += output(command)
            elif (instead := INSTEAD.get(" ".join(command.words))) is not None:
                said += str(instead(tmp_path) or "")
        assert missing_line(block.shown, said) is None, said


def test_every_reason_is_that_of_a_command() -> None:
    known = reasons()
    met = {
        reason(command, known)
        for name in TYPED
        for block in blocks((ROOT / name).read_text("utf-8"))
        for command in block.commands
    }
    assert len(known) >= 10
    assert set(known) - met == set()


def test_what_an_output_lacks_is_found() -> None:
    said = "one  row\n  claimed   by\nNDS, as alleged"
    assert missing_line(["one row", "by NDS, as"], said) is None
    assert missing_line(["by NDS", "one row"], said) == "one row"
    assert missing_line(["two rows"], said) == "two rows"


def test_most_commands_are_run() -> None:
    known = reasons()
    run = [
        command
        for name in TYPED
        for block in blocks((ROOT / name).read_text("utf-8"))
        for command in block.commands
        if reason(command, known) is None
    ]
    assert len(run) >= 70
