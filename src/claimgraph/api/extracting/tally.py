"""What a run over articles came to."""

from collections import Counter
from dataclasses import dataclass, field

from claimgraph.api.extracting.corpus import Written
from claimgraph.extraction.proposals import Proposals

# a run over thousands of articles must not keep every reason
MOST_REASONS = 200
OTHER = "other reasons"


@dataclass(slots=True)
class RunCount:
    """Counts of a run: articles and what became of them, claims, and why some not."""

    articles: int = 0
    passed_over: int = 0
    failed: int = 0
    proposed: int = 0
    kept: int = 0
    gone: int = 0
    dropped: int = 0
    refused: Counter[str] = field(default_factory=Counter[str])

    def count_written(self, proposals: Proposals, written: Written) -> None:
        """Counts an article of a corpus."""
        self.articles += 1
        self.proposed += written.new
        self.kept += written.kept
        self.gone += written.gone
        self.dropped += written.dropped
        self.refuse(proposals.reasons + written.unfit)

    def count(self, proposals: Proposals) -> None:
        """Counts an article of a file."""
        self.articles += 1
        self.proposed += len(proposals.claims)
        self.refuse(proposals.reasons)

    def refuse(self, reasons: Counter[str]) -> None:
        """Counts why proposals were refused."""
        for reason, number in reasons.items():
            known = reason in self.refused or len(self.refused) < MOST_REASONS
            self.refused[reason if known else OTHER] += number
