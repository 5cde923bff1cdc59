"""However a corpus is damaged, each line that `check` prints about it is true.

`--hypothesis-profile many` tries 5,000 of them.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.checking import check_corpus
from claimgraph.corpus.claim_forms import claim_form
from claimgraph.corpus.forms import ArticleForm
from claimgraph.definitions.forms import EntityForm
from claimgraph.errors import ClaimgraphError, CorpusError, Problem
from claimgraph.schema import load_schema
from claimgraph.yaml_file import read_yaml
from claimgraph.yaml_file.forms import Form
from sound_corpus import FILES, write_sound

JUDGED = (
    '{"left": "group/one", "right": "group/two", "verdict": "different", '
    '"who": "A", "when": "2024-05-06", "why": "they fight"}\n'
)
ALL = {**FILES, "judgements.jsonl": JUDGED}
EDITED = sorted(ALL)
PIECES = ["", " ", "#", " #", ": ", "\n", "'", "[", "x", "-"]
WORDS = ["group/one", "group/three", "person/official", "Red Dawn", "2021", "null"]
UNUSED = re.compile(r"(\S+) is used nowhere")
UNKNOWN = re.compile(r"(\S+) is not in entities/")
ID = re.compile(r"\b[a-z]+/[a-z0-9_-]+")
ABSENT = re.compile(
    r"^'(.*)' does not stand in the text(?: \(line (\d+) has: (\".*\")\))?$"
)
NEAREST = re.compile(r"\(nearest: ([^)]*)\)")
TIMES = re.compile(r"occurs (\d+) times \(lines ([\d, ]+)\)")
VERBATIM = re.compile(r'is not verbatim: the text has (".*?[^\\]")')
ENTRY = re.compile(r"(\S+) has an entry already \((.*):(\d+)\)")
WRITTEN = re.compile(r"must be [\w ,]+, not '?(.*?)'?(?: \(|:|$)")
LABEL = re.compile(r"(\S+) is the label of no claim")


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, str]:
    """What stands in the files after one to three edits."""
    files = dict(ALL)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(EDITED))
        text = files[name]
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        put = draw(st.sampled_from([*PIECES, *WORDS]))
        files[name] = text[:at] + put + text[at + length :]
    return files


@given(damaged())
def test_every_line_is_true(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        write_sound(folder)
        for name, text in files.items():
            if text != ALL[name] or name not in FILES:
                (folder / name).write_text(text, "utf-8")
        try:
            checked = check_corpus(folder)
        except CorpusError as error:
            alone = Problem(error.file or "", error.line, "", error.message)
            assert no_such_line(alone) is None
            return
        problems = (*checked.problems, *checked.unused, *checked.unseen)
        for problem in problems:
            assert [*untruths(problem, folder, problems)] == []


def untruths(
    problem: Problem, folder: Path, problems: tuple[Problem, ...]
) -> Iterator[str | None]:
    """What is not so in what a problem says."""
    text = (folder / "articles" / "a.txt").read_text("utf-8")
    found = (
        no_such_line(problem),
        wrong_id(problem, folder, problems),
        wrong_passage(problem.reason, text),
        wrong_word(problem, folder),
    )
    yield from (one for one in found if one is not None)


def no_such_line(problem: Problem) -> str | None:
    """Whether the file has no such line."""
    path = Path(problem.file)
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    if problem.line is not None and not 1 <= problem.line <= len(lines) + 1:
        return f"there is no line {problem.line}"
    return None


def wrong_id(
    problem: Problem, folder: Path, problems: tuple[Problem, ...]
) -> str | None:
    """Whether an id is used, or has an entry, or has none, against what is said."""
    unused, unknown = UNUSED.match(problem.reason), UNKNOWN.match(problem.reason)
    twice = ENTRY.match(problem.reason)
    if unused is not None:
        if unused[1] in mentioned(folder / "claims"):
            return f"{unused[1]} stands in a claims file"
        meant = (NEAREST.search(one.reason) for one in problems)
        if any(one is not None and one[1] == unused[1] for one in meant):
            return f"{unused[1]} is what another line says is meant"
    if unknown is not None and unknown[1] in mentioned(folder / "entities"):
        return f"{unknown[1]} has an entry"
    if twice is not None:
        lines = Path(twice[2]).read_text("utf-8").splitlines()
        if twice[1] not in "\n".join(lines[int(twice[3]) - 1 : int(twice[3]) + 2]):
            return f"{twice[1]} does not stand there"
    return None


def wrong_passage(reason: str, text: str) -> str | None:
    """Whether words stand in the text, or do not, against what is said."""
    absent, times = ABSENT.match(reason), TIMES.search(reason)
    verbatim = VERBATIM.search(reason)
    if absent is not None and absent[1] in text:
        return f"{absent[1]} stands in the text"
    if absent is not None and absent[2] is not None:
        at = text.find(str(read_back(absent[3])))
        if at < 0 or text.count("\n", 0, at) + 1 != int(absent[2]):
            return f"line {absent[2]} has no {absent[3]}"
    if times is not None and len(times[2].split(", ")) != int(times[1]):
        return "other lines than times"
    if verbatim is not None and str(read_back(verbatim[1])) not in text:
        return f"the text has no {verbatim[1]}"
    return None


def wrong_word(problem: Problem, folder: Path) -> str | None:
    """Whether a word is one that may stand there, or stands there not at all."""
    reason, path = problem.reason, Path(problem.file)
    held = path.read_text("utf-8") if path.is_file() else ""
    key = problem.key.rpartition(".")[2]
    if "is no key here" in reason and "." in problem.key and key in all_keys(problem):
        return f"{key} is a key"
    if "is no relation type" in reason and reason.split()[0] in load_schema().relations:
        return "it is a relation type"
    written, label = WRITTEN.match(reason), LABEL.match(reason)
    # YAML makes one space of a line end
    value = "".join(written[1].split()) if written else ""
    named = reason.partition(", not ")[2].startswith("a ")
    if value.isalnum() and not named and value not in "".join(held.split()):
        return f"{value} is written nowhere"
    if label is not None and re.search(
        rf"label: {re.escape(label[1])}\s*$", held, re.M
    ):
        return f"{label[1]} is a label"
    near = NEAREST.search(reason)
    if near is not None and near[1] == reason.partition(" ")[0]:
        return "the nearest is the word itself"
    return None


def all_keys(problem: Problem) -> set[str]:
    """The keys that may stand in the block of a problem, where it is a plain one."""
    plain = re.fullmatch(r"(article|claims\[\d+\]|\[\d+\])\.\w+", problem.key)
    if plain is None:
        return set()
    forms: dict[str, type[Form]] = {
        "a": ArticleForm,
        "c": claim_form(),
        "[": EntityForm,
    }
    form = forms.get(plain[1][0], EntityForm)
    return {field.alias or name for name, field in form.model_fields.items()}


def read_back(quoted: str) -> object:
    """A text in double quotes as YAML reads it."""
    with tempfile.TemporaryDirectory() as held:
        path = Path(held) / "one.yaml"
        path.write_text(quoted, "utf-8")
        return read_yaml(path).plain


def mentioned(folder: Path) -> set[str]:
    """The ids in the values of a folder's files; all in one that is no YAML."""
    found: set[str] = set()
    for path in folder.iterdir():
        try:
            said = str(read_yaml(path).plain)
        except ClaimgraphError:
            said = path.read_text("utf-8")
        found.update(ID.findall(said))
    return found
