"""judgements.jsonl: one decision a line."""

from pathlib import Path

from claimgraph.corpus.convert import judgement_of
from claimgraph.corpus.forms import JudgementForm, fill
from claimgraph.corpus.lines import parsed_line
from claimgraph.errors import Problem
from claimgraph.model import Judgement, Where


def read_judgements(path: Path) -> tuple[tuple[Judgement, ...], list[Problem]]:
    """The judgements of a file, blank lines passed over; no file means none."""
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    if not path.is_file():
        return (), []
    for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
        where = Where(str(path), "", number)
        if not raw.strip():
            continue
        block = parsed_line(raw, where)
        if isinstance(block, Problem):
            problems.append(block)
            continue
        form, found = fill(JudgementForm, block, where)
        problems += found
        if form is not None:
            judgements.append(judgement_of(form, where))
    return tuple(judgements), problems
