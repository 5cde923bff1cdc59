"""How many speakers that do not depend on one another support a proposition?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from claimgraph.analysis.clustering import Join, join
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.discounting import Absorbed, absorb
from claimgraph.analysis.sentences import Sentences
from claimgraph.analysis.ties import Ties
from claimgraph.analysis.witnesses import Witness, effective_origin, witness_of
from claimgraph.model import Claim

__all__ = [
    "Absorbed",
    "Corroboration",
    "Join",
    "OriginGroup",
    "SharedRelay",
    "corroborate_all",
    "corroboration",
    "effective_origin",
]

# measured on the seeds: unrelated sentences share at most 0.20, and all copies with
# one or two words replaced share 0.5 or more (analysis.md, U1)
THETA = 0.5
COUNTED = ("affirmed", "denied")
Counts = Literal["support", "hypothetical", "proposed"]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Origins that depend on one another, and the claims that count through them.

    `key` is the smallest effective origin; `named` tells whether any of them is.
    """

    key: str
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class SharedRelay:
    """A speaker between publisher and origin for several groups, told by their keys.

    It is printed and joins nothing.
    """

    relay: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Who supports a proposition, counted once for each that depends on nobody else.

    `named <= independent <= origins <= reports`; the honest range of speakers is
    `named` to `independent`. `supporting` are all claims that are counted in
    `reports`, absorbed ones with them; `hidden` are those of them whose speaker an
    article hides, and nobody else's word; `hypothetical` and `proposed` ones are never
    counted. Each of `joins` connects what those before it leave apart.
    """

    proposition: Proposition
    polarity: str
    reports: int
    articles: int
    origins: int
    independent: int
    named: int
    groups: tuple[OriginGroup, ...]
    joins: tuple[Join, ...]
    absorbed: tuple[Absorbed, ...]
    supporting: tuple[str, ...]
    hidden: tuple[str, ...]
    hypothetical: tuple[str, ...]
    proposed: tuple[str, ...]
    shared_relays: tuple[SharedRelay, ...]
    theta: float


def corroboration(
    claims: Iterable[Claim],
    context: Context,
    proposition: Proposition,
    polarity: str = "affirmed",
    *,
    theta: float = THETA,
    absorb: bool = True,
    join: bool = True,
) -> Corroboration:
    """How one proposition is supported; zeros where nobody does.

    `polarity` is `affirmed` or `denied`; `theta` the least share of word 3-shingles
    of a near-copy, above 0 and up to 1. Without `join` every claim that is left after
    absorbing is a group of its own. ValueError for another polarity or theta.
    """
    if polarity not in COUNTED:
        raise ValueError(f"{polarity} claims support nothing")
    counting = Counting(context, theta, absorb=absorb, join=join)
    for claim in claims:
        if claim.polarity == polarity and context.proposition(claim) == proposition:
            counting.add(claim, proposition)
    return next(counting.results(), counting.nothing(proposition, polarity))


def corroborate_all(
    claims: Iterable[Claim], context: Context, *, theta: float = THETA
) -> Iterator[Corroboration]:
    """How each proposition that somebody affirms or denies is supported, sorted.

    The claims are read once and not kept: of each there stay ids, offsets and the day
    of speaking, less than a kilobyte whatever the length of its quote; where an article
    has no text, the hashed shingles of the quote as well. Results are made one at a
    time. Time and memory grow with n log n (docs/benchmarks.md).
    """
    counting = Counting(context, theta)
    for claim in claims:
        if claim.polarity in COUNTED:
            counting.add(claim, context.proposition(claim))
    return counting.results()


@dataclass(frozen=True, slots=True)
class Testimony:
    """A voice with what it supports, in fields that sort; `target` "" is no object."""

    relation: str
    subject: str
    target: str
    polarity: str
    counts: Counts
    voice: Witness

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the claim supports."""
        return self.relation, self.subject, self.target, self.polarity

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands among all."""
        return *self.key, self.voice.claim


def counts_as(claim: Claim) -> Counts:
    """As what a claim of some polarity counts for its proposition."""
    if claim.modality == "hypothetical":
        return "hypothetical"
    return "support" if claim.review == "accepted" else "proposed"


class Counting:
    """The rows that have been met, and how they are counted."""

    def __init__(
        self,
        context: Context,
        theta: float,
        *,
        absorb: bool = True,
        join: bool = True,
    ) -> None:
        if not 0 < theta <= 1:
            raise ValueError(f"theta is {theta}, and not above 0 and up to 1")
        self.context, self.theta = context, theta
        self.absorbs, self.joins = absorb, join
        self.ties, self.sentences = Ties(context), Sentences(context)
        self.rows: list[Testimony] = []

    def add(self, claim: Claim, proposition: Proposition) -> None:
        """Keep what counts of a claim."""
        self.rows.append(
            Testimony(
                relation=proposition.relation,
                subject=proposition.subject,
                target=proposition.object or "",
                polarity=claim.polarity,
                counts=counts_as(claim),
                voice=witness_of(claim, self.context),
            )
        )

    def results(self) -> Iterator[Corroboration]:
        """The count of each proposition and polarity, sorted."""
        self.rows.sort(key=lambda row: row.order)
        for key, rows in groupby(self.rows, key=lambda row: row.key):
            relation, subject, target, polarity = key
            proposition = Proposition(relation, subject, target or None)
            # a claim that is given twice counts once
            found = list({row.voice.claim: row for row in rows}.values())
            kinds: dict[Counts, list[Witness]] = {"support": []}
            for row in found:
                kinds.setdefault(row.counts, []).append(row.voice)
            apart: dict[Counts, tuple[str, ...]] = {
                kind: tuple(voice.claim for voice in voices)
                for kind, voices in kinds.items()
            }
            yield self.count(proposition, polarity, kinds["support"], apart)

    def nothing(self, proposition: Proposition, polarity: str) -> Corroboration:
        """The count of a proposition without claims."""
        return self.count(proposition, polarity, [], {})

    def count(
        self,
        proposition: Proposition,
        polarity: str,
        voices: Sequence[Witness],
        apart: Mapping[Counts, tuple[str, ...]],
    ) -> Corroboration:
        """The count of one proposition; the voices are sorted by claim."""
        absorbed = absorb(voices) if self.absorbs else ()
        gone = {one.claim for one in absorbed}
        kept = [voice for voice in voices if voice.claim not in gone]
        joins: tuple[Join, ...] = ()
        parts = [[voice] for voice in kept]
        if self.joins:
            sums = {one.claim for one in absorbed if one.reason == "summary"}
            spoken = [voice for voice in voices if voice.claim not in sums]
            joins, parts = join(kept, spoken, self.ties, self.sentences, self.theta)
        groups = [group_of(part) for part in parts]
        return Corroboration(
            proposition=proposition,
            polarity=polarity,
            reports=len(voices),
            articles=len({voice.article for voice in voices}),
            origins=len({voice.origin for voice in kept}),
            independent=len(groups),
            named=sum(group.named for group in groups),
            groups=tuple(sorted(groups, key=lambda one: (one.key, one.claims))),
            joins=joins,
            absorbed=absorbed,
            supporting=tuple(voice.claim for voice in voices),
            hidden=tuple(
                voice.claim for voice in voices if voice.naming == "unspecified"
            ),
            hypothetical=apart.get("hypothetical", ()),
            proposed=apart.get("proposed", ()),
            shared_relays=shared_relays(parts),
            theta=self.theta,
        )


def group_of(voices: Sequence[Witness]) -> OriginGroup:
    """A group of voices; they are sorted by claim."""
    origins = tuple(sorted({voice.origin for voice in voices}))
    return OriginGroup(
        key=origins[0],
        origins=origins,
        claims=tuple(voice.claim for voice in voices),
        named=any(voice.naming == "named" for voice in voices),
    )


def shared_relays(parts: Iterable[Sequence[Witness]]) -> tuple[SharedRelay, ...]:
    """The relays through which more than one group speaks."""
    found: dict[str, set[str]] = {}
    for part in parts:
        key = min(voice.origin for voice in part)
        for relay in {relay for voice in part for relay in voice.relays}:
            found.setdefault(relay, set()).add(key)
    return tuple(
        SharedRelay(relay, tuple(sorted(keys)))
        for relay, keys in sorted(found.items())
        if len(keys) > 1
    )
