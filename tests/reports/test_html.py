"""Every report as a page: well formed, on its own, and deaf to hostile words."""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.reports.document import (
    ClaimLine,
    DrawnLine,
    DrawnNode,
    MapMark,
    Passage,
    Pictures,
    Report,
    TimeMark,
)
from claimgraph.reports.document.pictures import draw
from claimgraph.reports.forms.html import html
from claimgraph.reports.forms.html.layout import network_layout
from examples import examples
from hostile_words import HOSTILE, check_words_stay_words, references, shown_text
from page_tree import page_tree
from report_cases import Case, made, read_cases, seeds

CASES = read_cases()
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=30)
NAMES = [f"group/{letter}" for letter in "abcdef"]
DAYS = st.none() | st.dates().map(str)


def page(case: Case) -> str:
    """The page of a case."""
    return pages()[str(case)]


@cache
def pages() -> dict[str, str]:
    """All pages by the names of their cases."""
    return {str(case): html(made(case)) for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_stands_alone_and_every_link_leads_somewhere(case: Case) -> None:
    tree = page_tree(page(case))
    ids = Counter(one.attrib["id"] for one in tree.iter() if "id" in one.attrib)
    assert [one for one, count in ids.items() if count > 1] == []
    found = set(references(tree))
    assert {one for one in found if not one.startswith("#")} == set()
    assert {one[1:] for one in found} - set(ids) == set()
    tags = {one.tag for one in tree.iter()}
    assert tags.isdisjoint({"link", "iframe", "object", "embed", "base", "form", "img"})


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_prints_every_claim_whole(case: Case) -> None:
    report = made(case)
    tree = page_tree(page(case))
    by_id = {one.attrib["id"]: one for one in tree.iter() if "id" in one.attrib}
    rows = by_id["ledger"].findall(".//tbody/tr")
    assert len(rows) == len(report.claims)
    for line, passage, row in zip(report.claims, report.passages, rows, strict=True):
        text = shown_text(by_id[f"claim-{line.number}"])
        whole = (passage.before + passage.quote + passage.after).replace("\r", "\n")
        for wanted in (line.quote, line.place, line.told, line.article, line.title):
            assert wanted in text and wanted in shown_text(row)
        assert whole in text.replace("\r", "\n")
        assert (row.get("data-polarity"), row.get("data-modality")) == (
            line.polarity,
            line.modality,
        )
    shown = shown_text(tree)
    assert report.head.caution in shown and report.head.corpus_sha256 in shown
    parts = [
        *report.summary,
        *(one for part in report.sections for one in part.sentences),
    ]
    assert [one.text for one in parts if one.text not in shown] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_is_laid_out_for_those_who_do_not_see_it(case: Case) -> None:
    tree = page_tree(page(case))
    levels = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    steps = [after - before for before, after in pairwise(levels)]
    assert max(steps, default=0) <= 1
    assert all("scope" in one.attrib for one in tree.iter("th"))
    assert all(one.find("caption") is not None for one in tree.iter("table"))
    for figure in tree.iter("figure"):
        svg = figure.find(".//div[@class='frame']/svg")
        assert svg is not None and figure.find("figcaption") is not None
        assert svg.find("title") is not None and svg.find("desc") is not None
        assert figure.find("div[@class='key']") is not None


@pytest.mark.parametrize("case", CASES, ids=str)
def test_equal_reports_give_equal_bytes(case: Case) -> None:
    report = made(case)
    assert html(report) == page(case)
    claim_set, around = seeds()
    ids = {line.id for line in report.claims}
    backwards = [claim for claim in reversed(claim_set.claims) if claim.id in ids]
    assert draw(backwards, around, report.subjects) == report.pictures


@pytest.mark.parametrize("case", CASES, ids=str)
def test_data_inside_the_page_is_that_of_the_claims(case: Case) -> None:
    script = page_tree(page(case)).find(".//script[@id='data']")
    assert script is not None
    held = cast("dict[str, list[dict[str, object]]]", json.loads(script.text or ""))
    quotes = [one["quote"] for one in held["claims"]]
    assert quotes == [line.quote for line in made(case).claims]


@st.composite
def hostile_reports(draw_: st.DrawFn) -> Report:
    """A report of the seeds with names, words and drawings that mean harm."""
    report = made(next(one for one in CASES if made(one).claims))
    lines: list[ClaimLine] = []
    for line in report.claims[:3]:
        chain = tuple(
            replace(hop, name=draw_(TEXTS), cue=draw_(TEXTS)) for hop in line.chain
        )
        lines.append(
            replace(
                line,
                subject_name=draw_(TEXTS),
                object_name=draw_(TEXTS),
                origin_name=draw_(TEXTS),
                quote=draw_(TEXTS),
                title=draw_(TEXTS),
                told=draw_(TEXTS),
                note=draw_(TEXTS),
                kind=draw_(TEXTS),
                place=draw_(TEXTS),
                chain=chain,
            )
        )
    passages = tuple(
        Passage(line.id, draw_(TEXTS), line.quote, draw_(TEXTS)) for line in lines
    )
    return replace(
        report,
        title=draw_(TEXTS),
        claims=tuple(lines),
        passages=passages,
        pictures=draw_(pictures([line.id for line in lines])),
    )


def pictures(ids: list[str]) -> st.SearchStrategy[Pictures]:
    """Nodes, lines, marks and places with any names and dates."""
    claims = (
        st.lists(st.sampled_from(ids), min_size=1).map(tuple) if ids else st.just(())
    )
    nodes = st.tuples(
        *(
            st.builds(DrawnNode, st.just(one), TEXTS, st.just("group"), st.booleans())
            for one in NAMES
        )
    )
    degrees = st.floats(-80, 80).map(lambda one: round(one, 3))
    places = st.builds(
        MapMark,
        st.just("attack/a"),
        TEXTS,
        st.just("place/a"),
        TEXTS,
        degrees,
        degrees,
        claims,
    )
    return st.builds(
        Pictures,
        nodes,
        st.lists(lines(claims), max_size=12).map(tuple),
        st.lists(marks(ids), max_size=12).map(tuple),
        st.lists(places, max_size=4).map(tuple),
        st.integers(0, 3),
    )


def lines(
    claims: st.SearchStrategy[tuple[str, ...]],
) -> st.SearchStrategy[DrawnLine]:
    """Lines between any of the nodes."""
    return st.builds(
        DrawnLine,
        left=st.sampled_from(NAMES[:3]),
        right=st.sampled_from(NAMES[3:]),
        relation=st.sampled_from(["ALLEGED_LINK", "PART_OF", "SOMETHING_VERY_LONG_OF"]),
        polarity=st.sampled_from(["affirmed", "denied", "withheld"]),
        modality=st.sampled_from(["stated", "possible", "hypothetical"]),
        independent=st.integers(0, 9),
        contested=st.booleans(),
        claims=claims,
        directed=st.booleans(),
    )


def marks(ids: list[str]) -> st.SearchStrategy[TimeMark]:
    """Marks of any claims at any days."""
    return st.builds(
        marked,
        TEXTS,
        st.sampled_from(["said", "valid"]),
        st.sampled_from(ids),
        st.lists(DAYS, min_size=3, max_size=3),
        st.booleans(),
    )


def marked(
    lane: str, clock: str, claim: str, days: list[str | None], about: bool
) -> TimeMark:
    """A mark that begins before it ends."""
    first, last, published = days
    if first and last:
        first, last = min(first, last), max(first, last)
    return TimeMark(lane, clock, claim, first, last, about, published)


@given(hostile_reports())
@settings(max_examples=examples(40))
def test_hostile_words_stay_words(report: Report) -> None:
    check_words_stay_words(report, html(report))


@given(pictures(["one"]))
@settings(max_examples=examples(100))
def test_no_box_lies_over_another_and_every_line_is_drawn_once(found: Pictures) -> None:
    made_ = network_layout(found)
    boxes = made_.boxes
    for at, one in enumerate(boxes):
        assert one.y - one.height / 2 >= 0 and one.y + one.height / 2 <= made_.height
        for other in boxes[at + 1 :]:
            apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_y = abs(one.y - other.y) >= (one.height + other.height) / 2
            assert apart_x or apart_y
    subjects = {node.id for node in found.nodes if node.subject}
    if not subjects:
        assert Counter(level.line for level in made_.levels) == Counter(found.lines)
