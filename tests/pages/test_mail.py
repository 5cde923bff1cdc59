"""Mails and wires as people save them: what is quoted in them is not the article."""

import pytest

from claimgraph.pages import ArticlePage
from claimgraph.pages.plain import plain_page
from claimgraph.passages import zone_span

STORY = (
    "ORVEL (Meridian News Agency) - Gunmen of the Northern Front attacked the oil\n"
    "field of Tarim on Monday, killing eight guards, Lina Sato, spokeswoman of the\n"
    "governor, said on Tuesday. The army was sent to the town in the evening, and\n"
    "roads to the north were closed, she added.\n"
)
HEAD = "From: desk@mna.example\nTo: subs@courier.example\n"


def page_of(text: str) -> ArticlePage:
    """The article of a text."""
    return plain_page(text.encode(), "a", "a.txt")


def spoken(page: ArticlePage) -> str:
    """What of a page is in no zone."""
    text = page.text
    for zone in page.zones:
        span = zone_span(page.text, zone)
        assert span is not None
        text = text.replace(page.text[span.start : span.end], "")
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def test_the_head_of_a_mail_tells_title_and_day_and_speaks_not() -> None:
    page = page_of(
        f"{HEAD}Date: Tue, 3 Mar 2015 14:22:10 +0200\nSubject: FW: Re: Oil field of\n"
        f"  Tarim attacked\nX-Mailer: none\n\nHi all, pls run this.\n\n{STORY}\n-- \n"
        "Desk | The Front did it | Follow us\n"
    )
    assert page.title.words == "Oil field of Tarim attacked"
    assert page.title.evidence == "Subject in the head of the text"
    assert page.published is not None
    assert page.published.words == "2015-03-03"
    assert page.publisher is not None
    assert page.publisher.words == "Meridian News Agency"
    assert spoken(page) == f"Hi all, pls run this.\n{STORY}"


@pytest.mark.parametrize(
    "quoted",
    [
        "> Some say the Red Dawn did it.\n",
        "> > Some say the Red Dawn did it.\n>\n> Who?\n",
        "On Mon, 2 Mar 2015, Karim wrote:\n> Some say the Red Dawn did it.\n",
        "On 2 March 2015 at 10:00, Karim Orvel\n<k@mna.example>\nwrote:\n\n> Who?\n",
        "Am Montag schrieb Karim:\n> The Red Dawn did it.\n",
    ],
)
def test_what_a_mail_quotes_speaks_not(quoted: str) -> None:
    for text in (f"Oil field attacked in Tarim\n\n{quoted}\n{STORY}", STORY + quoted):
        page = page_of(text)
        assert {zone.kind for zone in page.zones} == {"comments"}
        assert spoken(page).endswith(STORY)


@pytest.mark.parametrize(
    "above",
    [
        "-----Original Message-----\nFrom: Karim\nSent: Monday\nSubject: Tarim\n",
        "From: Karim\nSent: Monday, 2 March\nTo: desk\nSubject: Tarim\n",
        "On Mon, 2 Mar 2015, Karim <karim@mna.example> wrote:\n",
    ],
)
def test_a_mail_below_an_article_is_what_was_answered(above: str) -> None:
    page = page_of(f"{STORY}\n{above}\nThe Red Dawn did it, some say.\n")
    assert spoken(page) == STORY


def test_a_mail_that_is_passed_on_is_read() -> None:
    inner = "---------- Forwarded message ---------\nFrom: Karim\nDate: Monday\nTo: x\n"
    page = page_of(f"{HEAD}Subject: Tarim\n\nPls run.\n{inner}\n{STORY}")
    assert spoken(page).endswith(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "On Monday Lina Sato wrote: the Front did it.",
        "On Monday the minister wrote:",
        "Date: the army named none.",
        "From: the border to the sea, all roads are closed.",
        "Lina Sato: The Northern Front did it.",
    ],
)
def test_what_only_looks_like_a_mail_is_read(line: str) -> None:
    assert page_of(f"Oil field attacked in Tarim\n\n{line}\n{STORY}").zones == ()


def test_the_head_of_a_text_out_of_an_archive_is_read() -> None:
    page = page_of(
        "Title: Oil field attacked\nSource: Tarim Gazette\nDate: 3 March 2015\n"
        f"Author: Ann Lee\n\n{STORY}"
    )
    found = (page.title, page.publisher, page.published, page.author)
    assert [one and one.words for one in found] == [
        *("Oil field attacked", "Tarim Gazette", "2015-03-03", "Ann Lee"),
    ]
    assert spoken(page) == STORY
    page = page_of(f"{STORY}\nSource: Tarim Gazette\nAuthor: Ann Lee\n\nIt fell.\n")
    assert spoken(page) == f"{STORY}It fell.\n"


@pytest.mark.parametrize(
    "above",
    [
        "From desk@mna.example Tue Mar  3 14:22:10 2015\n",
        "Begin forwarded message:\n\n",
    ],
)
def test_a_line_above_the_head_of_a_mail_is_passed_over(above: str) -> None:
    page = page_of(f"{above}{HEAD}Subject: Oil field attacked\n\n{STORY}")
    assert page.title.words == "Oil field attacked"
    assert spoken(page).endswith(STORY)


def test_a_subject_in_numbered_letters_is_read() -> None:
    page = page_of(f"{HEAD}Subject: =?utf-8?q?Caf=C3=A9_bombed?=\n\n{STORY}")
    assert page.title.words == "Caf\N{LATIN SMALL LETTER E WITH ACUTE} bombed"
