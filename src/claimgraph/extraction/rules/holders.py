"""Who the speakers of a sentence are: named, unnamed, or known from before."""

from collections.abc import Mapping, Sequence

from claimgraph.extraction.candidates import UNSPECIFIED, Cast, Member, Speaker
from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.names.coreference import (
    DEED_BACK,
    GROUP_NOUNS,
    HE,
    IT,
    LOOK_BACK,
    THEY,
    Memory,
    sex_of,
)
from claimgraph.extraction.rules.plain_ends import noun_of_count
from claimgraph.extraction.rules.unnamed import Unnamed, named_beside
from claimgraph.extraction.speech.media import medium_of
from claimgraph.extraction.speech.modality import PHRASES
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.speech.speakers import is_saying, voices
from claimgraph.extraction.speech.trailing import closing_speaker
from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.speech.writings import authors, is_writing
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.clauses import subjects
from claimgraph.extraction.trees.ends import is_nobody
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import PRESS
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.schema import load_schema

SPEAKING = ("person", "org", "group", "state", "community")
MILITANTS = cues("holders", "militants")
# nouns beside the name of whoever reports: the A newspaper
OUTLETS = cues("holders", "outlets")
# by which a body that spoke is meant where it speaks again
SAYING_AGAIN = cues("holders", "saying_again")
# bodies of a state, which nobody calls a group
OF_STATES = ("armed-force", "security-service", "ministry", "government")
# how far back somebody speaks on
STILL = 2


class Holders:
    """Finds who speaks in one sentence after another, and makes the unnamed ones."""

    def __init__(self, stem: str, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast
        self.outlets = frozenset(
            key for key, one in cast.items() if one.entity.kind == "outlet"
        )
        self.unnamed = Unnamed(stem, text)
        self.last: tuple[int, Speaker] | None = None
        self.reading: Reading
        self.referents: Referents
        self.memory: Memory
        self.ahead: Reading | None = None

    def enter(
        self,
        reading: Reading,
        referents: Referents,
        memory: Memory,
        ahead: Reading | None = None,
    ) -> None:
        """Go on to the next sentence; `ahead` closes a quotation left open in it."""
        self.reading, self.referents, self.memory = reading, referents, memory
        self.ahead = ahead

    def voices(self, hit: Hit) -> list[Voice]:
        """The voices around a trigger, also its subject where it says something."""
        tree = self.reading.tree
        quoted = in_quotes(self.text, tree[hit.trigger].start)
        relation = load_schema().relations[hit.entry.relation]
        deed = "Attack" in relation.source
        presumed = deed and (
            relation.actor != "object" or hit.entry.frame.name in PHRASES
        )
        found = voices(tree, hit.trigger, quoted=quoted, presumed=presumed)
        for who in hit.ways("speaker")[:1]:
            own = Voice(who, self.reading.words_span((*who, hit.trigger)))
            found = [*[one for one in found if set(one.words) != set(who)], own]
        return found

    def speakers(self, told: Sequence[Voice], hit: Hit) -> tuple[Speaker, ...] | None:
        """Who the voices are, from outside in; None where one is nobody we know."""
        found: list[Speaker] = []
        for voice in told:
            for one in self.speaker(voice):
                if one.holder not in [other.holder for other in found]:
                    found.append(one)
        if not found:
            carried = self.carried(hit)
            return (carried,) if carried is not None else ()
        return tuple(found)

    def speaker(self, voice: Voice) -> list[Speaker]:
        """The speaker, or for a text its author, that a voice is."""
        if voice.hidden:
            return [Speaker(holder=UNSPECIFIED, cue=voice.cue)]
        who = self.holder(voice.words[0])
        if who is None:
            return []
        return [
            *self.outlet(voice),
            Speaker(
                holder=who, cue=voice.cue, stance=voice.stance, medium=voice.medium
            ),
        ]

    def outlet(self, voice: Voice) -> list[Speaker]:
        """The outlet that was told, which passes it on."""
        for i in voice.listeners:
            one = self.reading.named.get(i)
            if one is not None and one.who in self.outlets:
                span = self.reading.words_span((i, *voice.words))
                return [Speaker(holder=one.who, cue=span)]
        return []

    def carried(self, hit: Hit) -> Speaker | None:
        """Who still speaks where quotation marks are open and nobody is told of."""
        start = self.reading.tree[hit.trigger].start
        if not in_quotes(self.text, start):
            return None
        closing = self.closing(start)
        if closing is not None:
            return Speaker(holder=closing)
        if self.last is None or self.reading.number - self.last[0] > STILL:
            return None
        speaker = self.last[1]
        return Speaker(holder=speaker.holder, medium=speaker.medium)

    def closing(self, start: int) -> str | None:
        """Who is told to speak where the quotation ends in which a word stands."""
        here, ahead = self.reading, self.ahead
        if ahead is None or '"' in self.text[start : here.span.end]:
            return None
        who = closing_speaker(ahead.tree)
        if who is None:
            return None
        self.reading = ahead
        found = self.holder(who)
        self.reading = here
        return found

    def remember(self) -> None:
        """Keep who speaks in this sentence, or still speaks, for the next ones."""
        tree = self.reading.tree
        if self.last is not None and self.speaks_on():
            self.last = (self.reading.number, self.last[1])
        for word in tree.words:
            if not is_saying(tree, word.i) or tree.is_passive(word.i):
                continue
            quoted = '"' in self.text[self.reading.span.start : self.reading.span.end]
            clause = tree.children(word.i, "ccomp", "parataxis", "dobj", "xcomp")
            if not (clause or quoted or word.dep in ("parataxis", "ccomp")):
                continue
            for who in subjects(tree, word.i)[:1]:
                found = self.holder(who)
                if found is not None:
                    medium = medium_of(tree, word.i, [who])
                    speaker = Speaker(holder=found, medium=medium)
                    self.last = (self.reading.number, speaker)

    def speaks_on(self) -> bool:
        """Whether a quotation that was open before the sentence is so still."""
        near = self.last is not None and self.reading.number - self.last[0] <= STILL
        return near and in_quotes(self.text, self.reading.span.start)

    def holder(self, i: int) -> str | None:
        """Who a speaking word is."""
        i = noun_of_count(self.reading.tree, i)
        found = self.named(i)
        if found is not None:
            return found
        tree = self.reading.tree
        if is_writing(tree, i):
            for other in authors(tree, i):
                found = self.author(other)
                if found is not None:
                    return found
        low = tree[i].text.lower()
        if tree[i].pos == "PRON" or low in (*HE, *IT, *THEY):
            return self.pronoun(low, i)
        return self.anaphor(i) or self.unnamed.at(self.reading, i)

    def author(self, i: int) -> str | None:
        """Whose a text is: that of a name, of "the group", its, of the police."""
        word = self.reading.tree[i]
        if word.pos == "PRON":
            return self.pronoun(word.text.lower(), i)
        if word.pos == "ADJ":
            # local reports are nobody's
            return self.named(i)
        return self.named(i) or self.anaphor(i) or self.unnamed.at(self.reading, i)

    def named(self, i: int) -> str | None:
        """Whom a word names, a person before the body that he speaks for."""
        one = self.reading.named.get(i)
        who = one.as_one_of(SPEAKING) if one is not None else None
        if who is not None:
            beside = named_beside(self.reading, i) if is_nobody(who) else None
            again = beside or (self.told_before(i) if is_nobody(who) else None)
            return again or who
        lemma = self.reading.tree[i].lemma
        if lemma in GROUP_NOUNS | MILITANTS | OUTLETS:
            for kid in self.reading.tree.children(i, "compound", "nmod", "amod"):
                one = self.reading.named.get(kid)
                who = one.as_one_of(("group", "org")) if one is not None else None
                if who is not None:
                    return who
        return named_beside(self.reading, i)

    def told_before(self, i: int) -> str | None:
        """Who was told to be what a noun says, without more words: the minister."""
        if self.reading.phrase_words(i).lower() != f"the {self.reading.tree[i].lemma}":
            return None
        return self.memory.called.get(self.reading.tree[i].lemma)

    def pronoun(self, low: str, i: int) -> str | None:
        """Whom he or it, as a speaker, means."""
        number, before = self.reading.number, self.reading.tree[i].start
        if self.comes_after(i):
            # "ten were killed by A, it said": nobody who is told of is meant
            before = self.reading.span.start
        if low in HE:
            last, sex = self.last, sex_of(low)
            near = last is not None and number - last[0] <= STILL
            if last and near and id_prefix(last[1].holder) == "person":
                known = self.memory.sexes.get(last[1].holder, sex)
                if known == sex:
                    return last[1].holder
            # in a long quotation nobody else is named
            found = self.memory.person(number, before, sex)
            found = found or self.memory.person(number, before, sex, back=DEED_BACK)
            return found.who if found else None
        if low in IT or low in THEY:
            if self.last and number - self.last[0] <= STILL:
                kind = id_prefix(self.last[1].holder)
                if (kind in ("org", "group", "state")) == (low in IT) or low in THEY:
                    return self.last[1].holder
            body = self.memory.body(number, before) or self.memory.group(number, before)
            return body.who if body else None
        return None

    def comes_after(self, i: int) -> bool:
        """Whether a speaker stands behind what he says: ", he said"."""
        tree = self.reading.tree
        verb = tree[i].head
        said = tree.children(verb, "ccomp")
        return tree[verb].dep == "parataxis" or any(one < i for one in said)

    def anaphor(self, i: int) -> str | None:
        """Whom "the group" or "the ministry" means, as a speaker."""
        tree = self.reading.tree
        words = self.reading.phrase_words(i)
        beside = [
            kid
            for kid in tree.kids[i]
            if kid < i and tree[kid].dep in ("compound", "amod", "nmod", "poss")
        ]
        if any(tree[kid].text.lower() not in PRESS for kid in beside):
            return None
        if is_writing(tree, i) and self.last is not None:
            return self.last[1].holder
        if tree[i].lemma in SAYING_AGAIN and self.last is not None:
            # "the group said", of a monitor
            number, last = self.last
            near = self.reading.number - number <= LOOK_BACK
            if near and self.is_private(last.holder) and not self.group_since(number):
                return last.holder
        found = self.memory.meant(words, self.reading.number, tree[i].start)
        return found[0].who if found else None

    def is_private(self, who: str) -> bool:
        """Whether a body may be called a group: a monitor with a name, no ministry."""
        member = self.cast.get(who)
        if member is None or id_prefix(who) != "org" or is_unnamed(who):
            return False
        return member.entity.kind not in OF_STATES

    def group_since(self, sentence: int) -> bool:
        """Whether a group was the subject of a sentence after another one."""
        here = self.reading
        told = self.memory.recent(here.number, here.span.start, ("group",))
        return any(one.subject and one.sentence > sentence for one in told)

    def members(self) -> Mapping[str, Member]:
        """The unnamed speakers, by their ids."""
        return self.unnamed.made
