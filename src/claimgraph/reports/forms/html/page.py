"""A whole page of a report, with style and script inside it."""

import hashlib
from base64 import b64encode

from claimgraph.reports.document import Report
from claimgraph.reports.forms.html import sections
from claimgraph.reports.forms.html.data import inline_data
from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.ledger import ledger
from claimgraph.reports.forms.html.markup import Markup, element, joined, verbatim
from claimgraph.reports.forms.html.network import network
from claimgraph.reports.forms.html.places import chart
from claimgraph.reports.forms.html.timeline import timeline
from claimgraph.resources import packaged


def page(report: Report) -> str:
    """The page as one text; equal reports give equal texts."""
    style, script = own("style.css"), own("script.js")
    top = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(script)),
        element("title", report.title),
        element("style", verbatim(style)),
    )
    parts = joined(
        *body(report), inline_data(report), element("script", verbatim(script))
    )
    return (
        f"<!DOCTYPE html>\n{element('html', top, element('body', parts), lang='en')}\n"
    )


def own(name: str) -> str:
    """A file of ours that goes into the page as it is."""
    path = packaged("reports", "forms", "html", name)
    return "\n" + path.read_text("utf-8")


def policy(script: str) -> str:
    """Nothing is fetched, and no script runs but ours."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
        f" form-action 'none'; script-src 'sha256-{digest}'"
    )


def body(report: Report) -> list[Markup]:
    """Everything that a reader sees, in order."""
    index = Index(report)
    summary = sections.summary(report, index)
    drawn = drawings(report, index)
    parts = [sections.section(one, index) for one in report.sections]
    sources = sections.sources(report, index)
    entries = [
        ("summary", "Summary"),
        *([("drawings", "Drawings")] if drawn else []),
        *((sections.anchor(one), one.title) for one in report.sections),
        *([("sources", "Sources")] if sources else []),
        ("ledger", "All claims"),
    ]
    claims = ledger(report, index)
    main = element("main", summary, drawn, *parts, sources, claims, id="main")
    skip = element("a", "Skip to the summary", href="#main", class_="skip")
    foot = element("footer", element("p", f"Made by claimgraph. {report.head.caution}"))
    return [skip, sections.head(report), sections.contents(entries), main, foot]


def drawings(report: Report, index: Index) -> Markup | None:
    """Network, timeline and map; None where there is nothing to draw."""
    pictures = report.pictures
    clocks = [timeline(clock, pictures.marks, index) for clock in ("said", "valid")]
    found = [network(pictures, index), *clocks, chart(pictures.places, index)]
    if not any(found):
        return None
    return sections.part("drawings", "Drawings", *found)
