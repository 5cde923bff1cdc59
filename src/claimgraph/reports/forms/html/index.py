"""The claims of a report by id, and how the page refers to them."""

from collections.abc import Iterable

from claimgraph.reports.document import ClaimLine, Passage, Report
from claimgraph.reports.forms.html.markup import Markup, element, escaped, joined

SHOWN_AT_ONCE = 12
MINUS = "\N{MINUS SIGN}"


class Index:
    """Claims by id; `open` are those whose card has been printed already."""

    def __init__(self, report: Report) -> None:
        self.lines: dict[str, ClaimLine] = {line.id: line for line in report.claims}
        self.passages: dict[str, Passage] = {one.claim: one for one in report.passages}
        self.printed: set[str] = set()

    def numbered(self, claims: Iterable[str]) -> list[ClaimLine]:
        """The lines of claims by number; ids that the report lacks are left out."""
        found = {
            self.lines[one].number: self.lines[one]
            for one in claims
            if one in self.lines
        }
        return [found[number] for number in sorted(found)]

    def links(self, claims: Iterable[str]) -> Markup:
        """The numbers of claims, each leading to its card; many can be opened."""
        links = [link(line) for line in self.numbered(claims)]
        if not links:
            return Markup("")
        first = joined(*(joined(" ", one) for one in links[:SHOWN_AT_ONCE]))
        if len(links) <= SHOWN_AT_ONCE:
            return element("span", first, class_="refs")
        rest = joined(*(joined(" ", one) for one in links[SHOWN_AT_ONCE:]))
        more = element("summary", f"and {len(links) - SHOWN_AT_ONCE} more")
        return joined(
            element("span", first, class_="refs"),
            " ",
            element("details", more, rest, class_="refs"),
        )

    def tooltip(self, claims: Iterable[str]) -> str:
        """Who says it, with the quotes: what a line or mark shows when it is chosen."""
        return "\n".join(
            f"{line.number} {line.sign} {line.told} “{line.quote}”"
            for line in self.numbered(claims)
        )


def link(line: ClaimLine) -> Markup:
    """The number of a claim, leading to its card."""
    about = f"{line.number}: {line.polarity}, {line.origin_name}"
    return element("a", str(line.number), href=anchor(line), title=about, class_="ref")


def anchor(line: ClaimLine) -> str:
    """Where the card of a claim is."""
    return f"#claim-{line.number}"


def words(name: str) -> str:
    """The name of a relation as words.

    >>> words("ALLEGED_LINK")
    'alleged link'
    """
    return name.replace("_", " ").lower()


def sign(mark: str, polarity: str) -> Markup:
    """The sign of a claim, with a word for who does not see it."""
    return element(
        "span",
        element("span", escaped(mark if mark != "-" else MINUS), aria_hidden="true"),
        element("span", f"{polarity}: ", class_="unseen"),
        class_="sign",
    )
