"""One form of a name for whatever keyboards make of it, in the world's scripts."""

import unicodedata
from pathlib import Path
from typing import Literal, NotRequired, TypedDict, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import known_word, near
from claimgraph.folding import VARIANTS, fold
from claimgraph.yaml_file import read_yaml
from examples import examples


class Case(TypedDict):
    script: str
    name: str
    apart: list[str]
    digits: NotRequired[str]
    also: NotRequired[list[str]]


PAGE = Path(__file__).parent / "cases" / "folding.yaml"
CASES = cast("list[Case]", read_yaml(PAGE).plain)
INVISIBLE = ("\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u034f")
QUOTED = ('"%s"', "\u201c%s\u201d", "\u00ab%s\u00bb", "\u2018%s\u2019", "'%s'", "(%s)")
FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = (
    "NFC",
    "NFD",
    "NFKC",
    "NFKD",
)
WITHOUT_CASE = ("upper", "lower", "title", "casefold")
each = pytest.mark.parametrize("case", CASES, ids=[one["script"] for one in CASES])


def spellings(name: str) -> set[str]:
    """A name as other programs and keyboards hand it over."""
    found = {name, f"  {name}\t", name.replace(" ", "\u00a0")}
    found |= {unicodedata.normalize(form, name) for form in FORMS}
    found |= {mark % name for mark in QUOTED}
    found |= {mark.join(name) for mark in INVISIBLE}
    found |= {getattr(name, way)() for way in WITHOUT_CASE}
    return found


def test_there_are_more_than_forty_scripts() -> None:
    assert len({one["script"] for one in CASES}) > 40
    for one in CASES:
        letters = [letter for letter in one["name"] if letter.isalpha()]
        names = [unicodedata.name(letter) for letter in letters]
        # kana has a sign of its own for a long vowel
        assert sum(name.startswith(one["script"]) for name in names) > len(names) / 2


@each
def test_one_name_has_one_form(case: Case) -> None:
    assert fold(case["name"])
    for wanted in (case["name"], *case.get("also", ())):
        forms = {spelling: fold(spelling) for spelling in spellings(wanted)}
        assert {one for one, to in forms.items() if to != fold(case["name"])} == set()


@each
def test_another_name_has_another_form(case: Case) -> None:
    assert case["apart"]
    for other in case["apart"]:
        assert fold(other) != fold(case["name"])


@pytest.mark.parametrize(
    "case", [one for one in CASES if "digits" in one], ids=lambda one: one["script"]
)
def test_digits_of_every_script_are_one(case: Case) -> None:
    wanted = fold(f"{case['name']} 313")
    assert fold(f"{case['name']} {case.get('digits')}") == wanted
    assert fold(f"{case['name']} 314") != wanted


@pytest.mark.parametrize(
    "mark", "'`\u00b4\u2018\u2019\u201b\u02bb\u02bc\u02be\u02bf\u2032\uff07"
)
def test_an_apostrophe_is_no_letter(mark: str) -> None:
    assert fold(f"Harakat al-Sha{mark}ab") == fold("harakat al shaab")


@pytest.mark.parametrize(
    ("one", "other"),
    [("\u0430l-Qaeda", "al-Qaeda"), ("\u0421ell", "Cell"), ("\u0391BC", "ABC"),
     ("l0", "lo"), ("ISIl", "ISII"), ("Jaysh", "Jays"), ("K 9", "K 6"), ("3.5", "35")],
)  # fmt: skip
def test_what_looks_alike_stays_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_case_stays_where_it_counts() -> None:
    assert fold("LeT Ārmy", cased=True) == "LeT Army"
    assert fold("ŁÆ", cased=True) == "LAE"
    assert fold("U.N.") == fold("UN") and fold("J.e.M.", cased=True) == "JeM"


def test_variants_are_what_unicode_leaves() -> None:
    """Each entry of our own table is needed: NFKD and casefold keep the two apart."""
    for letter, to in VARIANTS.items():
        assert unicodedata.normalize("NFKD", letter.casefold()) != to
        assert fold(letter) == fold(to) == to


@settings(max_examples=examples(300))
@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(fold(text, cased=True)) == folded
    assert folded == " ".join(folded.split())


def test_near_names_are_compared_folded() -> None:
    known = ["attacks/by-group", "attacks/unclaimed", "time/said-by"]
    assert near("ATTACKS by grup", known, 1) == ["attacks/by-group"]
    assert near("%%", known) == near("", known) == []
    assert known_word("Attacks BY-group", known) == "attacks/by-group"
    assert known_word("", known) is None
