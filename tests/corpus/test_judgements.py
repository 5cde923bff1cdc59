"""judgements.jsonl: a line more, and a line less."""

import json
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


@settings(max_examples=60, deadline=None)
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
        with pytest.raises(CorpusError, match="NUL or a lone surrogate"):
            write_judgement(tmp_path, decided("group/a", "group/b", "same", text))
    assert not (tmp_path / "judgements.jsonl").exists()
