"""What the commands of the soak load: a small corpus and made-up datasets."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import cast

from claimgraph.loaders import find_loader
from jsonl_files import (
    GROUPS,
    Line,
    article,
    claim,
    closed_lines,
    dataset,
    entity,
    in_first_third,
)
from market import copy_market
from soak.samples import dated
from verifying import write_plainly

# two batches and a part of a third
CLAIMS = 2400
VERDICTS = 15


def make_sources(folder: Path) -> None:
    """The files that the scenarios name, in a new folder."""
    folder.mkdir(parents=True)
    copy_market(folder / "market")
    for name, lines in (
        ("big", dataset(CLAIMS)),
        ("changed", changed()),
        ("judged", judged()),
        ("other", other()),
    ):
        text = "".join(json.dumps(line) + "\n" for line in closed_lines(lines))
        (folder / f"{name}.claims.jsonl").write_text(text, "utf-8")
    big = find_loader("claims_jsonl").read(folder / "big.claims.jsonl")
    written = write_plainly("trig", map(dated, big), folder)
    written.rename(folder / "big.trig")


def changed() -> Iterator[Line]:
    """The dataset without its first third, every tenth of the others with a note."""
    for number, line in enumerate(dataset(CLAIMS)):
        block = cast("Line", line.get("claim", {}))
        if in_first_third(line, CLAIMS):
            continue
        yield (
            {"claim": {**block, "note": "seen"}} if block and number % 10 == 0 else line
        )


def judged() -> Iterator[Line]:
    """The dataset with judgements on its groups: three pairs are one."""
    yield from dataset(CLAIMS)
    same = {(0, 1), (2, 3), (4, 5)}
    pairs = sorted(combinations(range(GROUPS), 2), key=lambda pair: pair not in same)
    for left, right in pairs[:VERDICTS]:
        verdict = "same" if (left, right) in same else "unsure"
        ends: Line = {"left": f"group/g{left}", "right": f"group/g{right}"}
        reason: Line = {"who": "ann", "when": "2021-05-01", "why": "for the soak"}
        yield {"judgement": {**ends, "verdict": verdict, **reason, "corpus": "big"}}


def other() -> Iterator[Line]:
    """Another corpus on the same groups, and on one of its own."""
    yield {"claimgraph": 1}
    yield entity("org/gazette", "Gazette", kind="outlet")
    for number in range(GROUPS):
        yield entity(f"group/g{number}", f"Group {number}")
    yield entity("group/own", "Own")
    for stem in ("one", "two", "three"):
        yield article(stem, f"{stem} " + "raided " * 400, corpus="other")
        for number in range(400):
            ends = f"group/g{number % GROUPS}", "group/own"
            yield claim(stem, *ends, len(stem) + 1 + number * 7)
