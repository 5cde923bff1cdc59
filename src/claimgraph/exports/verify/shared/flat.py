"""The features of a claim that stands in a file as a flat row with its hops."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claimgraph.exports.features import HOP, feature_fields, features_of
from claimgraph.ids import judgement_id
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

Flat = Mapping[str, object]
T = TypeVar("T")


@dataclass(slots=True)
class Surroundings:
    """What a file says beside its claims: digests of articles, entities, judgements.

    `judged` has the ids of the judgements on each entity.
    """

    digests: dict[str, str] = field(default_factory=dict[str, str])
    unnamed: set[str] = field(default_factory=set[str])
    judged: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def add_judgements(self, rows: Iterable[Flat]) -> None:
        """Judgements, by the ids that their own fields come to."""
        for row in rows:
            keys = ("left", "right", "verdict", "who", "when")
            left, right, verdict, who, when = (str(row[key]) for key in keys)
            own = judgement_id(left, right, verdict, who, when)
            for end in (left, right):
                self.judged.setdefault(end, set()).add(own)

    def features(self, row: Flat, hops: Sequence[Flat]) -> dict[str, object]:
        """All features of a claim whose row and hops have the names of `flat`."""
        named = named_in(row, hops)
        judged = {own for one in named for own in self.judged.get(one, ())}
        around: dict[str, object] = {
            "article_hash": self.digests.get(str(row.get("article"))),
            "unnamed": sorted(named & self.unnamed) or None,
            "judgements": sorted(judged) or None,
            "parallel_claims": row.get("id"),
        }
        return features_of(row, hops) | around


def named_in(row: Flat, hops: Iterable[Flat]) -> set[str]:
    """The entities that a claim names: its ends, who speaks and any other."""
    declared = load_schema().claim
    named = [row.get(one.name) for one in declared.node if one.entity]
    own = [one.name for one in declared.hop if one.entity]
    named += [hop.get(name) for hop in hops for name in own]
    return {str(one) for one in named if one is not None}


def wrong_dates(
    claim: T, hops: Sequence[T], has_days: Callable[[T, ClaimField], bool]
) -> list[str]:
    """The features of which a date has not the days that its text comes to."""
    declared, wrong = load_schema().claim, set[str]()
    for fields, holders in ((declared.node, [claim]), (declared.hop, hops)):
        wrong |= {
            one.name
            for one in fields
            if one.day is not None and not all(has_days(held, one) for held in holders)
        }
    return [
        feature
        for feature, names in feature_fields().items()
        if not wrong.isdisjoint(name.removeprefix(HOP) for name in names)
    ]


def hop_number(hop: Flat) -> int:
    """Which hop it is, counted from 1; 0 where it does not say."""
    held = hop.get("hop")
    return held if isinstance(held, int) else 0


def split_texts(text: object, joint: str, none: str) -> list[str | None]:
    """The parts of texts that were joined, None for what stands for nothing."""
    if text is None:
        return []
    return [None if one == none else one for one in str(text).split(joint)]
