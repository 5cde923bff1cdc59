"""The templates of the page: each escapes what it prints, and knows what it names."""

import re
from dataclasses import replace
from functools import cache
from xml.etree.ElementTree import ParseError

import pytest
from jinja2 import UndefinedError

from claimgraph.reports.document import Chapter, Report, Row, Sentence, Table
from claimgraph.reports.forms.html import (
    packaged_text,
    page_templates,
    report_page,
)
from hostile_words import HOSTILE, check_words_stay_words
from page_tree import page_outline
from report_cases import AGAIN, ROOT, Case, made, own_page, pages, read_cases

FOLDER = ROOT / "src" / "claimgraph" / "reports" / "forms" / "html"


TEMPLATES = sorted(path.name for path in FOLDER.glob("*.html"))
PRINTED = re.compile(r"\{\{ ([^{}]+?) \}\}")
FIELD = r"[a-z]+\.[a-z_]+"
BAD = "".join(HOSTILE[:3])
# what is anybody's words, wherever a template prints it; `data` and drawings are made
# by Python, the rest is of our own choice or a number
ANYBODYS = {
    *("report.title", "section.title", "caption", "column", "cell"),
    *(
        "one.title",
        "one.text",
        "one.name",
        "one.place_name",
        "name",
        "value",
    ),
    *("line.quote", "line.told", "line.origin_name", "line.place"),
    *("line.title|shown_title", "line.chain|chain_words"),
    *("around.before", "around.after"),
    *("point.text", 'opening[1:]|join(" ")', 'line.speakers|join("; ")'),
    *("index.names.get(line.left, line.left)",),
    *("index.names.get(line.right, line.right)",),
}
PLACES = [
    (name, printed)
    for name in TEMPLATES
    for printed in sorted({*PRINTED.findall(packaged_text(name))} & ANYBODYS)
]


@cache
def hostile_report() -> Report:
    """A report with cards, tables and drawings in which all words mean harm."""
    report = made(next(one for one in read_cases() if str(one) == "person/zahidullah"))
    table = Table(BAD, (BAD,), (Row((BAD, BAD)),))
    pictures = report.pictures
    return replace(
        report,
        title=BAD,
        head=replace(report.head, filters=(BAD,), unchecked=(BAD,)),
        brief=(Chapter("short", "In short", (Sentence(BAD, (report.claims[0].id,)),)),),
        claims=tuple(
            replace(
                line,
                quote=BAD,
                told=BAD,
                title=BAD,
                origin_name=BAD,
                note=BAD,
                place=BAD,
                chain=tuple(replace(hop, name=BAD) for hop in line.chain),
            )
            for line in report.claims
        ),
        passages=tuple(replace(one, before=BAD, after=BAD) for one in report.passages),
        sections=tuple(
            replace(one, title=BAD, sentences=(Sentence(BAD),), tables=(table,))
            for one in report.sections
        ),
        sources=tuple(replace(one, name=BAD) for one in report.sources),
        pictures=replace(
            pictures,
            lines=tuple(replace(one, speakers=(BAD,)) for one in pictures.lines),
            nodes=tuple(replace(one, name=BAD) for one in pictures.nodes),
            marks=tuple(replace(one, lane=BAD) for one in pictures.marks),
            places=tuple(
                replace(one, name=BAD, place_name=BAD) for one in pictures.places
            ),
        ),
    )


def rendered(report: Report, name: str = "", text: str = "") -> str:
    """The page of a report, where one template has another text."""
    templates = page_templates(lambda one: text if one == name else packaged_text(one))
    return report_page(report, templates)


def test_words_that_mean_harm_stay_words() -> None:
    check_words_stay_words(hostile_report(), rendered(hostile_report()))


def test_no_other_place_prints_what_anybody_wrote() -> None:
    """Without escaping at all the others, harm is done nowhere."""

    def text(name: str) -> str:
        return PRINTED.sub(
            lambda shown: (
                shown[0] if shown[1] in ANYBODYS else f"{{{{ ({shown[1]})|safe }}}}"
            ),
            packaged_text(name),
        )

    page = report_page(hostile_report(), page_templates(text))
    assert "|safe" in text("page.html")
    check_words_stay_words(hostile_report(), page)
    assert {printed for _, printed in PLACES} == ANYBODYS


@pytest.mark.parametrize(("name", "printed"), PLACES)
def test_template_that_misses_to_escape_is_found(name: str, printed: str) -> None:
    shown = f"{{{{ {printed} }}}}"
    text = packaged_text(name).replace(shown, f"{{{{ {printed}|safe }}}}")
    with pytest.raises((AssertionError, ParseError)):
        check_words_stay_words(hostile_report(), rendered(hostile_report(), name, text))


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_turns_escaping_off(name: str) -> None:
    text = packaged_text(name)
    assert re.findall(r"\|\s*safe|autoescape|Markup|xmlattr", text) == []
    # an attribute without quotation marks ends at the first space of a value
    assert re.findall(r"=\s*'?\{\{", text) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_name_that_nobody_gave_is_an_error(name: str) -> None:
    text = packaged_text(name)
    first = next(one for one in PRINTED.findall(text) if re.fullmatch(FIELD, one))
    wrong = text.replace(f"{{{{ {first} }}}}", f"{{{{ {first}s }}}}")
    with pytest.raises(UndefinedError):
        rendered(hostile_report(), name, wrong)


def test_pages_of_all_kinds_are_stored() -> None:
    assert len(pages()) >= 3


def test_none_is_never_printed() -> None:
    report = hostile_report()
    lines = tuple(replace(line, grade=None) for line in report.claims)
    text = packaged_text("cards.html").replace("{{ line.told }}", "{{ line.grade }}")
    with pytest.raises(TypeError, match="None"):
        rendered(replace(report, claims=lines), "cards.html", text)


@pytest.mark.parametrize("case", pages(), ids=str)
def test_page_reads_as_the_stored_one(case: Case) -> None:
    stored = case.form(".html").read_text("utf-8")
    assert page_outline(own_page(case)) == page_outline(stored), AGAIN
