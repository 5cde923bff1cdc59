"""Texts in capitals get small letters back, each sign at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.text.capitals import (
    is_in_capitals,
    restored_case,
    small_words,
)

CASES = [
    (
        "POLICE SAID ON 3 MAY THAT REBELS MAY ATTACK ZORABAD AGAIN.",
        "Police said on 3 May that rebels may attack Zorabad again.",
    ),
    (
        "MEN OF THE NATIONAL ARMY OF LIGHT [NAL] FLED.\n\nTHE NAL DENIED IT.",
        "Men of the National Army of Light [NAL] fled.\n\nThe NAL denied it.",
    ),
    (
        "VESHTI, 3 JAN 90 -- [TEXT] THE SUN PATH'S MEN CLAIMED THE BLAST.",
        "Veshti, 3 Jan 90 -- [TEXT] The Sun Path's men claimed the blast.",
    ),
    ("THE AK-47 AND THE TRIBE DE LA ZORA", "The AK-47 and the tribe de la Zora"),
    ("A BULLETIN BY ACAN-EFE AND XQZ", "A bulletin by Acan-Efe and XQZ"),
]


@pytest.mark.parametrize(("text", "restored"), CASES)
def test_names_and_sentences_begin_with_capitals(text: str, restored: str) -> None:
    assert restored_case(text, ["Sun Path", "Light", "Army"]) == restored


@given(st.text())
def test_each_letter_stays_at_its_place(text: str) -> None:
    found = restored_case(text.upper(), ["Sun Path", "\u0130stanbul", "a b"])
    assert len(found) == len(text.upper())
    pairs = zip(text.upper(), found, strict=True)
    assert all(one.lower() == two.lower() for one, two in pairs)


def test_texts_in_capitals_are_told() -> None:
    text = CASES[0][0]
    assert is_in_capitals(text)
    assert not is_in_capitals(restored_case(text))
    assert not is_in_capitals("NDS")


def test_the_list_of_words_is_there() -> None:
    assert len(small_words()) > 10_000
    assert {"police", "rebel", "attack"} <= small_words()
    assert not {"kabul", "taliban", "may be"} & small_words()
