"""`claimgraph new entity`: looked for first, then written as the last of its file."""

from pathlib import Path

import pytest

from claimgraph.yaml_file import read_yaml
from cli_runs import Run
from own_terminal import on_terminal


def new(run: Run, corpus: Path, name: str, *more: str) -> tuple[int, str, str]:
    result = run("new", "entity", name, "--corpus", str(corpus), *more)
    return result.exit_code, result.stdout, result.stderr


def test_writes_the_entry_and_nothing_else(run: Run, corpus: Path) -> None:
    path = corpus / "entities" / "groups.yaml"
    path.write_text(f"# ours\n{path.read_text('utf-8')}\n# the end\n", "utf-8")
    before = path.read_bytes()
    code, out, _ = new(
        *(run, corpus, "Coast Guards", "--type", "group", "--kind", "militant-group"),
        *("--alias", "Guards of the Coast", "--description", "armed: at sea"),
    )
    assert code == 0
    assert path.read_bytes().startswith(before)
    assert path.read_bytes()[len(before) :].count(b"\n") == 1
    listed = read_yaml(path).plain
    assert isinstance(listed, list)
    assert listed[-1] == {
        "id": "group/guards-of-the-coast",
        "name": "Coast Guards",
        "aliases": ["Guards of the Coast"],
        "kind": "militant-group",
        "description": "armed: at sea",
    }
    assert f"{path}:6: wrote group/guards-of-the-coast" in out
    unused = "group/guards-of-the-coast is used nowhere"
    assert unused in run("check", str(corpus)).stderr


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("River Cell", "group/river-cell (River Cell) has that name"),
        ("river  CELL", "has that name"),
        ("RiverCell", "has that name, with other spaces"),
        ("River Celll", "is spelt much alike: River Cell"),
        ("R\u0456ver Cell", "looks the same: River Cell"),
        (
            "\u0425\u0438\u043b\u043b \u0411\u0430\u043d\u0434",
            "sounds the same: Hill Band",
        ),
        ("Haqqani network", "`uses: [claimgraph:"),
    ],
)
def test_who_is_there_already_is_told_and_none_written(
    run: Run, corpus: Path, name: str, reason: str
) -> None:
    path = corpus / "entities" / "groups.yaml"
    before = path.read_bytes()
    code, out, err = new(run, corpus, name, "--type", "group")
    assert (code, out) == (1, "")
    assert reason in err and "--yes" in err
    assert path.read_bytes() == before
    code, out, _ = new(run, corpus, name, "--type", "group", "--yes")
    assert code == 0 and reason in out
    assert path.read_bytes().startswith(before) and path.read_bytes() != before


@pytest.mark.parametrize("name", ["River Cell 2", "Northern Front", "River"])
def test_who_only_has_a_word_in_common_is_written(
    run: Run, corpus: Path, name: str
) -> None:
    assert new(run, corpus, name, "--type", "group")[0] == 0


def test_a_used_corpus_has_it_at_hand(run: Run, corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "corpus.yaml").write_text("name: other\nuses: [../market]\n", "utf-8")
    code, _, err = new(run, folder, "River Cell", "--type", "group")
    assert code == 1
    assert "it is at hand from market" in err
    assert new(run, folder, "Bank", "--type", "org")[0] == 0
    written = (folder / "entities" / "organizations.yaml").read_text("utf-8")
    assert written.startswith("- id: org/bank\n")


@pytest.mark.parametrize(
    ("more", "own"),
    [
        (("--when", "2024-05-03", "--where", "Kabul"), "attack/2024-05-kabul-raid"),
        (("--where", "old town", "--target", "Bank"), "attack/undated-old-town-bank"),
        (("--when", "2024", "--where", "Kabul"), "attack/2024-kabul-raid"),
        ((), "attack/raid-on-the-bank"),
        (("--id", "attack/mine"), "attack/mine"),
    ],
)
def test_the_id_of_an_attack_has_month_place_and_target(
    run: Run, corpus: Path, more: tuple[str, ...], own: str
) -> None:
    kind = ("--type", "attack", "--kind", "raid")
    code, out, _ = new(run, corpus, "raid on the bank", *kind, *more)
    assert (code, own in out) == (0, True)


def test_a_day_parts_two_attacks(run: Run, corpus: Path) -> None:
    given = ("--type", "attack", "--where", "Kabul", "--target", "bank", "--when")
    assert "attack/2024-05-kabul-bank" in new(run, corpus, "raid", *given, "2024-05")[1]
    out = new(run, corpus, "second raid", *given, "2024-05-09")[1]
    assert "attack/2024-05-09-kabul-bank" in out
    out = new(run, corpus, "another one", *given, "2024-05-09")[1]
    assert "attack/2024-05-kabul-bank-2" in out


def test_somebody_without_a_name_has_the_article_in_his_id(
    run: Run, corpus: Path
) -> None:
    given = ("--type", "group", "--unnamed", "small", "--collective")
    out = new(run, corpus, "gunmen in uniform", *given)[1]
    assert "id: group/unnamed-small-gunmen-in-uniform" in out
    assert "unnamed: true, collective: true}" in out


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("Bank", "--type", "org", "--kind", "outlett"), "(nearest: outlet)"),
        (("Town", "--type", "place", "--within", "place/no"), "place/no is not in"),
        (("\u2605", "--type", "group"), "has no letter for an id"),
        (("Bank", "--type", "group", "--within", "group/hill-band"), "only for places"),
        (("Bank", "--type", "org", "--id", "org/bureau"), "has an entry already"),
        (("Bank", "--type", "org", "--id", "bureau"), "is no entity id"),
        (
            ("raid", "--type", "attack", "--where", "x", "--when", "May"),
            "--when: May is",
        ),
    ],
)
def test_what_no_entry_may_say_is_told(
    run: Run, corpus: Path, given: tuple[str, ...], told: str
) -> None:
    before = {one: one.read_bytes() for one in (corpus / "entities").iterdir()}
    code, _, err = new(run, corpus, *given)
    assert code == 1 and told in err, err
    assert before == {one: one.read_bytes() for one in (corpus / "entities").iterdir()}


def test_a_person_is_asked(corpus: Path) -> None:
    words = ("new", "entity", "River Cell", "--type", "group", "--corpus", str(corpus))
    path = corpus / "entities" / "groups.yaml"
    before = path.read_bytes()
    for answer in (b"n\n", b"y\n"):
        assert path.read_bytes() == before
        with on_terminal(*words) as terminal:
            terminal.put(answer)
            assert "as another one?" in terminal.rest()
            assert terminal.code() == 0
    assert b"group/river-cell-2" in path.read_bytes()
