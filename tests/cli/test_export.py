"""`claimgraph export` and `claimgraph import`: files, standard output, what is told."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.analysis.claim_set import gather
from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.run import write_export
from claimgraph.model import Retelling, Work
from claimgraph.readback import read
from claimgraph.store import open_store
from cli_runs import Run, Typed
from export_cases import seeds as read_corpus

FORMATS = [name.replace("_", "-") for name in format_names()]


def test_formats_are_listed(run: Run) -> None:
    listed = run("export", "--help").stdout
    assert {"trig", "nquads", "turtle", "jsonld", "claims"} <= set(FORMATS)
    assert all(f"\n  {name} " in listed for name in FORMATS)
    assert run("export", "rdf").exit_code == 2


@pytest.mark.parametrize("name", FORMATS)
def test_help_of_each_format_has_an_example(run: Run, name: str) -> None:
    result = run("export", name, "--help")
    assert result.exit_code == 0
    assert f"Example: claimgraph export {name} --out claims" in result.stdout
    options = find_format(name.replace("-", "_")).options
    for option in ("base", "no_text", "with_edges", "aggregate", "topics", "raw"):
        typed = f"--{option.replace('_', '-')}"
        assert (typed in result.stdout) == (option in options)


def test_file_comes_with_its_account(run: Run, graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "market.trig"
    result = run("export", "trig", "--out", str(target), store=graph)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"{target}: 2 of 2 claims, nothing lost\n"
    account = json.loads((tmp_path / "market.trig.loss.json").read_text("utf-8"))
    assert account["claims"] == {
        "in": 2, "out": 2, "refused": 0, "proposed": 0
    }  # fmt: skip
    assert account["file"] == "market.trig"


def test_claims_that_nobody_reviewed_are_counted(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}    review: proposed\n", "utf-8")
    run("load", str(corpus), store=tmp_path / "g")
    target = tmp_path / "claims.trig"
    told = run("export", "trig", "--out", str(target), store=tmp_path / "g").stderr
    assert (
        "2 of 2 claims, nothing lost\n  proposed, which nobody has looked at: 1; "
        in told
    )
    only = run("export", "trig", "--accepted-only", store=tmp_path / "g").stderr
    assert only == "claims.trig: 1 of 1 claims, nothing lost\n"


@pytest.mark.parametrize("out", [[], ["--out", "-"]], ids=["none", "dash"])
@pytest.mark.parametrize("name", ["nquads", "claims"])
def test_without_out_it_goes_to_standard_output(
    run: Run, graph: Path, tmp_path: Path, name: str, out: list[str]
) -> None:
    target = tmp_path / "file"
    assert run("export", name, "--out", str(target), store=graph).exit_code == 0
    before = set(tmp_path.iterdir())
    result = run("export", name, *out, store=graph)
    assert result.exit_code == 0
    assert not Path("-").exists()
    assert result.stdout_bytes == target.read_bytes()
    assert "2 of 2 claims, nothing lost" in result.stderr
    assert set(tmp_path.iterdir()) == before


def test_several_files_do_not_go_to_standard_output(run: Run, graph: Path) -> None:
    result = run("export", "csv", "--out", "-", store=graph)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give a folder" in result.stderr and not Path("-").exists()


@pytest.mark.parametrize(
    "ending", ["trig", "nquads", "turtle", "jsonld", "claims", "claims.zst"]
)
def test_what_is_exported_can_be_imported(
    run: Run, graph: Path, tmp_path: Path, ending: str
) -> None:
    name, _, packed = ending.partition(".")
    suffix = find_format(name).suffix + (f".{packed}" if packed else "")
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    assert run("export", name, "--out", str(first), store=graph).exit_code == 0
    other = tmp_path / "other"
    result = run("import", str(first), store=other)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 article: 2 claims new")
    again = run("import", str(first), store=other)
    assert "0 claims new, 0 changed, 2 unchanged" in again.stdout
    assert run("export", name, "--out", str(second), store=other).exit_code == 0
    assert second.read_bytes() == first.read_bytes()
    with open_store(str(graph)) as one, open_store(str(other)) as two:
        before, after = gather(read(one)), gather(read(two))
    assert after == before
    assert [one.loaded for one in after.claims] == [one.loaded for one in before.claims]


def test_import_refuses_a_changed_quote(run: Run, graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.trig"
    run("export", "trig", "--out", str(target), store=graph)
    text = target.read_text("utf-8")
    words = 'oa:exact "denied any tie to the hill band"'
    assert words in text
    target.write_text(text.replace(words, words.replace("hill", "mill")), "utf-8")
    result = run("import", str(target), store=tmp_path / "other")
    assert result.exit_code == 1
    assert "the text says 'denied any tie to the hill band'" in result.stderr


def test_import_refuses_other_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n", "utf-8")
    result = run("import", str(tmp_path / "a.csv"), store=tmp_path / "g")
    assert result.exit_code == 1
    assert "`claimgraph map " in result.stderr
    result = run("import", str(tmp_path / "no.trig"), store=tmp_path / "g")
    assert result.exit_code == 1
    assert "does not exist" in result.stderr


@pytest.mark.parametrize("made", ["folder", "no RDF", "another vocabulary"])
def test_what_cannot_be_read_makes_no_graph(
    run: Run, tmp_path: Path, made: str
) -> None:
    path = tmp_path / "a.nq"
    if made == "folder":
        path.mkdir()
    else:
        path.write_text("<a" if made == "no RDF" else "<a:b> <a:c> <a:d> .\n", "utf-8")
    result = run("import", str(path), store=tmp_path / "g")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"claimgraph: {path}")
    assert not (tmp_path / "g").exists()


def test_refused_import_has_no_traceback(typed: Typed, tmp_path: Path) -> None:
    """The reader works in the thread of the load, and is left in the middle."""
    target = tmp_path / "a.nq"
    write_export("nquads", read_corpus(), target, ExportOptions())
    done = typed("import", str(target), CLAIMGRAPH_STORE=str(tmp_path / "sound"))
    assert (done.returncode, done.stderr) == (0, "")
    text = target.read_text("utf-8")
    quotes = re.findall(r'oa#exact> "[^"]', text)
    target.write_text(text.replace(quotes[0], f"{quotes[0]}x", 1), "utf-8")
    done = typed("import", str(target), CLAIMGRAPH_STORE=str(tmp_path / "g"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "ignored" not in done.stderr
    assert done.stderr.endswith("claimgraph: 2 problems\n")


@pytest.mark.parametrize("base", ["https://example.org/d#", "https://example.org/d/"])
def test_work_outside_comes_back_below_any_base(
    run: Run, graph: Path, tmp_path: Path, base: str
) -> None:
    work = Retelling(Work("A report", None, "2020"))
    with open_store(str(graph)) as store:
        batches = [
            replace(one, article=replace(one.article, retells=(work,)))
            for one in read(store)
        ]
    target = tmp_path / "a.trig"
    account = write_export("trig", batches, target, ExportOptions(base=base))
    assert account.lossless
    result = run("import", str(target), store=tmp_path / "other")
    assert result.exit_code == 0, result.stderr
    with open_store(str(tmp_path / "other")) as store:
        assert [one.article.retells for one in read(store)] == [(work,)]


def test_empty_graph_is_no_export(run: Run, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "g"), create=True) as store:
        store.prepare()
    target = tmp_path / "a.trig"
    result = run("export", "trig", "--out", str(target), store=tmp_path / "g")
    assert result.exit_code == 1
    assert "the graph holds no articles" in result.stderr
    assert not target.exists()


def test_places_that_cannot_be_written_are_told(
    run: Run, graph: Path, tmp_path: Path
) -> None:
    target = tmp_path / "none" / "a.trig"
    result = run("export", "trig", "--out", str(target), store=graph)
    assert result.exit_code == 1
    assert "there is no folder" in result.stderr
    result = run("export", "trig", "--out", str(tmp_path), store=graph)
    assert result.exit_code == 1
    assert "is a folder" in result.stderr
    result = run("export", "trig", "--base", "x", "--out", f"{tmp_path}/a", store=graph)
    assert result.exit_code == 1
    assert "cannot begin IRIs" in result.stderr
    left = {path.name for path in tmp_path.iterdir()}
    assert not {name for name in left if name.startswith((".", "a"))}


def test_folder_of_the_shell_is_no_export(
    run: Run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").touch()
    monkeypatch.chdir(tmp_path / "mine")
    result = run("export", "csv", "--out", ".", store=graph)
    assert result.exit_code == 1
    assert "holds what is not of an earlier export (thesis.docx)" in result.stderr


@pytest.mark.parametrize("name", ["csv", "neo4j-admin"])
def test_folder_holds_the_files_that_it_may(
    run: Run, graph: Path, tmp_path: Path, name: str
) -> None:
    for _ in range(2):
        done = run("export", name, "--out", str(tmp_path / "out"), store=graph)
        assert done.exit_code == 0
    held = {path.name for path in (tmp_path / "out").iterdir()}
    assert held == set(find_format(name.replace("-", "_")).files)


def test_accepted_only_and_no_text_are_heeded(
    run: Run, graph: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.trig"
    words = ("--accepted-only", "--no-text", "--strict", "--with-edges")
    result = run("export", "trig", *words, "--out", str(target), store=graph)
    assert result.exit_code == 0
    text = target.read_text("utf-8")
    assert "cg:text" not in text
    assert "/edge> {" in text
    account = json.loads((tmp_path / "a.trig.loss.json").read_text("utf-8"))
    assert account["filters"] == {"review": ["accepted"]}


def test_standard_output_holds_the_file_alone(typed: Typed, seeds_graph: Path) -> None:
    done = typed("export", "nquads", CLAIMGRAPH_STORE=str(seeds_graph))
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 20_000
    assert done.stderr == "claims.nq: 630 of 630 claims, nothing lost\n"
