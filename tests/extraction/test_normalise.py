"""The working text has plain signs, each at the offset of the raw one."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.text.normalise import working_text

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_every_character_keeps_its_place(raw: str) -> None:
    read = working_text(raw)
    assert len(read) == len(raw)
    assert working_text(read) == read
    for one, other in zip(raw, read, strict=True):
        assert one == other or other in " \n'\"-"


@given(texts, texts)
def test_a_part_is_read_as_the_whole_is(one: str, other: str) -> None:
    whole = working_text(one + other)
    assert whole == working_text(one) + working_text(other)
    assert working_text("``a''") + "\n" == working_text("``a''\n")


def test_signs_of_pages_become_plain() -> None:
    raw = (
        "\ufeffThe\u00a0\u201cIS\u2013K\u201d cell\u2019s\u200b \u00abman\u00bb\t\u2028"
    )
    assert working_text(raw) == ' The "IS-K" cell\'s  "man" \n'


def test_letters_stay_as_they_are() -> None:
    raw = "H\u0323ama\u0304s, \uff26ull \ufb01ne \u0627\u0644\u062d"
    assert working_text(raw) == raw
