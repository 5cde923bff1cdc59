"""Who is meant where somebody speaks for others: its spokesman, a video of theirs."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.speech.writings import authors
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.extraction.words.telling import WRITINGS
from claimgraph.ids import id_prefix

# so many words behind a text it is still told what it says
NEAR_TEXT = 8
# the frame of those who say what they did themselves
SAID_OWN = "said-own-deed"


class Spokesmen:
    """Finds the bodies for which those speak who stand at an end of a trigger."""

    def __init__(self, reading: Reading, referents: Referents) -> None:
        self.reading, self.referents = reading, referents

    def in_whose_name(
        self, hit: Hit, end: str, prefixes: Sequence[str], *, heads: bool = False
    ) -> Iterator[Referent]:
        """The bodies whose spokesmen, or whose `heads` too, stand at an end."""
        for i in (one for words in hit.ways(end)[:1] for one in words):
            who = self.referents.speakers.in_whose_name(i, heads=heads)
            if who is not None and id_prefix(who) in prefixes:
                yield Referent(who, self.reading.phrase_span(i))

    def spoken_for(self, hit: Hit, end: str) -> Iterator[Referent]:
        """The group for which somebody with a name says what it did."""
        if hit.entry.frame.name == SAID_OWN:
            for i in (one for words in hit.ways(end)[:1] for one in words):
                who = self.referents.speakers.spoken_for(i)
                if who is not None and id_prefix(who) == "group":
                    yield Referent(who, self.reading.words_span([i]))
            return
        yield from self.in_whose_name(hit, end, ("group",), heads=True)
        text = self.text_before(hit.trigger)
        if text is not None:
            # "released a video claiming responsibility", whatever the parse says
            theirs = authors(self.reading.tree, text)
            yield from self.referents.meant(theirs, ("group",))

    def text_before(self, i: int) -> int | None:
        """The text in which a form with -ing behind it says something: a leaflet."""
        tree = self.reading.tree
        near = range(i - 1, max(-1, i - NEAR_TEXT), -1)
        if tree[i].tag != "VBG" or tree.children(i, *SUBJECTS):
            return next((one for one in near[:1] if tree[one].lemma in WRITINGS), None)
        return next((one for one in near if tree[one].lemma in WRITINGS), None)
