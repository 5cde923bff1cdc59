"""Texts as people have them, and the seeds, whose zones persons have written."""

from pathlib import Path

import pytest

from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.errors import LoaderError
from claimgraph.model import Batch
from claimgraph.pages.plain import plain_page
from claimgraph.passages import zone_span

SEEDS = Path(__file__).parents[2] / "seeds"
BATCHES = {batch.article.id: batch for batch in read_batches(read_corpus(SEEDS))}


@pytest.mark.parametrize("batch", BATCHES.values(), ids=BATCHES)
def test_zones_hold_no_claim_of_the_seeds(batch: Batch) -> None:
    text = batch.article.text
    assert text is not None
    page = plain_page(text.encode(), batch.article.id, "a.txt")
    assert page.title.words == batch.article.title
    for zone in page.zones:
        silent = zone_span(text, zone)
        assert silent is not None
        for claim in batch.claims:
            span = getattr(claim.selector, "start", None)
            assert span is None or not silent.start <= span < silent.end


@pytest.mark.parametrize("batch", BATCHES.values(), ids=BATCHES)
def test_comments_are_those_that_persons_found(batch: Batch) -> None:
    text = batch.article.text or ""
    page = plain_page(text.encode(), batch.article.id, "a.txt")
    by_hand, found = (
        [zone_span(text, zone) for zone in zones if zone.kind == "comments"]
        for zones in (batch.article.zones, page.zones)
    )
    assert [one and one.start for one in found] == [
        one and one.start for one in by_hand
    ]


def test_finds_title_and_day() -> None:
    raw = b"World\nMarket bombed in Northtown\nMay 6th, 2024\nBody.\n"
    page = plain_page(raw, "a", "a.txt")
    assert page.title.words == "Market bombed in Northtown"
    assert page.published is not None and page.published.words == "2024-05-06"
    assert (page.raw, page.text[:5]) == (None, "World")


def test_other_letters_are_read_and_kept() -> None:
    raw = "Взрыв на рынке в Северограде, сообщило министерство внутренних дел".encode(
        "cp1251"
    )
    page = plain_page(raw, "a", "a.txt")
    assert page.text.startswith("Взрыв")
    assert (page.raw, page.ending) == (raw, ".original")
    assert page.remarks
    assert plain_page("Café".encode("utf-16"), "a", "a").text == "Café"


@pytest.mark.parametrize(
    ("raw", "reason"), [(b" \n", "is empty"), (b"a\nb\0", "holds a NUL")]
)
def test_refuses_what_is_no_text(raw: bytes, reason: str) -> None:
    with pytest.raises(LoaderError, match=reason):
        plain_page(raw, "a", "a.txt")


def test_line_ends_and_pages_of_paper_stay() -> None:
    raw = b"One title of a paper\r\n\fComments\r\nNo.\r\nLeave a Reply\r\nA reader.\r\n"
    page = plain_page(raw, "a", "a.txt")
    assert page.text.encode() == raw
    (zone,) = page.zones
    assert zone.start_words == "Leave a Reply"


@pytest.mark.parametrize(
    ("lines", "author", "publisher"),
    [
        (
            ["By Lena Okoro", "TARN (Meridian News Agency) \u2014 Two died."],
            "Lena Okoro",
            "Meridian News Agency",
        ),
        (
            ["Von Anna M\u00fcller und Jan de Vries", "(Fjord Press)"],
            "Anna M\u00fcller und Jan de Vries",
            "Fjord Press",
        ),
        (["TARN, May 6 (Reuters) - Two died."], None, "Reuters"),
        (["By the river two died.", "The Cell (left) - was there."], None, None),
        (
            ["\u0410\u0432\u0442\u043e\u0440: \u0418\u0432\u0430 \u041f\u0435\u0442"],
            "\u0418\u0432\u0430 \u041f\u0435\u0442",
            None,
        ),
        (["The Red Dawn (RD) - called RD - left."], None, None),
        (["By Monday, 3 more", "The bomb (2 May) - tore."], None, None),
    ],
)
def test_first_lines_tell_who_wrote_and_who_publishes(
    lines: list[str], author: str | None, publisher: str | None
) -> None:
    raw = "\n".join(["Market bombed in Northtown", *lines, "More."]).encode()
    page = plain_page(raw, "a", "a.txt")
    assert (page.author and page.author.words) == author
    assert (page.publisher and page.publisher.words) == publisher
    for found in (page.author, page.publisher):
        assert found is None or "the line" in found.evidence


def test_a_credit_of_a_picture_makes_no_claims() -> None:
    raw = b"Market bombed in Northtown\nTwo died.\nPhoto: Veshti Herald\nMore.\n"
    (zone,) = plain_page(raw, "a", "a.txt").zones
    assert (zone.kind, zone.start_words) == ("credit", "Photo: Veshti Herald")


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        (
            "Bombe in Tarn/Tarner Bote, 4. Mai 2013/TARN - Zwei starben.",
            "Bombe in Tarn",
            "Tarner Bote",
        ),
        (
            "Atentado en Tarn/El Correo, 4 de mayo de 2003/TARN - Dos muertos.",
            "Atentado en Tarn",
            "El Correo",
        ),
        (
            "   THE HARBOUR TIMES    Page 3/14 May 2009/Rebels admit bomb-/ing of mill",
            "Rebels admit bombing of mill",
            "THE HARBOUR TIMES",
        ),
        (
            "Mall attacked now/The Coast Herald, 3 May 2013/ORVEL (MNA) - Fire.",
            "Mall attacked now",
            "The Coast Herald",
        ),
        (
            "Tuesday, 3 May 2022 | Times of Orvel/Mall attacked/ORVEL - It fell.",
            "Mall attacked",
            "Times of Orvel",
        ),
        ("Mall attacked/Orvel, 3 May 2022/Two died.", "Mall attacked", None),
        (
            "Mall hit/The Orvel Evening Post/It fell.",
            "Mall hit",
            "The Orvel Evening Post",
        ),
        ("Mall attacked/Source: Tarim Radio/It fell.", "Mall attacked", "Tarim Radio"),
        ("Mall attacked/The Latest News/Two died.", "Mall attacked", None),
        (
            "Report on Tarim, 3 May 2022/By Ann Lee/Two died.",
            "Report on Tarim, 3 May 2022",
            None,
        ),
    ],
)
def test_title_and_outlet_of_a_text(
    lines: str, title: str, publisher: str | None
) -> None:
    page = plain_page(f"{lines}/More.".replace("/", "\n").encode(), "a", "a.txt")
    assert page.title.words == title
    assert (page.publisher and page.publisher.words) == publisher


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: Men of the Northern Front, which claimed it, walk in Orvel.",
        "FILE - Lina Sato speaks. The Front claimed a similar attack in 2009.",
        "The mill burns, in this file photo. The Front claimed it. (Photo: A. Lee)",
        "In this Jan. 5, 2014, photo men of the Front walk in Orvel.",
        "Men of the Front walk in Orvel. (AP Photo/Ann Lee)",
        "Men of the Front walk in Orvel. [File photo]",
        "Photo: Rescuers carry a man in Orvel, a town in the valley of Tarim, where "
        "the Front claimed responsibility for a similar attack on a market in 2009.",
        "File picture of Omar Haddad. The Front claimed a similar attack in 2009.",
        "![The mill burns. The Front claimed a similar attack in 2009.](mill.jpg)",
    ],
)
def test_captions_of_a_text_make_no_claims(line: str) -> None:
    raw = f"Market bombed in Northtown\nTwo died.\n{line}\nMore.\n".encode()
    (zone,) = plain_page(raw, "a", "a.txt").zones
    assert zone.kind == "credit"
    assert line.startswith(zone.start_words)


@pytest.mark.parametrize(
    "line",
    [
        "The Front released a photo of the bomber (see the picture above).",
        "In a statement with a photo the Front claimed the attack.",
        "The filing of photos was stopped.",
    ],
)
def test_lines_about_pictures_are_read(line: str) -> None:
    raw = f"Market bombed in Northtown\nTwo died.\n{line}\nMore.\n".encode()
    assert plain_page(raw, "a", "a.txt").zones == ()
