"""What is said beside a status and decides nothing, and what would change it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimgraph.analysis.acts import names, takes_back
from claimgraph.analysis.attack_status import AttackStatus, names_one
from claimgraph.analysis.context import Context
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.strength import STRONG, decides
from claimgraph.model import Claim

# unnamed    names, or clears, somebody without a name
# weak       says weakly that somebody did it whom nobody names strongly
# cleared    denies strongly that somebody did it whom nobody names
# doubted    denies it weakly
# withheld   pointedly does not say it
# taken-back retracts what the same origin says elsewhere
AsideKind = Literal["unnamed", "weak", "cleared", "doubted", "withheld", "taken-back"]


@dataclass(frozen=True, slots=True)
class Aside:
    """A claim that decides nothing and is said in the sentence of the status."""

    kind: AsideKind
    claim: str


def attack_asides(
    claims: Iterable[Claim], found: AttackStatus, context: Context
) -> tuple[Aside, ...]:
    """What the accepted claims on who did it say beside the status, in their order."""
    named = {one.doer for naming in found.namings for one in naming.doers}
    told: list[Aside] = []
    for claim in claims:
        if claim.review == "accepted":
            kinds = kinds_of(claim, named, found, context)
            told += [Aside(kind, claim.id) for kind in kinds]
    return tuple(told)


def kinds_of(
    claim: Claim, named: set[str], found: AttackStatus, context: Context
) -> Iterator[AsideKind]:
    """As what a claim stands beside the status of an attack."""
    target = context.canonical(claim.object or "")
    if claim.polarity == "withheld":
        yield "withheld"
    elif not names_one(claim, context):
        yield "unnamed"
    elif claim.polarity == "denied":
        if not decides(claim):
            yield "doubted"
        elif claim.id not in found.denials:
            yield "cleared"
    elif not decides(claim) and target not in named:
        yield "weak"
    if takes_back(claim) and found.status != "retracted":
        yield "taken-back"


def pair_asides(claims: Iterable[Claim], status: str) -> tuple[Aside, ...]:
    """What accepted claims on a link say beside its status, in their order."""
    told: list[Aside] = []
    for claim in claims:
        if claim.relation != LINK or claim.review != "accepted":
            continue
        if claim.polarity == "withheld":
            if status != "withheld-only":
                told.append(Aside("withheld", claim.id))
        elif claim.modality not in STRONG:
            kind: AsideKind = "weak" if claim.polarity == "affirmed" else "doubted"
            told.append(Aside(kind, claim.id))
    return tuple(told)


def turning(
    claims: Sequence[Claim], status_of: Callable[[Sequence[Claim]], str]
) -> tuple[str, ...]:
    """The proposed claims that would change a status if they were accepted, sorted.

    Those are counted that would change it alone; where none would and all together
    would, it is all of them.
    """
    accepted = [claim for claim in claims if claim.review == "accepted"]
    proposed = [
        replace(claim, review="accepted")
        for claim in claims
        if claim.review == "proposed"
    ]
    if not proposed:
        return ()
    now = status_of(accepted)
    replies = any(map(takes_back, claims))
    turns: dict[tuple[object, ...], bool] = {}
    alone: list[str] = []
    for claim in proposed:
        alike = likeness(claim, replies)
        if alike not in turns:
            turns[alike] = status_of([*accepted, claim]) != now
        if turns[alike]:
            alone.append(claim.id)
    if not alone and status_of([*accepted, *proposed]) != now:
        alone = [claim.id for claim in proposed]
    return tuple(sorted(alone))


def likeness(claim: Claim, replies: bool) -> tuple[object, ...]:
    """What a status sees of a claim: claims that are alike turn it alike."""
    seen = (
        *(claim.relation, claim.object, claim.subject, claim.polarity, claim.origin),
        *(claim.modality in STRONG, claim.valid),
    )
    return (*seen, claim.article, claim.reply, names(claim)) if replies else seen
