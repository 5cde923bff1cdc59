"""Every rule of the gate: a sound claim with one thing wrong, and what is said of it.

A case file holds a list: `rule`, what to `set` and `drop` in the sound `claim` or
`header`, `entities` to add, and the `problems` that must be found, as key and reason.
"""

import hashlib
import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import cast

import pytest
from ruamel.yaml import YAML

from claimgraph import gate
from claimgraph.errors import Problem
from claimgraph.loaders import find_loader
from claimgraph.model import Judgement
from claimgraph.schema import load_schema
from claimgraph.yaml_file import read_yaml
from claimgraph.yaml_file.reading import WrittenFloat

FOLDER = Path(__file__).parents[1] / "cases" / "gate"
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = """\
The blast in Kabul
The Front said the blast was its work, officials said.
"They did it," an officer said. The Front killed five people, he said.
The army denied it.\u00a0The army denied it.
Do you like this article?
The Front did it, says a reader.
"""
ENTITIES = {
    "groups": [
        {"id": "group/front", "name": "the Front", "kind": "militant-group"},
        {"id": "group/league", "name": "the League"},
    ],
    "people": [{"id": "person/officer", "name": "an officer", "kind": "official"}],
    "organizations": [
        {"id": "org/paper", "name": "The Paper", "kind": "outlet"},
        {"id": "org/army", "name": "the army"},
    ],
    "attacks": [{"id": "attack/kabul", "name": "blast in Kabul", "kind": "bombing"}],
    "places": [{"id": "place/kabul", "name": "Kabul", "kind": "city"}],
}
HEADER = {
    "title": "The blast in Kabul",
    "publisher": "org/paper",
    "published": "2020-05-06",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "zones": [{"kind": "comments", "from": "Do you like this article?"}],
}
CLAIM = {
    "relation": "ATTRIBUTED_TO",
    "subject": "attack/kabul",
    "object": "group/front",
    "chain": [{"holder": "person/officer", "cue": "an officer said"}],
    "quote": "They did it",
}
Block = dict[str, object]


@dataclass(frozen=True)
class Case:
    """One broken rule."""

    rule: str
    file: str
    change: Block
    problems: list[str]

    def __str__(self) -> str:
        return f"{self.file}-{self.rule}"


def read_cases() -> list[Case]:
    """The cases of all files, in the order of their names."""
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for block in cast("list[Block]", read_yaml(path).plain):
            rule = cast("str", block.pop("rule"))
            problems = cast("list[str]", block.pop("problems"))
            assert set(block) <= {"claim", "header", "drop", "entities", "again"}
            found.append(Case(rule, path.stem, block, problems))
    return found


def write_corpus(folder: Path, change: Block) -> None:
    """The sound corpus with the change of a case."""
    for name in ("articles", "claims", "entities"):
        (folder / name).mkdir()
    (folder / "corpus.yaml").write_text("name: sound\n", "utf-8")
    (folder / "articles" / "blast.txt").write_bytes(TEXT.encode())
    claim = CLAIM | cast("Block", change.get("claim", {}))
    header = HEADER | cast("Block", change.get("header", {}))
    for key in cast("list[str]", change.get("drop", [])):
        claim.pop(key, None)
        header.pop(key, None)
    again = cast("list[Block]", change.get("again", []))
    claims = [deepcopy(claim | other) for other in ({}, *again)]
    added = cast("dict[str, list[Block]]", change.get("entities", {}))
    for name, entries in ENTITIES.items():
        both = [*entries, *added.get(name, [])]
        (folder / "entities" / f"{name}.yaml").write_text(dumped(both), "utf-8")
    whole = dumped({"article": header, "claims": claims})
    (folder / "claims" / "blast.yaml").write_text(whole, "utf-8")


def dumped(block: object) -> str:
    """A block as YAML."""
    stream = StringIO()
    yaml = YAML()
    yaml.width = 4096
    plain = bare(block)
    yaml.dump(plain, stream)  # pyright: ignore[reportUnknownMemberType]  # untyped
    return stream.getvalue()


def bare(block: object) -> object:
    """A block with plain numbers, however they were written."""
    if isinstance(block, dict):
        pairs = cast("Block", block).items()
        return {key: bare(held) for key, held in pairs}
    if isinstance(block, list):
        return [bare(one) for one in cast("list[object]", block)]
    return float(block) if isinstance(block, WrittenFloat) else block


@pytest.mark.parametrize("case", read_cases(), ids=str)
def test_case(case: Case, tmp_path: Path) -> None:
    write_corpus(tmp_path, case.change)
    [batch] = find_loader("corpus").read(tmp_path)
    found = gate.Gate(load_schema()).problems(batch)
    assert [f"{one.key}: {one.reason}" for one in found] == case.problems
    for problem in found:
        assert problem.line is not None
        line = Path(problem.file).read_text("utf-8").splitlines()[problem.line - 1]
        names = re.findall("[a-z_0-9]+", problem.key)
        assert any(f"{name}:" in line for name in names) or line.strip().startswith("-")


def test_sound_claim_passes(tmp_path: Path) -> None:
    write_corpus(tmp_path, {})
    [batch] = find_loader("corpus").read(tmp_path)
    assert gate.Gate(load_schema()).problems(batch) == []
    assert batch.claims[0].selector is not None


def test_judgements_of_a_corpus_are_checked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[object] = []
    check = gate.check_judgements

    def note(judgements: Iterable[Judgement]) -> list[Problem]:
        seen.append(judgements)
        return check(judgements)

    monkeypatch.setattr(gate, "check_judgements", note)
    batches = list(find_loader("corpus").read(SEEDS))
    own = gate.Gate(load_schema())
    assert not any(map(own.problems, batches))
    assert len(batches) > 1 and seen == [batches[0].judgements]


def test_an_entity_that_is_wrong_or_other_in_a_later_batch_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "MOST_SOUND", 1)
    first = next(iter(find_loader("corpus").read(SEEDS)))
    own = gate.Gate(load_schema())
    assert own.problems(first) == own.problems(first) == []
    wrong = replace(first.entities[0], name="two\nlines")
    later = replace(first, entities=(wrong, *first.entities[1:]))
    for _ in range(2):
        [problem] = own.problems(later)
        assert "is no name" in problem.reason
