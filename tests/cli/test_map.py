"""`claimgraph map`: what is proposed for a table, corrected in a minute, and loaded."""

import shutil
from pathlib import Path

import pytest

from claimgraph.store import open_store
from cli_runs import Run
from incident_tables import READY, TABLES, batches_by, write_book, write_text
from list_loading import claims_of
from odd_table import HEAD, odd_rows

COUNT = "MATCH (c:Claim) RETURN count(c) AS claims"
# what a person changes in the proposal for the odd table, each one line
EDITS = {
    "  id: org/maker-of-odd": "  id: org/nordbuero",
    '  name: "maker of odd.xlsx"': "  name: Nordbüro",
    "source: odd": "source: nord",
}


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The odd table as a workbook, in the folder where commands run."""
    monkeypatch.chdir(tmp_path)
    return write_book(Path("odd.xlsx"), odd_rows(40))


def test_an_odd_table_is_proposed_corrected_and_loaded(
    run: Run, odd: Path, tmp_path: Path
) -> None:
    assert len(HEAD) >= 30
    proposed = run("map", str(odd))
    assert (proposed.exit_code, proposed.stderr) == (0, "")
    lines = proposed.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "10 claims of" in proposed.stdout
    assert lines[-1] == f"  claimgraph load {odd}"
    mapping = Path(f"{odd}.map.yaml")
    text = mapping.read_text("utf-8")
    for old, new in EDITS.items():
        assert text.count(f"{old}\n") == 1
        text = text.replace(f"{old}\n", f"{new}\n")
    mapping.write_text(text, "utf-8")
    graph = tmp_path / "g"
    loaded = run("load", str(odd), store=graph)
    assert loaded.exit_code == 0, loaded.stderr
    with open_store(str(graph), create=False) as store:
        assert store.read(COUNT)[0]["claims"] == len(list(claims_of(batches_by(odd))))
    asked = run("ask", "attacks/by-group", "group=Nordfront", store=graph)
    assert asked.exit_code == 0 and "Nordfront" in asked.stdout


def test_what_is_guessed_of_the_odd_table(run: Run, odd: Path) -> None:
    run("map", str(odd))
    claims = list(claims_of(batches_by(odd)))
    first = {one.relation: one for one in claims if one.subject == "attack/odd-v-0"}
    assert {name: one.quote for name, one in first.items()} == {
        "OCCURRED_ON": "01.01.2030",
        "LOCATED_IN": "Flusshausen",
        "ATTRIBUTED_TO": "Nordfront",
        "CLAIMED_BY": "Nordfront",
        "METHOD": "Autobombe",
        "KILLED": "0",
        "WOUNDED": "0",
    }
    wounded = [one.value for one in claims if one.relation == "WOUNDED"]
    assert 1204 in {value.min for value in wounded if value}
    left = batches_by(odd)[-1].left_out
    told = {reason.partition(" (")[0]: number for reason, number in left.items()}
    assert told["cells of Tag: is no day that there is"] == 4
    assert told["cells of Länge: is not between -180 and 180 degrees"] == 4


@pytest.mark.parametrize("name", READY)
def test_the_four_are_known_by_their_heads(run: Run, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(TABLES / f"{name}.csv", tmp_path / "mine.csv"))
    result = run("map", str(path))
    assert result.exit_code == 0
    assert f"These are the columns of {name}" in result.stdout
    assert result.stdout.endswith(f"claimgraph load {path} --mapping {name}\n")
    assert not Path(f"{path}.map.yaml").exists()
    own = tmp_path / "mine.yaml"
    result = run("map", str(path), "-o", str(own))
    assert result.stdout.endswith(f"claimgraph load {path} --mapping {own}\n")
    assert list(claims_of(batches_by(path, own)))


def test_no_file_is_written_over_without_consent(run: Run, odd: Path) -> None:
    mapping = Path(f"{odd}.map.yaml")
    mapping.write_text("mine", "utf-8")
    result = run("map", str(odd))
    assert (result.exit_code, mapping.read_text("utf-8")) == (1, "mine")
    assert "is there already: --force writes over it" in result.stderr
    assert run("map", str(odd), "--force").exit_code == 0
    assert mapping.read_text("utf-8") != "mine"


def test_days_that_could_be_months_are_pointed_out(run: Run, tmp_path: Path) -> None:
    rows = [["date", "group"], ["01/02/2030", "A"], ["03/04/2030", "B"]]
    path = write_text(tmp_path / "few.csv", rows, ",")
    assert run("map", str(path)).exit_code == 0
    text = Path(f"{path}.map.yaml").read_text("utf-8")
    assert "# LOOK: day and month could be the other way round" in text


def test_bodies_that_are_known_by_name_wait_for_a_person(
    run: Run, tmp_path: Path
) -> None:
    rows = [["date", "group"], ["2030-01-02", "Boko Haram"], ["2030-01-03", "River"]]
    path = write_text(tmp_path / "few.csv", rows, ",")
    assert run("map", str(path)).exit_code == 0
    mapping = Path(f"{path}.map.yaml")
    text = mapping.read_text("utf-8")
    head, found, rest = text.partition("# ids:\n#   Boko Haram: ")
    assert found and "River" not in rest
    ours = [one.object for one in claims_of(batches_by(path)) if one.object]
    assert all(one.startswith("group/few-") for one in ours)
    mapping.write_text(f"{head}ids:\n  Boko Haram: {rest}", "utf-8")
    first, second = (one.object for one in claims_of(batches_by(path)) if one.object)
    assert (first, second) == (rest.partition("\n")[0], ours[1])


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.csv", b"", "holds no row with words"),
        ("a.pdf", b"x", "is no table: expected is a file in .csv"),
        ("a.xlsx", b"PK\x03\x04", "is no workbook"),
        ("none.csv", None, "cannot be read: No such file"),
    ],
)
def test_what_is_no_table_is_told(
    run: Run, tmp_path: Path, name: str, raw: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    result = run("map", str(path))
    assert result.exit_code == 1 and words in result.stderr
    assert list(tmp_path.glob("*.yaml")) == []
