"""The account of an export, counted while the claims pass on their way to a writer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from claimgraph.errors import ExportError
from claimgraph.exports.account import FeatureLoss
from claimgraph.exports.features import feature_names, is_day, present_features
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.exports.presence import presence_key
from claimgraph.flat import entity_ids, flat, flat_hops
from claimgraph.ids import corpus_sha256
from claimgraph.model import Article, Batch, Claim, Judgement

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

    features: list[str]
    lacking: list[str]
    maybe: list[tuple[Callable[[GivenClaim], bool], FirstClaims]]
    claims: FirstClaims
    count: int = 0


class LossCounter:
    """Counts what a format declares of each claim that is given to its writer."""

    def __init__(self, losses: Mapping[str, Loss], full: bool = False) -> None:
        self.losses, self.most = losses, None if full else SHOWN
        self.kinds: dict[Hashable, Kind] = {}
        self.given: Counter[str] = Counter()
        self.short = defaultdict[str, FirstClaims](lambda: FirstClaims(self.most))
        self.claims, self.propositions = SortedLines(), SortedLines()
        self.claim_count = 0
        self.unnamed: set[str] = set()
        self.articles: dict[str, str] = {}
        self.judgements: dict[str, Judgement] = {}

    def note(self, batch: Batch) -> None:
        """Counts the claims of a batch."""
        article = batch.article
        self.articles[article.id] = article.sha256
        self.judgements |= {one.id: one for one in batch.judgements or ()}
        self.unnamed |= {one.id for one in batch.entities if one.unnamed}
        self.claim_count += len(batch.claims)
        for claim in batch.claims:
            self.count(claim, article)

    def count(self, claim: Claim, article: Article) -> None:
        """Counts a claim, and keeps what only shows among all claims."""
        named = entity_ids(claim)
        rough, unnamed = has_rough_date(claim), not self.unnamed.isdisjoint(named)
        key = presence_key(claim), rough, unnamed
        kind = self.kinds.get(key)
        if kind is None:
            kind = self.kinds[key] = self.kind_of(claim, rough, unnamed)
        kind.count += 1
        if kind.lacking:
            kind.claims.add(claim.id)
        if kind.maybe:
            given = GivenClaim(claim, article)
            for is_short, short in kind.maybe:
                if is_short(given):
                    short.add(claim.id)
        self.claims.add(f"{claim.id} {claim.digest} {' '.join(named)}")
        self.propositions.add(f"{claim.proposition} {claim.polarity} {claim.id}")

    def kind_of(self, claim: Claim, rough: bool, unnamed: bool) -> Kind:
        """The claims with the features of this one, none yet."""
        spoken = frozenset[str]().union(*flat_hops(claim))
        features = [*present_features(frozenset(flat(claim)), spoken), "article_hash"]
        features += ["date_precision"] if rough else []
        features += ["unnamed"] if unnamed else []
        losses = [(one, self.losses[one]) for one in features if one in self.losses]
        return Kind(
            features,
            [name for name, loss in losses if loss.when is None],
            [(one.when, self.short[name]) for name, one in losses if one.when],
            FirstClaims(self.most),
        )

    def totals(self) -> tuple[FeatureLoss, ...]:
        """What becomes of each feature, now that all claims are known."""
        given, short = self.given, self.short
        for kind in self.kinds.values():
            for name in kind.features:
                given[name] += kind.count
            for name in kind.lacking:
                short[name].add_all(kind.claims)
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


def has_rough_date(claim: Claim) -> bool:
    """Whether a date of the claim is more or less than one plain day."""
    for date in (claim.said, claim.valid, claim.value and claim.value.on):
        if date is not None and not is_day(date):
            return True
    return False


def feature_loss(
    feature: str, given: int, loss: Loss | None, short: FirstClaims | None
) -> FeatureLoss:
    """One feature; a reason stands there only where something is missing."""
    if loss is None or short is None or not short.count:
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
