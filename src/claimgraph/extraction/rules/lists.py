"""Lists under a heading that says who did what stands in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.trees.reading import NamedSpan
from claimgraph.ids import id_prefix

ITEM = re.compile(r"(?:[\u2022\u25cf\u25e6\u2023*\u00b7-]|\(?\d{1,2}[.)])\s")
ENDING = ":"


class Lists:
    """Remembers the heading that a list stands under."""

    def __init__(self) -> None:
        self.headings: list[ClaimCandidate] = []

    def read(
        self, words: str, found: Sequence[ClaimCandidate], deeds: Sequence[NamedSpan]
    ) -> Iterator[ClaimCandidate]:
        """The claims that a heading makes of an item: its words, the item's attack.

        `found` are the candidates of the line itself.
        """
        if ITEM.match(words):
            for one in deeds[:1]:
                for heading in self.headings:
                    yield replace(heading, subject=one.who)
            return
        self.headings = []
        if words.endswith(ENDING):
            self.headings = [
                one
                for one in found
                if id_prefix(one.subject) == "attack"
                and one.object is not None
                and id_prefix(one.object) in ("group", "org")
                and one.polarity == "affirmed"
            ]
