"""Whom somebody has talks or a truce with, where only one of the two is told."""

from collections.abc import Iterable, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.ids import id_prefix

# the rules of talks and of what they lead to
DEALS = ("deal-between", "sign-deal", "talk-with", "deny-ties")
SIDES = ("group", "state", "org")


def partner(
    referents: Referents, hit: Hit, told: Sequence[Referent]
) -> Referent | None:
    """The other side of a deal of which one side is told; None where unsure.

    It is the one with whom that side was said to deal before, or who speaks of it.
    """
    sides = {one.who for one in told}
    if (
        hit.entry.id not in DEALS
        or len(sides) != 1
        or names_others(referents.reading, hit)
    ):
        return None
    (own,) = sides
    place = told[0].words
    before = referents.memory.dealing.get(own)
    speaker = referents.speakers.meant(hit.trigger)
    for who in (before, speaker):
        if who is not None and who != own and differ(own, who):
            return Referent(who, place)
    return None


def names_others(reading: Reading, hit: Hit) -> bool:
    """Whether a second side is told that nobody knows: "between A and its foes"."""
    beside = reading.tree.children(hit.trigger, "compound", "amod")
    ways = (*hit.ways("subject"), *hit.ways("object"))
    return len({i for words in ways for i in words if i not in beside}) > 1


def differ(one: str, other: str) -> bool:
    """Whether two may be the two sides of a deal: a group is one of them.

    >>> differ("group/front", "state/arland"), differ("state/arland", "state/belmark")
    (True, False)
    """
    kinds = {id_prefix(one), id_prefix(other)}
    return "group" in kinds and kinds <= set(SIDES)


def dealings(found: Iterable[ClaimCandidate]) -> dict[str, str]:
    """Who was said to deal with whom, each with the other."""
    pairs: dict[str, str] = {}
    for one in found:
        if one.rule in DEALS and one.object and differ(one.subject, one.object):
            pairs[one.subject] = one.object
            pairs[one.object] = one.subject
    return pairs
