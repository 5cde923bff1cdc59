"""Proposals beside the claims that an article has: which come, which stay, which go."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claimgraph.ids import id_prefix
from claimgraph.model import Claim
from claimgraph.passages import quotes_meet


@dataclass(frozen=True, slots=True)
class Merge:
    """What becomes of proposals: `new` ones are written, `gone` are taken out.

    `kept` stand in the file as they are proposed again; `dropped` are there already in
    some state, from anybody. `agreed` are the ids of those that a machine proposed
    before, and that nobody decided.
    """

    new: tuple[Claim, ...]
    gone: tuple[Claim, ...]
    kept: tuple[Claim, ...]
    dropped: tuple[Claim, ...]
    agreed: tuple[str, ...]


def merge(
    proposed: Iterable[Claim], coded: Iterable[Claim], own: Collection[str]
) -> Merge:
    """Proposals beside the claims of a file; `own` are the ids that may be replaced."""
    others: dict[str, list[Claim]] = defaultdict(list)
    decided: set[object] = set()
    mine: dict[str, Claim] = {}
    for claim in coded:
        if claim.id in own:
            mine[claim.id] = claim
            continue
        others[claim.proposition].append(claim)
        if claim.review != "proposed":
            decided.add(said_of_attack(claim))
    new: list[Claim] = []
    kept: list[Claim] = []
    dropped: list[Claim] = []
    agreed: dict[str, None] = {}
    for claim in proposed:
        there = [one for one in others[claim.proposition] if quotes_meet(claim, one)]
        if there:
            dropped.append(claim)
            agreed |= {one.id: None for one in there if agrees(claim, one)}
        elif claim.id in mine and mine[claim.id].digest == claim.digest:
            kept.append(mine[claim.id])
        elif said_of_attack(claim) in decided:
            dropped.append(claim)
        else:
            new.append(claim)
    staying = {one.id for one in kept}
    gone = tuple(one for one in mine.values() if one.id not in staying)
    return Merge(tuple(new), gone, tuple(kept), tuple(dropped), tuple(agreed))


def said_of_attack(claim: Claim) -> tuple[object, ...]:
    """What the words of a claim say, whichever attack a machine takes them to be of.

    With another article beside it an attack may have another id the next time.
    """
    ends = [
        "attack" if one is not None and id_prefix(one) == "attack" else one
        for one in (claim.subject, claim.object)
    ]
    return (claim.relation, *ends, claim.value, claim.polarity, claim.selector)


def agrees(claim: Claim, other: Claim) -> bool:
    """Whether a claim that nobody decided says what another says of the same words."""
    return other.review == "proposed" and other.polarity == claim.polarity
