"""The account of an export, counted while the claims pass on their way to a writer."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from claimgraph.errors import ExportError
from claimgraph.exports.account import FeatureLoss
from claimgraph.exports.features import feature_names, named_in, rough_dates
from claimgraph.exports.features import present_features as present
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.flat import flat, flat_hops
from claimgraph.ids import corpus_sha256
from claimgraph.model import Batch, Judgement

SHOWN = 20
NONE = frozenset[str]()


class SortedLines:
    """Lines that come in any order and leave sorted: some fifty bytes a claim.

    They are packed, in parts by their first two letters, and sorted part by part.
    """

    def __init__(self) -> None:
        self.parts: dict[str, bytearray] = {}

    def add(self, line: str) -> None:
        """Keeps a line; it holds no line end."""
        self.parts.setdefault(line[:2], bytearray()).extend(f"{line}\n".encode())

    def __iter__(self) -> Iterator[str]:
        for begin in sorted(self.parts):
            yield from sorted(self.parts[begin].decode().split("\n")[:-1])


class FirstClaims:
    """How many claims there are, and the first of them by their ids: some, or all."""

    def __init__(self, most: int | None) -> None:
        self.most, self.count = most, 0
        self.held: list[str] = []

    def add(self, claim: str) -> None:
        """Counts a claim."""
        self.count += 1
        self.held.append(claim)
        if self.most is not None and len(self.held) > 10 * self.most:
            self.held = self.first()

    def add_all(self, others: "FirstClaims") -> None:
        """Counts the claims that others have."""
        self.count += others.count
        self.held += others.held

    def first(self) -> list[str]:
        """The first claims, sorted."""
        return sorted(self.held)[: self.most]


@dataclass(slots=True)
class Kind:
    """Claims with the same features: what all of them lack, and what some may lack."""

    features: tuple[str, ...]
    maybe: list[tuple[str, Loss]]
    claims: FirstClaims


class LossCounter:
    """Counts what a format declares of each claim that is given to its writer."""

    def __init__(self, losses: Mapping[str, Loss], full: bool = False) -> None:
        self.losses, self.most = losses, None if full else SHOWN
        self.kinds: dict[tuple[object, ...], Kind] = {}
        self.given: Counter[str] = Counter()
        self.short = defaultdict[str, FirstClaims](lambda: FirstClaims(self.most))
        self.claims, self.propositions = SortedLines(), SortedLines()
        self.numbers: dict[str, int] = {}
        self.unnamed: set[str] = set()
        self.articles: dict[str, str] = {}
        self.judgements: dict[str, Judgement] = {}

    def note(self, batch: Batch) -> None:
        """Counts the claims of a batch."""
        article = batch.article
        self.articles[article.id] = article.sha256
        self.judgements |= {one.id: one for one in batch.judgements or ()}
        self.unnamed |= {one.id for one in batch.entities if one.unnamed}
        for claim in batch.claims:
            self.count(GivenClaim(claim, article, flat(claim), flat_hops(claim)))

    def count(self, given: GivenClaim) -> None:
        """Counts a claim, and keeps what only shows among all claims."""
        claim, row, hops = given.claim, given.row, given.hops
        named = named_in(row, hops)
        own, spoken = frozenset(row), NONE.union(*hops)
        rough, unnamed = bool(rough_dates(row)), not named.isdisjoint(self.unnamed)
        kind = self.kinds.get((own, spoken, rough, unnamed))
        if kind is None:
            found = [*present(own, spoken), "article_hash"]
            found += ["date_precision"] if rough else []
            found += ["unnamed"] if unnamed else []
            kind = self.kinds[own, spoken, rough, unnamed] = self.kind_of(tuple(found))
        kind.claims.add(claim.id)
        for name, loss in kind.maybe:
            if loss.when is None or loss.when(given):
                self.short[name].add(claim.id)
        numbers = self.numbers
        known = [numbers.setdefault(one, len(numbers)) for one in named]
        self.claims.add(f"{claim.id} {claim.digest} {','.join(map(str, known))}")
        self.propositions.add(f"{claim.proposition} {claim.polarity} {claim.id}")

    def kind_of(self, features: tuple[str, ...]) -> Kind:
        """The claims that have just these features, none yet."""
        maybe = [(one, self.losses[one]) for one in features if one in self.losses]
        maybe = [(one, loss) for one, loss in maybe if loss.when is not None]
        return Kind(features, maybe, FirstClaims(self.most))

    def totals(self) -> tuple[FeatureLoss, ...]:
        """What becomes of each feature, now that all claims are known."""
        given, short = self.given, self.short
        for kind in self.kinds.values():
            for name in kind.features:
                given[name] += kind.claims.count
                loss = self.losses.get(name)
                if loss is not None and loss.when is None:
                    self.short[name].add_all(kind.claims)
        for name, claims in (
            ("judgements", self.judged_claims()),
            ("parallel_claims", self.parallel_claims()),
        ):
            for claim in claims:
                given[name] += 1
                if name in self.losses:
                    self.short[name].add(claim)
        return tuple(
            feature_loss(name, given[name], self.losses.get(name), short.get(name))
            for name in feature_names()
        )

    def judged_claims(self) -> Iterator[str]:
        """The claims that name somebody on whom there is a judgement."""
        ends = {
            end for one in self.judgements.values() for end in (one.left, one.right)
        }
        judged = {str(self.numbers[end]) for end in ends & self.numbers.keys()}
        for line in self.claims if judged else ():
            claim, _, named = line.split(" ")
            if not judged.isdisjoint(named.split(",")):
                yield claim

    def parallel_claims(self) -> Iterator[str]:
        """The claims beside which another one says the same."""
        for _, lines in groupby(self.propositions, lambda line: line.rsplit(" ", 1)[0]):
            claims = [line.rpartition(" ")[2] for line in lines]
            yield from claims if len(claims) > 1 else ()

    def claim_count(self) -> int:
        """How many claims were given; ExportError where one was given twice."""
        count, last = 0, ""
        for line in self.claims:
            claim = line.partition(" ")[0]
            if claim == last:
                raise ExportError(f"claim {claim} is given twice")
            count, last = count + 1, claim
        return count

    def corpus_sha256(self) -> str:
        """Changes with any article, claim or judgement; their order does not matter.

        The same that a report prints on the same claims.
        """
        return corpus_sha256(
            self.articles,
            (line.rpartition(" ")[0] for line in self.claims),
            (one for _, one in sorted(self.judgements.items())),
        )


def feature_loss(
    feature: str, given: int, loss: Loss | None, short: FirstClaims | None
) -> FeatureLoss:
    """One feature; a reason stands there only where something is missing."""
    if loss is None or short is None:
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
