"""What a body says of its own deeds, by itself or through its spokesman."""

from collections.abc import Sequence

from claimgraph.extraction.candidates import Speaker
from claimgraph.extraction.meaning.first_person import FirstPerson
from claimgraph.extraction.rules.holders import Holders
from claimgraph.extraction.speech.modality import PHRASES
from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.steps.hits import Hit
from claimgraph.ids import id_prefix


class OwnWords:
    """Knows in one sentence who speaks in whose name."""

    def __init__(self, holders: Holders, speakers: FirstPerson) -> None:
        self.holders, self.speakers = holders, speakers

    def spokesman(self, hit: Hit, body: str) -> tuple[Speaker, ...]:
        """The person who stands where the origin of a claim does, and speaks for it."""
        end = hit.entry.origin or ""
        for i in (one for words in hit.ways(end)[:1] for one in words):
            if self.speakers.in_whose_name(i, heads=True) != body:
                continue
            who = self.holders.holder(i)
            if who is not None and id_prefix(who) == "person":
                cue = self.holders.reading.phrase_span(i)
                return (Speaker(holder=who, cue=cue),)
        return ()

    def is_word_of(self, told: Sequence[Voice], body: str) -> bool:
        """Whether the last of some voices speaks in the name of a body."""
        return any(
            self.speakers.in_whose_name(voice.words[0], heads=True) == body
            for voice in told[-1:]
            if voice.words
        )


def may_be_own(hit: Hit) -> bool:
    """Whether a trigger plainly tells of a deed, and so may be one's own word."""
    entry = hit.entry
    plain = entry.modality == "stated" and entry.speaker_slot is None
    return plain and entry.origin is None and entry.frame.name not in PHRASES
