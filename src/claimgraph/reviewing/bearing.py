"""What rests on a proposal: what else is there, if it is accepted or if it is not?"""

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.flat import entity_ids
from claimgraph.model import Claim


@dataclass(frozen=True, slots=True)
class Bearing:
    """Claims that were not rejected and that have to do with one.

    `same` say so too, `against` deny or withhold it (or affirm what it denies),
    `replies` answer it. `lone` are ids of entities that no other claim names.
    """

    same: tuple[Claim, ...]
    against: tuple[Claim, ...]
    replies: tuple[Claim, ...]
    lone: tuple[str, ...]


def bearing(claim: Claim, claims: Iterable[Claim]) -> Bearing:
    """What other claims of a corpus have to do with one."""
    others = [one for one in claims if one.review != "rejected" and one.id != claim.id]
    told = [one for one in others if one.proposition == claim.proposition]
    left = set(entity_ids(claim))
    for one in others:
        if not left:
            break
        left -= entity_ids(one)
    return Bearing(
        same=tuple(one for one in told if one.polarity == claim.polarity),
        against=tuple(one for one in told if one.polarity != claim.polarity),
        replies=tuple(one for one in others if answers(one, claim)),
        lone=tuple(sorted(left)),
    )


def answers(one: Claim, other: Claim) -> bool:
    """Whether a claim replies to another."""
    if one.reply is None:
        return False
    asked, label = one.reply.claim, other.label
    named = {f"{other.article}#{label}", other.id}
    if one.article == other.article:
        named.add(label or other.id)
    return asked in named
