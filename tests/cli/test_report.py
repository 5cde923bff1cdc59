"""`claimgraph report`: from names to a report in four forms."""

import json
import re
from pathlib import Path

import pytest

from claimgraph import modules, reports
from claimgraph.api.reporting import ENDINGS, health_rows
from claimgraph.library import questions
from claimgraph.reports.forms.markdown import plain
from claimgraph.store import open_store
from cli_runs import Run
from own_terminal import on_terminal

PAIR = ("report", "linkage", "Haqqani Network", "ISIS-K")


def test_the_pair_answers_a_stranger(run: Run, seeds_graph: Path) -> None:
    result = run(*PAIR, "--full", store=seeds_graph)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    opening = text.partition("Status and numbers")[0]
    for words in (
        "Everything below is somebody's claim",
        "6 independent groups",
        "National Directorate of Security is the source that carries most",
        "Taliban denies that there is a link between",
        "Ahmad Sayeedi denies that there is a link between",
        "for the time 2015",
        "For, when it was said:",
        "National Directorate of Security 2020-05-06, 2021-02-09",
    ):
        assert words in opening
    assert "Status: affirmed and denied" in text


def test_a_number_opens_with_show(run: Run, seeds_graph: Path) -> None:
    text = run(*PAIR, "--full", store=seeds_graph).stdout
    held = json.loads(run(*PAIR, "--format", "json", store=seeds_graph).stdout)
    for line in held["claims"][:3]:
        short = line["id"][:8]
        assert f"[{line['number']}] {short}" in text
        shown = run("show", short, store=seeds_graph)
        assert line["id"] in shown.stdout


@pytest.mark.parametrize("full", [(), ("--full",)])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_holds_what_the_pipe_gets(
    run: Run, seeds_graph: Path, tmp_path: Path, ending: str, full: tuple[str, ...]
) -> None:
    out = tmp_path / f"report{ending}"
    form = ENDINGS[ending]
    piped = run(*PAIR, *full, "--format", form, store=seeds_graph).stdout
    result = run(*PAIR, *full, "--out", str(out), store=seeds_graph)
    assert result.exit_code == 0 and result.stdout == ""
    assert out.read_text("utf-8") == piped
    assert "\x1b" not in piped
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_the_ending_chooses_the_form(
    run: Run, seeds_graph: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pair.json"
    assert run(*PAIR, "--out", str(out), store=seeds_graph).exit_code == 0
    assert json.loads(out.read_text("utf-8"))["name"] == "linkage"


def test_the_ending_of_a_link_chooses_the_form(
    run: Run, seeds_graph: Path, tmp_path: Path
) -> None:
    (tmp_path / "blob").write_text("old", "utf-8")
    out = tmp_path / "pair.json"
    out.symlink_to("blob")
    assert run(*PAIR, "--out", str(out), store=seeds_graph).exit_code == 0
    assert json.loads((tmp_path / "blob").read_text("utf-8"))["name"] == "linkage"
    assert out.is_symlink()


@pytest.mark.parametrize("name", ["x.docx", "x", "x.markdown", "x.md.gz"])
def test_another_ending_is_refused(
    run: Run, seeds_graph: Path, tmp_path: Path, name: str
) -> None:
    result = run(*PAIR, "--out", str(tmp_path / name), store=seeds_graph)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert name in line and ".md, .html, .json, .txt" in line
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_the_ending_contradicts_is_refused(
    run: Run, seeds_graph: Path, tmp_path: Path
) -> None:
    given = ("--out", str(tmp_path / "x.md"), "--format", "html")
    result = run(*PAIR, *given, store=seeds_graph)
    assert result.exit_code == 1 and list(tmp_path.iterdir()) == []
    (line,) = result.stderr.splitlines()
    assert "x.html" in line


def test_the_short_page_names_claims_that_open(run: Run, seeds_graph: Path) -> None:
    text = run(*PAIR, store=seeds_graph).stdout
    ids = re.findall(r"\[([0-9a-f]{8})\]", text)
    assert len(ids) == len(set(ids)) > 5
    assert ids[0] in run("show", ids[0], store=seeds_graph).stdout


def test_a_file_that_cannot_be_written_says_so(
    run: Run, seeds_graph: Path, tmp_path: Path
) -> None:
    result = run(*PAIR, "--out", str(tmp_path / "no" / "x.md"), store=seeds_graph)
    assert result.exit_code == 1 and "cannot be written" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_filters_are_printed_and_count(run: Run, seeds_graph: Path) -> None:
    result = run(*PAIR, "--said", "2020-05-07", store=seeds_graph)
    text = " ".join(result.stdout.split())
    assert "2 independent groups" in text and "possible" in text
    assert "2020-05-07" in text.partition("In short")[0]
    assert "left out" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("linkage", "Haqqani Network", "Nobody At All"), "nobody is called"),
        (("linkage", "Haqqani Netwrok", "ISIS-K"), "nearest: Haqqani Network"),
        (("linkage", "group/haqqani-networc", "ISIS-K"), "is not in the graph"),
        (("linkage", "ISIS-K", "ISIS-K"), "are one entity"),
        (("linkage", "ISIS-K", "group/islamic-state-khorasan"), "are one entity"),
        (("linkage", "ISIS-K", "place/kabul"), "wanted is"),
        (("attack", "Haqqani Network"), "wanted is an attack"),
        (("linkage", "ISIS-K", "Taliban", "--said", "2021-13"), "no such month"),
    ],
)
def test_a_wrong_subject_is_told(
    run: Run, seeds_graph: Path, words: tuple[str, ...], message: str
) -> None:
    result = run("report", *words, store=seeds_graph)
    assert result.exit_code == 1 and result.stdout == ""
    assert message in result.stderr and len(result.stderr.splitlines()) == 1


def test_an_ambiguous_name_lists_the_candidates(run: Run, graph: Path) -> None:
    result = run("report", "linkage", "the Cell", "Gazette", store=graph)
    assert result.exit_code == 1
    assert "group/hill-band, group/river-cell" in result.stderr


def test_an_empty_graph_says_how_to_fill_it(
    run: Run, graph: Path, tmp_path: Path
) -> None:
    assert run("forget", "small", store=graph).exit_code == 0
    result = run("report", "linkage", "River Cell", "Hill Band", store=graph)
    assert result.exit_code == 1
    assert "the graph holds no claims" in result.stderr


def test_a_pair_of_whom_one_denies_it(run: Run, graph: Path) -> None:
    result = run("report", "linkage", "River Cell", "Hill Band", store=graph)
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "River Cell denies that there is a link" in text
    assert "Nobody here speaks for a link" in text


@pytest.mark.parametrize("name", modules.names(reports))
def test_help_has_an_example(run: Run, name: str) -> None:
    result = run("report", name, "--help")
    assert result.exit_code == 0
    assert f"claimgraph report {name}" in " ".join(result.stdout.split())
    for option in ("--format", "--out", "--valid", "--said", "--loaded", "--mode"):
        assert option in result.stdout


def seen_on_terminal(store: Path, columns: int, **settings: str) -> str:
    """The report on a terminal of that width."""
    words = (*PAIR, "--store", str(store))
    with on_terminal(*words, columns=columns, TERM="xterm", **settings) as terminal:
        return terminal.rest()


def test_a_terminal_gets_its_width_and_colour_only_where_it_may(
    seeds_graph: Path,
) -> None:
    coloured = seen_on_terminal(seeds_graph, 70)
    bare = seen_on_terminal(seeds_graph, 70, NO_COLOR="1")
    assert "\x1b[" in coloured and "\x1b" not in bare
    lines = bare.splitlines()
    assert max(map(len, lines)) <= 70
    assert any(line.startswith("* Against:") for line in lines)


def test_reports_that_ask_hear_how_the_graph_is(seeds_graph: Path) -> None:
    with open_store(str(seeds_graph), create=False) as store:
        rows = {row.name: row for row in health_rows(store)}
    asked = {one.name for one in questions() if one.name.startswith("health/")}
    assert rows.keys() == asked
    assert not any(row.defect for row in rows.values())
    assert rows["health/chain-gaps"].rows == 0
    assert "Must return nothing" not in rows["health/chain-gaps"].question


def test_an_unknown_report_is_wrong_usage(run: Run) -> None:
    assert run("report", "linkages").exit_code == 2


def test_names_do_not_steer_a_terminal(run: Run, corpus: Path, tmp_path: Path) -> None:
    groups = corpus / "entities" / "groups.yaml"
    hostile = '"River \\e[31m[bold]Cell[/bold] \\u202e`x`"'
    text = groups.read_text("utf-8").replace("name: River Cell", f"name: {hostile}")
    groups.write_text(text, encoding="utf-8")
    store = tmp_path / "hostile"
    assert run("load", str(corpus), store=store).exit_code == 0
    ids = ("group/river-cell", "group/hill-band")
    result = run("report", "linkage", *ids, store=store)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout and "\u202e" not in result.stdout
    assert "\\x1b[31m[bold]Cell[/bold]" in " ".join(result.stdout.split())
    marked = run("report", "linkage", *ids, "--format", "markdown", store=store)
    assert plain("[bold]Cell[/bold]") in marked.stdout
    assert "\x1b" not in marked.stdout


def test_a_required_option_that_is_missing_is_wrong_usage(
    run: Run, seeds_graph: Path
) -> None:
    result = run("report", "changes", store=seeds_graph)
    assert result.exit_code == 2
    assert "--since" in result.stderr


def test_the_clock_of_changes_has_a_default(run: Run, seeds_graph: Path) -> None:
    given = ("report", "changes", "--since", "2021-12", "--mode", "certain")
    assert run(*given, store=seeds_graph).exit_code == 0
