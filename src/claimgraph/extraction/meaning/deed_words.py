"""Which attacks words tell of: by themselves, by what they are of, or said before."""

from collections.abc import Collection, Iterator

from claimgraph.extraction.meaning.first_person import is_first_person
from claimgraph.extraction.names.coreference import THE, Memory
from claimgraph.extraction.trees.clauses import objects, subjects, with_conjuncts
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.model import TextSpan

# a noun that only says what kind of thing is in the next phrase
SHELLS = cues("referents", "shells")
# by what a deed is done, or what becomes of it
WEAPONS = cues("referents", "weapons")
# which stand for the deed itself
INSTEAD = SHELLS | WEAPONS
AGAIN = cues("referents", "again")
ACTS, GRAVE = cues("referents", "acts"), cues("referents", "grave")
CRIMES, TYING = cues("referents", "crimes"), cues("referents", "tying")
# what a deed is done for, and whom somebody blames who says that he did it
REASONS = (
    cues("silence", "purposes")
    | cues("things", "blaming")
    | cues("referents", "grounds")
)
# what somebody does who has a part in a deed, and the words before it then
PARTAKING, TOWARDS = (
    cues("referents", "partaking"),
    (*("in", "for", "with", "to", "on", "behind"),),
)


class DeedWords:
    """Finds the attacks that words of one sentence tell of."""

    def __init__(self, reading: Reading, memory: Memory) -> None:
        self.reading, self.memory = reading, memory
        self.tree = reading.tree

    def told_at(self, i: int, depth: int = 0) -> Iterator[Referent]:
        """The attacks that a word tells of, itself or by what it is a series of."""
        tree = self.tree
        if depth > 3:
            return
        if tree[i].is_verb:
            inner = [
                r for one in objects(tree, i) for r in self.told_at(one, depth + 1)
            ]
            if inner:
                yield from inner
                return
            if i not in self.reading.deeds:
                yield from self.helped(i, depth)
                return
        own = self.tried_for(i, depth) or self.told_itself(i)
        if own:
            yield from own
            return
        told = list(self.told_beside(i))
        if not told and tree[i].dep in ("dobj", "pobj"):
            told = self.told_behind(i)
            yield from told
        if told and tree[i].lemma in INSTEAD:
            yield from told
            return
        if depth == 0 and self.is_meant_again(i):
            yield from self.near(i)
            return
        if tree[i].lemma in SHELLS or tree[i].pos in ("NUM", "DET", "PRON"):
            for prep in tree.children(i, "prep"):
                if tree[prep].lemma in ("of", "in", "for", "behind", "with"):
                    for one in with_conjuncts(
                        tree, tree.children(prep, "pobj", "pcomp")
                    ):
                        yield from self.told_at(one, depth + 1)

    def told_behind(self, i: int) -> list[Referent]:
        """The attack of "a ground offensive", read as a ground that is offensive."""
        return [
            Referent(self.reading.deeds[kid].who, self.span(i))
            for kid in self.tree.children(i, "amod")
            if kid > i and kid in self.reading.deeds
        ]

    def helped(self, i: int, depth: int) -> Iterator[Referent]:
        """The attacks in which somebody has a part by a verb: helped in, paid for."""
        tree = self.tree
        if tree[i].lemma not in PARTAKING:
            return
        below = tree.children(i, "xcomp", "ccomp")
        for one in (i, *tree.children(i, "dobj")):
            ways = (one, *(tree.children(one, "acl") if one != i else ()))
            for prep in (kid for way in ways for kid in tree.children(way, "prep")):
                if tree[prep].lemma in TOWARDS:
                    below += tree.children(prep, "pobj", "pcomp")
        for one in with_conjuncts(tree, below):
            yield from self.told_at(one, depth + 1)

    def told_itself(self, i: int) -> list[Referent]:
        """The attacks that a word tells of by itself."""
        found = self.reading.deeds.get(i)
        if found is None:
            return []
        return [Referent(who, self.span(i)) for who in (found.who, *found.others)]

    def tried_for(self, i: int, depth: int) -> list[Referent]:
        """The attack in which somebody is charged with a crime: murder in the raid."""
        tree = self.tree
        if tree[i].lemma not in CRIMES:
            return []
        heads = list(dict.fromkeys((i, tree.first_conjunct(i))))
        told = [two for one in heads for two in tree.behind(one, "in", "over")]
        # "charges tied to the raid"
        tied = [two for one in heads for two in tree.children(one, "acl")]
        tied = [one for one in tied if tree[one].lemma in TYING]
        told += [two for one in tied for two in tree.behind(one, "to", "with", "from")]
        found = [
            Referent(self.reading.deeds[one].who, self.span(one))
            for one in told
            if one in self.reading.deeds
        ]
        if found or tree[i].lemma != "charge":
            return found
        of = [one for one in tree.children(i, "prep") if tree[one].lemma == "of"]
        below = [two for one in of for two in tree.children(one, "pobj", "pcomp")]
        return [one for two in below for one in self.told_at(two, depth + 1)]

    def told_beside(self, i: int) -> Iterator[Referent]:
        """The attacks of the clause behind a word, or before an attempt.

        What somebody's claim tells of is not what another denies: A's claim to have.
        """
        if self.tree[i].lemma == "claim" and self.tree.children(i, "poss"):
            return
        for clause in self.tree.children(i, "relcl", "acl"):
            for one in self.tree.conjuncts(clause):
                if one in self.reading.deeds:
                    yield Referent(self.reading.deeds[one].who, self.span(one))
        if self.tree[i].lemma == "attempt":
            for kid in self.tree.children(i, "compound"):
                if kid in self.reading.deeds:
                    yield Referent(self.reading.deeds[kid].who, self.span(i))

    def is_meant_again(self, i: int) -> bool:
        """Whether a word means the attack that was told of: it, the operation."""
        word = self.tree[i]
        if word.tag in ("PRP", "DT"):
            return word.text.lower() in AGAIN and not self.tree.children(i, "prep")
        beside = {self.tree[kid].text.lower() for kid in self.tree.children(i, "det")}
        if self.tree.children(i, "predet"):
            # "such an act"
            beside |= THE
        if word.lemma == "death" and self.tree.children(i, "poss"):
            # "his death was revenge"
            beside |= THE
        told = ("prep", "amod", "compound", "relcl", "acl", "poss")
        more = [kid for kid in self.tree.children(i, *told) if not self.is_grave(kid)]
        if self.is_ours(i) or word.lemma == "death":
            # "the deaths of ten", "our men carried out the operation against the base"
            more = []
        return word.lemma in ACTS and bool(beside & THE) and not more

    def is_grave(self, i: int) -> bool:
        """Whether a word only says how bad a deed was: the deadly operation."""
        word = self.tree[i]
        return word.dep == "amod" and not GRAVE.isdisjoint((word.lemma, word.text))

    def is_ours(self, i: int) -> bool:
        """Whether a deed is what a speaker says that his side did."""
        first = (
            is_first_person(self.tree[kid].text)
            for who in subjects(self.tree, self.tree[i].head)
            for kid in (who, *self.tree.children(who, "poss"))
        )
        return self.tree[i].dep == "dobj" and any(first)

    def near(self, i: int) -> list[Referent]:
        """The attack spoken of at a word: in its sentence, else the last one."""
        for one in (i, *self.tree.climb(i)):
            if one in self.reading.deeds:
                return list(self.told_at(one))
            if self.tree[one].dep not in ("compound", "nmod", "amod", "poss"):
                break
        own = {i, *self.tree.climb(i)}
        # "the gunmen were killed" tells of no deed of theirs
        here = [
            at
            for at in self.reading.deeds
            if at != i and own.isdisjoint(objects(self.tree, at))
        ]
        others = [at for at in here if not self.is_reason(at, own)]
        before = [at for at in others if at < i]
        near = before[-1:] or others[:1]
        if near:
            return list(self.told_at(near[0]))
        return self.told_last(i) or (list(self.told_at(here[0])) if here else [])

    def told_last(self, i: int) -> list[Referent]:
        """The attack that was told of last before a word."""
        word = self.tree[i]
        last = self.memory.deed(self.reading.number, word.start)
        if last is None:
            return []
        return [Referent(last.who, TextSpan(word.start, word.end), last.span)]

    def is_reason(self, deed: int, own: Collection[int]) -> bool:
        """Whether a deed only tells what another was done for: in revenge for it."""
        above = (one for one in self.tree.climb(deed) if one not in own)
        return any(self.tree[one].lemma in REASONS for one in above)

    def span(self, i: int) -> TextSpan:
        """The words of an attack: its noun with what is said of it, or its verb."""
        if self.tree[i].is_verb:
            near = [i, *self.tree.children(i, "dobj", "prt")]
            return self.reading.words_span(near)
        return self.reading.phrase_span(i)


def summed_up(reading: Reading, words: tuple[int, ...]) -> tuple[int, ...]:
    """Of deeds in a list the last where it sums them up: raids and other attacks."""
    tree = reading.tree
    last = [
        i
        for i in words
        if tree[i].dep == "conj"
        and i in reading.deeds
        and any(tree[kid].lemma == "other" for kid in tree.children(i, "amod"))
    ]
    return tuple(last) or words
