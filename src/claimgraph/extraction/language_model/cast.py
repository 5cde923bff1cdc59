"""Whom an answer speaks of: known entities by their names, new ones by the article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimgraph.coding.new_ids import (
    attack_dates,
    attack_id,
    free_id,
    new_id,
    slug_of,
    unnamed_id,
)
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.dates.stamps import is_day
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.body_names import is_of_whole, other_forms
from claimgraph.extraction.language_model.ends import CastEnds
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.known_members import KnownMembers
from claimgraph.extraction.language_model.met_before import MetBefore
from claimgraph.extraction.language_model.naming import (
    aliases_in,
    clean_name,
    is_nameless,
    name_in,
)
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.folding import fold
from claimgraph.gate.words import is_date
from claimgraph.model import Article, Entity, TextSpan
from claimgraph.schema import load_schema

# of the members of one part, by the numbers of its cast
Ids = Mapping[int, str]
NO_MENTION = "an entry of the cast is not mentioned in the text"
NO_DATE = "the date of an attack in the cast cannot be read: it is taken without one"
NO_KIND = "the kind of an entry of the cast is unknown: it is taken without one"


class CastReader:
    """Makes members of entries; one body named in two parts of an article is one."""

    def __init__(self, article: Article, known: Known, text: CopiedWords) -> None:
        self.article, self.known, self.text = article, known, text
        self.members: dict[str, Member] = {}
        self.met = MetBefore()
        self.known_members = KnownMembers(known, text, self.met)
        # the members of the parts before
        self.before: dict[str, Member] = {}
        self.refused: list[str] = []

    def ids(self, entries: Sequence[MemberEntry], ends: CastEnds) -> Ids:
        """The ids of the entries of one part by their numbers; refusals are kept.

        Those that a claim has as its two ends are two, though a list may have their
        names for one.
        """
        self.before = dict(self.members)
        found: dict[int, str] = {}
        days = {one.day for one in self.before.values()}
        told = map(self.readable, entries)
        for entry in sorted(told, key=lambda one: self.known_members.turn(one, days)):
            mention = self.mention_of(entry)
            if mention is None:
                self.refused.append(NO_MENTION)
                continue
            found[entry.n] = self.id_of(entry, mention, found, ends)
        return found

    def mention_of(self, entry: MemberEntry) -> TextSpan | None:
        """Where the text names or describes an entry: its mention, else another name.

        "155 Battalion" is mentioned in "152 and 155 Battalions", too.
        """
        called = [entry.mention, entry.name, *entry.other_names]
        tried = [*called, *(f"{one}s" for one in called)]
        found = (self.text.mention(one, entry.sentence) for one in tried)
        return next(filter(None, found), None)

    def readable(self, entry: MemberEntry) -> MemberEntry:
        """An entry without a date or kind that says nothing, which is told.

        What a part's whole is called is no name of the part.
        """
        if entry.type == "attack" and entry.date and not is_date(entry.date):
            self.refused.append(NO_DATE)
            entry = replace(entry, date=None)
        kinds = load_schema().by_prefix[entry.type].kinds
        if entry.kind is not None and entry.kind not in kinds:
            self.refused.append(NO_KIND)
            entry = replace(entry, kind=None)
        if entry.type in ("group", "org"):
            names = entry.other_names
            own = tuple(one for one in names if not is_of_whole(entry.name, one))
            entry = replace(entry, other_names=own)
        return entry

    def id_of(
        self, entry: MemberEntry, mention: TextSpan, found: Ids, ends: CastEnds
    ) -> str:
        """The id of an entry beside those found: known, of an earlier part, or new."""
        others = {found[one] for one in ends.apart.get(entry.n, ()) if one in found}
        here = set(found.values())
        entity = self.known_members.entity_for(entry, here, ends)
        if entity is None or entity.id in others:
            held = self.held_before(entry, here, others)
            entity = held.entity if held is not None else self.new_entity(entry)
        self.add(entry, entity, mention)
        return entity.id

    def held_before(
        self, entry: MemberEntry, here: set[str], others: set[str]
    ) -> Member | None:
        """The member that an entry is once more, of an earlier part or its own."""
        held = {
            one: member
            for one, member in self.members.items()
            if one.partition("/")[0] == entry.type and one not in others
        }
        before = {one: held[one] for one in held if one in self.before}
        if entry.type == "attack":
            # two attacks of one answer are two
            apart = {one: before[one] for one in before if one not in here}
            found = self.met.act(entry, entry.date, apart)
        else:
            found = self.met.named(entry, list(before), here)
            found = found or self.body_again(entry, before, here)
        if found is None:
            own = (one for one in held if one not in before)
            found = next((one for one in own if self.is_double(one, entry)), None)
        return None if found is None else held[found]

    def body_again(
        self, entry: MemberEntry, before: Mapping[str, Member], here: set[str]
    ) -> str | None:
        """A state's body of an earlier part: Nigeria's police are Nigerian police."""
        if entry.unnamed or entry.type != "org":
            return None
        forms = set(map(fold, other_forms(self.known, clean_name(entry.name))))
        left = (one for one in before if one not in here)
        return next((one for one in left if forms & self.met.full[one]), None)

    def is_double(self, one: str, entry: MemberEntry) -> bool:
        """Whether an entry is a named member of its own part once more."""
        if entry.type == "attack":
            return self.met.is_told_twice(one, self.members[one], entry)
        member = self.members[one].entity
        same = not entry.unnamed and fold(member.name) == fold(entry.name)
        return same and self.met.may_be(entry, member)

    def new_entity(self, entry: MemberEntry) -> Entity:
        """An entity for somebody whom no corpus has, called by words of the article."""
        name = name_in(entry, self.text)
        taken = self.known.entities.keys() | self.members.keys()
        unnamed = is_nameless(entry, name)
        aliases = () if unnamed else aliases_in(entry, name, self.text)
        return Entity(
            id=self.new_id(entry, name, [one.name for one in aliases], taken),
            name=f"{name} (unnamed)" if unnamed else name,
            aliases=aliases,
            kind=entry.kind,
            unnamed=unnamed,
            collective=unnamed and entry.collective,
        )

    def new_id(
        self,
        entry: MemberEntry,
        name: str,
        others: Sequence[str],
        taken: set[str],
    ) -> str:
        """An id that nobody has, by the rule for new ones."""
        stem = self.article.id
        try:
            if entry.type == "attack":
                what = entry.target or entry.kind or name
                if entry.town is None:
                    date = next(iter(attack_dates(entry.date)))
                    return free_id(f"attack/{date}-{slug_of(name)}", taken)
                return attack_id(entry.date, entry.town, what, taken)
            if is_nameless(entry, name):
                return unnamed_id(entry.type, stem, name, taken)
            return new_id(entry.type, [name, *others], taken)
        except ClaimgraphError:
            # a name without a letter
            return free_id(f"{entry.type}/unnamed-{stem}-{entry.n}", taken)

    def add(self, entry: MemberEntry, entity: Entity, mention: TextSpan) -> None:
        """Keep what an entry says of an entity, beside what earlier ones said."""
        names = dict.fromkeys([entity.name, entry.name, *entry.other_names])
        spoken = () if entity.unnamed else self.text.mentions(list(names))
        found = dict.fromkeys([mention, *spoken])
        held, day = self.members.get(entity.id), entry.date
        if held is not None:
            found = dict.fromkeys([*held.mentions, *found])
            day = held.day if day is None or is_day(held.day or "") else day
        self.members[entity.id] = Member(
            entity=entity,
            known=entity.id in self.known.entities or (held is not None and held.known),
            mentions=tuple(found),
            day=day,
            place=(held and held.place) or entry.place,
            target=(held and held.target) or entry.target,
        )
        self.met.add(entity.id, entry)
