"""Claims changed and added on the screen of a review."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from claimgraph.api.corpora import check
from claimgraph.api.review_lists import entity_options
from claimgraph.api.reviewing import open_review
from claimgraph.cli.screen.app import ReviewApp
from claimgraph.cli.screen.claim_form import ClaimForm
from claimgraph.cli.screen.marking import MarkScreen
from claimgraph.cli.screen.picker import Picker
from claimgraph.reviewing.desk import open_desk
from review_corpus import claims_file, river
from review_steps import by_hand, pick, reviewed, settled, top, until

Steps = Callable[[ReviewApp, Pilot[None]], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def test_an_edit_of_a_word_keeps_the_entry(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "s", "s", "e")
        await until(pilot, ClaimForm)
        listed = app.screen.query_one(OptionList)
        lines = [str(listed.get_option_at_index(n).prompt) for n in range(5)]
        listed.highlighted = next(n for n, one in enumerate(lines) if "kind" in one)
        await pilot.press("enter")
        await pick(pilot, "cell")
        await until(pilot, ClaimForm)
        await pilot.press("w")
        await settled(app)

    reviewed(folder, steps)
    found = next(one for one in open_desk(folder).claims if one.relation == "PART_OF")
    assert (found.kind, found.review) == ("cell", "accepted")
    assert found.by == "llm small-1 4f2a"


def test_an_edit_of_an_end_makes_a_claim_by_hand(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await until(pilot, ClaimForm)
        await pilot.press("down", "down", "down", "enter")
        await pick(pilot, "hill")
        await until(pilot, ClaimForm)
        assert "Hill Band" in str(app.screen.query_one(".told", Static).render())
        await pilot.press("w")
        await settled(app)
        await pilot.pause()
        assert top(app).startswith("1 of 4")

    reviewed(folder, steps)
    added = by_hand(folder)[-1]
    assert (added.relation, added.object) == ("ATTRIBUTED_TO", "group/hill-band")
    assert not check(folder).problems


def test_a_missed_claim_is_marked_and_chosen(folder: Path) -> None:
    before = claims_file(folder).read_text("utf-8")

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await until(pilot, MarkScreen)
        await pilot.press("slash", *"grain", "enter")
        await pilot.press("left", "space", "right", "right", "right", "right", "enter")
        await pick(pilot, "located")
        await pick(pilot, "")
        await pick(pilot, "osk")
        await pick(pilot, "bureau")
        await pick(pilot, "mark them")
        await until(pilot, MarkScreen)
        await pilot.press("slash", *"the bureau", "enter", "space")
        await pilot.press("right", "right", "right", "right", "enter")
        await until(pilot, ClaimForm)
        await pilot.press("w")
        await settled(app)

    reviewed(folder, steps)
    added = by_hand(folder)[-1]
    assert added.quote == "the grain market in Osk"
    assert (added.relation, added.object) == ("LOCATED_IN", "place/osk")
    assert (added.origin, added.chain[-1].cue) == (
        "org/bureau",
        "The Bureau of Safety said",
    )
    assert claims_file(folder).read_text("utf-8").startswith(before)
    assert not check(folder).problems


def test_a_quote_with_a_word_of_denying_is_asked_about(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await until(pilot, MarkScreen)
        await pilot.press("slash", *"the hill band denied", "enter", "space")
        await pilot.press("full_stop", "enter")
        await pick(pilot, "rival_of")
        await pick(pilot, "hill band")
        await pick(pilot, "river cell")
        await until(pilot, Picker)
        # the first line is that it is denied
        await pilot.press("enter")
        await pick(pilot, "article itself")
        await until(pilot, ClaimForm)
        await pilot.press("w")
        await settled(app)

    reviewed(folder, steps)
    added = by_hand(folder)[-1]
    assert (added.relation, added.polarity) == ("RIVAL_OF", "denied")


def test_who_takes_responsibility_says_so_itself(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await until(pilot, MarkScreen)
        await pilot.press("slash", *"the hill band denied", "enter", "space")
        await pilot.press("full_stop", "enter")
        await pick(pilot, "claimed_by")
        await pick(pilot, "market")
        await pick(pilot, "hill band")
        await until(pilot, Picker)
        # the first line is that it is denied, the second that it is not
        await pilot.press("down", "enter")
        await until(pilot, Picker)
        # before all others the group that was just chosen
        await pilot.press("enter")
        await until(pilot, ClaimForm)
        await pilot.press("w")
        await settled(app)

    reviewed(folder, steps)
    added = by_hand(folder)[-1]
    assert (added.relation, added.origin) == ("CLAIMED_BY", "group/hill-band")
    assert not check(folder).problems


def test_equal_names_are_told_apart_in_a_list(folder: Path) -> None:
    path = folder / "entities" / "attacks.yaml"
    twin = "- {id: attack/2021-osk-market, name: Bombing of the grain market}\n"
    path.write_text(path.read_text("utf-8") + twin, "utf-8")
    draft = open_review(folder).new_draft("a")
    hints = {one.value: one.hint for one in entity_options(draft, ("attack", "place"))}
    assert hints["attack/2021-osk-market"] == "attack attack/2021-osk-market"
    assert hints["attack/2020-05-osk-grain-market"].endswith("osk-grain-market")
    assert hints["place/osk"] == "place"


def test_somebody_new_is_made_in_the_list(folder: Path) -> None:
    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await until(pilot, MarkScreen)
        await pilot.press("slash", *"mirel", "enter", "space", "full_stop", "enter")
        await pick(pilot, "led by")
        await pick(pilot, "river cell")
        await pick(pilot, "Anna Vold")
        await pick(pilot, "article itself")
        await until(pilot, ClaimForm)
        await pilot.press("w")
        await settled(app)

    reviewed(folder, steps)
    assert by_hand(folder)[-1].object == "person/anna-vold"
    people = (folder / "entities" / "people.yaml").read_text("utf-8")
    assert people.endswith("name: Anna Vold}\n")


def test_the_gate_speaks_at_once_and_esc_leaves_all(folder: Path) -> None:
    before = claims_file(folder).read_bytes()

    async def steps(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await until(pilot, ClaimForm)
        await pilot.press("down", "enter")
        await pick(pilot, "led_by")
        await until(pilot, ClaimForm)
        wrong = str(app.screen.query_one(".wrong", Static).render())
        assert "subject:" in wrong
        await pilot.press("w")
        assert isinstance(app.screen, ClaimForm)
        await pilot.press("escape")
        await settled(app)

    reviewed(folder, steps)
    assert claims_file(folder).read_bytes() == before
