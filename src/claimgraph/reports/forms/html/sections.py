"""The text of a report: its head, its sections with tables, its sources."""

from collections.abc import Iterable

from claimgraph.reports.document import Head, Report, Section, Sentence, Table
from claimgraph.reports.forms.html.cards import card
from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.markup import Markup, element, joined, name_of


def head(report: Report) -> Markup:
    """Title and caution, and what was used and left out."""
    about = report.head
    return element(
        "header",
        element("h1", name_of(report.title)),
        element("p", about.caution, class_="caution"),
        element(
            "p",
            f"{about.used} claims used",
            f", {about.proposed} of them proposed and not reviewed"
            if about.proposed
            else None,
            f"; {sum(len(one.claims) for one in about.left_out)} left out",
            f"; {about.rejected} rejected before" if about.rejected else None,
            ".",
            class_="lead",
        ),
        element(
            "details",
            element("summary", "How this was made"),
            element("dl", *made(about)),
            class_="made",
        ),
    )


def made(about: Head) -> Iterable[Markup]:
    """Filters, what they leave out, and the hash of what there was."""
    yield described("Filters", *(about.filters or ("none",)))
    for one in about.left_out:
        yield described(f"Left out: {one.reason}", f"{len(one.claims)} claims")
    yield described("Rejected claims", str(about.rejected))
    if about.unchecked:
        yield described("Articles whose quotes no text could prove", *about.unchecked)
    yield described("Corpus (SHA-256)", about.corpus_sha256)


def described(term: str, *values: str) -> Markup:
    """A term and what there is to say of it."""
    return element(
        "div", element("dt", term), *(element("dd", value) for value in values)
    )


def contents(entries: Iterable[tuple[str, str]]) -> Markup:
    """Links to the parts of the page, by key and title."""
    items = (
        element("li", element("a", title, href=f"#{key}")) for key, title in entries
    )
    return element("nav", element("ul", *items), aria_label="Contents")


def part(key: str, title: str, *children: str | None) -> Markup:
    """A part of the page with a heading; the key is its anchor."""
    heading = element("h2", title, id=f"{key}-title")
    return element(
        "section", heading, *children, id=key, aria_labelledby=f"{key}-title"
    )


def summary(report: Report, index: Index) -> Markup:
    """What the sources agree and disagree on."""
    return part("summary", "Summary", sentences(report.summary, index))


def section(one: Section, index: Index) -> Markup:
    """A section: sentences, tables, then the claims printed whole."""
    cards = [card(line, index) for line in index.numbered(one.claims)]
    return part(
        anchor(one),
        one.title,
        sentences(one.sentences, index),
        *(table(each, index) for each in one.tables),
        element("div", *cards, class_="cards") if cards else None,
    )


def anchor(one: Section) -> str:
    """Where a section is on the page."""
    return f"part-{one.key}"


def sentences(found: Iterable[Sentence], index: Index) -> Markup | None:
    """Sentences as a list, each with the numbers of its claims."""
    items = [element("li", name_of(one.text), index.links(one.claims)) for one in found]
    return element("ul", *items, class_="sentences") if items else None


def table(one: Table, index: Index) -> Markup:
    """A table; the first cell of a row is its heading, the last are its claims."""
    cited = any(row.claims for row in one.rows)
    columns = [*one.columns, *(["Claims"] if cited else [])]
    rows = [
        element(
            "tr",
            *(
                element(
                    "td" if at else "th", name_of(cell), scope=None if at else "row"
                )
                for at, cell in enumerate(row.cells)
            ),
            element("td", index.links(row.claims)) if cited else None,
        )
        for row in one.rows
    ]
    return framed(one.caption, columns, rows)


def framed(caption: str, columns: Iterable[str], rows: Iterable[Markup]) -> Markup:
    """A table that may scroll sideways in a frame of its own."""
    heads = (element("th", column, scope="col") for column in columns)
    return element(
        "div",
        element(
            "table",
            element("caption", name_of(caption)),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
        ),
        class_="frame",
        tabindex="0",
        role="region",
        aria_label=f"Table: {caption}",
    )


def sources(report: Report, index: Index) -> Markup | None:
    """On whose word how much of the report rests."""
    if not report.sources:
        return None
    rows = [
        element(
            "tr",
            element("th", name_of(one.name), scope="row"),
            element("td", str(len(one.claims)), class_="number"),
            element("td", f"{one.share:.0%}", class_="number"),
            element("td", index.links(one.claims)),
        )
        for one in report.sources
    ]
    columns = ("Source", "Claims", "Share", "Which")
    return part("sources", "Sources", framed("Claims by source", columns, rows))


def paragraph(*children: str) -> Markup:
    """A remark under a drawing or a table."""
    return element("p", joined(*children), class_="note")
