"""The account of an export, counted while the claims pass on their way to a writer."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from claimgraph.errors import ExportError
from claimgraph.exports.account import FeatureLoss
from claimgraph.exports.features import (
    feature_names,
    present_features,
    rough_dates,
)
from claimgraph.exports.loss import GivenClaim, Loss, level_in
from claimgraph.flat import entity_ids, flat_hops
from claimgraph.ids import corpus_sha256
from claimgraph.model import Batch, Judgement

SHOWN = 20


class SortedLines:
    """Lines that come in any order and leave sorted: some hundred bytes a claim.

    They are packed, in parts by their first two letters, and sorted part by part.
    """

    def __init__(self) -> None:
        self.parts = defaultdict[str, bytearray](bytearray)

    def add(self, line: str) -> None:
        """Keeps a line; it holds no line end."""
        self.parts[line[:2]] += f"{line}\n".encode()

    def __iter__(self) -> Iterator[str]:
        for begin in sorted(self.parts):
            yield from sorted(self.parts[begin].decode().split("\n")[:-1])


class FirstClaims:
    """How many claims there are, and the first of them by their ids: some, or all."""

    def __init__(self, most: int | None) -> None:
        self.most, self.count = most, 0
        self.held: list[str] = []
        # no claim behind this one is among the first
        self.last = "\U0010ffff"

    def add(self, claim: str) -> None:
        """Counts a claim."""
        self.count += 1
        if claim < self.last:
            self.held.append(claim)
            if self.most is not None and len(self.held) > 2 * self.most:
                self.held = self.first()
                self.last = self.held[-1]

    def first(self) -> list[str]:
        """The first claims, sorted."""
        return sorted(self.held)[: self.most]


class LossCounter:
    """Counts what a format declares of each claim that is given to its writer."""

    def __init__(self, losses: Mapping[str, Loss], full: bool = False) -> None:
        self.losses, most = losses, None if full else SHOWN
        # claims by the features that they have
        self.kinds: Counter[tuple[str, ...]] = Counter()
        self.short = defaultdict[str, FirstClaims](lambda: FirstClaims(most))
        self.claims, self.propositions = SortedLines(), SortedLines()
        self.claim_count = self.proposed = 0
        self.unnamed: set[str] = set()
        self.articles: dict[str, str] = {}
        self.judgements: dict[str, Judgement] = {}

    def note(self, batch: Batch) -> None:
        """Counts the claims of a batch, and keeps what only shows among all claims."""
        article = batch.article
        self.articles[article.id] = article.sha256
        self.judgements |= {one.id: one for one in batch.judgements or ()}
        self.unnamed |= {one.id for one in batch.entities if one.unnamed}
        self.claim_count += len(batch.claims)
        for claim in batch.claims:
            self.proposed += claim.review == "proposed"
            named = entity_ids(claim)
            self.count(GivenClaim(claim, article), not self.unnamed.isdisjoint(named))
            self.claims.add(f"{claim.id} {claim.digest} {' '.join(named)}")
            self.propositions.add(f"{claim.proposition} {claim.polarity} {claim.id}")

    def count(self, given: GivenClaim, unnamed: bool) -> None:
        """Counts the features of a claim, and those that the format holds otherwise."""
        row, spoken = given.row, frozenset[str]().union(*flat_hops(given.claim))
        found = (
            *present_features(frozenset(row), spoken),
            "article_hash",
            *(["date_precision"] if rough_dates(row) else ()),
            *(["unnamed"] if unnamed else ()),
        )
        self.kinds[found] += 1
        for name in found:
            if name in self.losses and level_in(self.losses, name, given) != "carried":
                self.short[name].add(given.claim.id)

    def totals(self) -> tuple[FeatureLoss, ...]:
        """What becomes of each feature, now that all claims are known."""
        given = Counter[str]()
        for kind, count in self.kinds.items():
            given.update(dict.fromkeys(kind, count))
        for name, claims in (
            ("judgements", self.judged_claims()),
            ("parallel_claims", self.parallel_claims()),
        ):
            for claim in claims:
                given[name] += 1
                if name in self.losses:
                    self.short[name].add(claim)
        losses, short = self.losses, self.short
        return tuple(
            feature_loss(name, given[name], losses.get(name), short[name])
            for name in feature_names()
        )

    def judged_claims(self) -> Iterator[str]:
        """The claims that name somebody on whom there is a judgement."""
        judged = {
            end for one in self.judgements.values() for end in (one.left, one.right)
        }
        for line in self.claims if judged else ():
            claim, _, *named = line.split(" ")
            if not judged.isdisjoint(named):
                yield claim

    def parallel_claims(self) -> Iterator[str]:
        """The claims beside which another one says the same."""
        for _, lines in groupby(self.propositions, lambda line: line.rsplit(" ", 1)[0]):
            claims = [line.rpartition(" ")[2] for line in lines]
            yield from claims if len(claims) > 1 else ()

    def distinct_claims(self) -> Iterator[str]:
        """Id and digest of each claim, sorted; ExportError where one is given twice."""
        last = ""
        for line in self.claims:
            claim, digest, _ = line.split(" ", 2)
            if claim == last:
                raise ExportError(f"claim {claim} is given twice")
            last = claim
            yield f"{claim} {digest}"

    def corpus_sha256(self) -> str:
        """Changes with any article, claim or judgement; their order does not matter.

        The same that a report prints on the same claims. ExportError as above.
        """
        return corpus_sha256(
            self.articles,
            self.distinct_claims(),
            (one for _, one in sorted(self.judgements.items())),
        )


def feature_loss(
    feature: str, given: int, loss: Loss | None, short: FirstClaims
) -> FeatureLoss:
    """One feature; a reason stands there only where something is missing."""
    if loss is None or not short.count:
        return FeatureLoss(feature, given, given, 0, 0)
    is_lost = loss.level == "lost"
    return FeatureLoss(
        feature,
        given=given,
        carried=given - short.count,
        reduced=0 if is_lost else short.count,
        lost=short.count if is_lost else 0,
        why=loss.why,
        where=loss.where,
        claims=tuple(short.first()),
    )
