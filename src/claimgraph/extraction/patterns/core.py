"""The rules of the core: the patterns of the lexicon over the words of an article."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from claimgraph.extraction.attacks.counts import counts_in
from claimgraph.extraction.attacks.deeds_beside import NOUNS_BESIDE
from claimgraph.extraction.attacks.targets import AT, Point
from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.ground import Ground
from claimgraph.extraction.names.coreference import GROUP_NOUNS, Memory
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.named_before import NamedBefore
from claimgraph.extraction.patterns.masking import Masked, MaskedSentence
from claimgraph.extraction.patterns.surface import matches, value_words
from claimgraph.extraction.patterns.surface_claims import SurfaceClaims
from claimgraph.extraction.patterns.surface_speakers import Voices
from claimgraph.extraction.rules.once import unique
from claimgraph.extraction.steps.sieve import Sieve
from claimgraph.extraction.words.deed_lists import NOUNS
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan, Value

# a passage that is longer joins what does not belong together
LONGEST = 160
DEED_NOUNS = frozenset((*NOUNS, *NOUNS_BESIDE))
ANAPHOR = re.compile(
    rf"\b(?:[Tt]he|[Tt]his)(?: same)? (?:{'|'.join(sorted(GROUP_NOUNS))})\b|^It\b"
)


def core_candidates(ground: Ground, sieve: Sieve) -> Iterator[ClaimCandidate]:
    """The candidates that patterns find, in the order of the text."""
    core = Core(ground)
    for number, passage in enumerate(ground.passages):
        mentions = core.mentions(passage)
        if core.tells(passage) or sieve.holds(passage.words):
            yield from unique(core.candidates(number, passage, mentions))
        core.remember(number, passage, mentions)


def circumstances_beside(
    ground: Ground, found: Sequence[ClaimCandidate]
) -> Iterator[ClaimCandidate]:
    """The day and the place of each attack of which nothing found tells them."""
    held = {(one.relation, one.subject) for one in found}
    hit = {(one.subject, one.object) for one in found if one.object is not None}
    core = Core(ground)
    for number, passage in enumerate(ground.passages):
        mentions = core.mentions(passage)
        claims = SurfaceClaims(ground, core.voices, number, passage, mentions)
        for one in core.circumstances(passage, claims, ("day", "place"), near=True):
            new = (one.relation, one.subject) not in held
            if new and (one.subject, one.object) not in hit:
                held.add((one.relation, one.subject))
                yield one
        core.remember(number, passage, mentions)


class Core:
    """Reads one sentence after the other."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.text = ground, ground.text
        self.voices = Voices(ground.text)
        self.memory = Memory()

    def mentions(self, passage: SpokenSentence) -> Sequence[Mention]:
        """Who is spoken of in a sentence."""
        held = self.ground.mentions
        first = bisect_left(held, passage.span.start, key=lambda one: one.span.start)
        last = bisect_left(held, passage.span.end, key=lambda one: one.span.start)
        return held[first:last]

    def tells(self, passage: SpokenSentence) -> bool:
        """Whether a sentence tells of an attack."""
        return bool(self.ground.attacks.within(passage.span))

    def remember(
        self, number: int, passage: SpokenSentence, mentions: Sequence[Mention]
    ) -> None:
        """Keep who was spoken of, and who spoke, for the next sentences."""
        self.voices.remember(number, passage, mentions)
        for at, one in enumerate(mentions):
            self.memory.note(NamedBefore(one.entity.id, one.span, number, at == 0))

    def candidates(
        self, number: int, passage: SpokenSentence, mentions: Sequence[Mention]
    ) -> Iterator[ClaimCandidate]:
        """The candidates of one sentence."""
        deeds = self.ground.attacks.within(passage.span)
        nouns = [one for one in deeds if self.is_noun(one[0])]
        names = [*self.named(mentions), *self.meant(number, passage, mentions)]
        plain = MaskedSentence(passage, [*marks(nouns), *names, *numbers(passage)])
        whole = plain
        if len(nouns) < len(deeds):
            whole = MaskedSentence(passage, [*marks(deeds), *names])
        claims = SurfaceClaims(self.ground, self.voices, number, passage, mentions)
        yield from self.circumstances(passage, claims)
        for found in matches(plain, whole):
            sentence = whole if found.rule.verbs else plain
            yield from claims.claims(sentence, found)

    def circumstances(
        self,
        passage: SpokenSentence,
        claims: SurfaceClaims,
        kinds: Collection[str] = ("day", "place", "hit"),
        *,
        near: bool = False,
    ) -> Iterator[ClaimCandidate]:
        """When and where the attacks of a sentence were, and whom they hit."""
        attacks = self.ground.attacks
        for deed, who in attacks.within(passage.span):
            for point in attacks.points.get(deed, ()):
                start = min(deed.start, point.span.start)
                span = TextSpan(start, max(deed.end, point.span.end))
                if near and point.kind == "place" and not self.is_near(deed, point):
                    continue
                if point.kind not in kinds or span.end - span.start > LONGEST:
                    continue
                chain, denied = claims.chain(span)
                if denied:
                    continue
                day = point.kind == "day"
                yield ClaimCandidate(
                    relation=next(iter(words("circumstances", point.kind))),
                    subject=who,
                    object=None if day else point.what,
                    value=Value(on=point.what) if day else None,
                    quote=span,
                    speakers=tuple(chain),
                    rule=f"attack-{point.kind}",
                )

    def is_near(self, deed: TextSpan, point: Point) -> bool:
        """Whether a place stands behind a deed, and nothing parts them."""
        gap = self.text[deed.end : point.span.start]
        return deed.end < point.span.start and AT.fullmatch(gap) is not None

    def is_noun(self, span: TextSpan) -> bool:
        """Whether a word for an attack is a noun."""
        return self.text[span.start : span.end].lower() in DEED_NOUNS

    def named(self, mentions: Sequence[Mention]) -> Iterator[Masked]:
        """Those who have a name, or are a body."""
        for one in mentions:
            if one.prefix in ("person", "attack") and one.entity.unnamed:
                continue
            if one.prefix == "attack":
                continue
            others = tuple(other.id for other in one.others)
            yield Masked(one.span, one.prefix, one.entity.id, others)

    def meant(
        self, number: int, passage: SpokenSentence, mentions: Sequence[Mention]
    ) -> Iterator[Masked]:
        """Those who are meant by "the group", where that is clear."""
        for found in ANAPHOR.finditer(passage.words):
            start = passage.span.start + found.start()
            end = passage.span.start + found.end()
            if any(one.span.start < end and start < one.span.end for one in mentions):
                continue
            for one in self.memory.meant(found[0], number, start, strict=True):
                yield Masked(TextSpan(start, end), id_prefix(one.who), one.who)


def numbers(passage: SpokenSentence) -> Iterator[Masked]:
    """The numbers of a sentence that may count somebody, where some rule asks."""
    if value_words().isdisjoint(one.folded for one in passage.tokens):
        return
    for one in counts_in(passage):
        yield Masked(one.span, "number", value=one.value, word=one.word)


def marks(deeds: Sequence[tuple[TextSpan, str]]) -> Iterator[Masked]:
    """The words for attacks as signs."""
    return (Masked(span, "attack", who) for span, who in deeds)
