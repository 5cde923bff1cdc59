"""A field that `claim.yaml` and the model get later: every format is as it declares.

The test copies the package, adds a field of claims and one of hops to both, and runs
this file with the copy.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.counting import LossCounter
from claimgraph.exports.run import account_of, noted_batches
from claimgraph.model import Batch
from export_cases import sample
from verifying import PLAIN, disagreements, write_plainly

PACKAGE = Path(__file__).parents[2] / "src" / "claimgraph"
AGGREGATE = ExportOptions(aggregate=True)
UNUSED = ("__pycache__", "seeds", "templates", "static")
# behind which line of which file each of both fields comes
ADDED = (
    (
        "model/__init__.py",
        "    label: str | None = None\n",
        "    mood: str | None = None\n",
    ),
    (
        "model/__init__.py",
        "    medium: Medium | None = None\n",
        "    tone: str | None = None\n    heard: str | None = None\n",
    ),
    (
        "schema/claim.yaml",
        "  label: {string: a name unique in its file}\n",
        "  mood: {text: how it sounds}\n",
    ),
    (
        "schema/claim.yaml",
        "  medium: {string: how it was said, list: medium}\n",
        "  tone: {text: how the speaker sounds}\n"
        "  heard: {edtf: when it was heard, day: day of hearing}\n",
    ),
)
LEVELS = {
    **{"stix": ("reduced", "reduced"), "ftm": ("reduced", "lost")},
    **{"graphml": ("carried", "lost"), "gexf": ("carried", "lost")},
    **dict.fromkeys(("graphml, aggregated", "gexf, aggregated"), ("lost", "lost")),
}
CASES = {
    **{name: (name, PLAIN) for name in format_names()},
    **{f"{name}, aggregated": (name, AGGREGATE) for name in ("gexf", "graphml")},
}
Found = dict[str, tuple[list[str], str, str]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the copy says of each format: problems, and levels of both features."""
    folder = tmp_path_factory.mktemp("later")
    copy = folder / "claimgraph"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns(*UNUSED))
    for name, line, more in ADDED:
        text = (copy / name).read_text("utf-8")
        assert text.count(line) == 1
        (copy / name).write_text(text.replace(line, line + more), "utf-8")
    path = os.pathsep.join([str(folder), str(Path(__file__).parents[1])])
    command = [sys.executable, __file__, str(folder)]
    run = subprocess.run(
        command,
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        check=True,
    )
    held: Found = json.loads(run.stdout)
    return held


@pytest.mark.parametrize("name", CASES)
def test_every_format_is_as_declared(name: str, found: Found) -> None:
    problems, mood, tone = found[name]
    assert problems == []
    assert (mood, tone) == LEVELS.get(name, ("carried", "carried"))


def changed_sample() -> list[Batch]:
    """The sample with both fields filled in all but the first claim."""
    [batch] = sample()
    new: dict[str, Any] = {"mood": "grim - > ="}
    hop: dict[str, Any] = {"tone": "calm > - loud", "heard": "2020-05"}
    first, *others = batch.claims
    claims = [
        replace(one, chain=tuple(replace(each, **hop) for each in one.chain), **new)
        for one in others
    ]
    return [replace(batch, claims=(first, *claims))]


def levels(name: str, target: Path, options: ExportOptions) -> Iterator[str]:
    """How the account has both features."""
    exporter = find_format(name)
    counter = LossCounter(exporter.losses(options))
    assert list(noted_batches(changed_sample(), counter, None))
    account = account_of(exporter, target, counter, options)
    features = {one.feature: one for one in account.features}
    for one in (features["mood"], features["hop_tone"]):
        counts = {"carried": one.carried, "reduced": one.reduced, "lost": one.lost}
        assert one.given > 0
        [level] = [level for level, count in counts.items() if count == one.given]
        yield level


def main(folder: Path) -> None:
    """Prints what this version of the package says of each format."""
    said: dict[str, object] = {}
    for case, (name, options) in CASES.items():
        room = folder / case
        room.mkdir()
        target = write_plainly(name, changed_sample(), room, options)
        problems = disagreements(name, target, changed_sample(), options)
        said[case] = (problems, *levels(name, target, options))
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
