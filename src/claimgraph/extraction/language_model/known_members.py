"""Whom a corpus and its lists have for the entries of an answer."""

from collections.abc import Collection

from claimgraph.coding.likeness import sounds_alike
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.known_attacks import known_again, things
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.body_names import LETTERS
from claimgraph.extraction.language_model.ends import CastEnds
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.known_bodies import (
    BODIES,
    nearest,
    otherwise_called,
    types_fitting,
)
from claimgraph.extraction.language_model.listed import (
    BY_KIND,
    Listed,
    bears_by_chance,
)
from claimgraph.extraction.language_model.met_before import MetBefore, is_one_of_many
from claimgraph.extraction.language_model.naming import (
    asked_names,
    is_namesake,
    is_other,
    is_smaller,
)
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.names.branches import branch_called
from claimgraph.extraction.names.common_names import also_called, commonly_called
from claimgraph.folding import fold
from claimgraph.model import Entity


class KnownMembers:
    """Finds those who are known among the entries of one article."""

    def __init__(self, known: Known, text: CopiedWords, met: MetBefore) -> None:
        self.known, self.met = known, met
        self.listed = Listed(known, text)

    def turn(
        self, entry: MemberEntry, days: Collection[str | None]
    ) -> tuple[bool, int, int, bool]:
        """Who goes first: by a name of his own, and by that which a list has first.

        Attacks go by what they share with a known one, by names and `days` that were
        met, others by who is known or was met; last who has another's name, too.
        """
        met = self.met.has_full(entry)
        if entry.type == "attack":
            known = self.known_attack(entry)
            names = [entry.name, entry.target or ""]
            shared = things(names) & things(known.names if known is not None else [])
            strange = 2 * (not met) + (entry.date not in days)
            return entry.unnamed, 1 - len(shared), strange, False
        own = (entry.type,)
        known = None if entry.unnamed else self.known.named(entry.name, own)
        if known is None and not entry.unnamed:
            known = commonly_called(self.known, entry.name, own)
        first = known is not None and is_name(known, entry.name)
        if entry.type in BY_KIND:
            # a province before its capital, a militant before a judge of his name
            first = entry.kind in BY_KIND[entry.type]
        two = False
        if known is not None and entry.type in BODIES:
            asked = (self.known.named(one, own) for one in asked_names(entry))
            two = any(one is not None and one.id != known.id for one in asked)
        return entry.unnamed, two or not first, known is None and not met, two

    def entity_for(
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
        bodies = types_fitting(entry, names[0], ends)
        met = [
            (name, found)
            for prefixes in ((entry.type,), bodies)
            for name in (names if prefixes else ())
            if (found := self.listed.named(name, entry, prefixes)) is not None
            if not self.is_other(name, entry, found)
            if found.id not in here
            or (name == names[0] and self.met.may_be(entry, found))
        ]
        of_group = entry.type == "group" or "group" in bodies
        branch = branch_called(self.known, names[0]) if of_group else None
        prefixes = bodies or (entry.type,)
        # who has the full name elsewhere goes before whom a list has by a short one
        called = commonly_called(self.known, names[0], prefixes)
        if met and met[0][0] != names[0] and called is not None and bodies:
            return called
        if met and (branch is None or met[0][0] == names[0]):
            told = [one for _, one in met]
            return nearest(self.known, names, told, prefixes, here)
        # of a body whose name is spelt otherwise elsewhere
        spelt = self.known.spelt_like(names[0], bodies) if bodies else None
        if branch is None and spelt is not None and spelt.id not in here:
            return spelt
        meant = branch or called
        if meant is not None:
            free = meant.id not in here or self.met.may_be(entry, meant)
            return meant if free else None
        return otherwise_called(self.known, entry.type, names, bodies, here)

    def is_other(self, name: str, entry: MemberEntry, found: Entity) -> bool:
        """Whether one who is known by a name of an entry is somebody else."""
        if entry.type == "person":
            by_chance = bears_by_chance(self.known, name, entry.kind, found)
            return by_chance or is_namesake(name, entry, found)
        if entry.type == "place":
            return is_smaller(entry.kind, found)
        return is_other(name, entry.name, also_called(found).names)

    def known_attack(self, entry: MemberEntry) -> Entity | None:
        """The attack of a corpus that an entry tells of; no series is a single one."""
        found = known_again(self.known, self.circumstances(entry))
        if found is None or is_one_of_many(entry.kind, found.kind or "single"):
            return None
        return found

    def circumstances(self, entry: MemberEntry) -> Circumstances:
        """When, where and whom an attack hit, as its entry says."""
        called = (entry.place or "", entry.town or "")
        named = (self.known.named(one, ("place",)) for one in called)
        place = next(filter(None, named), None)
        hit = things([entry.target or "", entry.name])
        return Circumstances(entry.date, place, frozenset(hit), entry.target)


def is_name(known: Entity, name: str) -> bool:
    """Whether a name is the one that a list has first, perhaps spelt otherwise."""
    asked, listed = fold(name), fold(LETTERS.sub("", known.name))
    return asked == listed or sounds_alike(asked, listed)
