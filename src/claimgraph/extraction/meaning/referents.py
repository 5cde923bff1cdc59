"""Whom the words in a slot mean: a name, its members, or somebody named before."""

from collections.abc import Collection, Iterator

from claimgraph.extraction.meaning.deed_words import SHELLS, DeedWords
from claimgraph.extraction.meaning.first_person import FirstPerson, is_first_person
from claimgraph.extraction.meaning.men import family, nearest_group, thought_of
from claimgraph.extraction.meaning.told_before import (
    antecedents,
    is_told_of,
    others_than,
    quoting,
)
from claimgraph.extraction.names.coreference import (
    AUTHORS,
    BODY_NOUNS,
    GROUP_NOUNS,
    Memory,
    sex_of,
)
from claimgraph.extraction.speech.writings import authors
from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.given_names import examples, names_of
from claimgraph.extraction.trees.name_lists import listed_with
from claimgraph.extraction.trees.owners import STATE_MEMBERS, owners_of
from claimgraph.extraction.trees.reading import NamedSpan, Reading, Referent
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import WRITINGS
from claimgraph.ids import id_prefix, is_unnamed

# those who are a group's and act for it
MEMBERS = cues("referents", "members")
MEN = MEMBERS - STATE_MEMBERS
# whose they are is told beside them
OWNED = MEMBERS | GROUP_NOUNS
APART = cues("referents", "apart")
# who heads one of these does not head the whole
PARTS = cues("referents", "parts")
HE_FORMS = cues("coreference", "he") | cues("coreference", "his")
PLURALS = cues("coreference", "they") | {"both", "the two", "both groups"}


class Referents:
    """Finds whom words mean, in one sentence after what was read before."""

    def __init__(self, reading: Reading, memory: Memory, text: str) -> None:
        self.reading, self.memory, self.text = reading, memory, text
        self.tree = reading.tree
        self.deeds = DeedWords(reading, memory)
        self.speakers = FirstPerson(reading, memory)
        # whom a word means, of which types: many triggers ask it
        self.known: dict[tuple[int, tuple[str, ...], bool], list[Referent]] = {}

    def meant(
        self,
        words: Collection[int],
        prefixes: Collection[str],
        *,
        strict: bool = False,
        alone: bool = False,
    ) -> list[Referent]:
        """Whom some words mean, of some types; each once, `alone` without a list."""
        found: dict[str, Referent] = {}
        kinds = tuple(prefixes)
        for i in words:
            question = (i, kinds, strict)
            if question not in self.known:
                self.known[question] = list(self.at(i, kinds, strict=strict))
            for one in self.known[question]:
                found.setdefault(one.who, one)
                if alone:
                    more = self.given(i, prefixes) if is_unnamed(one.who) else ()
                    return [one, *more]
        return list(found.values())

    def at(
        self, i: int, prefixes: Collection[str], *, strict: bool
    ) -> Iterator[Referent]:
        """Whom one word means."""
        if "attack" in prefixes:
            yield from self.deeds.told_at(i)
            if len(prefixes) == 1:
                return
        if not self.tree[i].is_noun and i not in self.reading.named:
            return
        kin = family(self.reading, self.memory, i) if "person" in prefixes else []
        if kin:
            yield from kin
            return
        direct = list(self.direct(i, prefixes))
        part = strict and self.is_part(i)
        found = direct or ([] if part else list(self.members(i, prefixes)))
        yield from found
        if not found and not part and i not in self.reading.named:
            yield from self.before(i, prefixes, strict=strict)

    def is_part(self, i: int) -> bool:
        """Whether a word is for a part of a body: a unit, half the force."""
        halved = any(self.tree[kid].lemma == "half" for kid in self.tree.kids[i])
        return halved or self.tree[i].lemma in PARTS

    def direct(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """Those whom a word names itself, and those in one list with them."""
        one = self.reading.named.get(i)
        plain = one is None or is_unnamed(one.who)
        told = list(self.told_as(i, prefixes)) if plain else []
        yield from told
        who = one.as_one_of(prefixes) if one is not None and not told else None
        if one is not None and who is not None:
            yield Referent(who, one.span)
            for other in listed_with(self.reading, self.text, one):
                yield Referent(other.as_one_of(prefixes) or other.who, other.span)
            if is_unnamed(who):
                yield from self.given(i, prefixes)

    def given(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """Those who are given as examples of what a noun says."""
        for one in examples(self.tree, i):
            yield from self.direct(one, prefixes)

    def told_as(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """Whose description a noun is: "A, a group", "A is a group", "a group, A"."""
        for name in names_of(self.reading, i):
            if (who := name.as_one_of(prefixes)) is not None:
                yield Referent(who, name.span)
        if self.tree[i].dep in ("appos", "attr") and self.tree[i].pos != "PRON":
            for head in bearers(self.tree, i):
                one = self.reading.named.get(head)
                who = one.as_one_of(prefixes) if one is not None else None
                body = self.tree[i].lemma in GROUP_NOUNS
                if one and who and not (body and id_prefix(who) == "person"):
                    yield Referent(who, one.span)

    def members(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """The group whose members, or whose spokesman, a word is."""
        tree, head = self.tree, self.tree[i]
        yield from self.given(i, prefixes)
        generic = head.lemma in OWNED or head.lemma in BODY_NOUNS
        person = self.reading.named.get(i)
        is_person = person is not None and id_prefix(person.who) == "person"
        if head.lemma in WRITINGS:
            for author in authors(tree, i):
                span = self.reading.phrase_span(i)
                theirs = (Referent(w, span) for w in self.spoken_for(author, prefixes))
                yield from list(self.direct(author, prefixes)) or theirs
            return
        beside = tree.children(i, "amod", "compound", "nmod")
        if generic and any(tree[kid].lemma in APART for kid in beside):
            # "a splinter group of A" is not A
            return
        if not generic and not is_person and head.lemma not in SHELLS:
            return
        inner = owners_of(tree, i, inside=generic or head.lemma in SHELLS)
        inner += thought_of(self.reading, i) if generic else []
        for kid in inner:
            one = self.reading.named.get(kid)
            who = one.as_one_of(prefixes) if one is not None else None
            foreign = who is not None and id_prefix(who) == "state"
            if foreign and head.lemma not in STATE_MEMBERS:
                continue
            led = self.led_by(one, kid, i, prefixes) if generic and one else None
            if led is not None:
                yield led
            elif one is not None and who is not None and one != person:
                yield Referent(who, self.reading.words_span((*self.inside(one), i)))
            elif one and one == person and tree[kid].dep in ("poss", "pobj"):
                groups = [each for each in prefixes if each == "group"]
                yield from self.before(kid, groups, strict=True)
            elif one is None and tree[kid].tag == "WP$":
                yield from self.whose(i, prefixes)
            elif one is None and kid not in tree.children(i, "compound", "amod"):
                yield from self.owned_by(kid, i, prefixes)

    def owned_by(
        self, owner: int, i: int, prefixes: Collection[str]
    ) -> Iterator[Referent]:
        """Whose a noun is by another noun: fighters of the A cartel, of the group."""
        if self.tree[owner].dep == "pobj" and owner in self.tree.below(i):
            theirs = list(self.members(owner, prefixes))
            if theirs:
                yield from theirs
                return
        told = list(self.told_as(owner, prefixes))
        men = self.tree[i].lemma in MEN
        yield from told or self.owner(owner, prefixes, men=men)

    def owner(
        self, i: int, prefixes: Collection[str], *, men: bool
    ) -> Iterator[Referent]:
        """Whom "its" or "the group's" means; the men of a group are no state's."""
        own = self.tree[i].tag == "PRP$"
        if own and self.tree[i].text.lower() in HE_FORMS:
            for one in self.before(i, ("person",), strict=False):
                led = self.led_by(one, i, self.tree[i].head, prefixes)
                if led is not None:
                    yield led
                    return
            body = self.speakers.meant(i)
            if body is not None and id_prefix(body) == "group" and "group" in prefixes:
                yield Referent(body, self.reading.words_span((i, self.tree[i].head)))
            return
        apart = {"person", "state"} if own and men else {"person"}
        bodies = [each for each in prefixes if each not in apart]
        near = list(self.before(i, bodies, strict=True))
        if not near and own and "state" in prefixes:
            near = list(nearest_group(self.reading, self.memory, i))
        yield from near

    def led_by(
        self,
        one: NamedSpan | Referent,
        owner: int,
        i: int,
        prefixes: Collection[str],
    ) -> Referent | None:
        """The group of a person whose men, or whose group, a noun tells of."""
        group = self.memory.belongs.get(one.who)
        theirs = self.tree[i].lemma in OWNED
        if group is None or not theirs or id_prefix(group) not in prefixes:
            return None
        return Referent(group, self.reading.words_span((owner, i)))

    def whose(self, i: int, prefixes: Collection[str]) -> Iterator[Referent]:
        """Those whose men do what a clause with "whose" says."""
        head = self.tree.relative_head(self.tree[i].head)
        if head is not None:
            bodies = [each for each in prefixes if each != "person"]
            for one in self.tree.conjuncts(head):
                yield from self.direct(one, bodies)

    def inside(self, one: NamedSpan) -> list[int]:
        """The words of a name."""
        return [i for i, other in self.reading.named.items() if other == one]

    def before(
        self, i: int, prefixes: Collection[str], *, strict: bool
    ) -> Iterator[Referent]:
        """Somebody named before whom a pronoun or "the group" means."""
        words = self.reading.phrase_words(i)
        if is_first_person(words):
            own = self.speakers.meant(i)
            if own is not None and id_prefix(own) in prefixes:
                yield Referent(own, self.reading.words_span([i]))
            return
        vague = words.lower() in PLURALS or self.tree[i].lemma in BODY_NOUNS
        told = is_told_of(self.tree, i) and self.tree[i].text.lower() not in AUTHORS
        if told or (strict and vague):
            return
        alone = self.tree[i].pos == "PRON"
        here = self.reading.words_span([i]) if alone else self.reading.phrase_span(i)
        near = self.subject_before(i, prefixes)
        if near:
            yield from (Referent(who, here) for who in near)
            return
        later = others_than(self.reading, i)
        for who in quoting(self.tree, i):
            later |= {each.who for each in self.before(who, ("person",), strict=False)}
        for one in self.memory.meant(
            words, self.reading.number, here.start, strict=strict, apart=later
        ):
            if id_prefix(one.who) in prefixes:
                yield Referent(one.who, here, one.span)

    def subject_before(self, i: int, prefixes: Collection[str]) -> list[str]:
        """The subject of a clause above, for a pronoun in a clause below it."""
        tree = self.tree
        if tree[i].tag not in ("PRP", "PRP$"):
            return []
        head = tree[i].head
        if tree[i].tag == "PRP$" and tree[head].dep == "conj":
            # "A and its allies"
            beside = self.direct(tree[head].head, prefixes)
            return [one.who for one in beside]
        person = tree[i].lemma in HE_FORMS or tree[i].text.lower() in HE_FORMS
        for one in antecedents(tree, i):
            found = self.named_or_meant(one, prefixes)
            if not person:
                found += self.spoken_for(one, prefixes)
            fits = [who for who in found if (id_prefix(who) == "person") == person]
            if fits and (not person or self.may_be(fits[0], i)):
                return fits
        return []

    def may_be(self, who: str, i: int) -> bool:
        """Whether a person may be he, or she, who is then known to be that."""
        sex = sex_of(self.tree[i].text.lower())
        return self.memory.sexes.setdefault(who, sex) == sex

    def spoken_for(self, i: int, prefixes: Collection[str]) -> list[str]:
        """The body for which a subject speaks, whom it means by "it"."""
        body = self.speakers.in_whose_name(i, heads=True)
        return [body] if body is not None and id_prefix(body) in prefixes else []

    def named_or_meant(self, i: int, prefixes: Collection[str]) -> list[str]:
        """Whom a subject names, or means by "the group"."""
        found = list(self.direct(i, prefixes)) or list(self.members(i, prefixes))
        if not found and self.tree[i].pos == "NOUN":
            found = list(self.before(i, prefixes, strict=False))
        return [one.who for one in found]
