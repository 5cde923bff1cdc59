"""Denials of a charge that the sentence does not name: whoever was blamed before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.schema import load_schema

# the entry of those who deny a charge, and not a deed
CHARGE = "deny-charge"


class Answers:
    """Keeps who was blamed in an article, and for what."""

    def __init__(self) -> None:
        self.blamed: dict[str, str] = {}

    def told(self, found: Iterable[ClaimCandidate]) -> Iterator[ClaimCandidate]:
        """The candidates of a sentence without denials by those whom nobody blamed."""
        relations = load_schema().relations
        for one in found:
            charged = self.blamed.get(one.object or "")
            if one.rule == CHARGE:
                if charged is not None:
                    yield replace(one, subject=charged)
                continue
            yield one
            done = relations[one.relation].actor == "object"
            if done and one.object is not None and one.polarity == "affirmed":
                self.blamed[one.object] = one.subject
