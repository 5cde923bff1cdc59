"""The report on an attack: who claims it, who is named, who denies, which figures."""

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.analysis.selection import Filters
from claimgraph.model import Judgement
from claimgraph.reports.attack import report
from claimgraph.reports.document import Report, Section
from claimgraph.reports.document.status_words import status_name
from examples import examples
from report_cases import around, seeds

GURDWARA = "attack/2020-03-25-kabul-gurdwara"
AIRPORT = "attack/2021-08-26-kabul-airport"
WARD = "attack/2020-05-12-kabul-maternity-ward"
ISIS_K = "group/islamic-state-khorasan"
CELL = "group/joint-cell-kabul-2020-05"


def attack(subject: str) -> Report:
    """The report on an attack of the seeds."""
    claim_set, context = seeds()
    return report(claim_set, context, Filters(), attack=subject)


def part(found: Report, key: str) -> Section:
    """The section of that key."""
    (section,) = [one for one in found.sections if one.key == key]
    return section


def opening(found: Report) -> str:
    """The summary as one text."""
    return "\n".join(one.text for one in found.summary)


@pytest.mark.parametrize(
    ("subject", "status"),
    [
        (GURDWARA, "partly-shared"),
        ("attack/2020-03-06-kabul-mazari-ceremony", "partly-shared"),
        (AIRPORT, "claimed-and-attributed"),
        (WARD, "attributed"),
    ],
)
def test_the_status_is_that_of_the_design(subject: str, status: str) -> None:
    found = attack(subject)
    assert part(found, "status").data["status"] == status
    assert f"Status: {status_name(status)}." in opening(found)


def test_rival_culprits_stand_side_by_side() -> None:
    text = opening(attack(GURDWARA))
    assert "Named for it: the joint cell in Kabul" in text
    assert "by National Directorate of Security: 1 claim" in text
    assert "Responsibility is taken by Islamic State-Khorasan: 2 claims on the" in text


def test_a_hidden_accuser_is_not_counted_for_a_named_one() -> None:
    report_of = attack(GURDWARA)
    (line,) = [
        one.text
        for one in report_of.summary
        if one.text.startswith("Named for it: the joint cell")
    ]
    assert line.endswith(
        "National Directorate of Security: 1 claim on the word of 1 independent group, "
        "said 2020-05-06, and 1 by somebody the article hides, said "
        "2021-02-21 or later."
    )
    rows = part(report_of, "status").tables[0].rows
    assert [row.cells[2:] for row in rows if len(row.claims) == 2][1:] == [
        ("1, 1 hidden", "2", "1", "1", "1")
    ]


def test_who_takes_responsibility_stands_before_those_named() -> None:
    texts = [one.text for one in attack(GURDWARA).summary]
    assert texts[0].startswith("Responsibility is taken by")


def test_the_sentence_of_a_status_says_what_decides_nothing() -> None:
    sentence = attack(AIRPORT).summary[-1].text
    for words in (
        "Not counted for the status: Zabihullah Mujahid says that evil circles "
        "(unnamed) did it",
        "Zabihullah Mujahid declines to say whether Islamic State-Khorasan did it",
        "says it is possible that Haqqani Network did it",
    ):
        assert words in sentence
    (mazari,) = [
        one.text
        for one in attack("attack/2020-03-06-kabul-mazari-ceremony").summary
        if one.text.startswith("Status")
    ]
    assert "(busted in May 2020), said to belong to Haqqani Network and" in mazari
    assert "(announced on 21 February 2021), said to belong to Haqqani" in mazari


def test_a_proposed_claim_decides_nothing_and_is_marked() -> None:
    claim_set, _ = seeds()
    proposed = tuple(
        replace(one, review="proposed")
        if one.subject == GURDWARA and one.relation == "ATTRIBUTED_TO"
        else one
        for one in claim_set.claims
    )
    some = replace(claim_set, claims=proposed)
    found = report(some, around(some), Filters(), attack=GURDWARA)
    assert part(found, "status").data["status"] == "claimed"
    assert found.summary[-1].text.endswith("2 proposed claims would change this.")
    acts = [row.cells[2] for row in part(found, "ledger").tables[0].rows]
    assert sorted(acts) == ["names a doer, proposed"] * 2 + ["takes responsibility"] * 2
    only = "in proposed claims only: 1 claim, said 2020-05-06, and 1 by somebody"
    assert only in opening(found)


def test_a_proposed_claim_beside_accepted_ones_is_counted_apart() -> None:
    claim_set, _ = seeds()
    claims = [one for one in claim_set.claims if one.subject == GURDWARA]
    (ready,) = [
        one for one in claims if one.article[:3] == "001" and one.object == CELL
    ]
    others = [one for one in claim_set.claims if one is not ready]
    proposed = sorted(
        (*others, replace(ready, review="proposed")), key=lambda one: one.id
    )
    some = replace(claim_set, claims=tuple(proposed))
    found = report(some, around(some), Filters(), attack=GURDWARA)
    text = "of 1 independent group, said 2020-05-06, and 1 proposed."
    (line,) = [one for one in found.summary if one.text.endswith(text)]
    assert ready.id in line.claims
    cells = [row.cells[2] for row in part(found, "status").tables[0].rows]
    assert "1, 1 proposed" in cells


def test_who_passes_blame_on_with_doubt_is_told() -> None:
    claim_set, _ = seeds()
    spoken = tuple(
        replace(
            one,
            chain=(replace(one.chain[0], stance="doubts"), *one.chain[1:]),
        )
        if one.subject == GURDWARA and one.origin == "org/nds"
        else one
        for one in claim_set.claims
    )
    some = replace(claim_set, claims=spoken)
    found = report(some, around(some), Filters(), attack=GURDWARA)
    doubt = "passed on with doubt by Salaam Times"
    assert f"Islamic State-Khorasan, {doubt}" in found.summary[-1].text
    assert f"{doubt} in 1 of 2 claims: 1 claim on the word" in opening(found)


def test_relays_of_responsibility_are_told() -> None:
    (table,) = part(attack(AIRPORT), "responsibility").tables
    cells = {row.cells for row in table.rows}
    assert ("Islamic State-Khorasan", "SITE Intelligence Group", "1") in cells
    assert ("Islamic State-Khorasan", "none given", "2") in cells


def test_a_possible_culprit_is_marked_as_such() -> None:
    text = opening(attack(AIRPORT))
    assert "Named for it: Haqqani Network, by " in text
    assert "retelling Foreign Policy, only as possible: 1 claim" in text


def test_silence_is_told_and_blames_nobody() -> None:
    ward, airport = attack(WARD), attack(AIRPORT)
    assert "Zalmay Khalilzad pointedly does not say whether Taliban" in opening(ward)
    assert "Zabihullah Mujahid declines to say whether" in opening(airport)
    assert len(part(ward, "withheld").claims) == 1
    assert len(part(airport, "withheld").claims) == 1


def test_figures_and_dates_are_those_of_the_design() -> None:
    given_rows = part(attack(AIRPORT), "figures").data["discrepancies"]
    found = cast("tuple[Discrepancy, ...]", given_rows)
    verdicts = {(one.attribute, one.of): one.verdict for one in found}
    assert verdicts["OCCURRED_ON", None] == "conflict"
    assert verdicts["KILLED", "us troops"] == "agree"
    assert verdicts["KILLED", "people"] == "undecided"


def test_judgements_behind_the_id_are_printed() -> None:
    claim_set, _ = seeds()
    same = Judgement(
        id="1",
        left=GURDWARA,
        right=WARD,
        verdict="same",
        who="A. Reader",
        when="2026-01-01",
        why="a slip for the test",
    )
    joined = replace(claim_set, judgements=(same,))
    found = report(joined, around(joined), Filters(), attack=WARD)
    assert found.subjects == (GURDWARA,)
    section = part(found, "identity")
    assert any(
        "A. Reader judged on 2026-01-01" in one.text for one in section.sentences
    )
    assert {row.cells[0] for row in section.tables[0].rows} == {GURDWARA, WARD}


def test_an_attack_of_which_nobody_speaks_is_no_error() -> None:
    claim_set, context = seeds()
    none = replace(claim_set, claims=())
    found = report(none, around(none), Filters(), attack=GURDWARA)
    assert found.claims == () and "unattributed" in opening(found)
    assert context.name(GURDWARA)[1:] in found.title


@settings(max_examples=examples(25))
@given(st.sets(st.integers(0, 60)))
def test_every_claim_on_who_did_it_is_printed_whole(left_out: set[int]) -> None:
    claim_set, _ = seeds()
    claims = tuple(
        one
        for number, one in enumerate(
            sorted(claim_set.claims, key=lambda one: (one.subject != AIRPORT, one.id))
        )
        if number not in left_out
    )
    some = replace(claim_set, claims=tuple(sorted(claims, key=lambda one: one.id)))
    found = report(some, around(some), Filters(), attack=AIRPORT)
    whole = {one for section in found.sections for one in section.claims}
    blame = {
        one.id
        for one in some.claims
        if one.subject == AIRPORT and one.relation in ("CLAIMED_BY", "ATTRIBUTED_TO")
    }
    assert blame <= whole
    values = ("KILLED", "WOUNDED", "OCCURRED_ON", "TARGETED", "LOCATED_IN")
    assert {
        one.id
        for one in some.claims
        if one.subject == AIRPORT and one.relation in values
    } <= whole


def test_a_place_that_was_the_target_says_where_it_was() -> None:
    found = attack("attack/2021-02-11-kabul-airport-and-bagram")
    told = [point.text for chapter in found.brief for point in chapter.points]
    assert "Nobody here says how many it killed or wounded." in told
