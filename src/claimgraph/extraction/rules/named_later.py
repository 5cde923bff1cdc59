"""Speakers without a name whom an article names elsewhere: a spokesman, by his name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimgraph.extraction.candidates import Cast, ClaimCandidate, Speaker
from claimgraph.extraction.names.coreference import Memory
from claimgraph.extraction.words.cues import cues
from claimgraph.folding import fold
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

# what mostly one person of an article is, and of these who heads a body
OFFICES, HEADING = cues("offices", "held_by_one"), cues("offices", "heading")
# words beside an office that tell nothing of whose it is
PLAIN = cues("offices", "plain")
# so near to a name stand the words that tell of whose office it is
NEAR = 90


class NamedLater:
    """The people of an article by the offices that it tells them to have."""

    def __init__(
        self,
        stem: str,
        text: str,
        cast: Cast,
        memory: Memory,
        found: Iterable[ClaimCandidate],
    ) -> None:
        self.start, self.text, self.cast = f"person/unnamed-{stem}-", text, cast
        self.bodies = bodies_of_people(found)
        self.called = memory.people_called
        self.heads: Mapping[str, str] = {
            body: who for who, body in memory.heads.items()
        }
        self.known: dict[str, str] = {}

    def with_names(self, found: Iterable[ClaimCandidate]) -> Iterator[ClaimCandidate]:
        """The claims with the speakers who are named elsewhere by their names."""
        for one in found:
            yield replace(one, speakers=tuple(map(self.named, one.speakers)))

    def named(self, speaker: Speaker) -> Speaker:
        """A speaker, by name where the article has it."""
        who = speaker.holder
        if not (is_unnamed(who) and who.startswith(self.start)):
            return speaker
        if who not in self.known:
            found = self.holder_of(who.removeprefix(self.start))
            if found is not None and self.are_of_two_bodies(who, found):
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
            return self.head(slug)
        told = {one for one in words if one != office} - PLAIN
        people = self.called.get(one_word(office), set())
        if len(people) != 1:
            return None
        (who,) = people
        return who if all(self.is_beside(who, one) for one in told) else None

    def head(self, slug: str) -> str | None:
        """Who heads the body that is named in the words for its head."""
        for body, who in self.heads.items():
            names = self.cast[body].entity.names if body in self.cast else ()
            if any("-".join(fold(one).split()) in slug for one in names):
                return who
        return None

    def are_of_two_bodies(self, one: str, other: str) -> bool:
        """Whether the article tells of whom each of two people is, of another body."""
        bodies, others = (self.bodies.get(who, set()) for who in (one, other))
        return bool(bodies and others) and bodies.isdisjoint(others)

    def is_beside(self, who: str, word: str) -> bool:
        """Whether a word stands near the name of somebody at one place."""
        spans = self.cast[who].mentions if who in self.cast else ()
        return any(word in fold(self.around(one)) for one in spans)

    def around(self, span: TextSpan) -> str:
        """The words around a name."""
        return self.text[max(0, span.start - NEAR) : span.end + NEAR]


def one_word(office: str) -> str:
    """An office by one word for all who hold it: spokesman, spokeswoman."""
    return "spokesman" if office.startswith("spokes") else office


def bodies_of_people(found: Iterable[ClaimCandidate]) -> Mapping[str, set[str]]:
    """The bodies of which an article tells people to be, by the id of a person."""
    bodies = defaultdict[str, set[str]](set)
    for one in found:
        if one.relation == "MEMBER_OF" and one.object is not None:
            bodies[one.subject].add(one.object)
        elif one.relation == "LED_BY" and one.object is not None:
            bodies[one.object].add(one.subject)
    return bodies


def people_called(
    told: Iterable[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """The offices that a sentence tells people to have, with whose they are."""
    for noun, who in told:
        if noun in OFFICES and id_prefix(who) == "person":
            yield one_word(noun), who
