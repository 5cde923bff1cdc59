"""Who speaks for what a claim says, and who says it otherwise."""

from dataclasses import replace

import pytest

from claimgraph.model import Claim, Value
from claimgraph.reports.document.others import is_alike
from report_cases import seeds


def one_of(relation: str) -> Claim:
    """A claim of the seeds of that relation."""
    return next(one for one in seeds()[0].claims if one.relation == relation)


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        (Value(min=37, max=37), Value(min=45), False),
        (Value(min=37, max=37), Value(min=37, max=37), True),
        (Value(min=37, max=37), Value(min=30), True),
        (Value(min=20, max=25), Value(min=24, max=30), True),
        (Value(max=10), Value(min=11), False),
    ],
)
def test_another_number_does_not_speak_for_a_number(
    mine: Value, theirs: Value, *, alike: bool
) -> None:
    killed = one_of("KILLED")
    first, other = (
        replace(killed, value=replace(one, of="people")) for one in (mine, theirs)
    )
    assert is_alike(first, other, seeds()[1]) is alike


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        ("funds", "training", False),
        ("funds", None, False),
        (None, "training", True),
        ("funds", "funds", True),
    ],
)
def test_another_kind_does_not_speak_for_a_kind(
    mine: str | None, theirs: str | None, *, alike: bool
) -> None:
    helped = one_of("SUPPORTED_BY")
    first, other = (replace(helped, kind=one) for one in (mine, theirs))
    assert is_alike(first, other, seeds()[1]) is alike


def test_another_role_or_day_does_not_speak_for_one() -> None:
    context = seeds()[1]
    member = replace(one_of("MEMBER_OF"), role="commander")
    assert not is_alike(member, replace(member, role="spokesman"), context)
    day = replace(one_of("OCCURRED_ON"), value=Value(on="2021-08-26"))
    other = replace(day, value=Value(on="2021-08-27"))
    assert not is_alike(day, other, context)
    assert is_alike(day, replace(day, value=Value(on="2021-08")), context)
