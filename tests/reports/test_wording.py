"""Allegations are other people's words: in every sentence somebody speaks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.analysis.selection import Filters
from claimgraph.date_words import day_words
from claimgraph.model import MODALITIES, POLARITIES, REASONS, Stance
from claimgraph.reports.document import ClaimLine, Report, telling, wording
from claimgraph.reports.document.lines import claim_line
from claimgraph.reports.document.points import best_of
from claimgraph.reports.document.scope import scope_of
from claimgraph.schema import load_schema
from report_cases import Case, made, read_cases, seeds

CASES = read_cases()
FORBIDDEN = re.compile(
    r"\b(is|are|was|were) (linked|tied|connected) (to|with)\b|\bconfirm(s|ed)?\b"
    r"|\bprove[sdn]?\b|\b(un)?likely\b|\bin fact\b|\bthe truth\b|\bprobably\b"
    r"|\bobviously\b|\bclearly\b|\bguilty\b|\bperpetrators? (is|are|was|were)\b",
    re.IGNORECASE,
)
# words that say that somebody speaks, or how many do
SPEAKING = re.compile(
    r"\b(says?|said|alleges?|suspects?|den(y|ies|ied|ials?)|speaks?|silent|silence"
    r"|withheld|claims?|origins?|sources?|speakers?|voices?|nobody|status|standing"
    r"|relays?|against|named|names)\b",
    re.IGNORECASE,
)


def own_words(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every text of a report that is no quote, name or note, with its claims."""
    yield report.title, ()
    for sentence in report.summary:
        yield sentence.text, sentence.claims
    for section in report.sections:
        yield section.title, ()
        for sentence in section.sentences:
            yield sentence.text, sentence.claims
        for table in section.tables:
            yield table.caption, ()
            for row in table.rows:
                for cell in row.cells:
                    yield cell, ()
    for line in report.claims:
        yield line.told, (line.id,)


def without_names(text: str) -> str:
    """A text without the names that others chose."""
    entities = seeds()[1].entities.values()
    for name in sorted((one.name for one in entities), key=len, reverse=True):
        text = text.replace(name, "N")
    return text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_report_speaks_for_itself(case: Case) -> None:
    found = [text for text, _ in own_words(made(case))]
    assert [text for text in found if FORBIDDEN.search(without_names(text))] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_sentence_on_claims_has_a_speaker(case: Case) -> None:
    report = made(case)
    lines = {line.id: line for line in report.claims}
    for text, claims in own_words(report):
        if claims:
            names = {hop.name for one in claims for hop in lines[one].chain}
            assert SPEAKING.search(text) or any(name in text for name in names), text


def some_line() -> ClaimLine:
    """A claim of the seeds that went through three hands."""
    claim_set, around = seeds()
    found = [one for one in claim_set.claims if len(one.chain) == 3]
    return claim_line(found[0], around)


@pytest.mark.parametrize("relation", sorted(load_schema().relations))
@pytest.mark.parametrize("polarity", POLARITIES)
def test_every_relation_is_told_by_its_origin(relation: str, polarity: str) -> None:
    words = telling.proposition_words(relation, load_schema())
    for modality in MODALITIES:
        line = replace(
            some_line(),
            relation=relation,
            polarity=polarity,
            modality=modality,
            reason="silent" if polarity == "withheld" else None,
        )
        text = telling.claim_sentence(line, words)
        speaker = wording.spoken_name(line.chain[-1])
        assert text.lower().startswith(speaker.lower())
        assert SPEAKING.search(text.removeprefix(speaker)) or "responsib" in text
        assert not FORBIDDEN.search(without_names(text))


def test_a_relation_of_tomorrow_is_told_too() -> None:
    line = replace(
        some_line(), relation="TRADED_WITH", polarity="denied", modality="suspected"
    )
    words = telling.proposition_words(line.relation, load_schema())
    text = telling.claim_sentence(line, words)
    assert f"denies (suspected) that the {line.subject_name}: traded with" in text


@given(
    st.sampled_from(REASONS),
    st.sampled_from(get_args(Stance)),
    st.sampled_from(MODALITIES),
)
def test_silence_and_relays_are_said(reason: str, stance: str, modality: str) -> None:
    line = some_line()
    middle = replace(line.chain[1], stance=stance, name="Relay Agency")
    chain = (line.chain[0], middle, line.chain[2])
    silent = replace(
        line, chain=chain, polarity="withheld", reason=reason, modality=modality
    )
    words = telling.proposition_words(line.relation, load_schema())
    text = telling.claim_sentence(silent, words)
    assert f"{telling.RELAYED[stance]} Relay Agency" in text
    assert telling.WITHHELD[reason][0] in text


def test_an_unverified_relay_is_told_as_such() -> None:
    claim_set, around = seeds()
    told = [
        claim_line(one, around).told
        for one in claim_set.claims
        if any(hop.stance == "unverified" for hop in one.chain)
        and one.relation == "MEMBER_OF"
    ]
    assert any(
        "says it is possible that" in text and "passed on unverified by" in text
        for text in told
    ), told


def test_a_claim_that_adds_no_speaker_does_not_stand_for_its_proposition() -> None:
    claim_set, context = seeds()
    scope = scope_of(claim_set, context, Filters())
    some = [one for one in corroborate_all(scope.claims, context) if one.absorbed]
    mixed = [one for one in some if one.groups and one.supporting]
    assert mixed
    for found in mixed:
        counted = {one for group in found.groups for one in group.claims}
        assert best_of(scope, found)[0] in counted


def test_seasons_and_open_ranges_are_words() -> None:
    assert day_words("2021-22") == "summer of 2021"
    assert day_words("2021-08~/..") == "about 2021-08 and after"
    assert day_words("2020-03-21") == "2020-03-21"


def test_names_that_describe_have_an_article_and_a_verb_that_agrees() -> None:
    claim_set, context = seeds()
    told = " ".join(claim_line(one, context).told for one in claim_set.claims)
    assert "the rockets at the Presidential Palace in Kabul were aimed at" in told
    assert "the attack on the gurdwara in Kabul was aimed at" in told
    assert "Afghan security forces say that" in told
    assert "1 police officer was killed" in told
    for wrong in (
        " that attack on",
        "rockets at Bagram Air Base was",
        "1 police officers",
    ):
        assert wrong not in told


def test_a_supposed_denial_is_no_denial() -> None:
    line = replace(some_line(), polarity="denied", modality="hypothetical")
    words = telling.proposition_words(line.relation, load_schema())
    text = telling.claim_sentence(line, words)
    assert "says, only as a supposition, that this is not so: " in text
    assert "denies" not in text


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        ("DIED", "cannot verify whether N died."),
        ("OCCURRED_ON", "cannot verify what the day of N was."),
        ("KILLED", "cannot verify how many were killed (N)."),
        ("STRENGTH", "cannot verify how many N has."),
    ],
)
def test_a_value_that_is_withheld_leaves_no_gap(relation: str, told: str) -> None:
    line = replace(
        some_line(),
        relation=relation,
        subject="person/n",
        subject_name="N",
        object=None,
        value=None,
        polarity="withheld",
        reason="cannot-verify",
    )
    words = telling.proposition_words(relation, load_schema())
    one = telling.claim_sentence(replace(line, chain=line.chain[:1]), words)
    assert one.endswith(told)


def test_a_name_with_a_full_stop_ends_the_sentence() -> None:
    line = replace(some_line(), relation="KIN_OF", object_name="John Roe, Jr.")
    words = "{subject} is kin of {object}"
    one = telling.claim_sentence(replace(line, chain=line.chain[:1]), words)
    assert one.endswith("John Roe, Jr.")
