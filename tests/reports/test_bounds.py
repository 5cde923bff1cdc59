"""Reports on hostile sizes: what they take grows with the claims, never faster."""

import hashlib
import re
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.analysis.bonds import any_may_overlap
from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.context import context_of
from claimgraph.analysis.selection import Filters
from claimgraph.dates import may_overlap
from claimgraph.errors import ExportError
from claimgraph.ids import identified_claim
from claimgraph.model import Alias, Article, Batch, Claim, Entity, Hop, TextSpan, Zone
from claimgraph.passages import AROUND, QUOTED, excerpt, silent_spans
from claimgraph.reports import linkage
from claimgraph.reports.document import Report
from claimgraph.reports.document.names import NameSearch, written_names
from claimgraph.reports.forms.html import html
from claimgraph.reports.forms.html.timeline import RowRoom
from claimgraph.reports.forms.json import json
from claimgraph.reports.forms.markdown import markdown
from claimgraph.reports.forms.terminal import terminal_text
from claimgraph.schema import load_schema
from report_cases import ROOT

FORMS = (html, json, markdown, terminal_text)
Form = Callable[[Report], str]
LETTERS = st.sampled_from("ab \n-.\u0130i\u0131Is\u017f\u03a3\u03c3\u03c2")


def day(number: int) -> str:
    """A day, counted from the first of 1900."""
    return (date(1900, 1, 1) + timedelta(number)).isoformat()


def alternating_claims(article: Article, pieces: list[str]) -> Iterator[Claim]:
    """A claim of each piece, on the word of another speaker: for, against, for, …"""
    start = 0
    for at, piece in enumerate(pieces):
        claim = Claim(
            article="one",
            relation="ALLEGED_LINK",
            subject="group/a",
            object="group/b",
            polarity="denied" if at % 2 else "affirmed",
            chain=(
                Hop("org/gazette", "reports"),
                Hop(f"person/p{at}", "asserts", implicit=True, said=day(at)),
            ),
            quote=piece.strip(),
            selector=TextSpan(start, start + len(piece) - 1),
            valid=day(at if at % 2 else at + 40_000),
        )
        yield identified_claim(claim, article, True)
        start += len(piece)


@cache
def one_line_report(size: int) -> Report:
    """The report on a pair of which a text on one line tells so many claims."""
    pieces = [f"Alpha and Beta train together {at}. " for at in range(size)]
    text = "".join(pieces)
    article = Article(
        id="one",
        corpus="big",
        title="One line",
        publisher="org/gazette",
        published="2020-05-03",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
    claims = list(alternating_claims(article, pieces))
    ids = {"group/b", *(hop.holder for claim in claims for hop in claim.chain)}
    entities = tuple(Entity(id=one, name=one) for one in sorted({"group/a", *ids}))
    claim_set = gather(
        [Batch(article=article, entities=entities, claims=tuple(claims))]
    )
    context = context_of(claim_set, load_schema())
    return linkage.report(
        claim_set, context, Filters(), left="group/a", right="group/b"
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_grows_with_the_claims_of_one_line(
    form: Form,
) -> None:
    small, large = (len(form(one_line_report(size))) for size in (100, 400))
    assert large < 5 * small


@pytest.mark.slow
@pytest.mark.parametrize("form", (markdown, html, json))
def test_memory_grows_with_the_claims_of_one_line(
    form: Form,
) -> None:
    peaks: list[int] = []
    form(one_line_report(50))
    for size in (100, 400):
        report = one_line_report(size)
        tracemalloc.start()
        try:
            form(report)
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < 5 * peaks[0]


def test_a_page_too_large_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimgraph.reports.forms.html.MOST_PAGE", 1_500_000)
    assert html(one_line_report(200))
    with pytest.raises(ExportError, match=r"400 claims .* narrow the report"):
        html(one_line_report(400))


def test_an_excerpt_is_as_long_as_promised() -> None:
    """docs/reports.md says these numbers."""
    assert (AROUND, QUOTED) == (600, 6_000)
    text = "a" * 20_000
    before, quote, after = excerpt(text, TextSpan(5_000, 15_000))
    assert len(before + after) == AROUND and len(quote) == QUOTED
    page = (ROOT / "docs" / "reports.md").read_text("utf-8")
    assert f"at most {AROUND} characters" in page and f"a quote, {QUOTED:,} are" in page


@given(st.text("ab \n", max_size=3000), st.data())
def test_an_excerpt_is_bounded_and_verbatim(text: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from((text, text * 10)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, quote, after = excerpt(text, TextSpan(start, end))
    assert len(before) + len(after) <= AROUND
    assert len(quote) <= QUOTED
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[start:end].startswith(quote.removesuffix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    line = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
    if sum(map(len, line)) <= AROUND:
        assert (before, after) == line


DAYS = st.sampled_from([None, "../2020", "2021/..", "2020-06", "2020", "2021", "2022"])


@given(st.frozensets(DAYS), st.frozensets(DAYS))
def test_overlaps_are_those_of_all_pairs(
    some: frozenset[str | None], others: frozenset[str | None]
) -> None:
    expected = any(may_overlap(one, other) for one in some for other in others)
    assert any_may_overlap(some, others) == expected


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1))
def test_each_mark_has_the_first_row_with_room(marks: list[tuple[int, int]]) -> None:
    room = RowRoom(len(marks))
    free: list[float] = []
    for left, width in marks:
        at = next((row for row, x in enumerate(free) if x <= left), len(free))
        free[at:] = [left + width, *free[at + 1 :]]
        assert room.take(left, left + width) == at


@given(
    st.text(LETTERS, max_size=40),
    st.lists(st.tuples(st.text(LETTERS, min_size=1, max_size=6), st.booleans())),
)
def test_names_are_those_of_a_search_one_by_one(
    text: str, given_names: list[tuple[str, bool]]
) -> None:
    names = [Alias(name, exact) for name, exact in given_names if name.strip()]
    entity = Entity(id="group/a", name="b-a", aliases=tuple(names))
    article = Article(
        id="one",
        corpus="one",
        title="One",
        publisher="org/gazette",
        sha256="",
        text=text,
        zones=(Zone("advert", "a", "b"),),
    )
    assert written_names(article, entity) == plain_names(article, text, entity)


def plain_names(article: Article, text: str, entity: Entity) -> tuple[str, ...]:
    """The same by a search of the whole text for each name."""
    for span in silent_spans(article):
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    found: list[str] = []
    for alias in sorted(
        [Alias(entity.name), *entity.aliases], key=lambda one: -len(one.name)
    ):
        flags = 0 if alias.case_exact else re.IGNORECASE
        pattern = re.compile(rf"(?<!\w){re.escape(alias.name)}(?!\w)", flags)
        if pattern.search(text):
            found.append(alias.name)
            text = pattern.sub(lambda match: "\n" * len(match[0]), text)
    return tuple(sorted(found))


class CountedSearch(NameSearch):
    """A search that counts the characters at which it looks."""

    looked = 0

    def stands(self, pattern: re.Pattern[str], start: int, length: int) -> bool:
        """As the search does it."""
        self.looked += length + 2
        return super().stands(pattern, start, length)


def test_thousands_of_names_are_each_looked_for_where_they_may_stand() -> None:
    work: list[int] = []
    for size in (500, 5000):
        names = [Alias(f"Alias {at}") for at in range(size)]
        search = CountedSearch(". ".join(alias.name for alias in names), names)
        assert all(search.find(one) for one in search.names)
        work.append(search.looked)
    assert work[1] < 15 * work[0]
