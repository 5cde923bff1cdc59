"""Who and what an article speaks of: each passage that names or describes somebody."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.abbreviations import (
    name_in_brackets,
    other_name,
    with_brackets,
)
from claimgraph.extraction.names.branches import with_branches
from claimgraph.extraction.names.cover import Cover, is_listed, longest_kept
from claimgraph.extraction.names.described import (
    SOMEBODYS,
    Description,
    descriptions,
    is_of_place,
)
from claimgraph.extraction.names.known_mentions import (
    evidence,
    found_names,
    meaning_of,
)
from claimgraph.extraction.names.local_names import meant_here, short_names
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.name_index import OWN, NameIndex, NameOf, name_index
from claimgraph.extraction.names.namesakes import with_namesakes
from claimgraph.extraction.names.newcomers import Newcomer, Newcomers, key_of
from claimgraph.extraction.names.office_bodies import body_of_office, place_behind
from claimgraph.extraction.names.people import (
    LONGEST_PERSON,
    as_united,
    called_by_surname,
    is_kin,
    listed_person,
)
from claimgraph.extraction.names.person_cues import is_plain
from claimgraph.extraction.names.phrases import Phrase, phrases
from claimgraph.extraction.names.plain_mentions import (
    entities_of,
    plain_mentions,
    tells_of_another,
)
from claimgraph.extraction.names.siblings import meet_siblings
from claimgraph.extraction.names.states import (
    Owners,
    adjective_of,
    government_of,
    state_of_bodies,
    state_spoken_of,
)
from claimgraph.extraction.names.troops import body_of
from claimgraph.extraction.names.unlisted import PERSON, kind_of
from claimgraph.extraction.words.name_words import NameKind
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Entity

# those whose names hold no other's
WHOLE = ("group", "org", "person", "attack", "community")
# which type a name is of that was met as two
FIRST_TYPES = ("place", "group", "person", "org")


def mentions_of(
    text: str, passages: Sequence[SpokenSentence], known: Known, stem: str
) -> list[Mention]:
    """The mentions in the sentences of a working text, in order, none inside another.

    Those who are known come first; then who is named or described and not known.
    """
    return MentionReader(text, passages, known, stem).mentions()


class MentionReader:
    """Reads one article for names."""

    def __init__(
        self, text: str, passages: Sequence[SpokenSentence], known: Known, stem: str
    ) -> None:
        self.text = text
        self.passages = passages
        self.known = known
        self.stem = stem
        self.newcomers = Newcomers()
        self.own = NameIndex()
        # those who are of the family of somebody with their surname
        self.kin = set[str]()
        # the bodies that the words of offices tell
        self.offices: dict[Description, Newcomer | Entity] = {}
        # those of lists whom the article calls otherwise, with its name for them
        self.adopted: list[tuple[Entity, str]] = []

    def mentions(self) -> list[Mention]:
        """All mentions, in order."""
        found = list(found_names(self.passages, name_index(self.known)))
        sure = evidence(found)
        meant = (meaning_of(name, sure) for name in found)
        listed = [as_united(self.known, one) for one in meant if one is not None]
        self.meet_unlisted(Cover(listed), {one.prefix for one in listed})
        self.learn_known(listed)
        state = state_spoken_of(listed, self.text)
        state = state or state_of_bodies(self.text, self.known)
        described = self.meet_described(listed, state)
        made = self.newcomers.entities(self.stem, self.known.entities)
        self.name_newcomers(made, listed)
        found = list(found_names(self.passages, self.own))
        local = meant_here(found, listed, self.known.entities)
        names = longest_kept(
            [*((0, one) for one in listed), *((1, one) for one in local)]
        )
        bodies = entities_of(self.offices, made)
        plain = plain_mentions(self.known, described, made, Cover(names), bodies)
        together = sorted([*names, *plain], key=lambda one: one.span.start)
        named = with_branches(self.passages, self.known, together)
        named = with_namesakes(self.passages, named)
        return with_brackets(self.text, named)

    def meet_unlisted(self, cover: Cover, spoken: Collection[str]) -> None:
        """Meet those whose names are capitalised and stand in no list so.

        Where a listed group is `spoken` of, a person may be a listed one.
        """
        small = {
            token.folded
            for passage in self.passages
            for token in passage.tokens
            if token.text.islower()
        }
        votes = defaultdict[str, list[tuple[NameKind, Phrase]]](list)
        doubtful = list[Phrase]()
        for passage in self.passages:
            if passage.is_title or passage.in_capitals:
                continue
            taken = cover.tokens(passage, WHOLE)
            for phrase in phrases(passage, taken, small):
                if is_listed(phrase, cover):
                    continue
                kind = kind_of(phrase)
                if kind is None:
                    doubtful.append(phrase)
                else:
                    votes[key_of(phrase.words)].append((kind, phrase))
        for one in called_by_surname(doubtful):
            votes[key_of(one.words)].append((PERSON, one))
        if "group" in spoken:
            for one in doubtful:
                if listed_person(self.known, one.words) is not None:
                    votes[key_of(one.words)].append((PERSON, one))
        # a name before the letters that are short for it
        for met in sorted(votes.values(), key=lambda one: " " not in one[0][1].words):
            self.meet(met, listed="group" in spoken)
        self.meet_kin(doubtful, cover)
        meet_siblings(self.text, self.known, self.newcomers)

    def meet_kin(self, doubtful: Iterable[Phrase], cover: Cover) -> None:
        """Meet those who have the surname of somebody else of the article."""
        people = [who.names[0] for who in self.newcomers if who.prefix == "person"]
        people += [
            self.text[start:end] for start, end, one in cover.spans if one == "person"
        ]
        for name in people:
            if " " in name and is_kin(self.text, name):
                self.kin.add(name)
                self.newcomers.meet("person", name.split()[-1], None)
        surnames = {fold(name.split()[-1]) for name in people if " " in name}
        for phrase in doubtful:
            plain = 1 < len(phrase.low) <= LONGEST_PERSON and is_plain(phrase)
            if plain and phrase.low[-1] in surnames:
                self.newcomers.meet("person", phrase.words, None)

    def meet(self, met: Sequence[tuple[NameKind, Phrase]], *, listed: bool) -> None:
        """Meet who has a name that stands at some places, with its other names."""
        counted = Counter(kind.prefix for kind, _ in met)
        prefix = max(counted, key=lambda one: (counted[one], -FIRST_TYPES.index(one)))
        kind = next(kind for kind, _ in met if kind.prefix == prefix)
        name = met[0][1].words
        known = self.listed_as(name, prefix) if listed or prefix == "group" else None
        if known is not None:
            self.adopted.append((known, name))
            return
        who = self.newcomers.meet(prefix, met[0][1].words, kind.kind)
        for _, phrase in met:
            last = phrase.passage.span.end
            short = name_in_brackets(self.text, phrase.words, phrase.end, last)
            other = short or other_name(self.text, phrase.end, last)
            if other is not None:
                self.newcomers.learn(who, other.words)

    def listed_as(self, name: str, prefix: str) -> Entity | None:
        """Who of a list is called so by the article, in other words than the list."""
        if prefix == "person":
            return listed_person(self.known, name)
        if prefix == "group":
            return self.known.spelt_like(name, ("group",))
        return None

    def learn_known(self, listed: Sequence[Mention]) -> None:
        """Learn the letters and other names that stand beside those who are known."""
        cover = Cover(listed)
        ends = [one.span.end for one in self.passages]
        at = 0
        for one in listed:
            while ends[at] < one.span.end:
                at += 1
            if one.prefix not in WHOLE:
                continue
            name = self.text[one.span.start : one.span.end]
            other = name_in_brackets(self.text, name, one.span.end, ends[at])
            other = other or other_name(self.text, one.span.end, ends[at])
            if other is not None and not cover.touches(
                other.start, other.start + len(other.words)
            ):
                self.own.add(NameOf(one.entity, Alias(other.words), OWN))

    def meet_described(
        self, listed: Sequence[Mention], state: Entity | None
    ) -> list[tuple[Description, Newcomer | Entity]]:
        """Meet those who are described, each with the place.

        A body without more, "the police", is that of the state that the article
        speaks of; a government is the state itself.
        """
        met = list[tuple[Description, Newcomer | Entity]]()
        cover = Cover(listed)
        owners = Owners(self.text, listed, state)
        for passage in self.passages:
            taken = cover.tokens(passage, (*WHOLE, "state", "place"))
            for one in descriptions(passage, taken):
                if tells_of_another(self.text, one, cover):
                    continue
                # "police in Tarim" are those of Tarim
                placed = is_of_place(self.text, one, cover)
                around = passage, owners
                who = self.described(one, *around, placed=placed, hidden=False)
                if who is not None:
                    met.append((one, who))
                place = place_behind(self.text, one, cover)
                body = body_of_office(one, place)
                if body is not None:
                    whose = self.described(body, *around, placed=False, hidden=True)
                    self.offices |= {one: whose} if whose is not None else {}
        return met

    def described(
        self,
        one: Description,
        passage: SpokenSentence,
        owners: Owners,
        *,
        placed: bool,
        hidden: bool,
    ) -> Newcomer | Entity | None:
        """Who is described, met if nobody has the description yet."""
        if one.prefix == "state":
            before = self.text[passage.span.start : one.start]
            around = before, self.text[one.end : passage.span.end]
            whose = government_of(self.known, one.words, around, owners.spoken_of)
            if whose is not None:
                return whose
        owner = owners.owner(one) if one.prefix == "org" and not placed else None
        called = adjective_of(self.passages, owner) if owner is not None else ""
        words = body_of(f"{called} {one.words}".lstrip(), self.text)
        if words.lower() in SOMEBODYS:
            return None
        prefix = "org" if one.prefix == "state" else one.prefix
        unnamed = not one.named and words == one.words
        return self.newcomers.meet(
            prefix, words, one.kind, unnamed=unnamed, hidden=hidden
        )

    def name_newcomers(
        self, made: dict[int, Entity], listed: Sequence[Mention]
    ) -> None:
        """Let the names of those who were met be found, and parts of them."""
        people, groups = (
            [
                (one.entity, self.text[one.span.start : one.span.end])
                for one in listed
                if one.prefix == prefix
            ]
            for prefix in ("person", "group")
        )
        for one, name in self.adopted:
            self.own.add(NameOf(one, Alias(name), OWN))
            (people if id_prefix(one.id) == "person" else groups).append((one, name))
        for who in self.newcomers:
            entity = made.get(id(who))
            if entity is None or who.unnamed or who.hidden:
                continue
            for name in who.names:
                self.own.add(NameOf(entity, Alias(name), OWN))
            if who.prefix == "person":
                people.append((entity, entity.name))
            elif who.prefix == "group":
                groups += [(entity, name) for name in who.names]
        called = [(one, name) for one, name in people if name not in self.kin]
        for naming in short_names(called, groups):
            self.own.add(naming)
