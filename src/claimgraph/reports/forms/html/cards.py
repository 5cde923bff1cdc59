"""A claim printed whole: who says it, the quote, the chain, the dates, the place."""

from collections.abc import Iterator

from claimgraph.reports.document import ClaimLine, Passage
from claimgraph.reports.document.wording import details
from claimgraph.reports.forms.html.index import Index, link, sign
from claimgraph.reports.forms.html.markup import Markup, element, joined, name_of


def card(line: ClaimLine, index: Index) -> Markup:
    """A claim with its passage; where it was printed before, without the passage."""
    first = line.id not in index.printed
    index.printed.add(line.id)
    return element(
        "article",
        element("p", link(line), " ", spoken(line), class_="says"),
        element("blockquote", element("p", line.quote, dir="auto")),
        element("dl", *(pair(term, value) for term, value in details(line))),
        opened(line, index.passages.get(line.id)) if first else None,
        id=f"claim-{line.number}" if first else None,
        class_=f"claim {line.polarity}",
        aria_label=f"Claim {line.number}",
    )


def spoken(line: ClaimLine) -> Markup:
    """The sign, and who says what of whom, with the finer type behind it."""
    return joined(
        sign(line.sign, line.polarity),
        " ",
        element("span", name_of(line.told)),
        *(joined(" ", element("span", tag, class_="tag")) for tag in tags(line)),
    )


def tags(line: ClaimLine) -> Iterator[str]:
    """What a reader should see at once beside the sentence."""
    yield line.modality
    if line.reason:
        yield line.reason
    if line.review != "accepted":
        yield line.review


def pair(term: str, value: str) -> Markup:
    """One particular of a claim."""
    return element("div", element("dt", term), " ", element("dd", name_of(value)))


def opened(line: ClaimLine, passage: Passage | None) -> Markup:
    """The quote in its place in the raw text, which opens without a script."""
    if passage is None:
        return element("p", "No text is at hand for this quote.", class_="note")
    about = element("span", f" (claim {line.number})", class_="unseen")
    return element(
        "details",
        element("summary", "Read it in its place", about),
        element(
            "p",
            passage.before,
            element("mark", passage.quote),
            passage.after,
            class_="passage",
            dir="auto",
        ),
    )
