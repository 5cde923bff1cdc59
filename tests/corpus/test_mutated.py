"""However a corpus is damaged, each line that `check` prints about it is true."""

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.checking import check_corpus
from claimgraph.errors import CorpusError, Problem
from claimgraph.yaml_file import read_yaml
from sound_corpus import FILES, write_sound

EDITED = sorted(name for name in FILES if name.endswith(".yaml") and "/" in name)
PIECES = ["", " ", "#", " #", ": ", "\n", "'", "[", "x", "-"]
UNUSED = re.compile(r"(\S+) is used nowhere")
UNKNOWN = re.compile(r"(\S+) is not in entities/")
ID = re.compile(r"\b[a-z]+/[a-z0-9_-]+")
ABSENT = re.compile(r"^'(.*)' does not stand in the text$")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the corpus and what stands in it after one to three edits."""
    name = draw(st.sampled_from(EDITED))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        put = draw(st.sampled_from(PIECES))
        text = text[:at] + put + text[at + length :]
    return name, text


@given(damaged())
def test_every_line_is_true(edit: tuple[str, str]) -> None:
    name, text = edit
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        write_sound(folder)
        (folder / name).write_text(text, "utf-8")
        try:
            checked = check_corpus(folder)
        except CorpusError:
            return
        for problem in (*checked.problems, *checked.unused):
            assert untruth(problem, folder) is None


def untruth(problem: Problem, folder: Path) -> str | None:
    """What is not so in what a problem says; None where nothing is."""
    path = Path(problem.file)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    if problem.line is not None and not 1 <= problem.line <= len(lines) + 1:
        return f"there is no line {problem.line}"
    unused, unknown = UNUSED.match(problem.reason), UNKNOWN.match(problem.reason)
    absent = ABSENT.match(problem.reason)
    if unused is not None and unused[1] in mentioned(folder / "claims"):
        return f"{unused[1]} stands in a claims file"
    if unknown is not None and unknown[1] in mentioned(folder / "entities"):
        return f"{unknown[1]} has an entry"
    text = (folder / "articles" / "a.txt").read_text("utf-8")
    if absent is not None and absent[1] in text:
        return f"{absent[1]} stands in the text"
    return None


def mentioned(folder: Path) -> set[str]:
    """The ids in the values of a folder's files; all in one that is no YAML."""
    found: set[str] = set()
    for path in folder.iterdir():
        try:
            said = str(read_yaml(path).plain)
        except CorpusError:
            said = path.read_text("utf-8")
        found.update(ID.findall(said))
    return found
