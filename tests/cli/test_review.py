"""The screen of a review, by its keys; all that is pressed stands in the files."""

import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.message import Message
from textual.notifications import Notify
from textual.pilot import Pilot

from claimgraph.api.corpora import rehash
from claimgraph.api.reviewing import open_review
from claimgraph.cli.review import say_decided
from claimgraph.cli.screen.app import ReviewApp
from claimgraph.cli.screen.article_view import ArticleView
from claimgraph.cli.screen.help import HelpScreen
from claimgraph.cli.screen.picker import Picker
from claimgraph.reviewing.desk import open_desk
from cli_runs import Run
from review_corpus import claims_file, river
from review_steps import pick, reviewed, reviews, side, top, until

Steps = Callable[[ReviewApp, Pilot[None]], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def test_one_key_decides_and_the_next_one_comes(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert top(app).startswith("1 of 5  Two cells at the river")
        assert "Bureau of Safety says that River Cell carried out" in side(app)
        assert "model small-1 says the same" in side(app)
        await pilot.press("a")
        assert "an accepted claim says this of the same words" in side(app)
        await pilot.press("r")
        assert top(app).startswith("1 of 3")
        await pilot.press("s", "s")
        assert top(app).startswith("3 of 3")
        assert "needs a look" in side(app)
        await pilot.press("left", "r")
        assert top(app).startswith("2 of 2")

    reviewed(folder, steps)
    assert reviews(folder) == {
        "ATTRIBUTED_TO": ["accepted", "rejected"],
        "ALLEGED_LINK": ["proposed"],
        "KILLED": ["rejected"],
        "PART_OF": ["proposed"],
        "LED_BY": ["accepted"],
    }


def test_a_review_goes_on_where_the_last_one_ended(folder: Path) -> None:
    async def first(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("a", "a", "ctrl+c")
        assert app.return_code == 0

    async def second(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert top(app).startswith("1 of 3")
        await pilot.press("a", "a", "a")
        assert top(app).startswith("nothing waits")
        assert "Nothing waits for a decision here." in side(app)
        await pilot.press("a", "r", "e", "A", "s", "left", "u")
        assert top(app).startswith("1 of 1")

    reviewed(folder, first)
    reviewed(folder, second)


def test_undo_takes_back_one_step_after_the_other(folder: Path) -> None:
    before = claims_file(folder).read_bytes()

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        told = side(app)
        await pilot.press("A")
        assert top(app).startswith("1 of 3")
        await pilot.press("r", "u", "u")
        assert claims_file(folder).read_bytes() == before
        assert side(app) == told
        await pilot.press("u")

    reviewed(folder, steps)
    assert claims_file(folder).read_bytes() == before


def test_the_quote_is_marked_and_the_cue_underlined(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        view = app.query_one(ArticleView)
        looks = {
            segment.text: segment.style
            for y in range(view.size.height)
            for segment in view.render_line(y)
        }
        cue = looks["The Bureau of Safety said"]
        assert cue is not None and cue.underline
        quote = next(style for text, style in looks.items() if "bombed the" in text)
        assert quote is not None and quote.bgcolor is not None
        assert quote.bgcolor.name == "yellow"

    reviewed(folder, steps)


def test_filters_and_hidden_ones(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("f")
        await pick(pilot, "relation killed")
        await pilot.pause()
        assert top(app).startswith("1 of 1, only KILLED")
        await pilot.press("r")
        assert "F shows all" in side(app)
        await pilot.press("F", "f")
        await pick(pilot, "rule denied")
        await pilot.pause()
        assert top(app).startswith("1 of 1, only rule denied-tie")
        await pilot.press("r", "F")
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("x")
        assert top(app).startswith("1 of 3")

    reviewed(folder, steps)

    async def again(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert "hidden" not in top(app)
        await pilot.press("s", "s", "r")
        await pilot.press("h", "h")

    reviewed(folder, again)

    async def third(app: ReviewApp, pilot: Pilot[None]) -> None:
        assert "nothing waits" not in top(app)

    reviewed(folder, third)


def test_somebody_else_was_quicker(folder: Path) -> None:
    told: list[str] = []

    def hear(message: Message) -> None:
        if isinstance(message, Notify):
            told.append(str(message.notification.message))

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        other = open_desk(folder)
        first, second = (one.claim for one in other.waiting()[:2])
        other.decide(first, "rejected")
        other.decide(second, "rejected")
        await pilot.press("a")
        assert "somebody else rejected this claim meanwhile: that stays" in told
        assert top(app).startswith("1 of 3")

    reviewed(folder, steps, hear=hear)
    assert reviews(folder)["ATTRIBUTED_TO"] == ["rejected", "rejected"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
def test_it_fits_screens_of_all_sizes(folder: Path, size: tuple[int, int]) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        view = app.query_one(ArticleView)
        assert view.size.height >= 3
        await pilot.press("pagedown", "down", "up", "pageup", "s")

    reviewed(folder, steps, size)


def test_nothing_in_a_corpus_steers_the_terminal(folder: Path) -> None:
    steering = "\x1b[2J\u202e[red]x[/red]"
    for path in (folder / "entities" / "groups.yaml", claims_file(folder)):
        text = path.read_text("utf-8")
        text = text.replace("name: River Cell", f"name: {json.dumps(steering)}")
        text = text.replace("by: rules 0.3 carried-out", f"by: {json.dumps(steering)}")
        path.write_text(text, "utf-8")
    words = folder / "articles" / "a.txt"
    words.write_text(words.read_text("utf-8").replace("Monday", steering), "utf-8")
    rehash(folder)

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        view = app.query_one(ArticleView)
        shown = "".join(one.text for y in range(9) for one in view.render_line(y))
        assert "[red]x[/red]" in shown and "[red]x[/red]" in side(app)
        await pilot.press("f")
        await until(pilot, Picker)
        await pilot.press("escape")
        assert not re.search("[\x1b\u202e]", shown + side(app) + top(app))

    reviewed(folder, steps)


def test_without_proposals_it_says_what_makes_them(corpus: Path, run: Run) -> None:
    result = run("review", str(corpus))
    assert result.exit_code == 0
    assert "no machine proposed any claim" in result.output
    assert "`claimgraph extract ARTICLE --corpus" in result.output


def test_a_folder_that_is_no_corpus_is_refused(tmp_path: Path, run: Run) -> None:
    result = run("review", str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "none" in result.output


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ([], ("textual",)),
        (["--web"], ("textual", "textual_serve", "textual_serve.server")),
        (["--web"], ("aiohttp",)),
    ],
)
def test_without_the_extra_it_says_what_to_install(
    folder: Path, words: list[str], lacking: tuple[str, ...]
) -> None:
    hidden = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({lacking}))\n"
        "from claimgraph.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", hidden, "review", str(folder), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "pip install 'claimgraph[review]'" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_after_it_the_terminal_says_what_was_decided_and_what_comes_next(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = open_review(folder)
    say_decided(review)
    assert capsys.readouterr().out == "nothing decided; 5 claims wait still\n"
    first, second, third, *_ = [
        one for one in review.desk.claims if one.review == "proposed"
    ]
    review.accept(first)
    review.reject(second)
    review.reject(third)
    review.undo()
    say_decided(review)
    assert capsys.readouterr().out == (
        "1 accepted, 1 rejected; 3 claims wait still\n"
        f"next: `claimgraph load {folder}` takes it into the graph\n"
    )


def test_in_a_pipe_it_says_that_it_needs_a_terminal(run: Run, folder: Path) -> None:
    result = run("review", str(folder))
    assert result.exit_code == 1
    assert "a review needs a terminal to show it in" in result.stderr
