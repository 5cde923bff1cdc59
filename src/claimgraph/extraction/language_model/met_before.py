"""Whom an entry means among those of the parts of an article before its own."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from claimgraph.coding.figures import SPELT
from claimgraph.coding.likeness import main_words
from claimgraph.dates import may_overlap
from claimgraph.extraction.attacks.known_attacks import things
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.dates.stamps import is_day
from claimgraph.extraction.known import is_spelt_alike
from claimgraph.extraction.language_model.body_names import PARTS
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.naming import DESCRIPTION
from claimgraph.folding import fold
from claimgraph.model import Entity


class MetBefore:
    """The names by which each member was called so far; nobody unnamed has any."""

    def __init__(self) -> None:
        self.full: defaultdict[str, set[str]] = defaultdict(set)
        self.called: defaultdict[str, set[str]] = defaultdict(set)
        self.kinds: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, entity_id: str, entry: MemberEntry) -> None:
        """Keep by what names an entry calls a member."""
        names = called_names(entry)
        self.full[entity_id].update(names[:1])
        self.called[entity_id].update(names)
        if entry.kind is not None:
            self.kinds[entity_id].add(entry.kind)

    def may_be(self, entry: MemberEntry, one: Entity) -> bool:
        """Whether an entry is no other person, or place, of another kind.

        A town is not its province, nor a judge the leader of a group.
        """
        kinds = {*self.kinds[one.id], one.kind} - {None}
        told = entry.type in ("person", "place") and entry.kind is not None
        return not (told and kinds) or entry.kind in kinds

    def has_full(self, entry: MemberEntry) -> bool:
        """Whether somebody has the full name of an entry."""
        names = called_names(entry)
        return bool(names) and any(names[0] in full for full in self.full.values())

    def named(
        self, entry: MemberEntry, held: Collection[str], taken: Collection[str]
    ) -> str | None:
        """Who of these has the full name of an entry, else a short form of it alone.

        Whoever is taken has another entry beside this one.
        """
        names = called_names(entry)
        same = [one for one in held if names[:1] and names[0] in self.full[one]]
        if same:
            return same[0] if len(same) == 1 else None
        for name in names:
            bearers = [one for one in held if self.bears(one, name)]
            if len(bearers) == 1 and self.is_meant(bearers[0], name, entry):
                return bearers[0] if bearers[0] not in taken else None
        fuller = [one for one in held if names and self.is_fuller(one, entry, names[0])]
        return fuller[0] if len(fuller) == 1 and fuller[0] not in taken else None

    def is_fuller(self, one: str, entry: MemberEntry, name: str) -> bool:
        """Whether somebody has the full name of a person, or a longer or shorter one.

        Omar Hassan Haddad, or General Omar Haddad, is Omar Haddad once more.
        """
        words = main_words(name)
        fulls = [main_words(full) for full in self.full[one]]
        return entry.type == "person" and any(
            min(len(words), len(full)) > 1 and (words <= full or full <= words)
            for full in fulls
        )

    def bears(self, one: str, name: str) -> bool:
        """Whether somebody is called so, if only by a word of a full name."""
        return name in self.called[one] or any(
            name in full.split() for full in self.full[one]
        )

    def is_meant(self, one: str, name: str, entry: MemberEntry) -> bool:
        """Whether a name that an entry shares with somebody is no namesake's."""
        if name not in self.called[one]:
            return False
        own = called_names(entry)
        longer = longer_names(name, own[0], own)
        others = [
            each
            for full in self.full[one]
            for each in longer_names(name, full, self.called[one])
        ]
        body = entry.type != "person"
        return not (longer and others) or any(
            is_one_name(mine, its, body=body) for mine in longer for its in others
        )

    def act(
        self, entry: MemberEntry, day: str | None, held: Mapping[str, Member]
    ) -> str | None:
        """The one attack of these that an entry tells of again."""
        found = [
            one for one, member in held.items() if self.agrees(one, member, entry, day)
        ]
        same_day = [one for one in found if held[one].day == day]
        same_name = [one for one in found if fold(entry.name) in self.full[one]]
        for fewer in (same_day, same_name):
            found = [one for one in found if one in fewer] or found
        return found[0] if len(found) == 1 else None

    def agrees(
        self, one: str, member: Member, entry: MemberEntry, day: str | None
    ) -> bool:
        """Whether an attack has the name, or day, place and target, of an entry."""
        if not may_overlap(day, member.day):
            return False
        if fold(entry.name) in self.called[one]:
            return True
        if day is None or is_one_of_many(entry.kind, member.entity.kind):
            return False
        untold = (entry.place is None) != (member.place is None)
        there = is_one_place(entry.place or "", member.place or "")
        there = there or (untold and is_day(day) and day == member.day)
        return there and is_one_target(entry.target or "", member.target or "")

    def is_told_twice(self, one: str, member: Member, entry: MemberEntry) -> bool:
        """Whether an attack of an answer is all that another entry of it says."""
        own = (entry.date, entry.place, entry.target, entry.kind)
        told = (member.day, member.place, member.target, member.entity.kind)
        same_name = fold(entry.name) in self.full[one]
        return same_name and None not in own and own == told


def called_names(entry: MemberEntry) -> Sequence[str]:
    """The names by which an entry is found again, the full one first.

    Words such as "the group" are none, nor is what somebody unnamed is called.
    """
    if entry.unnamed and entry.type != "attack":
        return []
    others = sorted(entry.other_names, key=len, reverse=True)
    told = (one for one in others if not DESCRIPTION.match(one))
    names = (entry.name, *(one for one in told if one[:1].isupper()))
    return list(dict.fromkeys(filter(None, map(fold, names))))


def is_one_of_many(kind: str | None, other: str | None) -> bool:
    """Whether of two kinds of attacks one is a series, and the other is told as none.

    >>> is_one_of_many("series", "raid"), is_one_of_many("series", "series")
    (True, False)
    """
    return "series" in (kind, other) and None not in (kind, other) and kind != other


def is_one_place(one: str, other: str) -> bool:
    """Whether two places have one name, perhaps with the land that it lies in.

    >>> is_one_place("Kabul", "Kabul, Afghanistan"), is_one_place("Kabul", "Herat")
    (True, False)
    """
    parts, others = ([*map(fold, each.split(","))] for each in (one, other))
    return all(map(str.__eq__, parts, others))


def is_one_target(one: str, other: str) -> bool:
    """Whether two targets are one thing, or have the same words but for numbers.

    >>> is_one_target("gurdwara", "Sikh temple"), is_one_target("police", "two police")
    (True, True)
    """
    words, others = (
        {each for each in main_words(fold(said)) if each not in SPELT}
        for said in (one, other)
    )
    same = bool(words) and words == others
    return same or bool(things([one]) & things([other]))


def longer_names(name: str, full: str, names: Collection[str]) -> list[str]:
    """The full name, and those that a name is a part of, where they are others."""
    words = set(name.split())
    return [
        one
        for one in names
        if one != name and (one == full or words < set(one.split()))
    ]


def is_one_name(one: str, other: str, *, body: bool) -> bool:
    """Whether two folded names do not contradict each other.

    >>> is_one_name("omar haddad", "salim haddad", body=False)
    False
    >>> is_one_name("omar haddad", "omar hassan haddad", body=False)
    True
    >>> is_one_name("northern front", "northern front marr faction", body=True)
    False
    """
    words, others = main_words(one), main_words(other)
    if body and (words ^ others) & PARTS:
        return False
    if words <= others or others <= words:
        return True
    return body and is_spelt_alike(one, other)
