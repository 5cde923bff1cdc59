"""How far a producer of proposals was right so far: counted from decisions alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.model import Claim
from claimgraph.passages import quotes_meet

HAND, RULES, MODEL = "hand", "rules", "llm"


@dataclass(frozen=True, slots=True)
class ProposalSource:
    """Who proposed a claim: rules or a model, and which of them.

    A changed frame gets another rule, so versions do not count.
    """

    name: str
    rule: str = ""

    @property
    def is_model(self) -> bool:
        """Whether it is a language model."""
        return self.name == MODEL

    def __str__(self) -> str:
        """The name that people read.

        >>> str(ProposalSource("rules", "claim-was"))
        'rule claim-was'
        """
        words = {RULES: "rule", MODEL: "model"}
        return f"{words.get(self.name, self.name)} {self.rule}".strip()


def producer_of(by: str) -> ProposalSource:
    """The producer that a claim's `by` names.

    >>> producer_of("rules 0.3 claim-was")
    ProposalSource(name='rules', rule='claim-was')
    >>> producer_of("llm big 4 ab12")
    ProposalSource(name='llm', rule='big 4')
    """
    name, *rest = by.split()
    if name == MODEL and rest:
        # the version of the prompt comes last
        return ProposalSource(name, " ".join(rest[:-1] or rest))
    return ProposalSource(name, " ".join(rest[1:]))


@dataclass(frozen=True, slots=True)
class HitRate:
    """How many proposals of a producer were accepted and rejected."""

    accepted: int = 0
    rejected: int = 0

    @property
    def confidence(self) -> float:
        """How likely the next proposal is right; a half for a new producer.

        >>> HitRate().confidence, HitRate(accepted=7, rejected=1).confidence
        (0.5, 0.8)
        """
        return (self.accepted + 1) / (self.accepted + self.rejected + 2)


def scores(claims: Iterable[Claim]) -> Mapping[ProposalSource, HitRate]:
    """The score of every producer but the hand, from the claims of a corpus.

    A proposal that was set aside because an accepted claim says the same over the same
    words counts for nobody: it was right.
    """
    accepted: Counter[ProposalSource] = Counter()
    rejected: Counter[ProposalSource] = Counter()
    listed = list(claims)
    kept: dict[tuple[object, ...], list[Claim]] = {}
    for one in listed:
        if one.review == "accepted":
            kept.setdefault(said_of(one), []).append(one)
    for claim in listed:
        if claim.review == "proposed":
            continue
        producer = producer_of(claim.by)
        if producer.name == HAND:
            continue
        if claim.review == "accepted":
            accepted[producer] += 1
        elif not is_said(claim, kept.get(said_of(claim), ())):
            rejected[producer] += 1
    return {
        one: HitRate(accepted[one], rejected[one])
        for one in accepted.keys() | rejected.keys()
    }


def is_said(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether an accepted claim says the same as another over the same words."""
    return any(
        one.review == "accepted" and said_of(one) == said_of(claim)
        for one in others
        if quotes_meet(claim, one)
    )


def said_of(claim: Claim) -> tuple[object, ...]:
    """What a claim says, and on whose word, whatever its words are."""
    return (*ends_of(claim), claim.polarity, claim.origin)


def ends_of(claim: Claim) -> tuple[object, ...]:
    """Article, relation and ends of a claim, either order of a symmetric one."""
    return claim.article, claim.proposition, claim.value
