"""Whom a fate befell, and at whose hands, where they have no name: three suspects."""

from collections.abc import Sequence

from claimgraph.extraction.meaning.things import kind_at
from claimgraph.extraction.rules.struck import Struck
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.agents import agents
from claimgraph.extraction.trees.ends import is_nobody
from claimgraph.extraction.trees.reading import Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan
from claimgraph.schema.types import RelationType

FIGHTERS = cues("fates", "fighters")
# what may be told of people of any kind
ANYBODY = cues("fates", "anybody")
# what somebody in custody does, or what is done to him
BEING = cues("fates", "being")
# what is offered, or asked, for somebody who is not caught yet
SOUGHT = cues("fates", "sought")
ONE = frozenset(("a", "an", "one", "another", "his", "her", "their", "its"))
# before a death that is told of
AFTER = cues("fates", "after")
# what those are called who did what a relation tells
NAMES = {"DETAINED_BY": "captors of"}
# the frames of what is done to somebody by nobody knows whom
UNTOLD = ("done-by-some", "done-by-some-noun", "in-noun")


class Fates:
    """Finds the people without a name of one sentence who were caught or killed."""

    def __init__(self, struck: Struck, text: str) -> None:
        self.reading, self.things, self.text = struck.reading, struck.things, text
        self.struck = struck
        self.tree = struck.reading.tree

    def befallen(
        self, hit: Hit, relation: RelationType, known: Sequence[Referent]
    ) -> list[Referent]:
        """The people without a name to whom it happened, else those who are known.

        Of those who were killed only fighters are told of so.
        """
        if relation.source != ("Person", "Group") or relation.actor != "object":
            return list(known)
        any_people = relation.name in ANYBODY
        told = next(iter(hit.ways("subject")), ())
        words = [
            one
            # "one of the leaders"
            for i in told
            for one in self.tree.behind(i, "of") * (self.tree[i].pos == "NUM") or [i]
        ]
        if words and all(self.is_unnamed(i, any_people=any_people) for i in words):
            found = (self.things.people(self.reading, i) for i in words)
            return [one for one in found if one is not None]
        names = [
            one
            for i in words
            if self.tree[i].dep == "appos"
            for one in self.struck.referents.told_as(i, ("person",))
        ]
        if names:
            return names
        return [one for one in known if any_people or not is_nobody(one.who)]

    def is_unnamed(self, i: int, *, any_people: bool) -> bool:
        """Whether a noun tells of people, or of one, who have no name."""
        word, named = self.tree[i], self.reading.named.get(i)
        if named is not None and not is_nobody(named.who):
            return False
        if word.pos != "NOUN" or word.dep in ("appos", "attr"):
            return False
        told = kind_at(self.tree, i)
        if any_people and told is not None and told[0] in ("community", "person"):
            return True
        if not {word.lemma, word.text.lower()} & FIGHTERS:
            return False
        beside = self.tree.children(i, "det", "poss", "nummod")
        return word.tag != "NN" or any(
            self.tree[one].text.lower() in ONE for one in beside
        )

    def captors(self, hit: Hit, befallen: Sequence[Referent]) -> list[Referent]:
        """Those whom nobody names, by the word for what they did."""
        if hit.entry.frame.name not in UNTOLD or not befallen:
            return []
        word = self.tree[hit.trigger]
        caught = next(iter(hit.ways("subject")), ())
        if self.tree.is_negated(word.i) or any(
            self.tree[one].tag == "PRP" for one in caught
        ):
            # nobody caught him; or nobody knows by what name
            return []
        head = self.tree[self.tree[word.head].head]
        owned = self.tree.children(word.i, "poss", "compound")
        if hit.entry.frame.name == "in-noun" and (owned or head.lemma not in BEING):
            return []
        if word.is_verb and (
            agents(self.tree, word.i) or not self.tree.is_passive(word.i)
        ):
            return []
        if {self.tree[one].lemma for one in self.tree.climb(word.i)} & SOUGHT:
            return []
        if hit.entry.relation not in NAMES and self.is_in_state(word.i):
            return []
        words = befallen[0].antecedent or befallen[0].words
        span = TextSpan(word.start, word.end)
        done = NAMES.get(hit.entry.relation, f"those who {word.text.lower()}")
        name = f"{done} {self.text[words.start : words.end]}"
        one = self.things.captor(span, name)
        return [one] if one is not None else []

    def is_in_state(self, i: int) -> bool:
        """Whether it is told in which state something is done: banned in Arland."""
        below = (self.reading.named.get(one) for one in self.tree.below(i) if one > i)
        return any(one is not None and id_prefix(one.who) == "state" for one in below)

    def is_news(self, hit: Hit) -> bool:
        """Whether a death is told of, and not what comes of it: after his death."""
        prep = self.tree[self.tree[hit.trigger].head]
        return hit.entry.frame.name != "death-noun" or prep.lemma in AFTER
