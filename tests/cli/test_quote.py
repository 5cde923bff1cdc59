"""`claimgraph quote`: the place of words, and the claim to paste."""

import json
from pathlib import Path

import pytest

from cli_runs import Run


def test_prints_line_words_and_a_claim_that_check_wants_filled_in(
    run: Run, corpus: Path
) -> None:
    words = "the River Cell had bombed  the market"
    result = run("quote", "small", words, "--corpus", str(corpus))
    assert result.exit_code == 0, result.output
    told, _, block = result.stdout.partition("\n\n")
    assert told == "line 1; as the text has it (other capitals)"
    assert block.endswith("    quote: the river cell had bombed the market\n")
    path = corpus / "claims" / "small.yaml"
    path.write_text(f"{path.read_text('utf-8')}\n{block}", "utf-8")
    problems = json.loads(run("check", str(corpus), "--json").stdout)
    assert [(one["key"], one["reason"]) for one in problems] == [
        ("claims[2].relation", "is empty"),
        ("claims[2].subject", "is empty"),
    ]


def test_pasted_and_filled_in_it_passes(run: Run, corpus: Path) -> None:
    result = run("quote", "small", "River Cell", "--nth=2", "--corpus", str(corpus))
    block = result.stdout.partition("\n\n")[2]
    ends = {"relation": "RIVAL_OF", "subject": "group/river-cell"}
    for key, value in (ends | {"object": "group/hill-band"}).items():
        block = block.replace(f"{key}:\n", f"{key}: {value}\n")
    path = corpus / "claims" / "small.yaml"
    path.write_text(f"{path.read_text('utf-8')}\n{block}", "utf-8")
    checked = run("check", str(corpus))
    assert checked.exit_code == 0, checked.stderr
    assert "nth: 2" in block and "3 claims" in checked.stdout


def test_tells_each_place_and_takes_the_first(run: Run, corpus: Path) -> None:
    out = run("quote", "small", "cell", "--corpus", str(corpus)).stdout
    first, second, note = out.splitlines()[:3]
    assert (first, second) == ("line 1; nth: 1", "line 2; nth: 2")
    assert "--nth" in note


def test_words_that_stand_nowhere_lead_to_the_nearest(run: Run, corpus: Path) -> None:
    words = "the river cell denied any link to the hill band"
    result = run("quote", "small", words, "--corpus", str(corpus))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "on line 2: The river cell denied any tie to the hill band" in result.stderr
    assert "'tie' for 'link'" in result.stderr


def test_json_has_all_places(run: Run, corpus: Path) -> None:
    found = run("quote", "small", "cell", "--corpus", str(corpus), "--json")
    row = json.loads(found.stdout)
    assert [(one["line"], one["nth"]) for one in row["passages"]] == [(1, 1), (2, 2)]
    absent = run("quote", "small", "cells were", "--corpus", str(corpus), "--json")
    assert absent.exit_code == 1
    assert json.loads(absent.stdout)["passages"] == []


@pytest.mark.parametrize("typed", ["small", "sm", "articles/small.txt"])
def test_the_article_may_be_named_by_its_file(
    run: Run, corpus: Path, typed: str
) -> None:
    assert run("quote", typed, "bureau", "--corpus", str(corpus)).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("quote", "smoll", "x"), "(nearest: small)"),
        (("quote", "small", "cell", "--nth", "9"), "--nth: the words stand there 2"),
    ],
)
def test_what_cannot_be_is_one_line(
    run: Run, corpus: Path, words: tuple[str, ...], told: str
) -> None:
    result = run(*words, "--corpus", str(corpus))
    assert result.exit_code == 1
    assert told in result.stderr and result.stderr.count("\n") == 1


def test_a_folder_that_is_no_corpus_is_told(run: Run, tmp_path: Path) -> None:
    result = run("quote", "a", "x", "--corpus", str(tmp_path))
    assert result.exit_code == 1
    assert "claimgraph init" in result.stderr


def test_an_article_without_a_header_has_its_quotes(run: Run, corpus: Path) -> None:
    (corpus / "claims" / "small.yaml").unlink()
    assert run("quote", "small", "bureau", "--corpus", str(corpus)).exit_code == 0


def test_words_of_a_zone_that_makes_no_claims_are_not_to_paste(
    run: Run, corpus: Path
) -> None:
    path = corpus / "claims" / "small.yaml"
    zone = "  zones: [{kind: comments, from: The river cell denied}]\nclaims:"
    path.write_text(path.read_text("utf-8").replace("claims:", zone), "utf-8")
    hidden = run("quote", "small", "denied any tie", "--corpus", str(corpus))
    assert (hidden.exit_code, hidden.stdout) == (1, "")
    assert "no quote may stand there" in hidden.stderr
    both = run("quote", "small", "cell", "--nth=2", "--corpus", str(corpus))
    assert (both.exit_code, both.stdout) == (1, "")
    found = run("quote", "small", "cell", "--corpus", str(corpus), "--json")
    blocks = [one["block"] for one in json.loads(found.stdout)["passages"]]
    assert found.exit_code == 0 and blocks[0] and blocks[1] is None
