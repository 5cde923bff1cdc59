"""What rests on a proposal: what else is there, if it is accepted or if it is not?"""

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.flat import entity_ids
from claimgraph.model import Claim


@dataclass(frozen=True, slots=True)
class Bearing:
    """Claims that were not rejected and that have to do with one.

    `same` say so too, `other` give another number or day for it, `against` deny or
    withhold it (or affirm what it denies), `replies` answer it. `lone`
    are ids of entities that no other claim names.
    """

    same: tuple[Claim, ...]
    other: tuple[Claim, ...]
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
    equal = [one for one in told if one.value == claim.value]
    return Bearing(
        same=tuple(one for one in equal if one.polarity == claim.polarity),
        other=tuple(one for one in told if differs(one, claim)),
        against=tuple(one for one in told if speaks_against(one, claim)),
        replies=tuple(one for one in others if answers(one, claim)),
        lone=tuple(sorted(left)),
    )


def differs(one: Claim, claim: Claim) -> bool:
    """Whether a claim says the same of another number, or of another day."""
    given = one.value is not None and claim.value is not None
    return given and one.value != claim.value and one.polarity == claim.polarity


def speaks_against(one: Claim, claim: Claim) -> bool:
    """Whether a claim denies or withholds what another says, or the reverse.

    Whoever denies one number says nothing of another; who withholds gives none.
    """
    open_value = one.value is None or claim.value is None
    meets = open_value or one.value == claim.value
    return meets and one.polarity != claim.polarity


def answers(one: Claim, other: Claim) -> bool:
    """Whether a claim replies to another."""
    if one.reply is None:
        return False
    asked, label = one.reply.claim, other.label
    named = {f"{other.article}#{label}", other.id}
    if one.article == other.article:
        named.add(label or other.id)
    return asked in named
