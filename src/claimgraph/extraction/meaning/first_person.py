"""Whom "we" and "our" mean in what somebody is quoted to say."""

from collections.abc import Iterator

from claimgraph.extraction.names.coreference import (
    GROUP_NOUNS,
    HE,
    HIS,
    PERSON_NOUNS,
    Memory,
)
from claimgraph.extraction.speech.writings import authors, is_writing
from claimgraph.extraction.trees.clauses import subjects
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import SAYING
from claimgraph.ids import id_prefix, is_unnamed

WE = frozenset(("we", "us", "our", "ours", "ourselves"))
ALONE = frozenset(("i", "me", "myself"))
# what speaks for itself
BODIES = ("group", "state")
# who speaks in the name of others: its spokesman, and whoever leads it
OFFICES = cues("telling", "offices")
VOICES, HEADS = cues("telling", "voices"), cues("telling", "heads")
# what somebody does who is in nobody's words a spokesman: speak for it
SPEAKING = frozenset(("speak", "represent", "behalf"))


def is_first_person(words: str) -> bool:
    """Whether words mean the speaker, or him and his: I, we, our fighters.

    >>> is_first_person("Our fighters"), is_first_person("its fighters")
    (True, False)
    """
    return words.lower().partition(" ")[0] in WE | ALONE


def is_described(who: str) -> bool:
    """Whether somebody has no name: the group's spokesman."""
    return is_unnamed(who) and id_prefix(who) == "person"


class FirstPerson:
    """Finds for whom the one speaks who says something in a sentence."""

    def __init__(self, reading: Reading, memory: Memory) -> None:
        self.reading, self.memory, self.tree = reading, memory, reading.tree

    def meant(self, i: int) -> str | None:
        """The body that "we" at a word means, or who "I" is; None where unsure."""
        alone = self.tree[i].text.lower() in ALONE
        for above in self.tree.climb(i):
            if not (self.tree[above].is_verb and self.tree[above].lemma in SAYING):
                continue
            for who in subjects(self.tree, above)[:1]:
                if who != i and not is_first_person(self.tree[who].text):
                    return self.himself(who) if alone else self.spoken_for(who)
        return None

    def himself(self, who: int) -> str | None:
        """The person that somebody who speaks is."""
        if self.tree[who].text.lower() in HE:
            held = self.memory.person(self.reading.number, self.tree[who].start)
            return held.who if held is not None else None
        named = self.reading.named.get(who)
        return named.as_one_of(("person",)) if named is not None else None

    def spoken_for(self, who: int) -> str | None:
        """The body for which somebody speaks: itself, or that whose man he is."""
        for one in (who, *self.tree.children(who, "appos")):
            named = self.reading.named.get(one)
            body = named.as_one_of(BODIES) if named is not None else None
            if body is not None:
                return body
        tree, below = self.tree, self.tree.below(who)
        for author in authors(self.tree, who) if is_writing(self.tree, who) else ():
            return self.spoken_for(author)
        speaking = PERSON_NOUNS | VOICES
        if self.tree[who].lemma in GROUP_NOUNS or any(
            self.tree[one].lemma in speaking for one in below
        ):
            found = next(self.bodies(below), None)
            if found is None and any(tree[one].lemma in OFFICES for one in below):
                found = self.served(who)
            if found is not None:
                return found
        return self.of_person(who)

    def in_whose_name(self, who: int, *, heads: bool) -> str | None:
        """The body for which a person speaks, as its spokesman or as its head."""
        tree, voices = self.tree, VOICES | HEADS if heads else VOICES
        beside = (who, *tree.children(who, "appos", "compound", "nmod"))
        if any(tree[one].lemma in voices for one in beside):
            body = self.spoken_for(who) or self.served(who)
            if body is not None:
                return body
        behalf = self.behalf(who)
        if behalf is not None:
            return behalf
        named = self.reading.named.get(who)
        if tree[who].text.lower() in HE:
            held = self.memory.person(self.reading.number, tree[who].start)
            return self.memory.speaks.get(held.who) if held is not None else None
        return self.memory.speaks.get(named.who) if named is not None else None

    def served(self, who: int) -> str | None:
        """The state or the body of one whose spokesman somebody is."""
        for one in self.tree.below(who):
            named = self.reading.named.get(one)
            body = named.as_one_of(("state", "org")) if named is not None else None
            if body is None or is_unnamed(body) or self.is_apart(one, who):
                continue
            return body
        return None

    def is_apart(self, i: int, who: int) -> bool:
        """Whether a word only stands in what is told of somebody: who is in A."""
        for one in (i, *self.tree.climb(i)):
            word = self.tree[one]
            if one == who:
                return False
            if word.dep in ("relcl", "acl") or (
                word.dep == "prep" and word.lemma not in ("of", "for")
            ):
                return True
        return False

    def behalf(self, who: int) -> str | None:
        """The group on whose behalf somebody says that he speaks, or calls."""
        tree = self.tree
        clauses = tree.children(who, "acl", "relcl")
        call = tree.below(tree[who].head)
        behalf = [one for one in call if tree[one].lemma == "behalf"]
        for one in (*clauses, *behalf):
            below = tree.below(one)
            if any(tree[two].lemma in SPEAKING for two in below):
                return next(self.bodies(below), None)
        return None

    def bodies(self, words: list[int]) -> Iterator[str]:
        """The groups that stand in the words for a speaker, named or meant."""
        for one in words:
            named = self.reading.named.get(one)
            if named is not None and not is_described(named.who):
                group = named.as_one_of(("group",))
                if group is not None:
                    yield group
                continue
            word = self.tree[one]
            owner = word.tag == "PRP$" and word.text.lower() not in HIS
            if owner or word.lemma in GROUP_NOUNS:
                phrase = word.text if owner else self.reading.phrase_words(one)
                for held in self.memory.meant(phrase, self.reading.number, word.start):
                    if id_prefix(held.who) == "group":
                        yield held.who
            if owner:
                near = self.memory.group(self.reading.number, word.start)
                yield from () if near is None else (near.who,)

    def of_person(self, who: int) -> str | None:
        """The group, or the state, of a person of whom it was told before."""
        word = self.tree[who]
        if word.text.lower() in HE:
            held = self.memory.person(self.reading.number, word.start)
            return self.memory.belongs.get(held.who) if held is not None else None
        for one in (who, *self.tree.children(who, "appos")):
            named = self.reading.named.get(one)
            if named is not None and named.who in self.memory.belongs:
                return self.memory.belongs[named.who]
        return None
