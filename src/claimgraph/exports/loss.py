"""What a format says of itself: which features it does not hold as they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimgraph.exports.features import Flat
from claimgraph.model import Article, Claim

ShortLevel = Literal["reduced", "lost"]


class GivenClaim(NamedTuple):
    """A claim that is given to a writer, with its article and its flat row."""

    claim: Claim
    article: Article
    row: Flat
    hops: Sequence[Flat]


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
