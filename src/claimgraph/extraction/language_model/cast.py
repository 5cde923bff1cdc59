"""Whom an answer speaks of: known entities by their names, new ones by the article."""

from collections.abc import Collection, Mapping, Sequence

from claimgraph.coding.new_ids import (
    attack_dates,
    attack_id,
    free_id,
    new_id,
    slug_of,
    unnamed_id,
)
from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.known_attacks import known_again, things
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.naming import (
    aliases_in,
    asked_names,
    is_nameless,
    is_other,
    name_in,
    tells,
)
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.names.branches import branch_called
from claimgraph.extraction.names.common_names import commonly_called
from claimgraph.folding import fold
from claimgraph.model import Article, Entity, TextSpan
from claimgraph.schema import load_schema

# bodies that are one thing here and another there: a known one is taken as it is known
BODIES = ("group", "org", "state")
NO_MENTION = "an entry of the cast is not mentioned in the text"


class CastReader:
    """Makes members of entries; one body named in two parts of an article is one."""

    def __init__(self, article: Article, known: Known, text: CopiedWords) -> None:
        self.article, self.known, self.text = article, known, text
        self.members: dict[str, Member] = {}
        self.called: dict[str, set[str]] = {}
        # the members of the parts before
        self.before: set[str] = set()
        self.refused: list[str] = []

    def ids(
        self, entries: Sequence[MemberEntry], apart: Mapping[int, Collection[int]]
    ) -> Mapping[int, str]:
        """The ids of the entries of one part by their numbers; refusals are kept.

        Those that `apart` has beside each other are two, though a list may have their
        names for one.
        """
        self.before = set(self.members)
        found: dict[int, str] = {}
        for entry in sorted(entries, key=self.turn):
            mention = self.text.mention(entry.mention, entry.sentence)
            if mention is None:
                self.refused.append(NO_MENTION)
                continue
            others = {found[one] for one in apart.get(entry.n, ()) if one in found}
            here = set(found.values())
            found[entry.n] = self.id_of(entry, mention, here, others)
        return found

    def turn(self, entry: MemberEntry) -> tuple[bool, bool]:
        """Who goes first: by a name of his own, and by that which a list has first."""
        known = None if entry.unnamed else self.known.named(entry.name, (entry.type,))
        first = known is not None and fold(known.name) == fold(entry.name)
        return entry.unnamed, not first

    def id_of(
        self, entry: MemberEntry, mention: TextSpan, here: set[str], others: set[str]
    ) -> str:
        """The id of an entry, none of `others`: known, of an earlier part, or new."""
        day = sound_date(entry.date)
        entity = self.known_entity(entry, day, here)
        if entity is not None and entity.id not in others:
            known = entity.id in self.known.entities
            self.add(entry, entity, mention, known=known, day=day)
            return entity.id
        for one in [held for held in self.members if held not in others]:
            if one.partition("/")[0] == entry.type and (
                self.is_same(one, entry, day)
                if one in self.before
                else self.is_double(one, entry)
            ):
                self.add(entry, self.members[one].entity, mention, known=False, day=day)
                return one
        made = self.new_entity(entry, day)
        self.add(entry, made, mention, known=False, day=day)
        return made.id

    def is_double(self, one: str, entry: MemberEntry) -> bool:
        """Whether an entry is a named member of its own part once more."""
        named = not entry.unnamed and entry.type != "attack"
        return named and fold(self.members[one].entity.name) == fold(entry.name)

    def is_same(self, one: str, entry: MemberEntry, day: str | None) -> bool:
        """Whether an entry is a member of an earlier part: by a name, or its act."""
        member = self.members[one]
        if entry.type != "attack":
            return bool(self.called[one] & called_names(entry))
        if day is not None and member.day is not None and day != member.day:
            return False
        hit = bool(things([entry.target or ""]) & things([member.target or ""]))
        there = fold(entry.place or "") == fold(member.place or "")
        return fold(entry.name) in self.called[one] or (
            day is not None and hit and there
        )

    def known_entity(
        self, entry: MemberEntry, day: str | None, here: set[str]
    ) -> Entity | None:
        """The entity that a corpus has for an entry."""
        if entry.type == "attack":
            found = known_again(self.known, self.circumstances(entry, day))
            # two attacks of one answer are two
            return None if found is None or found.id in here else found
        if entry.unnamed:
            return None
        names = asked_names(entry)
        bodies = BODIES if entry.type in BODIES and tells(names[0], "") else ()
        for prefixes in ((entry.type,), bodies):
            for name in names if prefixes else ():
                found = self.known.named(name, prefixes)
                if found is None or is_other(name, entry.name, found.names):
                    continue
                if name == names[0] or found.id not in here:
                    return found
        if not names:
            return None
        # of a body whose name is spelt otherwise elsewhere
        prefixes = bodies or (entry.type,)
        spelt = self.known.spelt_like(names[0], prefixes)
        branch = branch_called(self.known, names[0]) if bodies else None
        return spelt or branch or commonly_called(self.known, names[0], prefixes)

    def circumstances(self, entry: MemberEntry, day: str | None) -> Circumstances:
        """When, where and whom an attack hit, as its entry says."""
        place = self.known.named(entry.place or "", ("place",))
        hit = things([entry.target or "", entry.name])
        return Circumstances(day, place, frozenset(hit), entry.target)

    def new_entity(self, entry: MemberEntry, day: str | None) -> Entity:
        """An entity for somebody whom no corpus has, called by words of the article."""
        name = name_in(entry, self.text)
        node = load_schema().by_prefix[entry.type]
        taken = self.known.entities.keys() | self.members.keys()
        unnamed = is_nameless(entry, name)
        aliases = () if unnamed else aliases_in(entry, name, self.text)
        return Entity(
            id=self.new_id(entry, name, [one.name for one in aliases], day, taken),
            name=f"{name} (unnamed)" if unnamed else name,
            aliases=aliases,
            kind=entry.kind if entry.kind in node.kinds else None,
            unnamed=unnamed,
            collective=unnamed and entry.collective,
        )

    def new_id(
        self,
        entry: MemberEntry,
        name: str,
        others: Sequence[str],
        day: str | None,
        taken: set[str],
    ) -> str:
        """An id that nobody has, by the rule for new ones."""
        stem = self.article.id
        try:
            if entry.type == "attack":
                what = entry.target or entry.kind or name
                if entry.place is None:
                    date = next(iter(attack_dates(day)))
                    return free_id(f"attack/{date}-{slug_of(name)}", taken)
                return attack_id(day, entry.place, what, taken)
            if is_nameless(entry, name):
                return unnamed_id(entry.type, stem, name, taken)
            return new_id(entry.type, [name, *others], taken)
        except ClaimgraphError:
            # a name without a letter
            return free_id(f"{entry.type}/unnamed-{stem}-{entry.n}", taken)

    def add(
        self,
        entry: MemberEntry,
        entity: Entity,
        mention: TextSpan,
        *,
        known: bool,
        day: str | None,
    ) -> None:
        """Keep what an entry says of an entity, beside what earlier ones said."""
        names = dict.fromkeys([entity.name, entry.name, *entry.other_names])
        spoken = () if entity.unnamed else self.text.mentions(list(names))
        found = dict.fromkeys([mention, *spoken])
        held = self.members.get(entity.id)
        if held is not None:
            found = dict.fromkeys([*held.mentions, *found])
        self.members[entity.id] = Member(
            entity=entity,
            known=known,
            mentions=tuple(found),
            day=(held and held.day) or day,
            place=(held and held.place) or entry.place,
            target=(held and held.target) or entry.target,
        )
        self.called.setdefault(entity.id, set()).update(called_names(entry))


def called_names(entry: MemberEntry) -> set[str]:
    """The names by which an entry is found again: no words such as "the group"."""
    others = () if entry.unnamed else entry.other_names
    return {fold(entry.name), *(fold(one) for one in others if one[:1].isupper())}


def sound_date(date: str | None) -> str | None:
    """A date that can be read; None for anything else."""
    if date is None:
        return None
    try:
        span(date)
    except ClaimgraphError:
        return None
    return date
