"""Who stands at the two ends of a trigger's claims, or with which value."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from claimgraph.extraction.meaning.dealings import partner
from claimgraph.extraction.meaning.deed_words import WEAPONS, summed_up
from claimgraph.extraction.meaning.referents import MEMBERS
from claimgraph.extraction.rules.doers import Doers, in_coalition
from claimgraph.extraction.rules.end_values import EndValues
from claimgraph.extraction.rules.fates import Fates
from claimgraph.extraction.rules.plain_ends import PlainEnds, is_blame, with_a_name
from claimgraph.extraction.rules.spokesmen import Spokesmen
from claimgraph.extraction.rules.struck import Struck
from claimgraph.extraction.steps.hits import ASKED, Hit
from claimgraph.extraction.steps.silence_steps import blames_for_nothing, question_words
from claimgraph.extraction.trees.ends import (
    EndPair,
    fits,
    is_nobody,
    is_of_wholes,
    prefixes_of,
)
from claimgraph.extraction.trees.partners import partners
from claimgraph.extraction.trees.reading import Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix
from claimgraph.schema.types import RelationType

# who does deeds
ACTORS = cues("values", "people") | cues("bands", "bands")
# the step of a slot that stands for an attack told of elsewhere
DEED = "deed"
# the frame of what men were sent to do
SENT = "said-sent"
# the frames of those who answer a charge that stands elsewhere
OF_CHARGE = (
    "charge-noun",
    "false-charge",
    "silent-on-charge",
    "no-answer",
    "no-answer-from",
    "not-reached",
    "denial-alone",
)
# that of whoever is something of a body
HEAD_OF = "noun-of"
# that of a cell with members of several bodies
MADE_OF = "made-of-several"
# that of what is done to somebody by the state that he is in
OUTLAWED = "verb-object-in"


class Pairing:
    """Finds the ends of the triggers of one sentence; `said` is the day of saying."""

    def __init__(self, struck: Struck, text: str, said: str | None) -> None:
        reading, self.referents = struck.reading, struck.referents
        self.reading, self.struck = reading, struck
        self.text, self.said = text, said
        self.spokesmen = Spokesmen(reading, self.referents)
        self.doers = Doers(reading, text)
        self.fates = Fates(struck, text)
        self.values = EndValues(reading, self.fates, said)
        self.plain_ends = PlainEnds(reading, struck.referents, struck.things)

    def pairs(self, hit: Hit, relation: RelationType) -> Iterator[EndPair]:
        """Each subject with each object, of types that the relation joins."""
        # a wrong "the group" makes somebody its leader
        tie = relation.tie
        strict = tie is not None and tie.family in ("affiliation", "parts")
        subjects = self.subjects(hit, relation, strict=strict)
        subjects = self.fates.befallen(hit, relation, subjects)
        if relation.value is not None:
            yield from self.values.told(hit, relation, subjects)
            return
        if "object" not in hit.entry.ends:
            # nobody is named: that is what is told
            yield from (EndPair(one, None) for one in subjects[:1])
            return
        withheld = hit.entry.polarity == "withheld"
        if withheld and question_words(self.reading.tree, hit.trigger, hit.entry):
            # "refused to name the group behind it" names none
            return
        if "Place" in relation.target:
            place = relation.compared == "place"
            told = self.struck.told(hit, prefixes_of(relation.target), place=place)
            yield from (EndPair(*ends) for ends in product(subjects, told))
            return
        objects = self.objects(hit, relation, strict=strict)
        objects = objects or self.fates.captors(hit, subjects)
        if hit.entry.frame.name in OF_CHARGE:
            # what was said of him is told before
            yield from (EndPair(one, one) for one in objects)
            return
        subjects += self.plain(hit, relation, "subject", [*subjects, *objects])
        objects += self.plain(hit, relation, "object", [*subjects, *objects])
        own = hit.entry.origin == "object"
        for one, other in self.joined(hit, subjects, objects):
            if hit.entry.frame.name == MADE_OF and is_person(one) and is_person(other):
                # "led by A and B" tells of no cell of theirs
                continue
            may = own or is_blame(hit) or self.doers.is_of_people(hit, other)
            if one.who != other.who and fits(relation, one.who, other.who, own=may):
                yield EndPair(one, other)

    def subjects(
        self, hit: Hit, relation: RelationType, *, strict: bool
    ) -> list[Referent]:
        """Whom the subject of a relation means, an attack before all others."""
        sources = prefixes_of(relation.source)
        attack = "attack" in sources
        found = self.meant(hit, "subject", ("attack",)) if attack else []
        found = found or self.meant(hit, "subject", sources, strict=strict)
        if hit.entry.frame.name == HEAD_OF and self.is_regional(hit):
            return []
        if is_of_wholes(relation):
            found = [one for one in found if not self.is_members(one)]
        if not found and self.is_near_deed(hit):
            if hit.entry.frame.name == SENT:
                # what they were sent to do may not be what they did
                return self.referents.deeds.told_last(hit.slots[ASKED][0][0])
            return self.referents.deeds.near(hit.trigger)
        return found

    def is_regional(self, hit: Hit) -> bool:
        """Whether somebody heads what a body has in a country: "A's Iran director"."""
        tree = self.reading.tree
        if not tree.children(hit.trigger, "poss"):
            return False
        beside = tree.children(hit.trigger, "compound", "nmod")
        named = (self.reading.named.get(one) for one in beside)
        return any(one and id_prefix(one.who) in ("state", "place") for one in named)

    def objects(
        self, hit: Hit, relation: RelationType, *, strict: bool
    ) -> list[Referent]:
        """Whom the object of a relation means."""
        targets = prefixes_of(relation.target)
        found = self.meant(hit, "object", targets)
        if strict and hit.entry.frame.bearing == "verb":
            # "overseen by officers" tells of no head
            found = [one for one in found if not is_nobody(one.who)]
        if relation.actor != "object" or hit.entry.frame.name in OF_CHARGE:
            return found
        doing = partners(self.reading.tree, hit.trigger) if found else ()
        found += self.referents.meant(doing, targets)
        may = (one for one in found if self.may_do(hit, relation, one))
        return [in_coalition(one, self.text, self.referents.memory) for one in may]

    def plain(
        self, hit: Hit, relation: RelationType, end: str, told: Sequence[Referent]
    ) -> list[Referent]:
        """Those without a name at an end, where anybody who has one is told of."""
        if not with_a_name(told):
            return []
        kinds = relation.source if end == "subject" else relation.target
        return self.plain_ends.told(hit, relation, end, prefixes_of(kinds))

    def joined(
        self, hit: Hit, subjects: Sequence[Referent], objects: Sequence[Referent]
    ) -> list[tuple[Referent, Referent]]:
        """Who goes with whom: all with each other, or each subject with each object."""
        told = [*subjects, *objects]
        other = partner(self.referents, hit, told)
        if other is not None:
            return [(told[0], other)]
        if hit.entry.frame.mutual and self.is_of_all(hit, subjects, objects):
            return list(combinations(subjects, 2))
        return list(product(subjects, objects))

    def may_do(self, hit: Hit, relation: RelationType, one: Referent) -> bool:
        """Whether somebody may do it: bodies without arms may help, and list."""
        if hit.entry.frame.name == OUTLAWED:
            return id_prefix(one.who) == "state"
        if relation.kinds and id_prefix(one.who) == "org":
            return not self.doers.is_place(hit, one)
        return self.doers.may_be(hit, one)

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
        if hit.entry.frame.name == "verb-prep-both":
            return False
        told = hit.entry.frame.name in ("together", "mutual-noun")
        return told or not words & {"they", "They"}

    def meant(
        self, hit: Hit, end: str, prefixes: Sequence[str], *, strict: bool = False
    ) -> list[Referent]:
        """Whom an end means: for whoever speaks of his own the body he speaks for."""
        own = end == hit.entry.origin
        if own and "group" in prefixes and len(prefixes) > 1:
            theirs = list(self.spokesmen.in_whose_name(hit, end, prefixes))
            theirs = theirs or self.along_ways(hit, end, ("group",), strict=strict)
            if theirs:
                return theirs
        found = self.along_ways(hit, end, prefixes, strict=strict)
        if found or not own or len(prefixes) > 1:
            return found
        return list(self.spokesmen.spoken_for(hit, end))

    def along_ways(
        self, hit: Hit, end: str, prefixes: Sequence[str], *, strict: bool
    ) -> list[Referent]:
        """Whom an end means by the first path that leads to somebody."""
        beside = self.reading.tree[hit.trigger].dep in ("compound", "nmod")
        alone = hit.entry.frame.bearing == "hyphen" or beside
        ways = hit.ways(end)
        if strict and hit.entry.preps[:1] == ("of",):
            # "the group's head of security" does not head the group
            ways = ways[:1]
        single = self.is_single(hit, end)
        if end == "subject" and "attack" in prefixes:
            ways = tuple(summed_up(self.reading, words) for words in ways)
        for words in ways:
            if single:
                words = (min(words, key=lambda i: abs(i - hit.trigger)),)
            found = self.referents.meant(
                words, prefixes, strict=strict, alone=alone or single
            )
            if found:
                return found
        return []

    def is_members(self, one: Referent) -> bool:
        """Whether words mean a body by its people, who belong to others: A fighters."""
        return any(
            word.tag == "NNS" and word.lemma in MEMBERS
            for word in self.reading.tree.words
            if one.words.start <= word.start and word.end <= one.words.end
        )

    def is_single(self, hit: Hit, end: str) -> bool:
        """Whether an end is one alone since the trigger is: its leader, A, and B."""
        bears = hit.entry.ends.get(end) == "bearer" and not hit.entry.frame.mutual
        return bears and self.reading.tree[hit.trigger].tag in ("NN", "NNP")

    def is_near_deed(self, hit: Hit) -> bool:
        """Whether the subject is the attack that is spoken of, since none is named.

        "The blaze" is named and is no attack: then nobody knows which is meant.
        """
        slot = hit.entry.ends.get("subject", "")
        if DEED not in hit.entry.frame.slots.get(slot, ()):
            return False
        tree = self.reading.tree
        if hit.entry.frame.name == "blame-thing" and blames_for_nothing(
            tree, hit.trigger
        ):
            return False
        named = [one for words in hit.ways("subject") for one in words]
        return not any(
            self.is_other(one)
            for one in named
            if one != hit.trigger and not self.may_act(one)
        )

    def is_other(self, i: int) -> bool:
        """Whether a word is no attack, nor a weapon or a place that goes with one."""
        word = self.reading.tree[i]
        if word.dep in ("compound", "nmod", "amod") or word.lemma in WEAPONS:
            return False
        return word.pos in ("NOUN", "PROPN", "VERB")

    def may_act(self, i: int) -> bool:
        """Whether a word is for somebody who may have done a deed: gunmen, the army."""
        one = self.reading.named.get(i)
        if one is not None:
            return id_prefix(one.who) not in ("place", "attack")
        return self.reading.tree[i].lemma in ACTORS


def is_person(one: Referent) -> bool:
    """Whether a person is meant."""
    return id_prefix(one.who) == "person"
