"""Verbs that tell of an attack."""

from collections.abc import Sequence

from claimgraph.extraction.deed import Deed, span_of
from claimgraph.extraction.deed_lists import (
    ASKED,
    FIRED,
    FIRED_AT,
    GOING_ON,
    GROUND,
    MEN,
    NOT_EXECUTED,
    NOUNS,
    PLAIN,
    PLAIN_KINDS,
    SWEEPING,
    TAKE,
    TAKEN,
    VERBS,
    WIDE,
    WILLING,
)
from claimgraph.extraction.mention import SpokenSentence

# what is taken stands within so many words
GROUND_WITHIN = 6
BEING = frozenset(("is", "are", "was", "were", "been"))
WE = frozenset(("we", "i"))
# forms that tell of nobody to whom something was done
NO_PASSIVE = frozenset(("took", "threw", "fell"))
BEEN = frozenset(("was", "were", "been"))
THEY = frozenset(("they", "he", "she"))


def is_to_be(passage: SpokenSentence, at: int) -> bool:
    """Whether a word that is mostly a noun is a verb here: "to shell the town", "is
    bombing the town".
    """
    low = passage.tokens[at].bare
    if not low.endswith("ing") and low not in PLAIN:
        return False
    before = [one.bare for one in passage.tokens[max(at - 2, 0) : at]]
    # "to directly shell the town"
    last = before[0] if before and before[-1].endswith("ly") else "".join(before[-1:])
    if low.endswith("ing"):
        return last in BEING and low in VERBS
    return low in PLAIN and (last in WILLING or last in MEN)


def verb_at(passage: SpokenSentence, number: int, at: int) -> Deed | None:
    """A verb that tells of an attack; None where it does not here."""
    tokens, low = passage.tokens, passage.tokens[at].bare
    after = [one.bare for one in tokens[at + 1 : at + 6]]
    asked = next((held for start, held in ASKED if low.startswith(start)), None)
    before = [one.bare for one in tokens[max(at - 7, 0) : at]]
    # "hostages taken by them", "a mine that was laid by them"
    passive = after[:1] == ["by"] and low not in NO_PASSIVE
    if asked is not None and not asked & {*after, *(before if passive else ())}:
        return None
    kind = kind_of(low, (*before, *after))
    fires = kind == "rocket" and low.startswith(("fir", "launch", "lob"))
    aimed = low.startswith("fir") and after[:1] and after[0] in FIRED_AT
    if low.startswith("execut") and not NOT_EXECUTED.isdisjoint((*after, *before)):
        return None
    if low.startswith(("open", "spray")) and not {"fire", "bullets"} & {*after}:
        return None
    if low.startswith("bl") and not {"up", "himself", "herself", "themselves"} & {
        *after[:4]
    }:
        return None
    if asked is None and low.endswith("ing") and after and after[0] in NOUNS:
        return None
    if fires and not (aimed or FIRED & {*after, *before}):
        # the noun tells of it: launched an attack
        return None
    # killed three more: not those of before
    fresh = not {"more", "another"}.isdisjoint(after[:2])
    return Deed(
        number,
        span_of(tokens[at]),
        kind,
        noun=False,
        willed=at > 0 and tokens[at - 1].bare in WILLING,
        often=is_often(low, before) or is_wide(passage, at),
        going_on=not fresh and (low in GOING_ON or is_of_them(before)),
        fresh=fresh,
        begins=tokens[at].start,
    )


def kind_of(verb: str, beside: Sequence[str]) -> str | None:
    """What kind of attack a verb tells of: "took control" is no kidnapping."""
    if verb in TAKE and TAKEN.isdisjoint(beside):
        return None
    return VERBS.get(verb) or PLAIN_KINDS.get(verb)


def is_often(low: str, before: Sequence[str]) -> bool:
    """Whether a verb tells of what goes on, or was done again and again: has bombed."""
    near = [one for one in before if not one.endswith("ly") and one != "also"]
    if not WE.isdisjoint(near):
        # who says so of himself may speak of what he just did
        return False
    if low.endswith("ing"):
        return near[-1:] in (["is"], ["are"]) or near[-2:-1] in (["has"], ["have"])
    return near[-1:] in (["has"], ["have"])


def is_wide(passage: SpokenSentence, at: int) -> bool:
    """Whether a verb tells of ground that no one act takes: "seized large parts of"."""
    tokens, low = passage.tokens, passage.tokens[at].bare
    after = [one.bare for one in tokens[at + 1 : at + 1 + GROUND_WITHIN]]
    if low not in GROUND:
        return False
    if after[:1] == ["by"]:
        # "the areas seized by the rebels"
        after = [one.bare for one in tokens[max(at - GROUND_WITHIN, 0) : at]]
    return not WIDE.isdisjoint(after) or low in SWEEPING


def is_of_them(before: Sequence[str]) -> bool:
    """Whether a verb is said of somebody told of before: they were attacked."""
    return before[-1:] != [] and before[-1] in BEEN and not THEY.isdisjoint(before[-3:])
