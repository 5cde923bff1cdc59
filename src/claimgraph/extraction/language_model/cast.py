"""Whom an answer speaks of: known entities by their names, new ones by the article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimgraph.coding.likeness import sounds_alike
from claimgraph.coding.new_ids import (
    attack_dates,
    attack_id,
    free_id,
    new_id,
    slug_of,
    unnamed_id,
)
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.known_attacks import known_again, things
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.dates.stamps import is_day
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.ends import CastEnds
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.met_before import MetBefore, is_one_of_many
from claimgraph.extraction.language_model.naming import (
    aliases_in,
    asked_names,
    is_nameless,
    is_namesake,
    is_other,
    is_smaller,
    name_in,
    tells,
)
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.names.branches import branch_called, branches_of
from claimgraph.extraction.names.common_names import commonly_called
from claimgraph.folding import fold
from claimgraph.gate.words import is_date
from claimgraph.model import Article, Entity, TextSpan
from claimgraph.schema import load_schema

# bodies that are one thing here and another there: a known one is taken as it is known
BODIES = ("group", "org", "state")
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
        for entry in sorted(entries, key=self.turn):
            mention = self.mention_of(entry)
            if mention is None:
                self.refused.append(NO_MENTION)
                continue
            entry = self.readable(entry)
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
        """An entry without a date or kind that says nothing, which is told."""
        if entry.type == "attack" and entry.date and not is_date(entry.date):
            self.refused.append(NO_DATE)
            entry = replace(entry, date=None)
        kinds = load_schema().by_prefix[entry.type].kinds
        if entry.kind is not None and entry.kind not in kinds:
            self.refused.append(NO_KIND)
            entry = replace(entry, kind=None)
        return entry

    def turn(self, entry: MemberEntry) -> tuple[bool, int, int]:
        """Who goes first: by a name of his own, and by that which a list has first.

        Attacks go by what they share with a known one, by names and days that were met,
        others by who is known or was met.
        """
        met = self.met.has_full(entry)
        if entry.type == "attack":
            days = {one.day for one in self.before.values()}
            known = self.known_attack(entry)
            names = [entry.name, entry.target or ""]
            shared = things(names) & things(known.names if known is not None else [])
            strange = 2 * (not met) + (entry.date not in days)
            return entry.unnamed, 1 - len(shared), strange
        known = None if entry.unnamed else self.known.named(entry.name, (entry.type,))
        first = known is not None and is_name(known, entry.name)
        strange = known is None and not met
        return entry.unnamed, not first, strange

    def id_of(
        self, entry: MemberEntry, mention: TextSpan, found: Ids, ends: CastEnds
    ) -> str:
        """The id of an entry beside those found: known, of an earlier part, or new."""
        others = {found[one] for one in ends.apart.get(entry.n, ()) if one in found}
        here = set(found.values())
        entity = self.known_entity(entry, here, ends)
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
        if found is None:
            own = (one for one in held if one not in before)
            found = next((one for one in own if self.is_double(one, entry)), None)
        return None if found is None else held[found]

    def is_double(self, one: str, entry: MemberEntry) -> bool:
        """Whether an entry is a named member of its own part once more."""
        if entry.type == "attack":
            return self.met.is_told_twice(one, self.members[one], entry)
        name = self.members[one].entity.name
        return not entry.unnamed and fold(name) == fold(entry.name)

    def known_entity(
        self, entry: MemberEntry, here: set[str], ends: CastEnds
    ) -> Entity | None:
        """The entity that a corpus has for an entry."""
        if entry.type == "attack":
            found = self.known_attack(entry)
            # two attacks of one answer are two
            return None if found is None or found.id in here else found
        names = [] if entry.unnamed else asked_names(entry)
        if not names:
            return None
        bodies: tuple[str, ...] = ()
        if entry.type in BODIES and tells(names[0], ""):
            bodies = tuple(one for one in BODIES if ends.fit(entry.n, entry.type, one))
        met = [
            (name, found)
            for prefixes in ((entry.type,), bodies)
            for name in (names if prefixes else ())
            if (found := self.known.named(name, prefixes)) is not None
            if not self.is_other(name, entry, found)
            if name == names[0] or found.id not in here
        ]
        of_group = entry.type == "group" or "group" in bodies
        branch = branch_called(self.known, names[0]) if of_group else None
        if met and (branch is None or met[0][0] == names[0]):
            return self.nearest([found for _, found in met])
        # of a body whose name is spelt otherwise elsewhere
        prefixes = bodies or (entry.type,)
        spelt = self.known.spelt_like(names[0], bodies) if bodies else None
        if branch is None and spelt is not None and spelt.id not in here:
            return spelt
        return branch or commonly_called(self.known, names[0], prefixes)

    def nearest(self, met: Sequence[Entity]) -> Entity:
        """Of those who are known by the names of an entry the first, but its branch
        where one of the names is the branch's own.
        """
        its_branches = branches_of(self.known).get(met[0].id, {}).values()
        return next((one for one in met if one in its_branches), met[0])

    def is_other(self, name: str, entry: MemberEntry, found: Entity) -> bool:
        """Whether one who is known by a name of an entry is somebody else."""
        if entry.type == "person":
            return is_namesake(name, entry, found)
        if entry.type == "place":
            return is_smaller(entry.kind, found)
        return is_other(name, entry.name, found.names)

    def known_attack(self, entry: MemberEntry) -> Entity | None:
        """The attack of a corpus that an entry tells of; no series is a single one."""
        found = known_again(self.known, self.circumstances(entry))
        if found is None or is_one_of_many(entry.kind, found.kind or "single"):
            return None
        return found

    def circumstances(self, entry: MemberEntry) -> Circumstances:
        """When, where and whom an attack hit, as its entry says."""
        town = (entry.place or "").partition(",")[0]
        named = (self.known.named(one, ("place",)) for one in (entry.place or "", town))
        place = next(filter(None, named), None)
        hit = things([entry.target or "", entry.name])
        return Circumstances(entry.date, place, frozenset(hit), entry.target)

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
                if entry.place is None:
                    date = next(iter(attack_dates(entry.date)))
                    return free_id(f"attack/{date}-{slug_of(name)}", taken)
                town = entry.place.partition(",")[0]
                return attack_id(entry.date, town, what, taken)
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


def is_name(known: Entity, name: str) -> bool:
    """Whether a name is the one that a list has first, perhaps spelt otherwise."""
    asked, listed = fold(name), fold(known.name)
    return asked == listed or sounds_alike(asked, listed)
