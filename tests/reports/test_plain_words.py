"""Reports are read by people: no codes, no raw dates, no ids, no wrong numbers.

Every sentence of every report over the seeds, short and whole: of the cases, and of
each subject that a report takes.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from claimgraph import modules, reports
from claimgraph.analysis.selection import Filters
from claimgraph.reports.document import Report
from claimgraph.reports.document.grammar import tells_many, told_name
from claimgraph.reports.forms.html import html
from claimgraph.reports.forms.html.words import words_used
from report_cases import made, read_cases, reporter, seeds

NO_WORDS = {
    "a relation's code name": re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b"),
    "a status or an act as code": re.compile(
        r"\b(?:partly-shared|claimed-and-attributed|affirmed-and-denied|denied-only"
        r"|withheld-only|claims-own|denies-own|declines-to-name|does-not-blame)\b"
    ),
    "a date as EDTF": re.compile(
        r"\[[\d.-]*\.\.|\d\.\.\]|\d/\.\.|\d~|\b\d{4}-2[1-4]\b"
    ),
    "an id": re.compile(r"\b[0-9a-f]{20}\b|\b(?:group|person|org|attack)/\w"),
    "a number and a noun that do not agree": re.compile(
        r"(?<![\d.,-])1 (?:other |more )?(?:independent )?"
        r"(?:claims|articles|origins|propositions|groups|speakers|doers|attacks)\b"
    ),
    "a speaker who is passed on twice in a row": re.compile(
        r"reported by [^,;(]+, reported by"
    ),
    "a person who speaks of himself by name": re.compile(
        r"\b([A-Z]\w+(?: [A-Z]\w+)*) says that \1 carried out"
    ),
    "two articles": re.compile(r"\b(?:the|a|an) (?:the|a|an) "),
    "a double negative": re.compile(r"not so that|Nothing of|None of this"),
}
OPTIONS = {"changes": {"since": "2021-08-01", "clock": "said"}}


def subjects(name: str) -> Iterator[dict[str, str]]:
    """Every subject that a report of one takes; of a report of two some pairs."""
    arguments = reporter(name).ARGUMENTS
    if not arguments:
        yield {}
        return
    context = seeds()[1]
    every = sorted(
        {
            context.canonical(one)
            for one in context.entities
            if one.partition("/")[0] in arguments[0].prefixes
            and (name != "source" or one in speakers())
        }
    )
    if len(arguments) == 1:
        yield from ({arguments[0].name: one} for one in every)
        return
    left, right = (one.name for one in arguments)
    groups = [one for one in every if one.startswith("group/")]
    for one, other in pairwise(groups):
        yield {left: one, right: other}


@cache
def speakers() -> set[str]:
    """Who speaks in the seeds, and one who does not."""
    claims = seeds()[0].claims
    return {hop.holder for one in claims for hop in one.chain} | {"community/students"}


@cache
def every_report() -> dict[str, Report]:
    """The cases, and each report on each subject, by what was asked."""
    claim_set, context = seeds()
    found = {str(case): made(case) for case in read_cases()}
    for name in modules.names(reports):
        for given in subjects(name):
            asked = " ".join((name, *given.values()))
            own = OPTIONS.get(name, {})
            made_ = reporter(name).report(claim_set, context, Filters(), **given, **own)
            found[asked] = made_
    return found


def page_words(report: Report) -> Iterator[str]:
    """Title, and the points of the short page."""
    yield report.title
    for chapter in report.brief:
        yield chapter.title
        yield from (point.text for point in chapter.points)


def whole_words(report: Report) -> Iterator[str]:
    """All sentences and cells of the whole report but ids that a table is about."""
    yield from (one.text for one in report.summary)
    for section in report.sections:
        if section.key in ("identity", "names", "health"):
            continue
        yield section.title
        yield from (one.text for one in section.sentences)
        for table in section.tables:
            yield from (table.caption, *table.columns)
            yield from (cell for row in table.rows for cell in row.cells)
    yield from (line.told for line in report.claims)


@pytest.mark.parametrize("fault", NO_WORDS)
def test_no_report_on_the_seeds_has_words_that_nobody_says(fault: str) -> None:
    for name, report in every_report().items():
        for text in (*page_words(report), *whole_words(report)):
            assert not NO_WORDS[fault].search(text), (name, text)


def test_an_empty_report_says_so_once_and_what_to_do() -> None:
    empty = [one for one in every_report().values() if not one.claims]
    assert empty
    for report in empty:
        points = [point for chapter in report.brief for point in chapter.points]
        if report.name in ("group", "person", "source", "linkage"):
            (point,) = points
            assert "claimgraph " in point.text, report.title


def test_a_page_tells_what_its_words_mean() -> None:
    found = every_report()["group group/haqqani-network"]
    used = dict(words_used(found))
    assert used["publisher"].startswith("the holder of hop 1: who publishes")
    assert "partly shared" not in used and not any("](" in one for one in used.values())
    page = html(found)
    assert 'id="words"' in page and "on whose word the claim stands" in page


def test_every_point_is_said_once() -> None:
    for name, report in every_report().items():
        texts = [point.text for chapter in report.brief for point in chapter.points]
        assert len(texts) == len(set(texts)), name


def test_every_claim_of_a_small_report_is_told_on_its_page() -> None:
    for name, report in every_report().items():
        if not name.startswith("person ") or len(report.claims) > 2:
            continue
        told = {
            one
            for each in report.brief
            for point in each.points
            for one in point.claims
        }
        assert told >= {line.id for line in report.claims}, name


@pytest.mark.parametrize(
    ("entity", "name", "told"),
    [
        ("attack/a", "Kabul airport attack of August 2021", "the "),
        ("attack/b", "attack on a bridge", "the "),
        ("attack/c", "9/11", ""),
        ("attack/d", "Operation Storm", ""),
        ("person/e", "senior official (unnamed)", "a "),
        ("person/f", "eight militants arrested in a raid (unnamed)", ""),
        ("person/g", "gunmen (unnamed)", ""),
        ("person/h", "one of the guards (unnamed)", ""),
        ("org/i", "agency of the state (unnamed)", "an "),
        ("group/j", "al-Qaeda", ""),
    ],
)
def test_a_name_in_a_sentence_has_its_article(
    entity: str, name: str, told: str
) -> None:
    assert told_name(entity, name) == f"{told}{name}"


@pytest.mark.parametrize(
    ("name", "many"),
    [("security forces", True), ("gunmen in a ward (unnamed)", True), ("NDS", False)],
)
def test_a_verb_agrees_with_who_is_many(name: str, many: bool) -> None:
    assert tells_many("org/x", name) is many
