"""judgements.jsonl: a line more, and a line less."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.corpus.judgements import (
    read_judgements,
    remove_judgement,
    write_judgement,
)
from claimgraph.errors import CorpusError
from claimgraph.ids import judgement_id
from claimgraph.model import VERDICTS, Judgement, Verdict
from examples import examples


def decided(left: str, right: str, verdict: Verdict, why: str) -> Judgement:
    own = judgement_id(left, right, verdict, "bob", "2021")
    return Judgement(
        id=own,
        left=left,
        right=right,
        verdict=verdict,
        who="bob",
        when="2021",
        why=why,
    )


ENDS = st.sampled_from((b"", b"\n", b"\r\n", b"\n\n", b" \n"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(max_examples=examples(60))
@given(
    lines=st.lists(st.tuples(st.sampled_from(VERDICTS), TEXTS), max_size=3),
    end=ENDS,
    why=TEXTS,
)
def test_undo_is_the_exact_inverse(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[tuple[str, str]],
    end: bytes,
    why: str,
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    path = folder / "judgements.jsonl"
    blocks = [
        {"left": "group/a", "right": f"group/b{at}", "verdict": verdict}
        | {"who": "ann", "when": "2020", "why": text}
        for at, (verdict, text) in enumerate(lines)
    ]
    written = b"\n".join(json.dumps(block).encode() for block in blocks)
    before = written + (end if blocks else b"")
    path.write_bytes(before)
    new = decided("group/y", "group/x", "same", why)
    write_judgement(folder, new)
    listed, problems = read_judgements(path)
    assert (problems, listed[-1], len(listed)) == ([], new, len(lines) + 1)
    assert path.read_bytes().startswith(before)
    remove_judgement(folder, listed[-1])
    assert path.read_bytes() == before
    with pytest.raises(CorpusError, match="changed meanwhile"):
        remove_judgement(folder, listed[-1])


def test_what_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    for text in ("\0", "\ud800"):
        with pytest.raises(CorpusError, match=r"holds (a NUL|half a character)"):
            write_judgement(tmp_path, decided("group/a", "group/b", "same", text))
    assert not (tmp_path / "judgements.jsonl").exists()


WRITE = """
import sys, time
from pathlib import Path
from claimgraph.corpus import judgements
from test_judgements import decided
name, wait = sys.argv[2], float(sys.argv[3])
read = judgements.held_bytes
def slowly(path):
    found = read(path)
    print("read", flush=True)
    time.sleep(wait)
    return found
judgements.held_bytes = slowly
judgements.write_judgement(Path(sys.argv[1]), decided("group/a", name, "same", "x"))
"""


def test_two_that_judge_at_once_lose_no_line(tmp_path: Path) -> None:
    def judging(name: str, wait: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", WRITE, str(tmp_path), name, wait]
        path = os.pathsep.join(map(str, Path(__file__).parents[:2]))
        here = {**os.environ, "PYTHONPATH": path}
        return subprocess.Popen(command, env=here, stdout=subprocess.PIPE)

    with judging("group/b", "2") as slow:
        assert slow.stdout is not None and slow.stdout.readline() == b"read\n"
        with judging("group/c", "0") as quick:
            assert quick.wait() == 0
        assert slow.wait() == 0
    held, problems = read_judgements(tmp_path / "judgements.jsonl")
    assert problems == []
    assert [one.right for one in held] == ["group/b", "group/c"]
