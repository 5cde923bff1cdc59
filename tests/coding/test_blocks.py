"""What is written as YAML is read as it was meant, wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.characters import is_storable
from claimgraph.coding.blocks import Block, flow_item, flow_text, item_lines
from claimgraph.yaml_file import YamlFile

ODD = st.text(
    st.sampled_from("ab1 #:,-[]{}'\"&*!|>%@`?~\n\r\t\\\u00a0\u00ad\u200b\u3164\ufeff")
)
TEXTS = (ODD | st.text()).filter(is_storable)
SCALARS = TEXTS | st.integers(-(10**15), 10**15) | st.booleans()
KEYS = st.sampled_from(["quote", "note", "cue", "name", "min"])
FLAT = st.dictionaries(KEYS, SCALARS, min_size=1)
BLOCKS = st.dictionaries(
    KEYS, SCALARS | FLAT | st.lists(FLAT | TEXTS, max_size=3), min_size=1
)


@given(st.lists(BLOCKS, min_size=1, max_size=3), st.sampled_from(["", "  "]))
def test_items_are_read_as_they_were(blocks: list[Block], indent: str) -> None:
    lines = [line for block in blocks for line in item_lines(block, indent)]
    file = YamlFile("\n".join(lines), "")
    assert file.plain == blocks
    assert not file.cut
    assert not any(map(str.isspace, "".join(lines).replace(" ", "")))


@given(FLAT)
def test_an_item_on_one_line_is_read_as_it_was(block: Block) -> None:
    assert YamlFile(flow_item(block, ""), "").plain == [block]


@given(TEXTS)
def test_a_text_is_one_line(text: str) -> None:
    assert len(flow_text(text).splitlines()) == 1
