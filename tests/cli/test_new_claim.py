"""`claimgraph new claim`: asked question by question, written whole or not at all."""

import signal
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from claim_answers import TIE, answer, checked, held, last_claim
from claimgraph.cli import group
from claimgraph.type_guards import is_map
from own_terminal import on_terminal


def test_the_claim_is_written_at_the_end_and_passes(corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    before = held(corpus)
    result = answer(corpus, TIE)
    assert result.exit_code == 0, result.output
    assert last_claim(corpus) == {
        "relation": "ALLEGED_LINK",
        "subject": "group/river-cell",
        "object": "group/hill-band",
        "polarity": "denied",
        "kind": "ties",
        "chain": [{"holder": "group/river-cell", "cue": "The river cell denied"}],
        "quote": "denied any tie",
        "valid": "2020-05-03",
        "note": "a note: with a colon",
    }
    assert path.read_bytes().startswith(before.pop(path))
    assert all(one.read_bytes() == raw for one, raw in before.items())
    assert "1 article, 3 claims" in checked(corpus)


@pytest.mark.parametrize("lines", range(15))
def test_answers_that_end_too_early_write_nothing(corpus: Path, lines: int) -> None:
    before = held(corpus)
    result = answer(corpus, "".join(TIE.splitlines(True)[:lines]))
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert held(corpus) == before


def test_no_is_no(corpus: Path) -> None:
    before = held(corpus)
    result = answer(corpus, f"{TIE.removesuffix('y' + chr(10))}n\n")
    assert (result.exit_code, held(corpus)) == (0, before)
    assert result.stdout.endswith("nothing was written\n")


# a question, what is wrong with a first answer, and what is said of it
WRONG = [
    ("quote", "denied any link", "line 2 has: denied any tie"),
    ("quote", "xylophone", "does not stand in the text"),
    ("relation", "ALLEGED_LINC", "(nearest: ALLEGED_LINK)"),
    ("polarity", "deneid", "(nearest: denied)"),
    ("A (", "attack/2020-05-01-market", "is an Attack; expected Group"),
    ("B (", "group/river-cell", "is the subject itself"),
    ("kind", "tie-up", "tie-up is none of them"),
    ("words that mark", "the cell refused", "does not stand in the text"),
    ("when was it said", "in May", "is no date"),
    ("how?", "whisper", "is none of them"),
    ("modality", "hinted", "is none of them"),
    ("valid", "2020-13", "is no date"),
]


@pytest.mark.parametrize(("question", "typed", "told"), WRONG)
def test_an_answer_that_cannot_be_is_told_and_asked_again(
    corpus: Path, question: str, typed: str, told: str
) -> None:
    asked = [one for one in answer(corpus, TIE).stdout.splitlines() if ": " in one]
    asked = [one for one in asked if not one.startswith(("  ", "/"))]
    at = next(n for n, one in enumerate(asked) if one.startswith(question))
    fresh = corpus / "claims" / "small.yaml"
    lines = TIE.splitlines(True)
    fresh.write_bytes(fresh.read_bytes().partition(b"\n  - relation: ALLEGED")[0])
    result = answer(corpus, "".join([*lines[:at], f"{typed}\n", *lines[at:]]))
    assert result.exit_code == 0, result.output
    assert told in result.stdout
    questions = [one for one in result.stdout.splitlines() if one.startswith(question)]
    assert len(questions) == 2


def test_whoever_is_new_is_written_with_the_claim(corpus: Path) -> None:
    answers = """\
bombed the market
targeted
affirmed
market bombing
Old Market
+
place
facility




y
"""
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    places = corpus / "entities" / "places.yaml"
    assert places.read_text("utf-8") == (
        "- id: place/old-market\n  name: Old Market\n  kind: facility\n"
    )
    assert "3 claims, 6 entities" in checked(corpus)


def test_a_group_that_claims_an_attack_is_asked_for_no_cue(corpus: Path) -> None:
    answers = "bombed the market\nclaimed by\n\nmarket bombing\nHill Band\n"
    result = answer(corpus, f"{answers}\n\n\n\n\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    claim = last_claim(corpus)
    assert is_map(claim) and claim["chain"] == [{"holder": "group/hill-band"}]


def test_somebody_without_a_name_gets_an_id_of_the_article(corpus: Path) -> None:
    answers = "bombed the market\nKILLED\n\nmarket bombing\ndozens\npeople\n"
    hop = "witnesses\n+\nperson\ncivilian\ny\ny\n\n\n\n"
    result = answer(corpus, f"{answers}{hop}\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    written = (corpus / "entities" / "people.yaml").read_text("utf-8")
    assert written == (
        "- id: person/unnamed-small-witnesses\n  name: witnesses\n  kind: civilian\n"
        "  unnamed: true\n  collective: true\n"
    )
    assert "3 claims, 6 entities" in checked(corpus)


def test_another_name_may_be_said_instead(corpus: Path) -> None:
    answers = TIE.replace("\nRiver Cell\nHill", "\nReever Cel\nRiver Cell\nHill", 1)
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    claim = last_claim(corpus)
    assert is_map(claim) and claim["subject"] == "group/river-cell"


def test_a_number_is_taken_as_it_is_said(corpus: Path) -> None:
    answers = "bombed the market\nKILLED\n\nmarket bombing\nmany\nmore than 25\n"
    result = answer(corpus, f"{answers}soldiers\n\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert "many is no number" in result.stdout
    claim = last_claim(corpus)
    assert is_map(claim) and claim["value"] == {"min": 26, "of": "soldiers"}


def test_silence_needs_its_reason_and_no_object(corpus: Path) -> None:
    answers = "denied any tie\nKILLED_BY\nwithheld\n\nsilent\nBureau\n"
    result = answer(corpus, answers)
    assert "org/bureau, Bureau, is an organization" in result.stdout
    people = corpus / "entities" / "people.yaml"
    people.write_text("- {id: person/sam, name: Sam}\n", "utf-8")
    answers = "denied any tie\nKILLED_BY\nwithheld\n\nsilent\nSam\n\n\n\n\n\n\ny\n"
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    assert "reason" in result.stdout and "is missing" in result.stdout
    claim = last_claim(corpus)
    assert is_map(claim) and claim["reason"] == "silent" and "object" not in claim


def test_the_same_claim_again_is_refused(corpus: Path) -> None:
    assert answer(corpus, TIE).exit_code == 0
    before = held(corpus)
    result = answer(corpus, TIE)
    assert result.exit_code == 1
    assert " of the claims file has this very claim" in result.stdout
    assert held(corpus) == before


def test_without_a_stem_the_only_article_is_meant(corpus: Path) -> None:
    words = ["new", "claim", "--corpus", str(corpus)]
    assert CliRunner().invoke(group, words, input=TIE).exit_code == 0


def test_an_article_without_its_header_is_told(corpus: Path) -> None:
    (corpus / "claims" / "small.yaml").unlink()
    result = answer(corpus, TIE)
    assert result.exit_code == 1
    assert "write the article's header" in result.stderr


def test_ctrl_c_writes_nothing(corpus: Path) -> None:
    before = held(corpus)
    with on_terminal("new", "claim", "small", "--corpus", str(corpus)) as terminal:
        terminal.put(b"denied any tie\n")
        terminal.shown_until(b"relation")
        time.sleep(0.2)
        terminal.process.send_signal(signal.SIGINT)
        assert "nothing was written" in terminal.rest()
        assert terminal.code() == 130
    assert held(corpus) == before
