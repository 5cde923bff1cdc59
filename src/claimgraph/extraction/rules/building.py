"""From a trigger with its words to claims: who, how strongly, on whose word, quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extraction.candidates import (
    UNSPECIFIED,
    ClaimCandidate,
    Speaker,
    without_stance,
)
from claimgraph.extraction.meaning.first_person import is_first_person
from claimgraph.extraction.rules.done import is_done
from claimgraph.extraction.rules.holders import Holders
from claimgraph.extraction.rules.own_words import OwnWords, may_be_own
from claimgraph.extraction.rules.pairing import OF_CHARGE, Pairing
from claimgraph.extraction.rules.quoting import SILENT, Quotes
from claimgraph.extraction.speech.modality import PHRASES, Manner, manner
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.speech.speakers import suspects
from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.steps.clause_steps import is_definite
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.denying import is_over
from claimgraph.extraction.trees.ends import EndPair
from claimgraph.extraction.trees.hearsay import hearsay, is_report
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.extraction.words.doubts import stronger
from claimgraph.gate.finer import OWN_WORD
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

# the frames of when, where, how and against whom a deed was
CIRCUMSTANCES = ("deed-day", "deed-place", "deed-target", "noun-word")
# that of signs, which are seen by whoever speaks of them
POINTED = "pointed-at"
# what alone is a denial by its "not": pleaded not guilty
PLEAD = "plead"
# the frame of those who take responsibility and are of no group
PERSON_CLAIMS = "person-claims"


class Builder:
    """Makes the candidates of the triggers of one sentence."""

    def __init__(
        self, reading: Reading, pairing: Pairing, holders: Holders, text: str
    ) -> None:
        self.reading, self.pairing = reading, pairing
        self.holders, self.text = holders, text
        self.own = OwnWords(holders, pairing.referents.speakers)
        self.quotes = Quotes(reading, text)

    def candidates(self, hit: Hit) -> Iterator[ClaimCandidate]:
        """The candidates of one trigger."""
        if hit.entry.frame.bearing == "noun" and self.is_name(hit.trigger):
            return
        relation = load_schema().relations[hit.entry.relation]
        pairs = list(self.pairing.pairs(hit, relation))
        if not pairs:
            return
        how = manner(self.reading.tree, hit.trigger, hit.noun, hit.entry)
        # whose deed it was, or what is told of one
        act = relation.actor == "object" or "Attack" in relation.source
        told = not act or is_done(self.reading, hit, how.polarity)
        if how.skip or not told:
            return
        if how.polarity == "denied" and hit.entry.frame.name in PHRASES:
            # "they did not see the attack of A" denies nothing of whose it was
            return
        # what is only wished counts nobody and arrests nobody
        happened = relation.place or relation.value or relation.former or act
        if how.modality == "hypothetical" and happened:
            return
        known = self.is_told_before(hit) and how.polarity != "affirmed"
        if known and hit.entry.word is not None:
            # "details of the shooting" tells nothing more of it
            return
        yield from self.each(hit, relation, pairs, how, known=known)

    def each(
        self,
        hit: Hit,
        relation: RelationType,
        pairs: Sequence[EndPair],
        how: Manner,
        *,
        known: bool,
    ) -> Iterator[ClaimCandidate]:
        """The candidates of all pairs of one trigger.

        Of a deed that is `known`, its place is neither doubted nor denied with a part
        in it: "denied a part in the bombing in A".
        """
        described = self.is_description(hit)
        if known:
            how, described = Manner(), not in_quotes(self.text, self.start(hit))
        heard = [] if described else self.holders.voices(hit)
        if hit.entry.frame.name in PHRASES:
            heard = [one for one in heard if not one.hidden]
        said = [one for one in heard if not (how.disputed and one.content)]
        for pair in pairs:
            own = self.doubted(hit, pair, how) if relation.actor == "object" else how
            yield from self.candidate(hit, relation, pair, own, said)
            if len(said) < len(heard):
                # what is denied was somebody's word
                plain = replace(own, polarity="affirmed", reason=None)
                theirs = [one for one in heard if one.content]
                if not self.holders.speakers(theirs, hit):
                    continue
                yield from self.candidate(hit, relation, pair, plain, theirs)

    def doubted(self, hit: Hit, pair: EndPair, how: Manner) -> Manner:
        """The manner with what is said of a doer: suspected gunmen of A."""
        if pair.object is None or how.polarity == "withheld":
            return how
        doubt = self.pairing.doers.doubt(hit, pair.object)
        return replace(how, modality=stronger(how.modality, doubt))

    def is_name(self, i: int) -> bool:
        """Whether a word is part of the name of a body: Red Brigade."""
        one = self.reading.named.get(i)
        if one is None or self.reading.tree[i].pos != "PROPN":
            return False
        return id_prefix(one.who) in ("group", "org")

    def start(self, hit: Hit) -> int:
        """Where a trigger begins in the text."""
        return self.reading.tree[hit.trigger].start

    def is_told_before(self, hit: Hit) -> bool:
        """Whether a circumstance is that of a deed told of as known: the bombing."""
        noun = self.reading.tree[hit.trigger].is_noun
        frame = hit.entry.frame.name
        return (
            noun
            and frame in CIRCUMSTANCES
            and is_definite(self.reading.tree, hit.trigger)
        )

    def is_description(self, hit: Hit) -> bool:
        """Whether a trigger only describes a name beside it: that is the writer's."""
        tree = self.reading.tree
        if "bearer" not in hit.entry.frame.slots or hit.entry.frame.bearing != "noun":
            return False
        word = tree[tree.first_conjunct(hit.trigger)]
        head = tree[word.head]
        told = word.dep in ("attr", "acomp", "oprd", "ROOT") or head.lemma == "as"
        told |= word.dep in SUBJECTS and bool(tree.children(head.i, "attr"))
        return not told and not in_quotes(self.text, word.start)

    def candidate(
        self,
        hit: Hit,
        relation: RelationType,
        pair: EndPair,
        how: Manner,
        told: Sequence[Voice],
    ) -> Iterator[ClaimCandidate]:
        """The claim of one pair, unless its speaker makes it another one."""
        speakers = self.speakers(hit, pair, told, how)
        if speakers is None:
            return
        entry = hit.entry
        other = pair.object.who if pair.object is not None else None
        name = relation.name
        last = speakers[-1].holder if speakers else None
        if self.is_own_deed(hit, pair, how) and self.is_own_word(pair, last, told):
            # its own word is another relation
            if not (speakers and speakers[-1].cue and may_be_own(hit)):
                return
            name = OWN_WORD
            speakers = self.with_body(hit, speakers, other or "")
        if self.is_not_owned(hit, how) or self.is_of_body(hit, pair):
            return
        yield ClaimCandidate(
            relation=OWN_WORD if self.is_admission(hit, pair, how) else name,
            subject=pair.subject.who,
            object=other,
            value=pair.value,
            note=pair.note,
            quote=self.quotes.quote(hit, pair, how.polarity),
            polarity=how.polarity,
            reason=how.reason,
            modality=how.modality,
            kind=entry.kind,
            role=entry.role,
            former=entry.former or (relation.former and self.is_over(hit)),
            speakers=without_stance(speakers) if how.polarity == "denied" else speakers,
            rule=entry.id,
        )

    def with_body(
        self, hit: Hit, speakers: tuple[Speaker, ...], body: str
    ) -> tuple[Speaker, ...]:
        """The speakers with the body for which the last of them speaks."""
        if speakers[-1].holder == body:
            return speakers
        return (*speakers, Speaker(holder=body, cue=self.quotes.own_cue(hit)))

    def is_not_owned(self, hit: Hit, how: Manner) -> bool:
        """Whether nobody took responsibility, which is no denial of who did it."""
        denied = (hit.entry.polarity, how.polarity) == ("affirmed", "denied")
        pleads = self.reading.tree[hit.trigger].lemma == PLEAD
        return hit.entry.origin is not None and denied and not pleads

    def is_of_body(self, hit: Hit, pair: EndPair) -> bool:
        """Whether a body takes responsibility, or one who speaks for it."""
        if hit.entry.frame.name != PERSON_CLAIMS or pair.object is None:
            return False
        who, words = pair.object.who, hit.ways("object")[:1]
        person = id_prefix(who) == "person" and not is_unnamed(who)
        speaks = self.own.speakers.spoken_for
        return not person or any(speaks(i) is not None for one in words for i in one)

    def is_own_word(
        self, pair: EndPair, last: str | None, told: Sequence[Voice]
    ) -> bool:
        """Whether the object speaks last, itself or by its spokesman."""
        body = pair.object.who if pair.object is not None else ""
        return last == body or self.is_own(pair) or self.own.is_word_of(told, body)

    def is_own_deed(self, hit: Hit, pair: EndPair, how: Manner) -> bool:
        """Whether it is a deed of a group, and its own word if the group says so."""
        if pair.object is None or hit.entry.origin or how.polarity != "affirmed":
            return False
        of_deed = "Attack" in load_schema().relations[hit.entry.relation].source
        return of_deed and id_prefix(pair.object.who) == "group"

    def is_admission(self, hit: Hit, pair: EndPair, how: Manner) -> bool:
        """Whether a group admits a deed, which is no confession but its claim."""
        group = pair.object is not None and id_prefix(pair.object.who) == "group"
        return group and hit.entry.origin == "object" and how.polarity == "affirmed"

    def is_over(self, hit: Hit) -> bool:
        """Whether a role is told of as one that is over."""
        return is_over(self.reading.tree, hit.trigger)

    def speakers(
        self, hit: Hit, pair: EndPair, told: Sequence[Voice], how: Manner
    ) -> tuple[Speaker, ...] | None:
        """The speakers of a claim; None where nobody knows who one of them is."""
        found = self.holders.speakers(told, hit)
        if found is None:
            return None
        end = hit.entry.origin
        if end is not None:
            own = pair.subject if end == "subject" else pair.object
            if own is not None and not (found and self.is_own(pair)):
                cue = self.quotes.own_cue(hit)
                through = self.own.spokesman(hit, own.who)
                held = {own.who, *(one.holder for one in through)}
                outer = () if self.is_answer_beside(hit) else found
                before = tuple(one for one in outer if one.holder not in held)
                if through and how.polarity != "affirmed":
                    return (*before, *through)
                return (*before, *through, Speaker(holder=own.who, cue=cue))
        if not found and hit.entry.frame.name == SILENT:
            # "it is not known who did it": nobody is told to be silent
            return None
        thought = pair.object is not None and self.pairing.doers.is_only_thought(
            hit, pair.object
        )
        if not found and thought:
            return (Speaker(holder=UNSPECIFIED, cue=self.quotes.own_cue(hit)),)
        heard = hearsay(self.reading.tree, hit.trigger)
        if heard is not None and (not found or is_report(self.text, heard)):
            return (*found, Speaker(holder=UNSPECIFIED, cue=heard))
        if hit.entry.speaker_slot is not None and hit.entry.modality != "stated":
            hidden = bool(found) and found[-1].holder == UNSPECIFIED
            hidden |= bool(told) and suspects(self.reading.tree, told[-1])
            hidden |= bool(found) and hit.entry.frame.name == POINTED
            if not hit.ways("speaker") and not hidden:
                return (
                    *found,
                    Speaker(holder=UNSPECIFIED, cue=self.quotes.own_cue(hit)),
                )
        return found

    def is_answer_beside(self, hit: Hit) -> bool:
        """Whether somebody answers a charge in a clause of the writer's own.

        "A is behind it, B said, which A denies."
        """
        word = self.reading.tree[hit.trigger]
        beside = word.dep in ("relcl", "acl") and hit.entry.frame.name in OF_CHARGE
        return beside and not in_quotes(self.text, word.start)

    def is_own(self, pair: EndPair) -> bool:
        """Whether the object is the speaker's own side: we, our fighters."""
        if pair.object is None:
            return False
        words = pair.object.words
        return is_first_person(self.text[words.start : words.end])
