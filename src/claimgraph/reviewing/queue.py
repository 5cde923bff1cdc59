"""In which order are proposals looked at, and which of them at all?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from claimgraph.model import Claim, TextSpan
from claimgraph.passages import quotes_meet
from claimgraph.reviewing.ledger import (
    HAND,
    HitRate,
    ProposalSource,
    ends_of,
    producer_of,
)

# who was rejected more often than accepted is hidden at first
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim that waits for a decision, with what speaks for it.

    `agreeing` are claims of another kind of producer that say so of the same words,
    `seconded` are such producers whose own claim was not written beside it.
    """

    claim: Claim
    producer: ProposalSource
    score: HitRate
    agreeing: tuple[Claim, ...] = ()
    seconded: tuple[ProposalSource, ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Whether another kind of producer says the same."""
        return bool(self.agreeing or self.seconded)

    @property
    def needs_look(self) -> bool:
        """Whether a model alone says so."""
        return self.producer.is_model and not self.is_agreed

    @property
    def is_hidden(self) -> bool:
        """Whether its producer was wrong more often than right."""
        return self.score.confidence < LEAST and not self.is_agreed

    @property
    def order(self) -> tuple[bool, float, str, int]:
        """Agreed ones first, then the surer; an article from its beginning on."""
        place = self.claim.selector
        start = place.start if isinstance(place, TextSpan) else 0
        sure = 0.0 if self.is_agreed else self.score.confidence
        return not self.is_agreed, -sure, self.claim.article, start


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which proposals are looked at: those that every given word fits."""

    rule: str = ""
    producer: str = ""
    relation: str = ""
    article: str = ""
    hidden: bool = False

    def takes(self, one: Proposed) -> bool:
        """Whether a proposal is looked at."""
        pairs = (
            (self.rule, str(one.producer)),
            (self.producer, one.producer.name),
            (self.relation, one.claim.relation),
            (self.article, one.claim.article),
        )
        fits = all(asked in ("", held) for asked, held in pairs)
        return fits and (self.hidden or not one.is_hidden)

    @property
    def words(self) -> str:
        """What is shown, in words; empty where that is all."""
        held = (self.rule, self.producer, self.relation, self.article)
        return ", ".join(filter(None, held))


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals that are looked at, in order, and how many are not.

    `hidden` are those of producers that were wrong more often than right.
    """

    proposed: tuple[Proposed, ...]
    hidden: int = 0


def waiting(
    claims: Iterable[Claim],
    found: Mapping[ProposalSource, HitRate],
    seconds: Mapping[str, Collection[str]],
) -> list[Proposed]:
    """All claims that wait for a decision, in the order in which to look at them.

    `seconds` are, by the id of a claim, producers that proposed the same of its words.
    """
    listed = list(claims)
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in listed:
        if claim.review == "proposed":
            groups[ends_of(claim)].append(claim)
    proposed = [
        Proposed(
            one,
            producer,
            found.get(producer, HitRate()),
            agreeing(one, group),
            others_among(producer, seconds.get(one.id, ())),
        )
        for group in groups.values()
        for one in group
        for producer in [producer_of(one.by)]
    ]
    return sorted(proposed, key=lambda one: one.order)


def others_among(
    producer: ProposalSource, named: Iterable[str]
) -> tuple[ProposalSource, ...]:
    """Of some producers those of another kind."""
    listed = [producer_of(one) for one in sorted(named)]
    return tuple(one for one in listed if one.name not in (producer.name, HAND))


def agreeing(claim: Claim, others: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of another kind of producer that say the same of the same words."""
    own = producer_of(claim.by).name
    return tuple(
        one
        for one in others
        if one.polarity == claim.polarity
        and producer_of(one.by).name not in (own, HAND)
        and quotes_meet(claim, one)
    )


def queue_of(proposed: Iterable[Proposed], shown: QueueFilter) -> Queue:
    """Those that are looked at."""
    listed = list(proposed)
    taken = tuple(one for one in listed if shown.takes(one))
    return Queue(taken, sum(one.is_hidden for one in listed) * (not shown.hidden))
