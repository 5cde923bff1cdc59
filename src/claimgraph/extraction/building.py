"""From a trigger with its words to claims: who, how strongly, on whose word, quoted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product

from claimgraph.extraction.candidates import UNSPECIFIED, Candidate, Speaker
from claimgraph.extraction.hits import Hit
from claimgraph.extraction.holders import Holders, in_quotes
from claimgraph.extraction.modality import Manner, manner
from claimgraph.extraction.quoting import quote_of
from claimgraph.extraction.reading import Reading
from claimgraph.extraction.referents import Referent, Referents
from claimgraph.extraction.speakers import Voice
from claimgraph.extraction.values import day_near, is_people, number_at
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan, Value
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

# the step of a slot that stands for an attack told of elsewhere
DEED = "deed"


@cache
def prefixes_of(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What the ids of entities of some types begin with."""
    nodes = load_schema().nodes
    return tuple(prefix for one in labels if (prefix := nodes[one].prefix))


@dataclass(frozen=True, slots=True)
class Pair:
    """The two ends of a claim: somebody and somebody, or somebody and a value."""

    subject: Referent
    object: Referent | None
    value: Value | None = None
    words: TextSpan | None = None
    note: str | None = None


class Builder:
    """Makes the candidates of the triggers of one sentence."""

    def __init__(
        self,
        reading: Reading,
        referents: Referents,
        holders: Holders,
        text: str,
        said: str | None,
    ) -> None:
        self.reading, self.referents = reading, referents
        self.holders, self.text, self.said = holders, text, said
        self.days = reading.days

    def candidates(self, hit: Hit) -> Iterator[Candidate]:
        """The candidates of one trigger."""
        relation = load_schema().relations[hit.entry.relation]
        pairs = list(self.pairs(hit, relation))
        if not pairs:
            return
        how = manner(self.reading.tree, hit.trigger, hit.noun, hit.entry)
        if how.skip:
            return
        happened = "Attack" in relation.source or relation.place or relation.value
        if how.modality == "hypothetical" and happened:
            return
        told = [] if self.is_description(hit) else self.holders.voices(hit)
        said = [one for one in told if not (how.disputed and one.content)]
        for pair in pairs:
            yield from self.candidate(hit, relation, pair, how, said)
            if len(said) < len(told):
                # what is denied was somebody's word
                plain = replace(how, polarity="affirmed")
                theirs = [one for one in told if one.content]
                yield from self.candidate(hit, relation, pair, plain, theirs)

    def is_description(self, hit: Hit) -> bool:
        """Whether a trigger only describes a name beside it: that is the writer's."""
        tree = self.reading.tree
        if "bearer" not in hit.entry.frame.slots or hit.entry.frame.bearing != "noun":
            return False
        word = tree[tree.first_conjunct(hit.trigger)]
        beside = word.dep in ("appos", "compound", "nmod")
        named = bool(tree.children(hit.trigger, "appos"))
        return (beside or named) and not in_quotes(self.text, word.start)

    def pairs(self, hit: Hit, relation: RelationType) -> Iterator[Pair]:
        """Each subject with each object, of types that the relation joins."""
        sources = prefixes_of(relation.source)
        # a wrong "the group" makes somebody its leader
        tie = relation.tie
        strict = tie is not None and tie.family in ("affiliation", "parts")
        subjects = self.meant(hit, "subject", sources, strict=strict)
        if not subjects and self.is_of_near_deed(hit, "subject"):
            subjects = self.referents.near_deed(hit.trigger)
        if relation.value is not None:
            yield from self.valued(hit, relation, subjects)
            return
        objects = self.meant(hit, "object", prefixes_of(relation.target))
        if hit.entry.frame.mutual and self.is_of_all(hit, subjects, objects):
            pairs = list(combinations(subjects, 2))
        else:
            pairs = list(product(subjects, objects))
        for one, other in pairs:
            if one.who != other.who and fits(relation, one.who, other.who):
                yield Pair(one, other)

    def is_of_all(
        self, hit: Hit, subjects: Sequence[Referent], objects: Sequence[Referent]
    ) -> bool:
        """Whether a tie is one of all subjects with each other."""
        if objects:
            return {one.who for one in objects} <= {one.who for one in subjects}
        if hit.ways("object"):
            return False
        words = {self.text[one.words.start : one.words.end] for one in subjects}
        # "they work" says nothing of whom with
        return hit.entry.frame.name == "together" or not words & {"they", "They"}

    def valued(
        self, hit: Hit, relation: RelationType, subjects: Sequence[Referent]
    ) -> Iterator[Pair]:
        """The first subject with each value that the trigger tells."""
        for one in subjects[:1]:
            if relation.value == "word":
                yield Pair(one, None, Value(word=hit.entry.word))
            elif relation.value == "number":
                yield from self.counted(hit, relation, one)
            else:
                yield from self.dated(hit, relation, one)

    def counted(
        self, hit: Hit, relation: RelationType, subject: Referent
    ) -> Iterator[Pair]:
        """The subject with how many of its kind are counted."""
        for words in hit.ways("value"):
            for i in words:
                told = number_at(self.reading.tree, i)
                if told is None or not told.value.of:
                    continue
                if relation.counts != "people" or is_people(told.value.of):
                    yield Pair(subject, None, told.value, told.words, told.word)
                    return

    def dated(
        self, hit: Hit, relation: RelationType, subject: Referent
    ) -> Iterator[Pair]:
        """The subject with the day that is told beside it."""
        found = day_near(self.reading.tree, hit.trigger, self.days)
        if found is not None:
            yield Pair(subject, None, Value(on=found[1]), found[0])
        elif relation.undated and self.said is not None:
            yield Pair(subject, None, Value(on=f"[..{self.said}]"))

    def meant(
        self, hit: Hit, end: str, prefixes: Sequence[str], *, strict: bool = False
    ) -> list[Referent]:
        """Whom an end means, by the first path that leads to somebody."""
        alone = hit.entry.frame.bearing == "hyphen"
        ways = hit.ways(end)
        if strict and hit.entry.preps == ("of",):
            # "the group's head of security" does not head the group
            ways = ways[:1]
        for words in ways:
            found = self.referents.meant(words, prefixes, strict=strict, alone=alone)
            if found:
                return found
        return []

    def is_of_near_deed(self, hit: Hit, end: str) -> bool:
        """Whether an end is the attack that is spoken of where none stands beside."""
        slot = hit.entry.ends.get(end, "")
        return DEED in hit.entry.frame.slots.get(slot, ())

    def candidate(
        self,
        hit: Hit,
        relation: RelationType,
        pair: Pair,
        how: Manner,
        told: Sequence[Voice],
    ) -> Iterator[Candidate]:
        """The claim of one pair, unless its speaker makes it another one."""
        speakers = self.speakers(hit, pair, told)
        if speakers is None:
            return
        entry = hit.entry
        other = pair.object.who if pair.object is not None else None
        last = speakers[-1].holder if speakers else None
        own = entry.origin is None and last == other and how.polarity == "affirmed"
        if own and id_prefix(other or "") == "group" and "Attack" in relation.source:
            # its own word is another relation, which has entries of its own
            return
        if (
            entry.origin is not None
            and how.polarity == "denied"
            and entry.polarity == "affirmed"
        ):
            # nobody took responsibility: that is no denial of who did it
            return
        yield Candidate(
            relation=relation.name,
            subject=pair.subject.who,
            object=other,
            value=pair.value,
            note=pair.note,
            quote=self.quote(hit, pair),
            polarity=how.polarity,
            reason=how.reason,
            modality=how.modality,
            kind=entry.kind,
            role=entry.role,
            former=entry.former or (relation.former and self.is_over(hit)),
            speakers=speakers,
            rule=entry.id,
        )

    def is_over(self, hit: Hit) -> bool:
        """Whether a role is told of as one that is over: the former leader."""
        tree = self.reading.tree
        for one in (hit.trigger, *tree.kids[hit.trigger]):
            for kid in (one, *tree.kids[one]):
                if tree[kid].text.lower() in (
                    "former",
                    "ex",
                    "late",
                    "then",
                    "onetime",
                ):
                    return True
        return False

    def speakers(
        self, hit: Hit, pair: Pair, told: Sequence[Voice]
    ) -> tuple[Speaker, ...] | None:
        """The speakers of a claim; None where nobody knows who one of them is."""
        found = self.holders.speakers(told, hit)
        if found is None:
            return None
        end = hit.entry.origin
        if end is not None:
            own = pair.subject if end == "subject" else pair.object
            if own is not None:
                cue = self.own_cue(hit)
                before = tuple(one for one in found if one.holder != own.who)
                return (*before, Speaker(holder=own.who, cue=cue))
        if hit.entry.speaker_slot is not None and hit.entry.modality != "stated":
            hidden = found and found[-1].holder == UNSPECIFIED
            if not hit.ways("speaker") and not hidden:
                return (*found, Speaker(holder=UNSPECIFIED, cue=self.own_cue(hit)))
        return found

    def own_cue(self, hit: Hit) -> TextSpan:
        """The words by which somebody speaks for himself: claimed responsibility."""
        words = [hit.trigger, *([hit.noun] if hit.noun is not None else [])]
        return self.reading.words_span(words)

    def quote(self, hit: Hit, pair: Pair) -> TextSpan:
        """The shortest passage with the trigger and what stands for both ends."""
        spans = [self.own_cue(hit), pair.subject.words]
        if pair.object is not None:
            spans.append(pair.object.words)
        if pair.words is not None:
            spans.append(pair.words)
        return quote_of(self.text, self.reading, hit, spans)


def fits(relation: RelationType, one: str, other: str) -> bool:
    """Whether two may be what a relation says: nobody unnamed does a deed."""
    if "Attack" in relation.source and is_nobody(other):
        return False
    parts = relation.tie is not None and relation.tie.family == "parts"
    return not (parts and id_prefix(one) == "group" and id_prefix(other) == "state")


def is_nobody(who: str) -> bool:
    """Whether somebody is only described: gunmen, an officer.

    >>> is_nobody("person/unnamed-a-gunmen"), is_nobody("person/omar-haddad")
    (True, False)
    """
    return who.startswith("person/unnamed-")


def unique(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Each claim of a sentence once: the one that says more of it."""
    found: dict[tuple[str | None, ...], Candidate] = {}
    symmetric: Mapping[str, bool] = {
        name: one.symmetric for name, one in load_schema().relations.items()
    }
    for one in candidates:
        ends = (one.subject, one.object)
        if symmetric[one.relation]:
            ends = (
                min(one.subject, one.object or ""),
                max(one.subject, one.object or ""),
            )
        key = (one.relation, *ends, one.polarity, str(one.value))
        held = found.get(key)
        if held is None or better(one, held):
            found[key] = one
    return list(found.values())


def better(one: Candidate, held: Candidate) -> bool:
    """Whether a candidate says more than another of the same claim."""
    more = (len(one.speakers), one.kind is not None or one.role is not None)
    return more > (len(held.speakers), held.kind is not None or held.role is not None)
