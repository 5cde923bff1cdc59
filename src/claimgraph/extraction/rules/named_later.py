"""Speakers without a name whom an article names elsewhere: a spokesman, by his name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimgraph.extraction.candidates import Cast, ClaimCandidate, Speaker
from claimgraph.extraction.names.coreference import Memory
from claimgraph.extraction.rules.learnt import affiliations
from claimgraph.extraction.words.cues import cues
from claimgraph.folding import fold
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

# what mostly one person of an article is, and of these who heads a body
OFFICES, HEADING = cues("offices", "held_by_one"), cues("offices", "heading")
# words beside an office that tell nothing of whose it is
PLAIN = cues("offices", "plain")
# what a person is: right before his name, or behind it after a comma or "of"
BEFORE = re.compile(r"(?:[\w'.-]+ ){0,4}$")
BEHIND = re.compile(r"(?:, (?!who\b)| \(| of | for )[^.;,()\n\"]{0,60}")
# one of several, of whom others were told before
ANY = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)


class NamedLater:
    """The people of an article by the offices that it tells them to have."""

    def __init__(self, stem: str, text: str, cast: Cast, memory: Memory) -> None:
        self.start, self.text, self.cast = f"person/unnamed-{stem}-", text, cast
        self.bodies: Mapping[str, set[str]] = {}
        self.called = memory.people_called
        self.heads: Mapping[str, str] = {
            body: who for who, body in memory.heads.items()
        }
        self.known: dict[str, str] = {}

    def with_names(self, found: Sequence[ClaimCandidate]) -> Iterator[ClaimCandidate]:
        """The claims with the speakers who are named elsewhere by their names."""
        self.bodies = bodies_of_people(found)
        for one in found:
            yield replace(one, speakers=tuple(map(self.named, one.speakers)))

    def named(self, speaker: Speaker) -> Speaker:
        """A speaker, by name where the article has it."""
        who = speaker.holder
        if not (is_unnamed(who) and who.startswith(self.start)):
            return speaker
        if who not in self.known:
            found = self.holder_of(who.removeprefix(self.start))
            if found is not None and self.is_another(speaker, found):
                found = None
            self.known[who] = found or who
        return replace(speaker, holder=self.known[who])

    def holder_of(self, slug: str) -> str | None:
        """Who holds an office, by the words for it."""
        words = slug.split("-")
        office = next((one for one in words if one in OFFICES), None)
        if office is None:
            return None
        if office in HEADING:
            return self.head(slug, office)
        told = {one for one in words if one != office} - PLAIN
        people = self.called.get(one_word(office), set())
        if len(people) != 1:
            return None
        (who,) = people
        return who if all(self.is_beside(who, one) for one in told) else None

    def head(self, slug: str, office: str) -> str | None:
        """Who heads the body that is named in the words for its head, and no more."""
        for body, who in self.heads.items():
            names = self.cast[body].entity.names if body in self.cast else ()
            for name in ("-".join(fold(one).split()) for one in names):
                rest = {*slug.replace(name, "").split("-"), ""} - PLAIN
                if name in slug and rest == {"", office}:
                    return who
        return None

    def is_another(self, speaker: Speaker, who: str) -> bool:
        """Whether a speaker is none who was named: one of another body, or any one."""
        bodies, others = (self.bodies.get(one) for one in (speaker.holder, who))
        if bodies and others and bodies.isdisjoint(others):
            return True
        if speaker.cue is None or who not in self.cast:
            return False
        first = min(one.start for one in self.cast[who].mentions)
        told = self.text[speaker.cue.start : speaker.cue.end]
        return first < speaker.cue.start and ANY.match(told) is not None

    def is_beside(self, who: str, word: str) -> bool:
        """Whether a word stands beside the name of somebody at one place."""
        spans = self.cast[who].mentions if who in self.cast else ()
        return any(word in fold(self.around(one)).split() for one in spans)

    def around(self, span: TextSpan) -> str:
        """The words around a name that tell what he is."""
        before = BEFORE.search(self.text, max(0, span.start - 60), span.start)
        behind = BEHIND.match(self.text, span.end)
        return f"{before[0] if before else ''} {behind[0] if behind else ''}"


def bodies_of_people(found: Iterable[ClaimCandidate]) -> Mapping[str, set[str]]:
    """The bodies of which an article tells people to be, by the id of a person."""
    bodies = defaultdict[str, set[str]](set)
    for who, body in affiliations(found, ("group", "org", "state")):
        bodies[who].add(body)
    return bodies


def one_word(office: str) -> str:
    """An office by one word for all who hold it: spokesman, spokeswoman."""
    return "spokesman" if office.startswith("spokes") else office


def people_called(
    told: Iterable[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """The offices that a sentence tells people to have, with whose they are."""
    for noun, who in told:
        if noun in OFFICES and id_prefix(who) == "person":
            yield one_word(noun), who
