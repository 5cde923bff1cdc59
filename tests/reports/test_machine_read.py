"""Where a machine read the articles, a report says what no claim was found of."""

import re
from dataclasses import replace
from functools import cache

import pytest

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.selection import Filters
from claimgraph.api import report_claims
from claimgraph.ids import identified_claim
from claimgraph.loading import load
from claimgraph.model import Review
from claimgraph.reports.document import Report
from claimgraph.reports.document.brief import MISSES, NOT_FOUND, TITLES, opening_words
from claimgraph.reports.document.pictures import draw
from claimgraph.reports.forms.html import html
from claimgraph.reports.forms.markdown import markdown
from claimgraph.reports.forms.terminal import terminal_text
from claimgraph.schema import load_schema
from own_graphs import own_store
from report_cases import Case, around, made, read_cases, reporter, seeds
from small_batch import small_batch

CASES = read_cases()
SAID_OF_ALL = re.compile(r"\b[Nn]obody (?:here|else|says|denies|speaks|in this)\b")
AIRPORT = next(one for one in CASES if str(one) == "attack/kabul-airport")


@cache
def proposed_seeds(every: int) -> ClaimSet:
    """The seeds, of which nobody accepted one claim in so many: rules proposed it."""
    claim_set, _ = seeds()
    claims = [
        replace(one, review="proposed", by="rules 0.1 test") if not at % every else one
        for at, one in enumerate(claim_set.claims)
    ]
    return replace(claim_set, claims=tuple(claims))


@cache
def proposed(case: Case, every: int) -> Report:
    """The report of a case on such claims."""
    claim_set = proposed_seeds(every)
    found = reporter(case.report)
    return found.report(claim_set, around(claim_set), case.filters, **case.asked)


@pytest.mark.parametrize("every", [1, 3, 7])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_report_says_that_nobody_says_it(case: Case, every: int) -> None:
    report = proposed(case, every)
    told = [point.text for chapter in report.brief for point in chapter.points]
    told += [one.text for one in report.summary]
    told += [one.text for part in report.sections for one in part.sentences]
    assert [one for one in told if SAID_OF_ALL.search(one)] == []
    for chapter in report.brief:
        if chapter.key == "nobody":
            assert chapter.title == NOT_FOUND
            assert chapter.points[0].text == MISSES
            assert len(chapter.points) > 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_people_who_read_the_articles_may_say_so(case: Case) -> None:
    report = made(case)
    assert not report.head.machine_read
    assert all(one.title == TITLES[one.key] for one in report.brief)


@pytest.mark.parametrize("every", [1, 3, 7])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_only_proposed_has_its_own_chapter(case: Case, every: int) -> None:
    report = proposed(case, every)
    reviews = {line.id: line.review for line in report.claims}
    for chapter in report.brief:
        shown = {reviews[point.claims[0]] for point in chapter.points if point.claims}
        kind = "proposed" if chapter.key == "proposed" else "accepted"
        assert shown <= {kind}, (chapter.key, shown)
    if "proposed" in reviews.values():
        assert "proposed" in {chapter.key for chapter in report.brief}


@pytest.mark.parametrize("every", [1, 3, 7])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_head_counts_what_stands_behind_the_report(case: Case, every: int) -> None:
    report = proposed(case, every)
    number = report.reviews.count("proposed")
    told = opening_words(report.head, report.reviews)[1]
    assert number <= len(report.claims)
    if number == len(report.claims) > 0:
        assert f"{number} of " in told
        assert ", only proposed and in no count" in told
    elif number:
        assert f", {number} of them only proposed and in no count" in told
    else:
        assert "proposed" not in told


def test_lines_that_nobody_accepted_are_drawn_apart() -> None:
    page = html(proposed(AIRPORT, 1))
    drawn = page.partition('id="drawing"')[2].partition("</svg>")[0]
    lines = re.findall(r'<path d="[^"]*" class="line [a-z]+"[^>]*>', drawn)
    assert lines
    assert all('stroke-dasharray="9 5 0.1 5"' in one for one in lines)
    assert "only proposed: nobody has accepted it" in page
    assert "Dash and dot" not in html(made(AIRPORT))


def test_an_accepted_line_is_drawn_by_its_accepted_claims() -> None:
    claim_set, context = seeds()
    one = next(claim for claim in claim_set.claims if claim.modality == "alleged")
    strong = replace(one, id="x" * 20, modality="stated", review="proposed")
    denied = replace(strong, id="y" * 20, polarity="denied")
    lines = draw([one, strong, denied], context, ()).lines
    assert [(line.polarity, line.only_proposed) for line in lines] == [
        ("affirmed", False),
        ("denied", True),
    ]
    assert lines[0].modality == "alleged"
    assert lines[0].proposed == (strong.id,)
    assert not any(line.contested for line in lines)


def test_full_forms_mark_each_claim_that_nobody_accepted() -> None:
    report = proposed(AIRPORT, 1)
    number = len(report.claims)
    assert markdown(report, full=True).count(" *proposed* [^") >= number
    assert terminal_text(report, full=True).count("proposed)") >= number
    page = html(report)
    assert page.count('class="tag">proposed<') >= number


@pytest.mark.parametrize(
    ("by", "review", "expected"),
    [
        ("hand", "accepted", False),
        ("hand", "proposed", True),
        ("rules 0.1 claim-was", "accepted", True),
    ],
)
def test_a_graph_knows_whether_a_machine_read_for_it(
    by: str, review: Review, expected: bool
) -> None:
    batch = small_batch()
    claims = [replace(one, by=by, review=review) for one in batch.claims]
    found = (identified_claim(one, batch.article, False) for one in claims)
    with own_store() as store:
        load([replace(batch, claims=tuple(found))], store)
        frame = report_claims.read_frame(store, Filters(), load_schema())
        assert frame.machine_read is expected
