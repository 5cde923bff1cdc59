"""What the questions of `new claim` take, explain, propose and take back."""

from pathlib import Path

import pytest

from claim_answers import TIE, answer, checked, last_claim
from claimgraph.type_guards import is_list, is_map

KILLED = "bombed the market\nKILLED\n\nmarket bombing\n"


def claim_of(corpus: Path) -> dict[str, object]:
    found = last_claim(corpus)
    assert is_map(found)
    return dict(found)


def with_people(corpus: Path) -> Path:
    people = corpus / "entities" / "people.yaml"
    people.write_text("- {id: person/sam, name: Sam}\n", "utf-8")
    return corpus


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Two Western diplomats", True),
        ("intelligence official", False),
        ("officials and hospital staff", True),
    ],
)
def test_whoever_is_only_described_is_proposed_as_unnamed(
    corpus: Path, name: str, several: bool
) -> None:
    hop = f"{name}\n+\n\n\n\n\n\n\n\n\n"
    result = answer(corpus, f"{KILLED}at least 3\n\n{hop}\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert f"does the article leave {name} without a name?" in result.stdout
    written = (corpus / "entities" / "people.yaml").read_text("utf-8")
    assert "id: person/unnamed-small-" in written and "unnamed: true" in written
    assert ("collective: true" in written) is several
    assert "3 claims" in checked(corpus)


def test_whoever_has_a_name_is_not_asked(corpus: Path) -> None:
    hop = "Dana Orr\n+\nperson\n\n\n\n\n\n"
    result = answer(corpus, f"{KILLED}at least 3\n\n{hop}\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert "without a name" not in result.stdout


@pytest.mark.parametrize(
    ("relation", "of"), [("ATTACK_COUNT", "attacks"), ("STRENGTH", "fighters")]
)
def test_what_is_counted_is_that_of_the_relation(
    corpus: Path, relation: str, of: str
) -> None:
    answers = f"bombed the market\n{relation}\n\nRiver Cell\nat least four\n"
    result = answer(corpus, f"{answers}\n\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert f"[{of}]:" in result.stdout
    assert claim_of(corpus)["value"] == {"min": 4, "of": of}


def test_every_question_explains_itself(corpus: Path) -> None:
    plain = answer(corpus, TIE)
    assert plain.exit_code == 0
    first = claim_of(corpus)
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex("\n  - relation")], "utf-8")
    asked = "".join(f"?\n{line}" for line in TIE.splitlines(True))
    result = answer(corpus, asked)
    assert result.exit_code == 0, result.output
    assert claim_of(corpus) == first
    lines = result.stdout.splitlines()
    marked = [at for at, line in enumerate(lines) if line.endswith(": ?")]
    assert len(marked) == len(TIE.splitlines())
    assert all(lines[at + 1].startswith("  ") for at in marked)
    assert "  ! " not in result.stdout


def test_somebody_new_is_explained_question_by_question(corpus: Path) -> None:
    asked = "?\nOld Market\n?\n+\n?\nplace\n?\nfacility\n"
    answers = f"bombed the market\ntargeted\n\nmarket bombing\n{asked}\n\n\n\ny\n"
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    assert claim_of(corpus)["object"] == "place/old-market"


def test_a_denied_death_needs_no_day(corpus: Path) -> None:
    answers = "denied any tie\nDIED\ndenied\nSam\n\n\n\n\n\ny\n"
    result = answer(with_people(corpus), answers)
    assert result.exit_code == 0, result.output
    assert "value" not in claim_of(corpus) and "note" not in claim_of(corpus)
    assert "3 claims" in checked(corpus)


def test_a_death_without_a_day_asks_why_at_once(corpus: Path) -> None:
    answers = "denied any tie\nDIED\n\nSam\n\n\nhe was long gone\n\n\n\n\ny\n"
    result = answer(with_people(corpus), answers)
    assert result.exit_code == 0, result.output
    assert "why is the day open too?" in result.stdout
    assert claim_of(corpus)["note"] == "he was long gone"


def test_the_same_claim_is_told_at_its_chain_and_can_be_changed(corpus: Path) -> None:
    assert answer(corpus, TIE).exit_code == 0
    to_chain = "".join(TIE.splitlines(True)[:11])
    result = answer(corpus, f"{to_chain}kind\ncooperation\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert " of the claims file has this very claim" in result.stdout
    claim = claim_of(corpus)
    assert claim["kind"] == "cooperation" and is_list(claim["chain"])
    assert "(as before)" in result.stdout


def test_the_way_back_leads_to_the_former_question(corpus: Path) -> None:
    lines = TIE.splitlines(True)
    # at the kind: back to B, then the kind is asked again
    answers = [*lines[:4], "Bureau\n", "<\n", *lines[4:]]
    result = answer(corpus, "".join(answers))
    assert result.exit_code == 0, result.output
    assert claim_of(corpus)["object"] == "group/hill-band"
    first = answer(corpus, "<\n")
    assert "there is no question before this one" in first.stdout


def test_what_an_empty_answer_takes_stands_in_brackets(corpus: Path) -> None:
    answers = "bombed the market\nclaimed by\n\nmarket bombing\nHill Band\n"
    result = answer(corpus, f"{answers}-\n\n\n\n\n\n\n\n\ny\n")
    assert result.exit_code == 0, result.output
    # the article is not the group: another origin is refused, and asked again
    assert claim_of(corpus)["chain"] == [{"holder": "group/hill-band"}]
    assert "-: the article itself" in result.stdout
    brackets = [line for line in result.stdout.splitlines() if "]: " in line]
    assert brackets and all("empty" not in line for line in brackets)


def test_a_number_out_of_the_list_is_none(corpus: Path) -> None:
    answers = TIE.replace("\nRiver Cell\nHill", "\nthe Cell\n7\n1\nHill", 1)
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    assert "7 is none of these numbers" in result.stdout


def test_a_word_for_many_stands_in_the_note(corpus: Path) -> None:
    result = answer(corpus, f"{KILLED}dozens\n\n\n\n\nin the morning\ny\n")
    assert result.exit_code == 0, result.output
    claim = claim_of(corpus)
    assert claim["value"] == {"min": 24, "of": "people"}
    assert claim["note"] == '"dozens"; in the morning'


def test_the_list_of_relations_reads_as_sentences(corpus: Path) -> None:
    shown = answer(corpus, "denied any tie\n?\n").stdout
    assert "B leads A (role)" in shown and "A belongs to B (role)" in shown


def test_places_are_told_apart_and_none_is_in_a_comment(corpus: Path) -> None:
    claims = corpus / "claims" / "small.yaml"
    text = claims.read_text("utf-8")
    zone = "  zones: [{kind: comments, from: The river cell denied}]\nclaims:"
    claims.write_text(text.replace("claims:", zone), "utf-8")
    shown = answer(corpus, "river cell\nthe\n").stdout
    assert "line 1: river cell" in shown and "which of them" not in shown
    hidden = answer(corpus, "any tie\n").stdout
    assert "no quote may stand there" in hidden


def test_places_have_the_words_around_them(corpus: Path) -> None:
    shown = answer(corpus, "cell\n2\n").stdout
    assert "1) line 1: The bureau said the river »cell« had bombed" in shown


def test_who_cannot_be_an_end_leads_to_other_relations(corpus: Path) -> None:
    states = corpus / "entities" / "states.yaml"
    states.write_text("- {id: state/north, name: North}\n", "utf-8")
    answers = "denied any tie\nDETAINED_BY\n\nSam\nmarket bombing\n"
    shown = answer(with_people(corpus), answers).stdout
    assert "relations between a person and an attack" in shown
    shown = answer(corpus, "denied any tie\nSUPPORTED_BY\n\nSam\n").stdout
    assert "relations of which A is a person" in shown and "MEMBER_OF" in shown
    assert "only for a group that is called so too" in shown


def test_questions_fit_a_narrow_terminal(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = answer(corpus, TIE).stdout
    asked = shown.partition("\n\n")[0].splitlines()
    # an answer is typed behind its question
    assert [line for line in asked if len(line.partition(": ")[0]) > 60] == []
    assert "  chain: [{holder: group/river-cell, cue: The river cell" in shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Northern",
            "nobody at hand is called just Northern; that above has the words",
        ),
        ("Nothern Dawn", "or some spelt much like them, in a name"),
    ],
)
def test_enter_takes_the_only_one_who_may_be_meant(
    corpus: Path, typed: str, told: str
) -> None:
    groups = corpus / "entities" / "groups.yaml"
    more = "- {id: group/northern-dawn, name: Northern Dawn Movement}\n"
    groups.write_text(groups.read_text("utf-8") + more, "utf-8")
    answers = f"bombed the market\nSTRENGTH\n\n{typed}\n\nat least four\n\n\n\n\n\ny\n"
    result = answer(corpus, answers)
    assert result.exit_code == 0, result.output
    assert "1) group/northern-dawn, Northern Dawn Movement" in result.stdout
    assert told in " ".join(result.stdout.split())
    assert claim_of(corpus)["subject"] == "group/northern-dawn"


def test_those_of_this_article_come_first_and_are_told_apart(corpus: Path) -> None:
    people = corpus / "entities" / "people.yaml"
    people.write_text(
        "".join(
            f"- {{id: person/unnamed-{stem}-official, name: official, unnamed: true}}\n"
            for stem in ("a-page", "small-page", "small")
        ),
        "utf-8",
    )
    (corpus / "articles" / "small-page.txt").write_text("Another text.\n", "utf-8")
    hop = "official\n\n\n\n\n\n"
    result = answer(corpus, f"{KILLED}at least 3\n\n{hop}\n\n\ny\n")
    assert result.exit_code == 0, result.output
    told = result.stdout
    assert "1) person/unnamed-small-official, official, in this article" in told
    assert "person/unnamed-small-page-official, official, of the article small" in told
    assert "person/unnamed-small-official" in str(claim_of(corpus)["chain"])
