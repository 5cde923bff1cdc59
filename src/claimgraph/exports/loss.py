"""What a format says of itself: which features it does not hold as they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimgraph.exports.features import Flat
from claimgraph.flat import flat
from claimgraph.model import Article, Claim

ShortLevel = Literal["reduced", "lost"]
Level = Literal["carried", ShortLevel]


@dataclass
class GivenClaim:
    """A claim that is given to a writer, with its article."""

    claim: Claim
    article: Article

    @cached_property
    def row(self) -> Flat:
        """Its flat row, worked out for the first loss that asks."""
        return flat(self.claim)


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a format reduces or loses a feature, and where in it the rest is found.

    `level` is `reduced` where the feature stands in an extension, in a text or is
    coarser, `lost` where it is gone. `when` says of which claims it is so; without it,
    of all that have the feature.
    """

    why: str
    where: str = ""
    level: ShortLevel = "reduced"
    when: Callable[[GivenClaim], bool] | None = None


def level_in(losses: Mapping[str, Loss], feature: str, given: GivenClaim) -> Level:
    """How a format that declares these losses holds a feature of a claim."""
    loss = losses.get(feature)
    if loss is None or (loss.when is not None and not loss.when(given)):
        return "carried"
    return loss.level
