"""What a load came to, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.model import Batch


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles were loaded, and what became of the claims.

    `changed` are those of which the graph had another wording or review, `taken_out`
    those that it had and the source has no more, or only as `rejected`. `judgements`
    are those that are new, other or gone; `left_out` counts by reason what the sources
    hold and no claim was made of.
    """

    articles: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    taken_out: int = 0
    rejected: int = 0
    judgements: int = 0
    left_out: Mapping[str, int] = field(default_factory=Counter[str])

    def plus(self, other: "Summary") -> "Summary":
        """Both together."""
        return Summary(
            self.articles + other.articles,
            self.created + other.created,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.taken_out + other.taken_out,
            self.rejected + other.rejected,
            self.judgements + other.judgements,
            Counter(self.left_out) + Counter(other.left_out),
        )


def count_rejected(batch: Batch) -> int:
    """How many of its claims somebody turned down."""
    return sum(claim.review == "rejected" for claim in batch.claims)


def left_out_of(batches: Iterable[Batch]) -> Counter[str]:
    """How much of the sources no claim was made of, by reason."""
    found = Counter[str]()
    for batch in batches:
        found.update(batch.left_out)
    return found
