"""Decisions go into the files at once, and nothing else of these changes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph import atomic
from claimgraph.api.reviewing import open_review
from claimgraph.reviewing.desk import DecidedError, open_desk
from examples import examples
from review_corpus import CLAIMS, TEXT, claims_file, river, the, write_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def changed_lines(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """The lines that differ; none may come or go."""
    old, new = before.splitlines(True), after.splitlines(True)
    assert len(old) == len(new)
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def test_a_decision_changes_one_word(folder: Path) -> None:
    path = claims_file(folder)
    desk, before = open_desk(folder), path.read_bytes()
    desk.decide(the("ATTRIBUTED_TO", desk, "rules"), "accepted")
    desk.decide(the("ATTRIBUTED_TO", desk, "llm"), "rejected")
    desk.decide(the("ALLEGED_LINK", desk), "accepted")
    desk.decide(the("KILLED", desk), "rejected")
    lines = changed_lines(before, path.read_bytes())
    first, _, *others = [line for _, line in lines]
    assert first == b"    review: accepted  # not yet\n"
    assert others == [
        b"    review: accepted\n",
        b"  - review: rejected\n",
    ]
    again = open_desk(folder)
    assert [one.claim.relation for one in again.waiting()] == ["PART_OF"]
    for _ in range(4):
        desk.undo()
    # also the quotation marks that one had
    assert path.read_bytes() == before
    assert desk.undo() is None


ENDS = st.sampled_from(["\n", "\r\n"])
EXTRAS = st.lists(
    st.sampled_from(["# a note\n", "\n", "  # deeper\n", "    # deepest\n"]), max_size=4
)


@given(
    end=ENDS,
    extra=EXTRAS,
    mark=st.booleans(),
    flow=st.booleans(),
    words=st.lists(st.sampled_from(["accepted", "rejected"]), min_size=5, max_size=5),
)
@settings(max_examples=examples(30))
def test_every_other_byte_stays(
    tmp_path_factory: pytest.TempPathFactory,
    end: str,
    extra: list[str],
    mark: bool,
    flow: bool,
    words: list[str],
) -> None:
    claims = CLAIMS.replace("  # written by a person\n", "".join(extra))
    if flow:
        claims = claims.replace(
            '    review: "proposed"\n', "    review:   'proposed'  \n"
        )
    folder = write_corpus(tmp_path_factory.mktemp("c") / "c", {"a": (TEXT, claims)})
    path = claims_file(folder)
    text = path.read_bytes().decode().replace("\n", end)
    before = (("\ufeff" if mark else "") + text).encode()
    path.write_bytes(before)
    desk = open_desk(folder)
    proposed = [one.claim for one in desk.waiting()]
    assert len(proposed) == 5
    for claim, word in zip(proposed, words, strict=True):
        desk.decide(claim, "accepted" if word == "accepted" else "rejected")
    changed = changed_lines(before, path.read_bytes())
    assert len(changed) == 5
    for old, new in changed:
        line = old.replace(b'"', b"").replace(b"'", b"")
        assert line in (new.replace(word.encode(), b"proposed") for word in set(words))
    assert not open_desk(folder).waiting()
    for _ in words:
        desk.undo()
    assert path.read_bytes() == before


def test_a_second_reviewer_is_told_and_changes_nothing(folder: Path) -> None:
    mine, other = open_desk(folder), open_desk(folder)
    claim = the("KILLED", mine)
    mine.decide(claim, "rejected")
    before = claims_file(folder).read_bytes()
    with pytest.raises(DecidedError, match="somebody else rejected this claim"):
        other.decide(claim, "accepted")
    assert claims_file(folder).read_bytes() == before
    assert claim.id not in [one.claim.id for one in other.waiting()]


def test_lines_that_moved_mislead_nobody(folder: Path) -> None:
    desk = open_desk(folder)
    claim = the("KILLED", desk)
    path = claims_file(folder)
    # another takes the first claim out, and writes a line above
    text = path.read_text("utf-8")
    start, end = text.index("  - relation: ATTRIBUTED_TO"), text.index("  - {relation")
    path.write_text("# a new line\n" + text[:start] + text[end:], "utf-8")
    desk.decide(claim, "accepted")
    waiting = open_desk(folder).waiting()
    assert sorted(one.claim.relation for one in waiting) == [
        *("ALLEGED_LINK", "ATTRIBUTED_TO", "PART_OF")
    ]


def test_a_claim_that_was_taken_out_is_left_alone(folder: Path) -> None:
    desk = open_desk(folder)
    claim = the("PART_OF", desk)
    path = claims_file(folder)
    path.write_text(
        path.read_text("utf-8").replace("wrote a teacher}", "a teacher}"), "utf-8"
    )
    text = path.read_text("utf-8").replace(
        "quote: The River Cell is", "quote: River Cell is"
    )
    path.write_text(text, "utf-8")
    with pytest.raises(DecidedError, match="changed this claim or took it out"):
        desk.decide(claim, "accepted")
    assert path.read_text("utf-8") == text


def test_two_reviewers_at_once_lose_nothing(folder: Path) -> None:
    mine, other = open_desk(folder), open_desk(folder)
    mine.decide(the("KILLED", mine), "accepted")
    other.decide(the("PART_OF", other), "rejected")
    mine.decide(the("ALLEGED_LINK", mine), "accepted")
    # the other wrote since: only what is mine comes back
    mine.undo()
    mine.undo()
    reviews = {one.relation: one.review for one in open_desk(folder).claims}
    assert reviews["PART_OF"] == "rejected"
    assert reviews["KILLED"] == reviews["ALLEGED_LINK"] == "proposed"


def test_accepting_all_of_a_rule_is_one_step(folder: Path) -> None:
    review = open_review(folder)
    before = claims_file(folder).read_bytes()
    one = review.desk.waiting()[0]
    step = review.accept_all(review.desk.waiting(), one.producer)
    assert step.words == "accepted 2 claims"
    assert len(review.desk.waiting()) == 3
    review.undo()
    assert claims_file(folder).read_bytes() == before


def test_ctrl_c_while_writing_leaves_the_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, before = open_desk(folder), claims_file(folder).read_bytes()

    def interrupted(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic, "sync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.decide(the("KILLED", desk), "accepted")
    monkeypatch.undo()
    assert claims_file(folder).read_bytes() == before
    assert sorted(one.name for one in (folder / "claims").iterdir()) == ["a.yaml"]
    # nothing of it is in mind either
    desk.decide(the("KILLED", desk), "accepted")


def test_a_claim_in_a_silent_zone_cannot_be_accepted(folder: Path) -> None:
    path = claims_file(folder)
    text = path.read_text("utf-8").replace(
        "quote: 12 people had died", "quote: I know it"
    )
    path.write_text(text, "utf-8")
    review = open_review(folder)
    killed = the("KILLED", review.desk)
    assert "a zone that is silent" in " ".join(review.problems(killed))
    step = review.accept_all(
        review.desk.waiting(),
        next(o.producer for o in review.desk.waiting() if o.claim.id == killed.id),
    )
    assert killed.id not in step.claims
