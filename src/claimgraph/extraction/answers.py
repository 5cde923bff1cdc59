"""Denials of a charge that the sentence does not name: whoever was blamed before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate, Speaker
from claimgraph.schema import load_schema

# the entries of those who deny a charge, or are silent on it, and not on a deed
CHARGES = ("deny-charge", "does-not-answer-charge")
# the entry of those who cannot say whether a group took responsibility rightly
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
                yield from self.unverified(one)
            else:
                yield one
                self.keep(one)

    def unverified(self, one: ClaimCandidate) -> Iterator[ClaimCandidate]:
        """The claim told of last, passed on by those who cannot verify it.

        In the sentence of that claim itself it is no other one.
        """
        at, last = self.last.get(one.relation, (0, None))
        if last is None or last.object is None or not one.speakers:
            return
        if 0 < self.read - at <= STILL:
            *before, verifier = one.speakers
            verifier = replace(verifier, stance="unverified")
            yield replace(
                one,
                subject=last.subject,
                object=last.object,
                polarity="affirmed",
                reason=None,
                speakers=(*before, verifier, Speaker(holder=last.object)),
            )

    def keep(self, one: ClaimCandidate) -> None:
        """Take in who is said to have done what, or says so himself."""
        relation = load_schema().relations[one.relation]
        if one.object is None or one.polarity != "affirmed":
            return
        if relation.actor == "object":
            self.blamed[one.object] = one.subject
        self.last[one.relation] = (self.read, one)
