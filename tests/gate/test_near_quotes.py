"""A quote that looks right is answered by what stands in the text."""

import unicodedata
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimgraph.gate.near_quotes import explain, near_miss, spelt_out
from claimgraph.yaml_file.reading import PlainReader

QUOTE = 'Red Dawn\'s fighters left Northern Caf\u00e9 - "for good"'
# what pages, PDFs and word processors make of the same words
MADE: dict[str, Callable[[str], str]] = {
    "soft hyphen": lambda text: text.replace("Northern", "North\u00adern"),
    "line end": lambda text: text.replace("Northern", "North-\nern"),
    "carriage return": lambda text: text.replace("left ", "left\r\n"),
    "combining acute accent": lambda text: unicodedata.normalize("NFD", text),
    "latin small ligature fi": lambda text: text.replace("fi", "\ufb01"),
    "right single quotation mark": lambda text: text.replace("'", "\u2019"),
    "left-pointing double angle quotation mark": lambda text: text.replace(
        '"for good"', "\u00abfor good\u00bb"
    ),
    "double low-9 quotation mark": lambda text: text.replace('"for', "\u201efor"),
    "narrow no-break space": lambda text: text.replace(" - ", "\u202f- "),
    "no-break space": lambda text: text.replace("Red Dawn", "Red\u00a0Dawn"),
    "en dash": lambda text: text.replace(" - ", " \u2013 "),
    "zero width space": lambda text: text.replace("Dawn", "Da\u200bwn"),
    "non-breaking hyphen": lambda text: text.replace("Northern", "North\u2011ern"),
    "other capitals": lambda text: text.replace("Red Dawn", "RED DAWN"),
    "fullwidth latin capital letter r": lambda text: text.replace("Red", "\uff32ed"),
}


@pytest.mark.parametrize("sign", MADE)
def test_the_sign_that_differs_is_named_and_can_be_pasted(sign: str) -> None:
    text = f"Before.\n{MADE[sign](QUOTE)}\nAfter."
    assert QUOTE not in text
    told = explain(text, QUOTE)
    assert told.startswith("is not verbatim: the text has ")
    assert sign in told.rpartition("(")[2]
    pasted = told.removeprefix("is not verbatim: the text has ").rpartition(" (")[0]
    assert str(PlainReader(pasted, "quote").whole()) in text


def test_words_that_do_not_stand_there_are_told_so() -> None:
    assert explain("Red Dawn left.", "Red Dawn stays") == (
        "'Red Dawn stays' does not stand in the text"
    )
    assert explain("Red Dawn left.", "\u00ad") == ("'\\xad' does not stand in the text")


@given(st.text(max_size=40), st.text(min_size=1, max_size=8))
def test_what_is_told_stands_in_the_text(text: str, words: str) -> None:
    found = near_miss(text, words)
    assert found is None or (found and found in text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_spelt_out_words_come_back_by_yaml(words: str) -> None:
    assume("\0" not in words)
    assert PlainReader(spelt_out(words), "quote").whole() == words


def test_what_is_near_is_found_in_moments_in_a_long_text() -> None:
    line = "Number {} of the villagers spoke of rain and of the river below.\n"
    text = "".join(line.format(at) for at in range(20_000))
    text += "On Monday 37 people were killed.\n"
    words = "37 peple were killed"
    told = f"{words!r} does not stand in the text (line 20001 has: "
    assert explain(text, words) == f'{told}"37 people were killed")'
    start = perf_counter()
    for at in range(100):
        explain(text, f"{at} peple were kiled")
    assert perf_counter() - start < 20
    assert explain(text * 3, words).endswith("does not stand in the text")
