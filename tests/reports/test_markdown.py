"""Names and quotes are other people's: no form takes them for its own marks."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.selection import Filters
from claimgraph.date_words import day_words
from claimgraph.reports.document import Report
from claimgraph.reports.forms import json as json_form
from claimgraph.reports.forms.html import html
from claimgraph.reports.forms.markdown import markdown, plain
from claimgraph.reports.forms.terminal import terminal_text
from examples import examples
from hostile_words import unseen_signs
from report_cases import around, reporter, seeds

LEFT, RIGHT = "group/haqqani-network", "group/islamic-state-khorasan"
HOSTILE = (
    "<script>alert(1)</script> **b** __u__ `c` | [x](http://example.org) ![i](u)"
    "\r\n# head\n\n> quote\n* item\n1. one\n```\ncode\n``` \x1b[31mred \u202eright "
    "[^1] ~~s~~ &lt; @user #1 $x$ \\ www.example.org https://example.org"
)
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e]")


def small(name: str, quote: str) -> Report:
    """The report on a pair of which one has that name, with that quote."""
    claim_set, _ = seeds()
    kept = [
        one for one in claim_set.claims if {one.subject, one.object} == {LEFT, RIGHT}
    ]
    claims = tuple(replace(one, quote=quote, note=name) for one in kept[:3])
    entities = dict(claim_set.entities)
    entities[LEFT] = replace(entities[LEFT], name=name)
    articles = {
        key: replace(one, title=name, text=None)
        for key, one in claim_set.articles.items()
    }
    made = ClaimSet(claims, articles, entities, ())
    module = reporter("linkage")
    return module.report(made, around(made), Filters(), left=LEFT, right=RIGHT)


def tokens(text: str) -> list[Token]:
    """All tokens, those of footnotes as GitHub reads them."""
    opened = re.sub(r"^\[\^\d+\]: ", "", text, flags=re.MULTILINE)
    opened = re.sub(r"^    ", "", opened, flags=re.MULTILINE)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found: list[Token] = []
    for token in parser.parse(opened):
        found += [token, *(token.children or [])]
    return found


def shape(text: str) -> list[tuple[str, str]]:
    """The marks of a text without its words."""
    quiet = {"text", "text_special", "inline"}
    return [(one.type, one.tag) for one in tokens(text) if one.type not in quiet]


def test_a_hostile_name_is_no_markup() -> None:
    text = markdown(small(HOSTILE, HOSTILE), full=True)
    assert shape(text) == shape(markdown(small("Name", "Quote"), full=True))
    assert not STEERING.search(text)
    read = "".join(one.content for one in tokens(text) if one.type.startswith("text"))
    assert "<script>alert(1)</script> **b** __u__ `c` | [x](http" in read
    assert not re.search(r"(?<!\\)https?:", text)
    assert "www." not in text


@settings(max_examples=examples(60))
@given(st.text(min_size=1).filter(str.strip))
def test_no_name_changes_the_marks(name: str) -> None:
    whole = f"a{name}b"
    text = markdown(small(whole, whole), full=True)
    assert shape(text) == shape(markdown(small("Name", "Quote"), full=True))


@settings(max_examples=examples(200))
@given(
    st.text(alphabet=st.sampled_from("<>[]()*_`|~#&;!$\\-+=.:1a \n\t\"'^@"), min_size=1)
)
def test_a_plain_text_is_one_paragraph(text: str) -> None:
    line = plain(text)
    found = [one for one in tokens(f"{line}x") if one.type != "text_special"]
    assert {one.type for one in found} <= {
        *("paragraph_open", "paragraph_close", "inline", "text"),
    }


def test_json_gives_the_hostile_text_back() -> None:
    text = json_form.json(small(HOSTILE, HOSTILE))
    assert not STEERING.search(text)
    held = json.loads(text)
    assert {line["quote"] for line in held["claims"]} == {HOSTILE}
    assert held["schema_version"] == 4


@cache
def every_unseen_sign() -> str:
    """All of them in one text."""
    return "".join(sorted(unseen_signs("".join(map(chr, range(0x110000))))))


@pytest.mark.parametrize("form", [html, json_form.json, markdown, terminal_text])
def test_no_form_hides_a_sign(form: Callable[[Report], str]) -> None:
    signs = every_unseen_sign()
    assert unseen_signs(form(small(signs, signs))) == set()


def test_a_footnote_holds_all_that_a_claim_needs() -> None:
    claim_set, context = seeds()
    module = reporter("linkage")
    report = module.report(claim_set, context, Filters(), left=LEFT, right=RIGHT)
    text = markdown(report, full=True)
    for line in report.claims:
        start = text.index(f"[^{line.number}]: ")
        note = text[start : text.find("\n\n[^", start + 1)]
        for part in (line.quote, line.article, line.title, line.place, line.id):
            assert plain(part) in note
        for hop in line.chain:
            assert f"{plain(f'[{hop.stance}')}" in note
        assert line.modality in note and line.polarity in note
        for day in (line.said, line.valid, line.published):
            assert day is None or plain(day_words(day)) in note
