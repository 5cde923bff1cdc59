"""Steps through the screen of a review, and what they left in the files."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from claimgraph.api.reviewing import QueueFilter, open_review
from claimgraph.cli.screen.app import ReviewApp
from claimgraph.cli.screen.picker import Picker
from claimgraph.model import Claim
from claimgraph.reviewing.desk import open_desk

Steps = Callable[[ReviewApp, Pilot[None]], Awaitable[None]]


async def settled(app: ReviewApp) -> None:
    """Waits until the work in the background is done."""
    # textual's annotations leave open what a worker gives
    await app.workers.wait_for_complete()  # pyright: ignore[reportUnknownMemberType]


def reviewed(
    folder: Path,
    steps: Steps,
    size: tuple[int, int] = (80, 24),
    hear: Callable[[Message], None] | None = None,
    *,
    passing: bool = False,
) -> None:
    """Opens the screen, and does some steps; all messages of the screen are heard.

    With `passing` the screen also shows what it tells in passing.
    """

    async def session() -> None:
        app = ReviewApp(open_review(folder), QueueFilter())
        shown = app.run_test(size=size, message_hook=hear, notifications=passing)
        async with shown as pilot:
            await settled(app)
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(session())


def reviews(folder: Path) -> dict[str, list[str]]:
    """What was decided, by relation, in the order of the file."""
    found: dict[str, list[str]] = {}
    for one in open_desk(folder).claims:
        found.setdefault(one.relation, []).append(one.review)
    return found


def by_hand(folder: Path) -> list[Claim]:
    """The claims that a person wrote."""
    return [one for one in open_desk(folder).claims if one.by == "hand"]


def top(app: ReviewApp) -> str:
    """The first line of the screen."""
    return str(app.screen.query_one("#top", Static).render())


def side(app: ReviewApp) -> str:
    """The claim in words."""
    return str(app.screen.query_one("ClaimCard", Static).render())


async def until(pilot: Pilot[None], kind: type) -> None:
    """Waits until a screen of a kind is shown."""
    for _ in range(100):
        if isinstance(pilot.app.screen, kind):
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{pilot.app.screen} is shown, not {kind}")


async def pick(pilot: Pilot[None], typed: str) -> None:
    """Types a part of a line into a list, and takes the first line."""
    await until(pilot, Picker)
    asked = pilot.app.screen
    pilot.app.screen.query_one(Input).value = typed
    await pilot.pause()
    assert pilot.app.screen.query_one(OptionList).option_count
    await pilot.press("enter")
    for _ in range(100):
        if pilot.app.screen is not asked:
            return
        await pilot.pause(0.02)
    raise AssertionError("the list stays")
