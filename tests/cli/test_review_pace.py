"""What a reviewer need not read twice, nor guess: place, pace, words that decide."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from rich.text import Text
from textual.pilot import Pilot
from textual.widgets import Static

from claimgraph.cli.screen.app import ReviewApp
from claimgraph.cli.screen.article_view import ArticleView
from claimgraph.cli.screen.pace import Pace
from review_corpus import claims_file, long_river, river
from review_steps import reviewed, side, top

Steps = Callable[[ReviewApp, Pilot[None]], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article with thirty proposals."""
    return long_river(tmp_path / "c")


def quiet_words(app: ReviewApp) -> list[str]:
    """The dim words of the claim's sentence."""
    text = app.query_one("ClaimCard", Static).content
    assert isinstance(text, Text)
    end = text.plain.index("\n")
    return [
        text.plain[one.start : one.end]
        for one in text.spans
        if "dim" in str(one.style) and one.end <= end
    ]


def test_the_text_stays_where_the_next_quote_is_in_sight(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        view = app.query_one(ArticleView)
        places: list[int] = []
        for _ in range(12):
            quote = view.marks.quote
            assert quote is not None
            first, last = map(view.wrap.line_at, (quote.start, quote.end))
            top_line, height = view.scroll_offset.y, view.size.height
            assert top_line <= first and last < top_line + height
            places.append(top_line)
            await pilot.press("a")
        assert len(set(places)) <= len(places) / 2
        assert places == sorted(places)

    reviewed(folder, steps)


def test_it_tells_how_long_the_rest_may_take(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        now = 0.0

        def clock() -> float:
            nonlocal now
            now += 5.0
            return now

        app.walk.pace = Pace(clock, clock())
        await pilot.press("a", "r", "a", "a")
        assert "left" not in top(app)
        await pilot.press("s", "a")
        assert top(app).startswith("2 of 25, about 2 min left  Two cells")
        await pilot.press("A")
        while app.walk.current is not None:
            await pilot.press("a")
        assert "half of them within 5 s each." in side(app)

    reviewed(folder, steps)


def test_the_card_counts_what_was_decided_just_now(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        for _ in range(3):
            assert "nothing decided about it so far" in side(app)
            await pilot.press("a")
        assert "1 of 1 accepted so far" in side(app)

    reviewed(folder, steps)


def test_nothing_is_hidden_while_one_walks(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("r", "a", "u")
        assert top(app) == "1 of 29  Two cells at the river"

    async def again(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert "1 of 20, 9 hidden (h)" in top(app)
        await pilot.press("h")
        assert top(app).startswith("1 of 29")
        await pilot.press("h")
        assert "1 of 20, 9 hidden (h)" in top(app)

    reviewed(folder, steps)
    reviewed(folder, again)


def test_what_is_told_in_passing_leaves_the_claim_in_sight(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("a", "u")
        await pilot.pause()
        toast = app.screen.query("Toast").first()
        assert not toast.region.overlaps(app.query_one("#side").region)

    reviewed(folder, steps, passing=True)


def test_what_most_claims_say_alike_is_dim(tmp_path: Path) -> None:
    folder = river(tmp_path / "c")
    own = "    chain: [{holder: person/doctor, cue: A doctor said}]\n"
    path = claims_file(folder)
    path.write_text(path.read_text("utf-8").replace(own, ""), "utf-8")

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert quiet_words(app) == [", reported by Osk Gazette."]
        assert "said 2020-05-03" not in side(app)
        await pilot.press("s", "s", "s")
        assert "12 people were killed" in side(app)
        assert quiet_words(app) == ["Osk Gazette, in the article's own voice,"]

    reviewed(folder, steps)
