"""The features of a claim that stands in a file as a flat row with its hops."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimgraph.exports.features import features_of, named_in
from claimgraph.ids import judgement_id

Flat = Mapping[str, object]


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


def hop_number(hop: Flat) -> int:
    """Which hop it is, counted from 1; 0 where it does not say."""
    held = hop.get("hop")
    return held if isinstance(held, int) else 0


def split_texts(text: object, joint: str, none: str) -> list[str | None]:
    """The parts of texts that were joined, None for what stands for nothing."""
    if text is None:
        return []
    return [None if one == none else one for one in str(text).split(joint)]
