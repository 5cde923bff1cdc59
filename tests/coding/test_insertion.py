"""A new item leaves every byte of a person's file as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.coding.blocks import Block
from claimgraph.coding.insertion import with_item
from claimgraph.errors import CorpusError
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile
from files_by_hand import claims, lists

NEW: Block = {"id": "group/new", "name": "The: New", "aliases": ["N #1"]}
PATH = Path("groups.yaml")


def plain(text: str) -> object:
    held = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return YamlFile(held, "").plain


def kept(before: str, after: str, added: str) -> bool:
    """Whether the new lines, put out again, leave what was there."""
    new = added.replace("\n", "\r\n" if "\r\n" in after else "\n")
    at = after.find(new)
    left, right = after[:at], after[at + len(new) :]
    # a line end, or a blank line, goes with the new lines
    ends = ["", "\n", "\r\n", "\n\n", "\r\n\r\n"]
    return any(
        left.removesuffix(one) + right.removeprefix(other) == before
        for one in ends
        for other in ends
        if left.endswith(one) and right.startswith(other)
    )


@given(lists(), st.booleans())
def test_only_new_lines_are_new_in_a_list(text: str, windows: bool) -> None:
    text = text.replace("\n", "\r\n") if windows else text
    try:
        before = plain(text)
    except CorpusError:
        return
    found = with_item(text, NEW, None, PATH)
    held = before if is_list(before) else []
    assert plain(found.text) == [*held, NEW]
    assert found.text.startswith(text)
    assert kept(text, found.text, found.added)
    line = found.text.removeprefix("\ufeff").split("\n")[found.line - 1]
    assert line.rstrip("\r") == found.added.split("\n")[0]


@given(claims(), st.booleans())
def test_only_new_lines_are_new_below_a_key(text: str, windows: bool) -> None:
    text = text.replace("\n", "\r\n") if windows else text
    try:
        before = plain(text)
    except CorpusError:
        return
    found = with_item(text, NEW, "claims", PATH)
    assert is_map(before)
    held = before.get("claims")
    listed = held if is_list(held) else []
    assert plain(found.text) == {**before, "claims": [*listed, NEW]}
    comments = [line for line in text.split("\n") if "#" in line]
    assert all(line.replace("[ ] ", "") in found.text for line in comments)
    if listed:
        assert kept(text, found.text, found.added)


def test_a_new_item_is_written_as_those_before_it() -> None:
    flow = with_item("- {id: a, name: A}\n", NEW, None, PATH).text
    assert flow.splitlines()[1].startswith('- {id: group/new, name: "The: New"')
    apart = with_item("- id: a\n  x: 1\n\n- id: b\n", NEW, None, PATH).text
    assert apart.startswith("- id: a\n  x: 1\n\n- id: b\n\n- id: group/new\n")
    close = with_item("- id: a\n- id: b\n", NEW, None, PATH).text
    assert close.startswith("- id: a\n- id: b\n- id: group/new\n")


@pytest.mark.parametrize("text", ["[{id: a}]\n", "a: 1\n", "- id: a\n...\n"])
def test_a_list_that_takes_no_line_is_told_with_the_block(text: str) -> None:
    with pytest.raises(CorpusError) as raised:
        with_item(text, NEW, None, PATH)
    assert "nothing can be added" in raised.value.message
