"""What editors are told of a corpus's files is what the gate takes."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimgraph.corpus.editor_schema import NAME, editor_schema, schema_text
from claimgraph.corpus.scaffold import scaffold
from claimgraph.schema import load_schema
from claimgraph.yaml_file import YamlFile, read_yaml
from places import SEEDS
from sound_corpus import FILES

SCHEMA = editor_schema()
CHECKER = Draft202012Validator(SCHEMA)


def test_the_file_is_current() -> None:
    held = (SEEDS.parent / "schema" / NAME).read_text("utf-8")
    assert held == schema_text(), "run make schema"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "path", sorted(SEEDS.rglob("*.yaml")), ids=lambda one: one.name
)
def test_the_seeds_are_as_it_says(path: Path) -> None:
    assert [*CHECKER.iter_errors(read_yaml(path).plain)] == []


SLIPS = {
    "another key": ("claims/a.yaml", "published:", "date:"),
    "another relation": ("claims/a.yaml", "RIVAL_OF", "RIVALS"),
    "another word": ("claims/a.yaml", "polarity: denied", "polarity: no"),
    "a key that lacks": (
        "claims/a.yaml",
        "    quote: Red Dawn fights Northern Front\n",
        "",
    ),
    "an id of no kind": ("entities/groups.yaml", "group/one", "gruop/one"),
    "a number": ("entities/groups.yaml", "[RD]", "[1.5]"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_are_marked(slip: str) -> None:
    name, before, after = SLIPS[slip]
    assert before in FILES[name]
    assert [*CHECKER.iter_errors(YamlFile(FILES[name], name).plain)] == []
    changed = FILES[name].replace(before, after, 1)
    assert [*CHECKER.iter_errors(YamlFile(changed, name).plain)] != []


def test_every_relation_is_explained() -> None:
    choices = SCHEMA["$defs"]["ClaimKeysForm"]["properties"]["relation"]["oneOf"]
    told = {one["const"]: one["description"] for one in choices}
    assert told.keys() == load_schema().relations.keys()
    assert all(told.values())


def test_a_new_corpus_has_it_and_switches_it_on(tmp_path: Path) -> None:
    scaffold(tmp_path / "new")
    assert (tmp_path / "new" / NAME).read_text("utf-8") == schema_text()
    for path in (tmp_path / "new").rglob("*.yaml"):
        first = path.read_text("utf-8").partition("\n")[0]
        asked = first.removeprefix("# yaml-language-server: $schema=")
        assert asked != first
        assert (path.parent / asked).resolve() == (tmp_path / "new" / NAME).resolve()
