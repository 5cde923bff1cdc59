"""Whom or what an attack hit, and where it was, by the words beside it."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.meaning.things import Things, first_word, kind_at
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.owners import owners_of
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix, is_unnamed

# whose they are is what was hit
HELD = cues("things", "held")
# whoever they are, the toll tells of them
PLAIN = cues("things", "plain")
VEHICLES = cues("places", "vehicle")
TOWNS = words("places", "kinds")
# pronouns that may mean a body
AGAIN = frozenset(("it", "them"))
BLAMING = cues("things", "blaming")
BODIES = ("group", "org", "state")
PLACE, COMMUNITY = "place", "community"
# the frames of whom a deed killed or hurt, and of what stands before its noun
HURT, BEFORE = "verb-victim", "target-deed"


class Struck:
    """Finds whom the attacks of one sentence hit, and where they were."""

    def __init__(self, reading: Reading, referents: Referents, things: Things) -> None:
        self.reading, self.referents, self.things = reading, referents, things
        self.tree = reading.tree

    def told(self, hit: Hit, prefixes: Sequence[str], *, place: bool) -> list[Referent]:
        """Who or what stands where a trigger has a target, or else a place."""
        if not place and self.is_none(hit):
            return []
        for ways in hit.ways("object"):
            found: dict[str, Referent] = {}
            for i in ways:
                told = self.place_at(i) if place else self.hit_at(hit, i, prefixes)
                found |= {one.who: one for one in told}
            if found:
                return list(found.values())
        return []

    def is_none(self, hit: Hit) -> bool:
        """Whether a deed is only blamed on somebody, or tells of those it befell."""
        tree, i = self.tree, hit.trigger
        if tree[i].dep == "amod":
            return True
        above = tree[tree[i].head]
        blamed = tree[i].dep == "dobj" and above.lemma in BLAMING
        return blamed and hit.entry.preps[:1] == ("on",)

    def hit_at(self, hit: Hit, i: int, prefixes: Sequence[str]) -> list[Referent]:
        """Who or what a word stands for that may be whom a deed hit."""
        frame, named = hit.entry.frame.name, self.reading.named.get(i)
        if (
            self.tree[i].tag in ("PRP", "PRP$")
            and self.tree[i].text.lower() not in AGAIN
        ):
            # himself, themselves
            return []
        known = named is not None and not is_unnamed(named.who)
        if frame == BEFORE and known:
            # a name that tells which attack is meant
            return []
        hurt = frame == HURT
        plain = hurt or self.tree[i].lemma == "people"
        if not known and plain and self.is_plain(i):
            return []
        if hurt and self.is_toll(hit):
            return []
        found = self.target_at(i, prefixes)
        return [one for one in found if not (hurt and id_prefix(one.who) in BODIES)]

    def is_toll(self, hit: Hit) -> bool:
        """Whether it is told who died, and not whom somebody killed."""
        return self.tree.is_passive(hit.trigger) or self.tree[hit.trigger].tag == "VBN"

    def is_plain(self, i: int) -> bool:
        """Whether nothing but their number is told of people: ten people."""
        plain = self.tree[i].lemma in PLAIN or self.tree[i].pos == "NUM"
        return plain and first_word(self.tree, i) == i

    def target_at(self, i: int, prefixes: Sequence[str]) -> list[Referent]:
        """Who or what one word stands for."""
        tree, named = self.tree, self.reading.named.get(i)
        told = kind_at(tree, i)
        people = told is not None and told[0] == COMMUNITY
        known = named is not None and not is_unnamed(named.who)
        men = people and named and id_prefix(named.who) in ("org", "person")
        if known and not men:
            return self.referents.meant([i], prefixes, alone=True)
        if tree[i].lemma in TOWNS:
            towns = [one for inner in self.towns_of(i) for one in self.place_at(inner)]
            return towns or list(self.place_at(i))
        if tree[i].lemma in HELD:
            return self.referents.meant(owners_of(tree, i, inside=True), BODIES)
        if told is None:
            found = self.referents.meant([i], prefixes)
            return [one for one in found if id_prefix(one.who) not in ("attack", PLACE)]
        names = [
            one
            for one in self.referents.told_as(i, prefixes)
            if not is_unnamed(one.who)
        ]
        one = self.things.at(self.reading, i)
        return names or ([one] if one is not None else [])

    def towns_of(self, i: int) -> Iterator[int]:
        """The names of towns that a noun only describes: the border town of A."""
        for prep in self.tree.children(i, "prep"):
            if self.tree[prep].lemma in ("of", "like"):
                yield from self.tree.children(prep, "pobj")
        yield from self.tree.children(i, "appos")

    def place_at(self, i: int) -> Iterator[Referent]:
        """The place that a word names or describes."""
        named = self.reading.named.get(i)
        who = named.as_one_of((PLACE,)) if named is not None else None
        if who is not None and named is not None:
            yield self.things.part(self.reading, i, named) or Referent(who, named.span)
        if named is not None:
            return
        told = kind_at(self.tree, i)
        town = (
            self.things.town(self.reading, i) if self.tree[i].lemma in TOWNS else None
        )
        if town is not None:
            yield town
        elif (
            told is not None and told[0] == PLACE and self.tree[i].lemma not in VEHICLES
        ):
            one = self.things.at(self.reading, i)
            if one is not None:
                yield one
