"""Attacks that a corpus has already, known again by day and by place or target."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimgraph.dates import may_overlap, span
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.targets import TARGETS, WEAK
from claimgraph.extraction.dates.stamps import is_day
from claimgraph.extraction.known import Known
from claimgraph.folding import folded_words
from claimgraph.ids import id_prefix
from claimgraph.model import Entity
from claimgraph.schema import load_schema


@dataclass(slots=True)
class KnownAttack:
    """An attack with all that the corpus' claims say of when, where and whom.

    `places` are also those that were hit, `sites` only those where it was.
    """

    entity: Entity
    days: list[str] = field(default_factory=list[str])
    places: set[str] = field(default_factory=set[str])
    targets: set[str] = field(default_factory=set[str])
    sites: set[str] = field(default_factory=set[str])

    def agrees(self, told: Circumstances) -> bool:
        """Whether circumstances may be this attack's: a day, and a place or target.

        What a month or less tells apart is one by its target where no place differs.
        """
        if told.day is None or not any(may_overlap(told.day, day) for day in self.days):
            return False
        same_day = is_day(told.day) and told.day in self.days
        here = told.place is not None and told.place.id in self.places
        if told.strong & self.targets:
            elsewhere = told.place is not None and self.sites and not here
            near = any(map(is_in_a_month, (told.day, *self.days)))
            return same_day or (near and not elsewhere)
        return here and same_day and not (told.strong and self.targets)


def is_in_a_month(day: str) -> bool:
    """Whether a date leaves no more than one month open.

    >>> is_in_a_month("2021-08"), is_in_a_month("2021"), is_in_a_month("2021-08-05")
    (True, False, True)
    """
    found = span(day)
    first, last = found.earliest, found.latest
    return first is not None and last is not None and first[:7] == last[:7]


@lru_cache(2)
def known_attacks(known: Known) -> Sequence[KnownAttack]:
    """The attacks of a corpus' claims."""
    found: defaultdict[str, KnownAttack] = defaultdict()
    for claim in known.claims:
        entity = known.entities.get(claim.subject)
        if entity is None or id_prefix(entity.id) != "attack":
            continue
        if claim.polarity != "affirmed" or claim.review == "rejected":
            continue
        one = found.setdefault(entity.id, KnownAttack(entity))
        if claim.value is not None and claim.value.on:
            one.days.append(claim.value.on)
        elif claim.object and not is_of_doers(claim.relation):
            hit = known.entities.get(claim.object)
            one.places.add(claim.object)
            if load_schema().relations[claim.relation].compared == "place":
                one.sites.add(claim.object)
            one.targets |= {claim.object, *things(hit.names if hit else [])}
    for one in found.values():
        one.targets |= things(one.entity.names)
    return tuple(found.values())


def is_of_doers(relation: str) -> bool:
    """Whether a relation says who did it."""
    return load_schema().relations[relation].actor == "object"


def things(names: Sequence[str]) -> set[str]:
    """The things that may be hit in some names, by the words that stand for them."""
    said = folded_words(" ".join(names))
    return {TARGETS[word] for word in said if word in TARGETS} - WEAK


def known_again(known: Known, told: Circumstances) -> Entity | None:
    """The one attack of a corpus whose circumstances these are."""
    found = [one.entity for one in known_attacks(known) if one.agrees(told)]
    return found[0] if len(found) == 1 else None
