"""The claims of a report by id, and how the page refers to them."""

from collections.abc import Iterable

from claimgraph.reports.document import ClaimLine, Passage, Report
from claimgraph.reports.document.wording import apart_words, is_proposed

MINUS = "\N{MINUS SIGN}"


class Index:
    """Claims and passages by id; `homes` is the section that has the card of a claim.

    A claim that several sections print has its card, with passage and anchor, in the
    first of them; one that none prints has it in the ledger.
    """

    def __init__(self, report: Report) -> None:
        self.lines: dict[str, ClaimLine] = {line.id: line for line in report.claims}
        self.passages: dict[str, Passage] = {one.claim: one for one in report.passages}
        self.names = {node.id: node.name for node in report.pictures.nodes}
        self.origins = sorted({(one.origin_name, one.origin) for one in report.claims})
        self.homes: dict[str, str] = {}
        for section in report.sections:
            for line in self.numbered_lines(section.claims):
                self.homes.setdefault(line.id, section.key)

    def numbered_lines(self, claims: Iterable[str]) -> list[ClaimLine]:
        """The lines of claims by number; ids that the report lacks are left out."""
        found = (self.lines[one] for one in self.lines.keys() & claims)
        return sorted(found, key=lambda line: line.number)

    def number(self, claims: Iterable[str]) -> str:
        """How many of these claims count, and how many are only proposed."""
        lines = self.numbered_lines(claims)
        proposed = sum(map(is_proposed, lines))
        return apart_words(len(lines) - proposed, {"proposed": proposed})

    def share_proposed(self, claims: Iterable[str]) -> str:
        """How many of the claims of a line are only proposed."""
        lines = self.numbered_lines(claims)
        proposed = sum(map(is_proposed, lines))
        some = f"{proposed} of {len(lines)}" if proposed else "none"
        return "all" if proposed == len(lines) else some

    def sign(self, claim: str) -> str:
        """The classes by which a mark of a claim is drawn."""
        line = self.lines[claim]
        return f"{line.polarity}{' proposed' * is_proposed(line)}"

    def only_proposed(self, claims: Iterable[str]) -> bool:
        """Whether nobody accepted any of these claims."""
        lines = self.numbered_lines(claims)
        return bool(lines) and all(map(is_proposed, lines))

    def cards_of(self, key: str) -> set[str]:
        """The claims that have their card in that section."""
        return {one for one, home in self.homes.items() if home == key}

    def tooltip(self, claims: Iterable[str]) -> str:
        """Who says it, with the quotes: what a line or mark shows when it is chosen."""
        return "\n".join(
            f"{line.number} {line.sign} {line.told}"
            f"{' (proposed)' if is_proposed(line) else ''} “{line.quote}”"
            for line in self.numbered_lines(claims)
        )


def relation_words(name: str) -> str:
    """The name of a relation as words.

    >>> relation_words("ALLEGED_LINK")
    'alleged link'
    """
    return name.replace("_", " ").lower()
