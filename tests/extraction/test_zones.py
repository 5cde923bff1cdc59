"""Comments, navigation, adverts and repeated captions say nothing."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.text.zones import speaking_lines
from claimgraph.model import Article, Zone

CAPTION = "Soldiers stand guard beside the market of the town."
PAGE = f"""Front claims the market blast

{CAPTION}
The Front claimed the blast.
- Advertisement -
{CAPTION}
Photo: A. Painter
The army blamed the League.
3 Comments
Ann: The League did it, everybody knows that.
"""


def article(text: str, *zones: Zone) -> Article:
    return Article(
        id="a", corpus="c", title="t", sha256="0" * 64, text=text, zones=zones
    )


def said(text: str, *zones: Zone) -> list[str]:
    spans = speaking_lines(article(text, *zones))
    return [text[one.start : one.end] for one in spans]


def test_lines_tell_what_does_not_speak() -> None:
    assert said(PAGE) == [
        "Front claims the market blast",
        CAPTION,
        "The Front claimed the blast.",
        "The army blamed the League.",
    ]


def test_zones_of_the_header_win() -> None:
    spoken = said(PAGE, Zone("advert", "Photo", "Photo: A. Painter"))
    assert spoken[-1] == "Ann: The League did it, everybody knows that."
    assert spoken.count(CAPTION) == 1
    assert "Photo: A. Painter" not in spoken


def test_a_zone_may_cover_part_of_a_line() -> None:
    text = "One. Read also: Two. Three."
    assert said(text, Zone("navigation", "One", "Two.")) == ["Three."]


def test_a_caption_speaks_without_its_credit() -> None:
    told = "The Front claimed the blast"
    assert said(f"Image copyright A Image caption {told}") == [told]
    assert said(f"Image caption {told}") == [told]
    whole = "Image caption contests are held."
    assert said(whole) == [whole]


def test_line_ends_of_any_kind_part_lines() -> None:
    assert said("One line.\r\n\r\n  Two.\x0bThree.\u2028Four.") == [
        "One line.",
        "Two.",
        "Three.",
        "Four.",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_lines_stand_in_order_without_outer_spaces(text: str) -> None:
    end = 0
    for one in speaking_lines(article(text)):
        assert end <= one.start < one.end <= len(text)
        end = one.end
