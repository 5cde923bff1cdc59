"""What we wrote is taken out again, and every byte of a person's file is as before."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.coding.blocks import Block
from claimgraph.coding.insertion import with_items
from claimgraph.coding.removal import own_items, without_items
from claimgraph.errors import CorpusError
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile
from files_by_hand import claims

PATH = Path("a.yaml")
NEW: list[Block] = [
    {
        "relation": "LED_BY",
        "subject": "group/a",
        "chain": [{"holder": "org/b", "cue": f"said: #{number}"}],
        "quote": 'the "Front"\nof A',
        "by": "rules 0.1 x",
        "review": "proposed",
    }
    for number in range(2)
]


def size(text: str) -> int:
    """How many items the list has."""
    held = text.removeprefix("\ufeff").replace("\r\n", "\n")
    plain = YamlFile(held, "").plain
    listed = plain.get("claims") if is_map(plain) else None
    return len(listed) if is_list(listed) else 0


@given(claims(), st.booleans(), st.integers(1, 2))
def test_what_was_put_in_goes_out_again(text: str, windows: bool, number: int) -> None:
    text = text.replace("\n", "\r\n") if windows else text
    try:
        before = size(text)
    except CorpusError:
        return
    with_ours = with_items(text, NEW[:number], "claims", PATH, apart=True).text
    own = own_items(with_ours, "claims", PATH)
    mine = range(before, before + number)
    assert set(mine) <= set(own)
    # a list that was written as empty is open now
    opened = text.replace("claims: [ ]", "claims:").replace("claims: []", "claims:")
    after = without_items(with_ours, "claims", mine, PATH)
    if before or "claims" in text:
        assert after == opened
    else:
        assert after.replace("\r", "").startswith(text.replace("\r", ""))
    assert size(after) == before


@pytest.mark.parametrize(
    ("ours", "touched"),
    [
        ("subject: group/a", "subject: group/a  # sure?"),
        ("    by:", "    # who?\n    by:"),
        ("    by: rules", "    by:   rules"),
    ],
)
def test_an_item_that_a_person_touched_is_a_persons(ours: str, touched: str) -> None:
    text = with_items("claims:\n", NEW[:1], "claims", PATH, apart=True).text
    assert set(own_items(text, "claims", PATH)) == {0}
    changed = text.replace(ours, touched)
    assert changed != text
    assert not own_items(changed, "claims", PATH)
