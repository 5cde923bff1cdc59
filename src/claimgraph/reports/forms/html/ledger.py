"""All claims of a report in one table, with filters for who has a script."""

from collections.abc import Iterable

from claimgraph.model import MODALITIES, POLARITIES
from claimgraph.reports.document import ClaimLine, Report
from claimgraph.reports.document.wording import chain_words, day_words
from claimgraph.reports.forms.html.cards import opened, spoken
from claimgraph.reports.forms.html.index import Index, anchor
from claimgraph.reports.forms.html.markup import Markup, element, name_of
from claimgraph.reports.forms.html.sections import framed, part

COLUMNS = ("No.", "Claim and quote", "Chain", "When", "Where")


def ledger(report: Report, index: Index) -> Markup:
    """Every claim once, in the order of the numbers."""
    if not report.claims:
        return part("ledger", "All claims", element("p", "There is none."))
    rows = [row(line, index) for line in report.claims]
    return part(
        "ledger",
        "All claims",
        filters(report.claims),
        element(
            "p",
            f"{len(rows)} of {len(rows)} claims are shown.",
            id="shown",
            role="status",
        ),
        framed("Every claim that this report names", COLUMNS, rows),
    )


def filters(lines: Iterable[ClaimLine]) -> Markup:
    """Choices by polarity, modality, source and words; hidden until a script runs."""
    found = list(lines)
    origins = sorted({(one.origin_name, one.origin) for one in found})
    return element(
        "div",
        choice("polarity", "Polarity", [(one, one) for one in POLARITIES]),
        choice("modality", "Modality", [(one, one) for one in MODALITIES]),
        choice("source", "Source", [(id_, name) for name, id_ in origins]),
        element(
            "label",
            "Words ",
            element("input", type="search", id="filter-words", autocomplete="off"),
        ),
        element("button", "Show all", type="button", id="filter-none"),
        id="filters",
        role="group",
        aria_label="Filter the claims",
        hidden=True,
    )


def choice(key: str, label: str, options: Iterable[tuple[str, str]]) -> Markup:
    """A list to choose one value from, or all."""
    return element(
        "label",
        f"{label} ",
        element(
            "select",
            element("option", "all", value=""),
            *(element("option", name, value=value) for value, name in options),
            id=f"filter-{key}",
        ),
    )


def row(line: ClaimLine, index: Index) -> Markup:
    """A claim on one row; its passage opens here where no section has its card."""
    alone = line.id not in index.printed
    number = str(line.number)
    return element(
        "tr",
        element(
            "th",
            number if alone else element("a", number, href=anchor(line), class_="ref"),
            scope="row",
        ),
        element(
            "td",
            spoken(line),
            element("q", line.quote, dir="auto"),
            opened(line, index.passages.get(line.id)) if alone else None,
        ),
        element("td", name_of(chain_words(line.chain))),
        element("td", *dates(line)),
        element(
            "td",
            element("cite", name_of(line.title)),
            " ",
            element("span", line.article, class_="id"),
            f" {line.place}",
        ),
        id=f"claim-{number}" if alone else None,
        class_=line.polarity,
        data_polarity=line.polarity,
        data_modality=line.modality,
        data_source=line.origin,
    )


def dates(line: ClaimLine) -> Iterable[Markup]:
    """What day it was said, when it held, when it was published."""
    pairs = (("said", line.said), ("held", line.valid), ("published", line.published))
    for name, value in pairs:
        if value:
            yield element("span", f"{name} {day_words(value)} ", class_="day")
