"""The one page of every report: short, and each point with speaker and claim."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from claimgraph import modules, reports
from claimgraph.analysis.selection import Filters
from claimgraph.console import Screen
from claimgraph.model import MODALITIES
from claimgraph.reports.document import ClaimLine, Report, Sentence
from claimgraph.reports.document.brief import TITLES
from claimgraph.reports.document.wording import spoken_name
from claimgraph.reports.forms.terminal import terminal_text
from report_cases import made, read_cases, reporter, seeds

WIDTHS = (60, 80, 120, 200)
OPTIONS = {"changes": {"since": "2021-08-01", "clock": "said"}}
MOST_SUBJECTS = 40
STRENGTH = re.compile(rf"\b({'|'.join(MODALITIES)})\b")


@cache
def every() -> dict[str, Report]:
    """The cases, and each report on each of the first subjects that it takes."""
    claim_set, context = seeds()
    found = {str(case): made(case) for case in read_cases()}
    for name in modules.names(reports):
        module = reporter(name)
        for subjects in asked(name):
            given = dict(
                zip((one.name for one in module.ARGUMENTS), subjects, strict=True)
            )
            own = OPTIONS.get(name, {})
            key = " ".join((name, *subjects))
            found[key] = module.report(claim_set, context, Filters(), **given, **own)
    return found


def asked(name: str) -> list[tuple[str, ...]]:
    """Subjects of a report: those of whom most is said, and some of whom nothing is."""
    _, context = seeds()
    arguments = reporter(name).ARGUMENTS
    if not arguments:
        return [()]
    counts: dict[str, int] = {}
    for claim in seeds()[0].claims:
        for one in (claim.subject, claim.object, claim.origin):
            if one is not None and one.partition("/")[0] in arguments[0].prefixes:
                counts[one] = counts.get(one, 0) + 1
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    chosen = list(dict.fromkeys(map(context.canonical, ranked)))[:MOST_SUBJECTS]
    if len(arguments) == 1:
        return [(one,) for one in chosen]
    return list(pairwise(chosen))


def on_terminal(report: Report, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page in that many columns."""
    monkeypatch.setenv("COLUMNS", str(width))
    return terminal_text(report)


def points(report: Report) -> Iterator[Sentence]:
    """All points of the page."""
    for chapter in report.brief:
        yield from chapter.points


@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_and_loses_nothing(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, report in every().items():
        text = on_terminal(report, width, monkeypatch)
        lines = text.splitlines()
        assert max(map(len, lines)) <= width, name
        assert width < 80 or len(lines) <= 60, (name, len(lines))
        words = "".join(text.split())
        for point in points(report):
            assert "".join(point.text.split()) in words, (name, point.text)
            assert not point.claims or f"[{point.claims[0][:8]}]" in words


def test_no_claim_is_referred_to_twice() -> None:
    for name, report in every().items():
        shown = [point.claims[0] for point in points(report) if point.claims]
        assert len(shown) == len(set(shown)), name


def test_every_point_names_speaker_strength_and_day() -> None:
    for name, report in every().items():
        lines = {line.id: line for line in report.claims}
        for point in points(report):
            if not point.claims:
                continue
            behind = [lines[one] for one in point.claims]
            names = {spoken_name(hop) for line in behind for hop in line.chain}
            names.add("Somebody the article hides")
            assert any(one.lower() in point.text.lower() for one in names), (
                name,
                point.text,
            )
            if "; " in point.text and name.startswith("overview"):
                continue  # a status names all its speakers
            assert STRENGTH.search(point.text), (name, point.text)
            assert re.search(r"said |not dated", point.text), (name, point.text)


def test_chapters_stand_in_order_and_a_page_is_never_empty() -> None:
    for name, report in every().items():
        keys = [chapter.key for chapter in report.brief]
        assert keys == [one for one in TITLES if one in keys], name
        assert keys[0] == "short" and all(one.points for one in report.brief), name


def counts(line: ClaimLine) -> bool:
    """Whether a denial is more than supposed or proposed."""
    return line.modality != "hypothetical" and line.review == "accepted"


def test_a_denial_is_on_the_page_whatever_else_is_said() -> None:
    for name, report in every().items():
        if name.startswith(("linkage", "attack", "group")):
            chapters = {chapter.key: chapter for chapter in report.brief}
            denied = [one for one in report.claims if one.sign == "-" and counts(one)]
            about = [
                one for one in denied if {*report.subjects} <= {one.subject, one.object}
            ]
            if about:
                told = " ".join(one.text for one in chapters["sides"].points)
                assert "Against: " in told, name


def test_screen_of_a_pipe_has_the_columns_that_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "61")
    assert Screen().console().width == 61
