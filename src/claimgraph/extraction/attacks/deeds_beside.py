"""Words that tell of an attack only by the words beside them: "an air campaign"."""

from dataclasses import dataclass

from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.deed_lists import (
    BREAKING_OUT,
    FIERCE,
    NO_CALL,
    SIDES,
    SOIL,
)
from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.word_lists import tables, words


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before a noun in its phrase, and what right behind it."""

    before: frozenset[str]
    after: frozenset[str]
    both: bool

    def with_more(self, other: "Neighbours") -> "Neighbours":
        """The words of two lists for one noun."""
        after = self.after | other.after
        return Neighbours(self.before | other.before, after, self.both)


def neighbours() -> dict[str, Neighbours]:
    """For each such noun the words by which it tells of an attack."""
    found = dict[str, Neighbours]()
    for name in ("beside", "both"):
        for line in tables()["attacks"][name]:
            nouns, before, after = (part.split() for part in line.split("|"))
            told = Neighbours(frozenset(before), frozenset(after), name == "both")
            for noun in nouns:
                found[noun] = found[noun].with_more(told) if noun in found else told
    return found


BESIDE = neighbours()
USED, AGAINST = words("attacks", "used"), words("attacks", "used_against")
NOT_USED = words("attacks", "not_used")
STRIKES, DEMONYMS = frozenset(("strike", "strikes")), words("demonyms", "all")
ARMED = words("attacks", "armed")
USE = frozenset(("use", "uses"))
USING = frozenset(
    form for one in words("attacks", "used_by") for form in verb_forms(one).every
)
KILLED_BY = frozenset(("execution", "executions"))
HURT = frozenset(("killed", "wounded", "injured", "hit", "hurt", "struck"))
SHOT_WITHIN = 7
TAKING = words("attacks", "taking_nouns")
# fights of which it may stand far behind whom they were between
FIGHTS = words("attacks", "fights")
TAKERS = frozenset(("by", "to", "from"))
EXCHANGES, FIRE = frozenset(("exchange", "exchanges")), words("attacks", "fire_with")
DYING, HANDS = frozenset(("death", "deaths")), 9
# so many words back is what tells of a noun
NEAR = 4
# so many words on is what is used, or taken
WITHIN = 5
# and whom a fight was between that breaks out
FAR = 8
NOUNS_BESIDE = BESIDE.keys() | USE | TAKING | EXCHANGES


def is_told_beside(passage: SpokenSentence, at: int) -> bool:
    """Whether a noun tells of an attack by the words beside it."""
    low = passage.tokens[at].bare
    if low not in NOUNS_BESIDE and low not in STRIKES:
        return False
    after = words_after(passage, at)
    if low in STRIKES and at and passage.tokens[at - 1].bare in DEMONYMS:
        # "Arlandish strikes"
        return passage.tokens[at - 1].is_capital
    if low in STRIKES and after[:1] in (["by"], ["from"]):
        # "a strike by a drone"
        return not ARMED.isdisjoint(after)
    if low == "fire" and is_shot(passage, at):
        return True
    if low in DYING and "hands" in words_after(passage, at, HANDS):
        return True
    if low == "offensive" and is_owned(passage, at, after):
        return True
    if low in KILLED_BY and after[:1] == ["of"] and "by" in after:
        # "the execution of ten soldiers by the Front"
        return True
    if low in EXCHANGES:
        return after[:1] == ["of"] and not FIRE.isdisjoint(after[1:3])
    if low in BESIDE:
        told = BESIDE[low]
        near = [one.bare for one in passage.tokens[max(at - NEAR, 0) : at]]
        before = not told.before.isdisjoint(near)
        behind = bool(after) and after[0] in told.after
        over = is_under(passage, at)
        over = over and (low == "siege" or after[:1] in (["from"], ["by"]))
        if low in FIGHTS and is_between(passage, at):
            fierce = not near or not FIERCE.isdisjoint(near)
            return fierce or low != "fighting" or after[0] in BREAKING_OUT
        return over or (before and behind if told.both else before or behind)
    if low in TAKING:
        return is_taking(passage, at)
    return low in USE and after[:1] == ["of"] and is_weapon(after)


def is_shot(passage: SpokenSentence, at: int) -> bool:
    """Whether fire is what hit somebody: "killed by Arlandish fire"."""
    before = [one.bare for one in passage.tokens[max(at - SHOT_WITHIN, 0) : at]]
    by = "by" in before or "in" in before or "from" in before
    return by and not HURT.isdisjoint(before) and before[-1] not in ("a", "the", "by")


def is_taking(passage: SpokenSentence, at: int) -> bool:
    """Whether a noun tells that ground was taken: "the capture of the town", "its
    capture by A", "the fall of Tarim to A".
    """
    tokens, after = passage.tokens, words_after(passage, at)
    before = tokens[at - 1] if at else None
    owned = before is not None and before.bare != before.folded
    if after[:1] == ["by"]:
        return owned or (before is not None and before.bare == "its")
    if after[:1] != ["of"]:
        return False
    named = tokens[at + 2] if at + 2 < len(tokens) else None
    place = named is not None and named.is_capital and named.bare not in NO_CALL
    owned = owned or (before is not None and before.bare in ("its", "their"))
    # a person has mostly two names
    alone = at + 3 >= len(tokens) or not tokens[at + 3].is_capital
    told = owned or alone or not TAKERS.isdisjoint(after)
    return not SOIL.isdisjoint(after) or (place and told)


def has_sides(passage: SpokenSentence, at: int) -> bool:
    """Whether it is told between whom a fight was: "broke out between A and B"."""
    after = words_after(passage, at)
    return (bool(after) and after[0] in SIDES) or is_between(passage, at)


def is_between(passage: SpokenSentence, at: int) -> bool:
    """Whether "between" tells of the sides of a fight, behind a verb or none."""
    after = [one.bare for one in passage.tokens[at + 1 : at + 1 + FAR]]
    told = bool(after) and (after[0] == "between" or after[0] in BREAKING_OUT)
    return told and "between" in after


def is_under(passage: SpokenSentence, at: int) -> bool:
    """Whether somebody comes under fire or siege, and is not found fault with."""
    before = passage.tokens[at - 1].bare if at else ""
    blamed = any(one.bare == "for" for one in passage.tokens[at:])
    low = passage.tokens[at].bare
    return low in ("fire", "siege") and before == "under" and not blamed


def is_used(passage: SpokenSentence, at: int) -> bool:
    """Whether a verb tells that a weapon was used: "used gas against civilians"."""
    low = passage.tokens[at].bare
    return low in USING and is_weapon(words_after(passage, at))


def is_weapon(after: list[str]) -> bool:
    """Whether words begin with a weapon that is used against people."""
    told = USED.intersection(after) - (set() if "against" in after else AGAINST)
    return bool(told) and NOT_USED.isdisjoint(after)


def is_owned(passage: SpokenSentence, at: int, after: list[str]) -> bool:
    """Whether an offensive is one of arms: "Arland's offensive in Tarim"."""
    near = passage.tokens[max(at - NEAR, 0) : at]
    whose = any(one.bare != one.folded or one.bare in DEMONYMS for one in near)
    return whose and after[:1] in (["in"], ["on"], ["against"], ["into"])


def words_after(passage: SpokenSentence, at: int, many: int = WITHIN) -> list[str]:
    """The next words."""
    return [one.bare for one in passage.tokens[at + 1 : at + 1 + many]]
