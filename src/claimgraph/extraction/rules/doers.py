"""Who may be the doer of a deed: somebody with a name, and not where it was."""

import re
from dataclasses import replace

from claimgraph.extraction.meaning.referents import HE_FORMS, MEMBERS
from claimgraph.extraction.names.coreference import (
    AUTHOR,
    AUTHORS,
    CHARGED,
    MEN,
    PERSON_NOUNS,
    Memory,
)
from claimgraph.extraction.names.described import DEMONYMS
from claimgraph.extraction.rules.bystanders import (
    are_own_men,
    is_land_hit,
    is_tie_beside,
)
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.clauses import thoughts_of
from claimgraph.extraction.trees.owners import STATE_MEMBERS
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix
from claimgraph.model import Modality

# bodies that do deeds, besides those that a word for armed men names
ACTING = cues("doers", "acting")
# before the name of where something is
WHERE = cues("doers", "where")
SHORT = cues("slots", "own")
# fighters of a people, who are known by it as by a name
REBELS = cues("doers", "rebels")
FAITHS = words("demonyms", "faiths")
PEOPLES = DEMONYMS | words("demonyms", "peoples")
DOUBTS = cues("bands", "doubts")
FORMER = cues("referents", "apart")
PRONOUNS = cues("coreference", "they") | HE_FORMS
AIRBORNE = cues("doers", "airborne")
# who may be told of again as who did a deed
DOING = AUTHOR | AUTHORS | CHARGED | MEN
# what a body that is spoken of again is called, and does no deed
NO_DOERS = cues("doers", "no_doers")
# the frames of what comes "from" a body, or else from a place
FROM_WHERE = ("deed-by", "attackers-of", "attackers-thought")
BESIDE = ("compound", "nmod", "amod")


class Doers:
    """Tells, in one sentence, who of those that words mean may have done a deed."""

    def __init__(self, reading: Reading, text: str) -> None:
        self.reading, self.text = reading, text
        self.tree = reading.tree

    def may_be(self, hit: Hit, one: Referent) -> bool:
        """Whether somebody may be the doer of what a trigger tells."""
        prefix = id_prefix(one.who)
        if one.antecedent is not None and not self.is_same(one, prefix):
            return False
        if prefix in ("state", "org") and self.is_place(hit, one):
            return False
        if is_tie_beside(self.tree, hit):
            return False
        if prefix == "group" and self.is_no_groups(hit, one):
            return False
        if prefix == "org" and hit.entry.polarity == "denied":
            # whoever has nothing to do with it need not be armed
            return True
        if prefix == "org":
            return self.is_told_again(one) or self.acts(one)
        fight = hit.entry.frame.name in ("fight-noun", "fight-verb")
        followers = one.antecedent is None and self.is_followers(one)
        if prefix == "person" and (fight or followers):
            return False
        noun = hit.entry.frame.name == "deed-by"
        inside = self.inside(one)
        if noun and prefix == "state" and is_land_hit(self.tree, hit.trigger, inside):
            return False
        return not (noun and prefix in ("person", "state") and self.is_beside(hit, one))

    def is_no_groups(self, hit: Hit, one: Referent) -> bool:
        """Whether no group that was told of before did a deed: it hit outlaws."""
        words = self.text[one.words.start : one.words.end].lower()
        if one.antecedent is None and words not in PRONOUNS:
            return False
        verb = self.tree[hit.trigger].is_verb
        return self.is_air(hit) or (verb and are_own_men(self.tree, hit.trigger))

    def is_air(self, hit: Hit) -> bool:
        """Whether a deed is one from the air, which no group does: an airstrike."""
        i = hit.trigger
        words = [i, *(kid for kid in self.tree.children(i, "compound") if kid < i)]
        low = {self.tree[one].lemma for one in words}
        return bool(low & AIRBORNE)

    def is_told_again(self, one: Referent) -> bool:
        """Whether words mean somebody by a pronoun, or who was named before."""
        words = self.text[one.words.start : one.words.end].lower()
        return one.antecedent is not None or words in SHORT

    def doubt(self, hit: Hit, one: Referent) -> Modality:
        """What the words beside a doer take away: "suspected gunmen of A"."""
        own = set(self.inside(one))
        for way in hit.ways("object")[:1]:
            for i in own.intersection(way):
                beside = [i, *self.tree.children(i, *BESIDE)]
                low = {self.tree[one].text.lower() for one in beside}
                if low & {"suspected", "presumed"} or self.is_thought(i):
                    return "suspected"
                if low & {"alleged", "accused", "purported"}:
                    return "alleged"
        return "stated"

    def is_only_thought(self, hit: Hit, one: Referent) -> bool:
        """Whether it is not told by whom some are thought to be whose they are."""
        own = set(self.inside(one))
        way = (i for words in hit.ways("object")[:1] for i in words)
        return any(self.is_thought(i) for i in own.intersection(way))

    def is_thought(self, i: int) -> bool:
        """Whether some are only thought to be whose they are."""
        clauses = thoughts_of(self.tree, i)
        verbs = [*clauses, *(self.tree[one].head for one in clauses)]
        return any(self.tree[one].lemma in ("believe", "suspect") for one in verbs)

    def is_followers(self, one: Referent) -> bool:
        """Whether the men of a person, and not he, are meant: Haddad's fighters."""
        unnamed = (i for i in self.inside(one) if i not in self.reading.named)
        return any(self.tree[i].lemma in MEMBERS for i in unnamed)

    def is_of_people(self, hit: Hit, one: Referent) -> bool:
        """Whether fighters without a name are told of by a people: Chechen rebels."""
        said = re.findall(r"\w+", self.text[one.words.start : one.words.end].lower())
        if hit.entry.frame.bearing == "noun" and "by" not in hit.entry.preps:
            # "clashes with Chechen rebels"
            return False
        rebels = bool(said) and said[-1] in REBELS
        nobody = (DOUBTS | FORMER) & {*said}
        return rebels and not nobody and bool((PEOPLES - FAITHS) & {*said})

    def inside(self, one: Referent) -> list[int]:
        """The words of whom words mean."""
        return [
            word.i
            for word in self.tree.words
            if one.words.start <= word.start and word.end <= one.words.end
        ]

    def is_same(self, one: Referent, prefix: str) -> bool:
        """Whether somebody named before may be meant by words for a doer."""
        words = self.text[one.words.start : one.words.end].lower()
        if prefix == "person":
            last = words.split()[-1]
            return words in PRONOUNS or last in DOING or last not in PERSON_NOUNS
        return words.split()[-1] not in NO_DOERS

    def is_place(self, hit: Hit, one: Referent) -> bool:
        """Whether a name only tells where something is: "strikes in Arland"."""
        # "accused men from Arland of joining the raid"
        origin = hit.entry.frame.name in FROM_WHERE
        origin = origin or self.tree[hit.trigger].dep == "pcomp"
        where = WHERE | {"from"} if origin else WHERE
        if "to" in hit.entry.preps:
            # "fell to the army", "attributed to Arland"
            where = where - {"to"}
        for i in self.inside(one):
            word = self.tree[i]
            if word.dep == "pobj" and self.tree[word.head].lemma in where:
                return i != hit.trigger
        return False

    def acts(self, one: Referent) -> bool:
        """Whether a body is one that does deeds: the police, an army."""
        inside = [self.tree[i] for i in self.inside(one)]
        words = {part for word in inside for part in word.lemma.lower().split()}
        words |= {part for word in inside for part in word.text.lower().split()}
        # names in the plural: the Rapid Forces
        words |= {each.removesuffix("s") for each in words}
        return bool(words & (STATE_MEMBERS | ACTING))

    def is_beside(self, hit: Hit, one: Referent) -> bool:
        """Whether a name before a noun tells who was hit, or where: the Haddad attack.

        What is said of a people, "Arlandish", or is short for it, is no place.
        """
        words = self.text[one.words.start : one.words.end].lower()
        inside = self.inside(one)
        heads = [i for i in inside if self.tree[i].head not in inside]
        beside = any(self.tree[i].dep in BESIDE for i in heads)
        below = any(hit.trigger in self.tree.climb(i) for i in inside)
        people = {one.rstrip(".") for one in words.split()} & DEMONYMS
        return beside and below and not people


def in_coalition(one: Referent, text: str, memory: Memory) -> Referent:
    """The coalition that an article names, for a state that leads it: US-led."""
    first = text[one.words.start :].split(maxsplit=1)[:1]
    led = memory.led.get(first[0].lower() if first else "")
    return replace(one, who=led) if led is not None else one
