"""Lists whose makers slipped, or meant harm: long texts, odd names, doubled things."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.errors import LoaderError
from claimgraph.gate import check_entities
from claimgraph.loaders import find_loader
from claimgraph.loaders.builder import dataset_article
from claimgraph.loaders.sdn import COLUMNS
from claimgraph.model import Batch, Entity
from claimgraph.schema import load_schema
from hard_times import read_within
from list_loading import SAMPLES, changed_copy, claims_of, typed
from problems import problem_lines

# of a text of so many characters the square is more than minutes have steps
LONG = 1_000_000
SECONDS = 60
UUID = "00000000-0000-4000-8000-0000000000"
Block = dict[str, object]
Bundle = list[Block]


def sdn_row(remarks: str) -> str:
    """A table with one listing of those remarks."""
    cells = ["9001", "NORTHERN BAND", "-0- ", "SDGT", *["-0- "] * 7, remarks]
    return ",".join(f'"{cell}"' for cell in cells)


def sdn_list(remarks: str) -> str:
    """The sample with other remarks at its first listing."""
    text = (SAMPLES / "ofac.xml").read_text("utf-8")
    start, _, rest = text.partition("<remarks>")
    return f"{start}<remarks>{remarks}</remarks>{rest.partition('</remarks>')[2]}"


def un_list(remarks: str) -> str:
    """The sample with other remarks at its first listing."""
    text = (SAMPLES / "un.xml").read_text("utf-8")
    start, _, rest = text.partition("<COMMENTS1>")
    return f"{start}<COMMENTS1>{remarks}</COMMENTS1>{rest.partition('</COMMENTS1>')[2]}"


def galaxy(summary: str) -> str:
    """The sample with another summary of its first cluster."""
    held = json.loads((SAMPLES / "misp_galaxy.json").read_text("utf-8"))
    held["values"][0]["meta"]["summary"] = summary
    return json.dumps(held)


HOSTILE: dict[str, tuple[str, str, Callable[[str], str], str]] = {
    "weak names": ("ofac", "x.xml", sdn_list, "; a.k.a. 'x"),
    "ties": ("ofac", "x.xml", sdn_list, "; Linked To: x"),
    "members": ("un", "x.xml", un_list, ". Member of x"),
    "brackets": ("un", "x.xml", un_list, ". Member of ("),
    "parts": ("un", "x.xml", un_list, ". x is a part of x"),
    "commas": ("misp_galaxy", "x.json", galaxy, ", x"),
    "opened": ("misp_galaxy", "x.json", galaxy, "; (x"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_text_takes_no_time_by_its_square(name: str, tmp_path: Path) -> None:
    loader, file, written, word = HOSTILE[name]
    path = tmp_path / file
    path.write_text(written(word * (LONG // len(word))), "utf-8")
    assert read_within(loader, path, SECONDS) == 1


def test_remarks_that_no_quote_holds_are_counted(tmp_path: Path) -> None:
    reason = "remarks of more than 2000 characters, too long for a quote"
    for loader, file, text in (
        ("ofac", "x.csv", sdn_row("Linked To: NORTHERN BAND; " * 100)),
        ("un", "x.xml", un_list("Member of Northern Front (QDe.901). " * 100)),
    ):
        path = tmp_path / file
        path.write_text(text, "utf-8")
        batches = list(find_loader(loader).read(path))
        assert problem_lines(batches, str(path)) == []
        assert batches[-1].left_out[reason] == 1


@pytest.mark.parametrize("rows", ["", "\x1a\n"])
def test_a_table_of_a_head_alone_is_no_list(rows: str, tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{rows}", "utf-8")
    with pytest.raises(LoaderError, match="holds no listing: no row below the head"):
        list(find_loader("ofac").read(path))


@pytest.mark.parametrize(
    ("name", "stem"),
    [("список.csv", "spisok"), ("قائمة 2.csv", "qymh-2"), ("Ḥims.csv", "hims")],
)
def test_a_file_may_be_named_in_any_script(
    name: str, stem: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text((SAMPLES / "ofac.csv").read_text("utf-8"), "utf-8")
    assert typed("load", str(path), "--store", str(tmp_path / "g")).exit_code == 0
    assert dataset_article(path, title="x", publisher="org/x").id == stem


def test_a_file_without_letters_in_its_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "----.csv"
    path.write_text(sdn_row(""), "utf-8")
    with pytest.raises(LoaderError, match="has no letter or digit in its name"):
        list(find_loader("ofac").read(path))


def bundle_copy(folder: Path, change: Callable[[Bundle], object]) -> Path:
    """The sample of a bundle with other objects."""

    def changed(text: str) -> str:
        held = json.loads(text)
        change(held["objects"])
        return json.dumps(held, indent=1)

    return changed_copy("attack_stix.json", folder, changed)


def stix(path: Path) -> tuple[list[Batch], list[str]]:
    """The batches of a bundle, and what the gate says of them."""
    batches = list(find_loader("attack_stix").read(path))
    return batches, problem_lines(batches, str(path))


def test_of_two_numbers_of_one_scheme_the_first_counts(tmp_path: Path) -> None:
    def doubled(objects: Bundle) -> None:
        objects[2]["external_references"] = [
            {"source_name": "z", "external_id": "1"},
            {"source_name": "mitre-attack", "external_id": "G9901"},
            {"source_name": "z", "external_id": "2"},
        ]

    path = bundle_copy(tmp_path, doubled)
    batches, problems = stix(path)
    assert problems == []
    named = {one.id: one for batch in batches for one in batch.entities}
    ids = named[f"group/stix-{UUID}03"].ids
    assert ids == (("mitre-attack", "G9901"), ("z", "1"))
    graph = str(tmp_path / "g")
    assert typed("load", str(path), "--store", graph).exit_code == 0
    assert typed("status", "--verify", "--store", graph).exit_code == 0


def test_the_gate_refuses_two_numbers_of_one_scheme() -> None:
    entity = Entity(id="group/x", name="X", ids=(("a", "1"), ("a", "2"), ("b", "3")))
    [problem] = check_entities([entity], load_schema(), {})
    assert problem.reason == "has two numbers of a: an entity has one of each scheme"


def test_an_entity_that_two_objects_mean_is_told_with_its_place(
    tmp_path: Path,
) -> None:
    def twice(objects: Bundle) -> None:
        other = {**objects[2], "type": "threat-actor", "name": "Another Band"}
        objects.append({**other, "id": f"threat-actor--{UUID}03"})

    _, problems = stix(bundle_copy(tmp_path, twice))
    reason = f"group/stix-{UUID}03 is defined twice, differently"
    assert [one.partition(": ")[2] for one in problems] == [f"objects[13]: {reason}"]


def test_the_newest_version_of_an_object_counts(tmp_path: Path) -> None:
    def versions(objects: Bundle) -> None:
        tie = next(one for one in objects if str(one["id"]).endswith("07"))
        newer = {**tie, "modified": "2030-02-02T00:00:00Z", "confidence": 25}
        older = {**tie, "modified": "2029-02-02T00:00:00Z", "confidence": 5}
        objects += [newer, older]

    batches, problems = stix(bundle_copy(tmp_path, versions))
    assert problems == []
    told = [one.confidence for one in claims_of(batches) if one.confidence]
    assert told == [0.25]
    reason = "older versions of objects that the bundle also has in a newer one"
    assert batches[0].left_out[reason] == 2


def test_a_description_that_no_quote_holds_gives_way(tmp_path: Path) -> None:
    def long(objects: Bundle) -> None:
        for one in objects:
            one.update({"description": "x" * 2001} if "source_ref" in one else {})
            one.update({"explanation": "x" * 2001} if "opinion" in one else {})

    batches, problems = stix(bundle_copy(tmp_path, long))
    assert problems == []
    assert [one.quote for one in claims_of(batches)] == [
        *("related-to", "strongly-disagree", "attributed-to")
    ]


def test_equal_objects_have_lines_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    bad = '{"type": "intrusion-set", "id": 7}'
    path.write_text(
        f'{{"type": "bundle", "objects": [\n{bad},\n{bad},\n{bad}\n]}}', "utf-8"
    )
    _, problems = stix(path)
    assert [one.partition(":")[0] for one in problems] == ["2", "3", "4"]


def test_words_of_others_are_shown_on_one_line_and_short(tmp_path: Path) -> None:
    def odd(objects: Bundle) -> None:
        objects[5]["type"] = "a\x1b[31mb\nc"
        objects[8]["relationship_type"] = "x" * 1000

    path = bundle_copy(tmp_path, odd)
    result = typed("load", str(path), "--store", str(tmp_path / "g"))
    assert "       1  objects of the type a\\x1b[31mb c\n" in result.stdout
    cut = f"relationships of the type {'x' * 39}… that no relation of ours means"
    assert f"       1  {cut}\n" in result.stdout
