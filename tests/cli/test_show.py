"""`claimgraph show`: a claim in its paragraph."""

import json
from pathlib import Path

import pytest

from cli_runs import Run
from jsonl_files import HEAD, article, claim, entity, write_lines


def first_claim(run: Run, store: str | Path, relation: str) -> str:
    query = (
        "MATCH (c:Claim {relation: $relation}) RETURN c.id AS id ORDER BY id LIMIT 1"
    )
    result = run("cypher", query, "--param", f"relation={relation}",
                 "--format", "json", store=store)  # fmt: skip
    return str(json.loads(result.stdout)[0]["id"])


def test_marks_the_quote_in_its_paragraph(run: Run, market: str) -> None:
    claim = first_claim(run, market, "ATTRIBUTED_TO")
    result = run("show", claim, store=market)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "market bombing ATTRIBUTED_TO River Cell"
    assert lines[1] == "says (affirmed, stated); accepted, by hand"
    assert "  1. Gazette reports" in lines
    assert '  2. Bureau asserts: "The bureau said" (origin)' in lines
    assert "small, line 1, offsets 16 to 52" in lines
    assert (
        "  The bureau said [the river cell had bombed the market] on 1 May 2020."
        in lines
    )
    assert "The market, published 2020-05-03" in lines


def test_a_text_on_one_line_is_cut_around_the_quote(run: Run, tmp_path: Path) -> None:
    text = "The cell raided a mill. " * 20_000
    at = len(text) // 2 // 24 * 24 + text.index("raided")
    lines = (
        HEAD,
        entity("org/gazette", "Gazette"),
        entity("group/a", "Cell A"),
        entity("group/b", "Cell B"),
        article("one", text),
        claim("one", "group/a", "group/b", at),
    )
    source = write_lines(tmp_path / "one.claims.jsonl", lines)
    assert run("load", str(source), store=tmp_path / "g").exit_code == 0
    shown = run("show", first_claim(run, tmp_path / "g", "RIVAL_OF"),
                store=tmp_path / "g").stdout  # fmt: skip
    assert "[raided]" in shown and shown.count("…") == 2
    assert len(shown) < 1500


def test_a_beginning_of_the_id_will_do(run: Run, graph: Path) -> None:
    claim = first_claim(run, graph, "ALLEGED_LINK")
    whole = run("show", claim, store=graph).stdout
    assert run("show", claim[:4].upper(), store=graph).stdout == whole
    assert "Ahead" not in whole
    assert "denied, stated" in whole
    assert "clear from the passage (origin)" in whole


def test_what_was_judged_one_is_shown_by_both_names(
    run: Run, market: str, corpus: Path
) -> None:
    claim = first_claim(run, market, "ATTRIBUTED_TO")
    assert "judged" not in run("show", claim, store=market).stdout
    judged = run("judge", str(corpus), "--left", "group/river-cell", "--right",
                 "group/hill-band", "--verdict", "same",
                 "--who", "A. Tester", "--why", "tests", "--yes")  # fmt: skip
    assert judged.exit_code == 0, judged.output
    assert run("load", str(corpus), store=market).exit_code == 0
    shown = run("show", claim, store=market).stdout
    assert "River Cell is judged one with Hill Band (group/hill-band)\n" in shown


def test_shows_numbers(run: Run, seeds_graph: Path) -> None:
    result = run("show", first_claim(run, seeds_graph, "KILLED"), store=seeds_graph)
    assert result.exit_code == 0
    assert " KILLED " in result.stdout.splitlines()[0]
    assert result.stdout.count("[") >= 1


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("abc", "is no claim id: 4 to 20"),
        ("group/x", "is no claim id"),
        ("0000000000", "no claim in the graph begins with 0000000000"),
    ],
)
def test_says_what_is_wrong(run: Run, graph: Path, claim: str, reason: str) -> None:
    result = run("show", claim, store=graph)
    assert result.exit_code == 1
    assert reason in result.stderr


def test_hostile_text_steers_no_terminal(run: Run, hostile: Path) -> None:
    result = run("show", first_claim(run, hostile, "ALLEGED_LINK"), store=hostile)
    assert result.exit_code == 0
    assert "[The \\x1b[31mred\\x07 \\u202e[bold] cell denied" in result.stdout
    assert "[red]Band[/red]" in result.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


def test_a_period_is_told_in_words(run: Run, seeds_graph: Path) -> None:
    held = run("show", "6b770f4b", store=seeds_graph).stdout
    assert "valid: [2020-03-25..2020-12-31] (some day between 25 March and" in held
    assert "valid_earliest: 2020-03-25\nvalid_latest: 2020-12-31\n" in held
