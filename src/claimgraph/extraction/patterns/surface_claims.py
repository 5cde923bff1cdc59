"""What a pattern that fits a sentence claims, and on whose word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from claimgraph.extraction.candidates import UNSPECIFIED, ClaimCandidate, Speaker
from claimgraph.extraction.ground import Ground
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.patterns.masking import Masked, MaskedSentence
from claimgraph.extraction.patterns.surface import Match
from claimgraph.extraction.patterns.surface_speakers import HIDDEN, Voices
from claimgraph.extraction.patterns.words_manner import hits_nobody, words_manner
from claimgraph.extraction.rules.done import FUTURE
from claimgraph.extraction.rules.quoting import without_outer_signs
from claimgraph.extraction.speech.modality import Manner
from claimgraph.extraction.trees.ends import fits
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.deed_lists import NOUNS
from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.word_lists import words
from claimgraph.model import TextSpan
from claimgraph.schema import load_schema

CLAUSE = re.compile(r"[,;:\"]| (?:that|but|and|while|who|which) ")
MEMBERS = words("groups", "members")
# an attack is spoken of in so many characters after a claim of it
NEAR_DEED, LOOK_BACK, NEAR = 90, 60, 30
# so many words before a pattern may turn it round
CLAUSE_WORDS = 3
WORD = re.compile(r"[\w-]+")
# verbs that several also do each for himself
LOOSE = tuple(
    form for one in cues("surface", "loose") for form in verb_forms(one).every
)
TOGETHER = re.compile(
    r"(?: \w+){0,2} (?:together|jointly|closely|side by side|hand in)"
)
OVER = re.compile(r"\b(?:former|ex|late|then|onetime|one-time)\b", re.IGNORECASE)
WISHED = re.compile(
    r"\b(?:vow|threaten|plan|want|seek|aim|intend|hope|plot|pledge|promise|try|attempt"
    r"|prepare|urge|call|ask|order|refuse|fail|warn|fear|criticis|criticiz|condemn)\w*"
    r"(?: \w+){0,3}? $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SurfaceClaims:
    """Makes the candidates of the patterns that fit one sentence."""

    ground: Ground
    voices: Voices
    number: int
    passage: SpokenSentence
    mentions: Sequence[Mention]

    @property
    def text(self) -> str:
        """The working text of the article."""
        return self.ground.text

    def claims(
        self,
        sentence: MaskedSentence,
        found: Match,
    ) -> Iterator[ClaimCandidate]:
        """What one match claims: each subject with each object."""
        span = sentence.span(found.start, found.end)
        how = self.manner(span, found)
        if how is None or how.skip:
            return
        speakers = self.speakers(span, found)
        if speakers is None:
            return
        told, denied = speakers
        if denied:
            how = Manner("denied", None, how.modality)
        for pair in self.pairs(span, found):
            one = self.candidate(found, pair, how, told, span)
            if one is not None:
                yield one

    def manner(self, span: TextSpan, found: Match) -> Manner | None:
        """How it is said; None where it is only wanted, or found fault with."""
        before = self.text[
            max(self.passage.span.start, span.start - LOOK_BACK) : span.start
        ]
        if WISHED.search(before):
            return None
        clause = " ".join(CLAUSE.split(before)[-1].split()[-CLAUSE_WORDS:])
        inside = self.text[span.start : span.end]
        entry, said = found.rule.entry, set(WORD.findall(inside.lower()))
        if said & entry.without or (entry.needs and not said & entry.needs):
            return None
        how = words_manner(f"{clause} {inside}", entry)
        relation = load_schema().relations[found.rule.entry.relation]
        act = relation.actor == "object"
        happened = "Attack" in relation.source or relation.value
        if how.modality == "hypothetical" and happened:
            return None
        if act and (
            said & FUTURE or hits_nobody(self.text[span.end : span.end + NEAR])
        ):
            return None
        if entry.polarity == "withheld":
            return Manner("withheld", entry.reason, entry.modality)
        turned = how.polarity == "denied" and entry.polarity == "affirmed"
        if turned and entry.origin is not None:
            # nobody took responsibility: that denies nothing of who did it
            return None
        if turned and entry.speaker_slot is not None and entry.modality == "alleged":
            return Manner("withheld", "does-not-blame", entry.modality)
        return (
            None
            if is_other_way(found, inside, self.text[span.end : span.end + 30])
            else how
        )

    def pairs(
        self, span: TextSpan, found: Match
    ) -> Iterator[tuple[str, str | None, Masked | None, TextSpan]]:
        """Subject, object or number, and the passage with both."""
        entry = found.rule.entry
        relation = load_schema().relations[entry.relation]
        subjects = self.ids(found, "subject")
        where = span
        if "subject" not in found.ends:
            near = self.near_deed(span)
            if near is None:
                return
            subjects, where = [near[0]], near[1]
        if relation.value is not None:
            for number in found.ends.get("value", ())[:1]:
                after = self.text[number.span.end : number.span.end + LOOK_BACK]
                if not is_counted(relation.counts, number, after):
                    return
                for subject in subjects[:1]:
                    yield subject, None, number, where
            return
        objects = self.ids(found, "object")
        pairs = list(product(subjects, objects))
        if entry.frame.mutual and not objects:
            pairs = list(combinations(subjects, 2))
        for one, end in pairs:
            if one != end and fits(relation, one, end):
                yield one, end, None, where

    def ids(self, found: Match, end: str) -> list[str]:
        """Who is at an end of a match, of the types that it may have."""
        types = found.rule.ends.get(end, ())
        if types[:1] == ("place",):
            # a state stands for its country
            types = types[:1]
        who = (one.as_one_of(types) for one in found.ends.get(end, ()))
        return list(dict.fromkeys(one for one in who if one is not None))

    def near_deed(self, span: TextSpan) -> tuple[str, TextSpan] | None:
        """The attack that is spoken of at a self.passage, with the words for both."""
        here = self.ground.attacks.within(self.passage.span)
        after = [one for one in here if 0 <= one[0].start - span.end < NEAR_DEED]
        if after:
            return after[0][1], TextSpan(span.start, after[0][0].end)
        before = [one for one in here if one[0].end <= span.start]
        if before:
            return before[-1][1], span
        last = self.ground.attacks.attack_at(span.start)
        return (last, span) if last is not None else None

    def speakers(
        self,
        span: TextSpan,
        found: Match,
    ) -> tuple[tuple[Speaker, ...], bool] | None:
        """The speakers from outside in, and whether the last denies it all."""
        entry = found.rule.entry
        hyphen = entry.frame.bearing == "hyphen" and not self.is_quoted(span)
        people = any(
            one.prefix == "person" for held in found.ends.values() for one in held
        )
        if hyphen or (people and self.voices.is_description(self.passage, span)):
            # what describes a name, or whoever speaks, is the writer's
            return (), False
        chain, denied = self.chain(span)
        if any(touches(one, span) for one in chain[-1:]):
            # what describes the speaker is no part of what is said
            return (), False
        if entry.speaker_slot is not None:
            blamers = self.blamers(span, chain)
            return (blamers, denied) if blamers else None
        if entry.origin is not None:
            own = (self.ids(found, entry.origin) or [""])[0]
            chain = [one for one in chain if one.holder != own]
            cue = self.own_cue(span)
            return (*chain, Speaker(holder=own, cue=cue)), False
        return tuple(chain), denied

    def chain(self, span: TextSpan) -> tuple[list[Speaker], bool]:
        """Who is told of as saying a passage, and whether it is denied so."""
        told = self.voices.before(self.passage, span.start, self.mentions)
        after = self.voices.after(self.passage, span.end, self.mentions)
        source = self.voices.source(self.passage, self.mentions)
        voices = [one for one in (told.speaker if told else None, after) if one]
        if not voices and source is None:
            carried = self.voices.open_quote(self.number, span.start)
            voices = [carried] if carried is not None else []
        chain = list({one.holder: one for one in (*voices, source) if one}.values())
        return chain, told is not None and told.denies and after is None

    def is_quoted(self, span: TextSpan) -> bool:
        """Whether a passage stands inside quotation marks of its sentence."""
        return self.text.count('"', self.passage.span.start, span.start) % 2 == 1

    def own_cue(self, span: TextSpan) -> TextSpan:
        """The words by which somebody speaks for himself."""
        return without_outer_signs(self.text, span.start, span.end)

    def blamers(
        self,
        span: TextSpan,
        chain: Sequence[Speaker],
    ) -> tuple[Speaker, ...]:
        """Whoever accuses: who stands before the verb; nobody where that is unclear."""
        inside = self.text[span.start : span.end]
        if HIDDEN.search(inside):
            if chain:
                return tuple(chain)
            return (Speaker(holder=UNSPECIFIED, cue=self.own_cue(span)),)
        near = LOOK_BACK // 2
        before = [one for one in self.mentions if 0 <= span.start - one.span.end < near]
        first = max(span.start - near, self.passage.span.start)
        who = self.voices.pronoun(self.text[first : span.start])
        if who is None and before:
            first, who = before[-1].span.start, before[-1].entity.id
        if who is None:
            return ()
        cue = TextSpan(first, span.start + len(inside.split()[0]))
        if not before:
            cue = TextSpan(span.start, cue.end)
        own = Speaker(holder=who, cue=cue)
        return (*(one for one in chain if one.holder != who), own)

    def candidate(
        self,
        found: Match,
        pair: tuple[str, str | None, Masked | None, TextSpan],
        how: Manner,
        speakers: tuple[Speaker, ...],
        span: TextSpan,
    ) -> ClaimCandidate | None:
        """The claim of a pair; None where its speaker makes it another one."""
        subject, other, number, where = pair
        entry = found.rule.entry
        relation = load_schema().relations[entry.relation]
        last = speakers[-1].holder if speakers else None
        own = entry.origin is None and last == other and how.polarity == "affirmed"
        if own and other is not None and "Attack" in relation.source:
            return None
        inside = self.text[span.start : span.end]
        return ClaimCandidate(
            relation=relation.name,
            subject=subject,
            object=other,
            value=number.value if number else None,
            note=number.word if number else None,
            quote=without_outer_signs(self.text, where.start, where.end),
            polarity=how.polarity,
            reason=how.reason,
            modality=how.modality,
            kind=entry.kind,
            role=entry.role,
            former=entry.former or bool(relation.former and OVER.search(inside)),
            speakers=speakers,
            rule=entry.id,
        )


def is_other_way(found: Match, inside: str, after: str) -> bool:
    """Whether a verb of several stands there without what makes it one."""
    mutual = found.rule.entry.frame.mutual and found.rule.entry.frame.bearing == "verb"
    if not mutual or "object" not in found.ends or not inside.lower().endswith(LOOSE):
        return False
    return TOGETHER.match(after) is None


def touches(speaker: Speaker | None, span: TextSpan) -> bool:
    """Whether a passage lies in the words that mark a speaker."""
    cue = speaker.cue if speaker is not None else None
    return cue is not None and cue.start < span.end and span.start < cue.end


def is_counted(kind: str | None, number: Masked, after: str) -> bool:
    """Whether a number counts what a relation is about: fighters, attacks, people."""
    if kind == "attacks":
        return any(word in NOUNS for word in after.lower().split()[:3])
    of = (number.value.of or "").lower().split() if number.value else []
    return kind != "fighters" or (bool(of) and of[-1] in MEMBERS)
