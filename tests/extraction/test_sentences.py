"""Where sentences end, and where a full stop ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.text.normalise import working_text
from claimgraph.extraction.text.sentences import LONGEST, sentences
from claimgraph.extraction.text.zones import without_outer_spaces
from claimgraph.model import TextSpan


def parts(text: str) -> list[str]:
    lines = [TextSpan(0, len(text))]
    return [text[one.start : one.end] for one in sentences(text, lines)]


@pytest.mark.parametrize(
    "text",
    [
        "The front killed nine. The army denied it.",
        "Nobody was hurt! Was it the Front? Police said so.",
        'The Front said: "We did it." The army denied it.',
        "He lives in the U.S. The army denied it.",
        "Nobody was hurt.The army denied it.",
        "It happened in May. Residents fled.",
        "It hit plan B. The army denied it.",
        "He left (at 9 a.m.) The army stayed.",
        "\u0627\u0644\u062c\u064a\u0634\u06d4 \u0646\u0641\u0649",
    ],
)
def test_a_sentence_ends(text: str) -> None:
    assert len(parts(text)) >= 2
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Amin Noor of the U.S. Army spoke to Mr. Rao on Aug. 3 about it.",
        "J. K. Marsh and N. Oke were hurt.",
        '"Who did it?" he asked.',
        "A toll of 3.5 a day was given by Smith Co. of Bolton.",
        "The site example.com told of it.",
        "The U.N. Security Council met.",
        "Room No. 7 burned.",
        "It was ... nothing.",
    ],
)
def test_a_full_stop_ends_none(text: str) -> None:
    assert parts(text) == [text]


@given(st.text(st.sampled_from(list("aB .!?\"')U\u2026\n"))))
def test_all_that_is_no_space_is_in_one_sentence(text: str) -> None:
    line = without_outer_spaces(text, TextSpan(0, len(text)))
    found = sentences(text, [line] if line.start < line.end else [])
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(
        text.split()
    )


def test_no_sentence_is_endless() -> None:
    for text in ("a b " * 2000, "ab" * 4000):
        found = parts(text.strip())
        assert max(map(len, found)) <= LONGEST
        assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("piece", [".", "a.", "A. ", '."', "U.S.", "\u2026", "?!"])
def test_long_texts_are_read_once(piece: str) -> None:
    text = working_text(piece * 200_000)
    assert sentences(text, [TextSpan(0, len(text))])
