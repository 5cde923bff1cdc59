"""Denials of a charge that the sentence does not name: whoever was blamed before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.schema import load_schema

# the entries of those who deny a charge, or are silent on it, and not on a deed
CHARGES = ("deny-charge", "does-not-answer-charge")


# that of those who cannot say whether a group took responsibility rightly
CLAIM = "cannot-verify-claim"
# how many parsed sentences on "the claim" is still that of a group
STILL = 1


class Answers:
    """Keeps who was blamed in an article, and for what, and who claimed what last."""

    def __init__(self) -> None:
        self.blamed: dict[str, str] = {}
        # by relation, with the sentence
        self.last: dict[str, tuple[int, ClaimCandidate]] = {}
        self.read = 0

    def told(self, found: Iterable[ClaimCandidate]) -> Iterator[ClaimCandidate]:
        """The candidates of a sentence without answers to what nobody said."""
        self.read += 1
        for one in found:
            if one.rule in CHARGES:
                charged = self.blamed.get(one.object or "")
                if charged is not None:
                    yield replace(one, subject=charged)
            elif one.rule == CLAIM:
                at, last = self.last.get(one.relation, (0, None))
                if last is not None and one.speakers and self.read - at <= STILL:
                    yield replace(one, subject=last.subject, object=last.object)
            else:
                yield one
                self.keep(one)

    def keep(self, one: ClaimCandidate) -> None:
        """Take in who is said to have done what, or says so himself."""
        relation = load_schema().relations[one.relation]
        if one.object is None or one.polarity != "affirmed":
            return
        if relation.actor == "object":
            self.blamed[one.object] = one.subject
        self.last[one.relation] = (self.read, one)
