"""Words that mean harm to a page, and whether any of them was obeyed."""

import re
from collections.abc import Iterator
from unicodedata import category
from unicodedata import name as name_of
from xml.etree.ElementTree import Element

from claimgraph.reports.document import Report
from claimgraph.reports.forms.html.markup import printable
from page_tree import page_tree

# signs of format that are drawn: they enclose digits, or join hieroglyphs
SHOWN = re.compile("ARABIC (?!LETTER MARK)|SYRIAC|KAITHI|EGYPTIAN")
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"' onfocus=alert(1) x='",
    "]]><!--",
    "&lt;b&gt; &#0; &nbsp;",
    "\u202eright to left\u2066",
    "soft\xadly\u200b, \u2060un\ufeffseen \U000e0041\u3164",
    "\x00\x1b[31m\x7f\x9f\ufffe\ud800",
    "https://example.org/x.png",
    "long " * 400,
    "W" * 900,
    "",
]


def shown_text(element: Element) -> str:
    """All text below an element."""
    return "".join(element.itertext())


def references(tree: Element) -> Iterator[str]:
    """Whatever a browser might follow or fetch."""
    for one in tree.iter():
        for name, value in one.attrib.items():
            fetches = name.rpartition("}")[2] in {
                *("href", "src", "srcset", "action", "formaction", "data", "poster"),
                *("background", "cite", "ping", "manifest", "style"),
            }
            if fetches or name.startswith("on"):
                yield value
        if one.tag == "style":
            yield from re.findall(r"url\([^)]*\)|@import[^;]*", one.text or "")


def unseen_signs(text: str) -> set[str]:
    """The signs that show nothing or turn the writing; no line ends, no joiners."""
    return {
        letter
        for letter in set(text) - set("\t\n\r\u200c\u200d")
        if category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and not SHOWN.match(name_of(letter, ""))
    }


def check_words_stay_words(report: Report, page: str) -> None:
    """Fails where anything of a report became markup, an address or a script."""
    tree = page_tree(page)
    assert len(list(tree.iter("script"))) == 2 and len(list(tree.iter("style"))) == 1
    assert all(one.startswith("#") for one in references(tree))
    assert not list(tree.iter("img")) and not list(tree.iter("b"))
    assert unseen_signs(page) == set()
    shown = shown_text(tree).replace("\r", "\n")
    for line in report.claims:
        assert printable(line.quote).replace("\r", "\n") in shown
