"""Web pages: what they say of themselves, and which of their lines speak."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import LoaderError
from claimgraph.model import TextSpan
from claimgraph.pages import ArticlePage, FoundWords
from claimgraph.pages.html import html_page
from claimgraph.pages.tree import page_tree
from claimgraph.passages import zone_span
from claimgraph.type_guards import is_map
from claimgraph.yaml_file import read_yaml

FOLDER = Path(__file__).parents[1] / "cases" / "pages"
STORY = (
    "<article><h1>A bridge attacked</h1><p>Gunmen of the Blue Army attacked a bridge "
    "at night and killed two guards, the governor said.</p></article>"
)


def expected_pages() -> Mapping[str, object]:
    """For each case what is found in it."""
    pages = read_yaml(FOLDER / "expected.yaml").plain
    assert is_map(pages)
    return pages


EXPECTED = expected_pages()


def read_page(raw: bytes) -> ArticlePage:
    """The article of a page that lies nowhere."""
    return html_page(raw, "a", "a.html")


def told(found: FoundWords | None) -> str | None:
    """What was found with its evidence, on one line."""
    return None if found is None else f"{found.words} ({found.evidence})"


def zone_spans(page: ArticlePage) -> list[TextSpan]:
    """The zones of a page, all of which stand in its text."""
    spans = [zone_span(page.text, zone) for zone in page.zones]
    assert None not in spans
    return [one for one in spans if one is not None]


def silent_lines(page: ArticlePage) -> dict[str, list[str]]:
    """The lines of a page that make no claims, by the kind of their zone."""
    found: dict[str, list[str]] = {}
    for zone, span in zip(page.zones, zone_spans(page), strict=True):
        lines = page.text[span.start : span.end].strip().split("\n")
        found.setdefault(zone.kind, []).extend(lines)
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_finds_what_a_page_says(name: str) -> None:
    wanted = EXPECTED[name]
    assert is_map(wanted)
    page = read_page((FOLDER / f"{name}.html").read_bytes())
    found = {
        "title": page.title.words,
        "publisher": told(page.publisher),
        "author": told(page.author),
        "published": told(page.published),
        "language": page.language,
        "url": page.url,
        "silent": silent_lines(page) or None,
    }
    remark = wanted.get("remark")
    assert {key: value for key, value in found.items() if value is not None} == {
        key: value for key, value in wanted.items() if key != "remark"
    }
    remarks = [one.startswith(str(remark)) for one in page.remarks]
    assert remarks == [True] * (remark is not None)


def test_every_page_has_its_case() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(EXPECTED)


def test_the_text_is_what_people_read() -> None:
    text = read_page((FOLDER / "amp-words.html").read_bytes()).text
    assert 'Tom & Ann said "yes" \N{EM DASH} and\N{NO-BREAK SPACE}no. 🔥' in text
    page = read_page(
        f"<body>{STORY}<p hidden>a</p><p style='display: none'>b</p><style>c</style>"
        "<table><tr><td>d<td>e</table>f<br>g<pre>h\n  i</pre></body>".encode()
    )
    assert page.text.split("\n")[2:] == ["d e", "f", "g", "h i", ""]


def test_the_same_bytes_give_the_same_page() -> None:
    raw = (FOLDER / "news.html").read_bytes()
    assert read_page(raw) == read_page(raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is an empty page"),
        (b"<html><body><script>1</script></body>", "is a page without words"),
        (
            b'<meta name="generator" content="claimgraph"/><p>x',
            "page that claimgraph made",
        ),
        (b"<body>" + b"<div>" * 100_000 + b"deep", "has tags in tags, 2,000 deep"),
        (b"<body>" + b"word " * 6 * 2**20, "has 30 MB beside its scripts"),
    ],
)
def test_refuses_what_nobody_reads(raw: bytes, reason: str) -> None:
    with pytest.raises(LoaderError, match=reason):
        read_page(raw)


def test_scripts_of_ten_megabytes_are_passed_over() -> None:
    script = "<script>" + "var a = '<p>no</p>';\n" * 500_000 + "</script>"
    page = read_page(f"<body>{script}{STORY}<script>never ended <p>no".encode())
    assert page.text.startswith("A bridge attacked\n")
    assert "no" not in page.text.split()


def test_more_tags_than_an_article_has() -> None:
    page = read_page(f"<body>{STORY}{'<b>x</b> ' * 60_000}".encode())
    assert page.remarks[0].startswith("nothing tells the article from")


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("<p>Café".encode("utf-8-sig"), "Café"),
        ("<p>Café".encode("utf-16"), "Café"),
        ("<meta charset=utf-16><p>Café".encode(), "Café"),
        ("<meta charset=nonsense><p>Café".encode(), "Café"),
        ("<meta charset=idna><p>Café".encode(), "Café"),
        ("<meta charset=utf-8><p>Café".encode("cp1252"), "Café"),
        ("<?xml version='1.0' encoding='utf-8'?><html><p>Café".encode(), "Café"),
    ],
)
def test_letters(raw: bytes, word: str) -> None:
    assert word in read_page(raw).text


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<div>", "</div>", "<p>", "<nav>", "</nav>", "<article>", "<h1>"),
            *("</h1>", "<br>", "<table>", "<td>", "<script>", "</script>", "<!--"),
            *("-->", "&amp;", "<div class=ad>", "<div class=comments>", "&#0;"),
            *("<figcaption>", "\n", "Comments", "- Advertisement -", "Home"),
            *("A caption of thirty letters, once", "\ufeff", "\x01"),
            *("Gunmen attacked a bridge.", "Gunmen attacked a bridge."),
        ]
    )
    | st.text(max_size=12),
    max_size=40,
)


@settings(deadline=None)
@given(MARKUP)
def test_every_zone_stands_in_the_text(parts: list[str]) -> None:
    raw = " ".join(parts).encode("utf-8", "replace")
    try:
        page = read_page(raw)
    except LoaderError:
        return
    zone_spans(page)
    assert page.text.endswith("\n") and page.title.words


def test_the_tree_keeps_json_apart() -> None:
    tree = page_tree('<script type="application/ld+json">{}</script><p>a', "a")
    assert tree.linked_data == ("{}",)


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src=a><figcaption>{}</figcaption></figure>",
        "<figure><picture><img src=a></picture><div>{}</div></figure>",
        "<div class='wp-caption'><img src=a><p class='wp-caption-text'>{}</p></div>",
        "<div class=image><img src=a><span class='imageCaption'>{}</span></div>",
        "<p class='photo__caption'><em>{}</em></p>",
        "<div><img src=a><p itemprop=caption>{}</p></div>",
    ],
)
def test_a_caption_makes_no_claims(caption: str) -> None:
    words = "The Red Dawn claimed another attack on a bridge in 2009."
    more = "<p>The army was sent to the town in the evening, he added, and left.</p>"
    story = STORY.replace("</article>", f"{caption.format(words)}{more}</article>")
    page = read_page(f"<body>{story}".encode())
    assert silent_lines(page) == {"credit": [words]}


@pytest.mark.parametrize(
    "part",
    [
        "<figure><table><tr><td>{}</td></tr></table></figure>",
        "<figure><blockquote>{}</blockquote></figure>",
        "<div class='text-with-captions'><p>{}</p><p>A.</p><p>B.</p><p>C.</p></div>",
    ],
)
def test_what_is_no_caption_is_read(part: str) -> None:
    words = "The Red Dawn claimed another attack on a bridge in 2009."
    story = STORY.replace("</article>", f"{part.format(words)}</article>")
    page = read_page(f"<body>{story}".encode())
    assert all(words not in lines for lines in silent_lines(page).values())
