"""The report on two that are said to be linked, on the seeds and on claims of ours."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.selection import Filters
from claimgraph.model import POLARITIES, Claim
from claimgraph.reports.document import Report, Section
from claimgraph.reports.linkage import report
from examples import examples
from report_cases import around, seeds

LEFT, RIGHT = "group/haqqani-network", "group/islamic-state-khorasan"


def linkage(
    filters: Filters | None = None, claim_set: ClaimSet | None = None
) -> Report:
    """The report on the pair, from the seeds or a claim_set of ours."""
    known, context = seeds()
    if claim_set is not None:
        known, context = claim_set, around(claim_set)
    return report(known, context, filters or Filters(), left=LEFT, right=RIGHT)


def part(found: Report, key: str) -> Section:
    """The section of that key."""
    (section,) = [one for one in found.sections if one.key == key]
    return section


def counts(found: Report) -> list[Corroboration]:
    """The numbers of the status section."""
    return list(cast("tuple[Corroboration, ...]", part(found, "status").data["counts"]))


def test_it_counts_the_seeds_as_the_design_does() -> None:
    affirmed, denied, *support = counts(linkage())
    assert (affirmed.independent, affirmed.named, affirmed.articles) == (6, 5, 4)
    assert (denied.reports, denied.independent, denied.named) == (2, 2, 2)
    assert [one.proposition.subject for one in support] == [RIGHT]
    assert part(linkage(), "status").data["status"] == "affirmed-and-denied"


@pytest.mark.parametrize(
    ("day", "independent"), [("2020-05-07", 2), ("2021-02-28", 4), ("2021-09-30", 6)]
)
def test_it_counts_what_had_been_said_by_a_day(day: str, independent: int) -> None:
    assert counts(linkage(Filters(said=day)))[0].independent == independent


def test_the_opening_answers_a_stranger() -> None:
    text = "\n".join(one.text for one in linkage().summary)
    for words in (
        "6 independent groups, 5 of them with a name",
        "Taliban denies that there is a link",
        "said 2020-05-06 or later, without saying for which time",
        "Ahmad Sayeedi denies that there is a link",
        "for the time 2015 (“When ISIS was established”)",
        "National Directorate of Security is the source that carries most: 7 of the 31",
        "Status: affirmed and denied",
    ):
        assert words in text


def test_the_parts_stand_in_the_order_of_the_design() -> None:
    keys = [one.key for one in linkage().sections]
    assert keys == [
        *("status", "for-origins", "against-origins", "support-reverse", "ledger"),
        *("for", "against", "withheld", "hypothetical", "other", "breakdown"),
        *("fragility", "timeline", "third-parties"),
    ]


def test_kayani_stands_apart_and_hypotheses_are_not_counted() -> None:
    found = linkage()
    lines = {line.id: line for line in found.claims}
    (kayani,) = part(found, "other").claims
    assert lines[kayani].relation == "PART_OF"
    assert "Arif Kayani says that" in lines[kayani].told
    supposed = part(found, "hypothetical").claims
    assert {lines[one].modality for one in supposed} == {"hypothetical"}
    assert not set(supposed) & set(counts(found)[0].supporting)


def test_nobody_speaks_of_a_pair_without_claims() -> None:
    known, context = seeds()
    silent = report(known, context, Filters(), left=LEFT, right="org/sputnik")
    assert silent.claims == () and silent.sources == ()
    assert any("Nobody here speaks for" in one.text for one in silent.summary)


def between(claim_set: ClaimSet) -> Iterator[Claim]:
    """The claims of the pair."""
    for claim in claim_set.claims:
        if {claim.subject, claim.object} == {LEFT, RIGHT}:
            yield claim


@settings(max_examples=examples(25))
@given(st.data())
def test_every_claim_of_the_pair_is_printed_once_whole(data: st.DataObject) -> None:
    known, _ = seeds()
    pair = list(between(known))
    kept = data.draw(st.lists(st.sampled_from(pair), unique_by=lambda one: one.id))
    polarity = st.sampled_from(POLARITIES)
    claims = tuple(
        sorted(
            (replace(one, polarity=data.draw(polarity)) for one in kept),
            key=lambda one: one.id,
        )
    )
    found = linkage(claim_set=replace(known, claims=claims))
    whole = [one for section in found.sections for one in section.claims]
    assert sorted(whole) == [one.id for one in claims]
    assert {line.id for line in found.claims} == set(whole)
    ledger = [one for one in found.sections if one.key == "ledger"]
    rows = [
        claim
        for section in ledger
        for table in section.tables
        for row in table.rows
        for claim in row.claims
    ]
    assert sorted(rows) == sorted(whole)
