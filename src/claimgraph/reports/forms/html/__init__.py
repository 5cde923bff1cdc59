"""One page that opens from a memory stick: style, drawings and data inside it."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from claimgraph.date_words import day_words
from claimgraph.errors import ExportError
from claimgraph.model import MODALITIES, POLARITIES
from claimgraph.reports.document import Report
from claimgraph.reports.document.brief import (
    ENDING,
    MOST_REFERENCES,
    SHORT_ID,
    more_words,
    opening_words,
)
from claimgraph.reports.document.wording import chain_words, details
from claimgraph.reports.forms.html.figures import Drawing
from claimgraph.reports.forms.html.index import MINUS, Index, relation_words
from claimgraph.reports.forms.html.markup import printable
from claimgraph.reports.forms.html.network import network_figure
from claimgraph.reports.forms.html.timeline import clock_figure
from claimgraph.reports.forms.html.words import words_used
from claimgraph.resources import packaged_path
from claimgraph.safe_text import shown_title

MOST_PAGE = 72_000_000
# what a claim takes on a page beside its quote and passage, and each of its speakers
CARD, HOP = 4_500, 400
# what would end the script element, or be an entity, in the text of JSON
KEPT_OUT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def html(report: Report, *, full: bool = False) -> str:
    """The report as HTML without any outside address; read without a script too.

    It opens with the short page and the network; the rest is folded and not printed
    on paper, if not `full`. ExportError where it is larger than a browser shows well.
    """
    if (size := page_size(report)) > MOST_PAGE:
        raise ExportError(
            f"the page of {len(report.claims):,} claims would have about "
            f"{size // 10**6} MB, and a browser shows {MOST_PAGE // 10**6} well: "
            "narrow the report with --said, --valid, --accepted-only or "
            "--min-modality, or write it as Markdown or JSON (--format, or a name "
            "with .md or .json)"
        )
    return report_page(report, shipped_templates(), full=full)


def page_size(report: Report) -> int:
    """About how many characters the page will have: card, row, marks and data."""
    claims = sum(
        CARD + HOP * len(line.chain) + 10 * len(line.quote) for line in report.claims
    )
    around = sum(len(one.before) + len(one.after) for one in report.passages)
    return claims + around


def report_page(report: Report, templates: Environment, *, full: bool = False) -> str:
    """The page of a report by these templates; equal reports give equal texts."""
    index = Index(report)
    return templates.get_template("page.html").render(
        report=report,
        full=full,
        opening=opening_words(report.head, report.reviews),
        words=words_used(report),
        index=index,
        figures=list(report_figures(report, index)),
        data=Markup(claims_data(report)),
        **page_constants(),
    )


@cache
def shipped_templates() -> Environment:
    """The templates of the package."""
    return page_templates(packaged_text)


def page_templates(read: Callable[[str], str]) -> Environment:
    """The templates, which escape all that they print and refuse unknown names."""
    found = Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed_value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(
        chain_words=chain_words,
        more_words=more_words,
        day_words=day_words,
        relation_words=relation_words,
        shown_title=shown_title,
    )
    return found


@cache
def page_constants() -> dict[str, object]:
    """What every page has: style, script, and the lists that the ledger filters by."""
    script = "\n" + packaged_text("script.js")
    return {
        "POLARITIES": POLARITIES,
        "MODALITIES": MODALITIES,
        "MINUS": MINUS,
        "details": details,
        "SHORT_ID": SHORT_ID,
        "MOST_REFERENCES": MOST_REFERENCES,
        "ENDING": ENDING,
        "style": Markup("\n" + packaged_text("style.css")),
        "script": Markup(script),
        "policy": content_policy(script),
    }


def packaged_text(name: str) -> str:
    """A file of ours: a template, the style or the script."""
    return packaged_path("reports", "forms", "html", name).read_text("utf-8")


def printed_value(value: object) -> object:
    """What a template prints: text that a page may hold, never the word None."""
    if value is None:
        raise TypeError("a template prints a value that may be None")
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def content_policy(script: str) -> str:
    """Nothing is fetched, and no script runs but ours."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
        f" form-action 'none'; script-src 'sha256-{digest}'"
    )


def report_figures(report: Report, index: Index) -> Iterator[Drawing]:
    """Network and timelines, as far as there is something to draw."""
    pictures = report.pictures
    yield from filter(None, (network_figure(pictures, index),))
    for clock in ("said", "valid"):
        yield from filter(None, (clock_figure(clock, pictures.marks, index),))


def claims_data(report: Report) -> str:
    """The claims as JSON inside the page, for other tools, with sorted keys."""
    about = {
        "schema_version": report.schema_version,
        "name": report.name,
        "subjects": report.subjects,
        "corpus_sha256": report.head.corpus_sha256,
    }
    # claim by claim: all of them as maps at once would take several times the page
    claims = ",".join(compact_json(asdict(line)) for line in report.claims)
    return f'{{"claims":[{claims}],{compact_json(about)[1:]}'


def compact_json(held: object) -> str:
    """JSON without spaces, in ASCII, that no page takes for markup."""
    text = json.dumps(held, sort_keys=True, separators=(",", ":"))
    for letter, spelt in KEPT_OUT.items():
        text = text.replace(letter, spelt)
    return printable(text)
