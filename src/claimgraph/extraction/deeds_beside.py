"""Words that tell of an attack only by the words beside them: "an air campaign"."""

from dataclasses import dataclass

from claimgraph.extraction.cues import cues
from claimgraph.extraction.inflection import verb_forms
from claimgraph.extraction.mention import SpokenSentence
from claimgraph.extraction.word_lists import tables, words


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before a noun in its phrase, and what right behind it."""

    before: frozenset[str]
    after: frozenset[str]
    both: bool


def neighbours() -> dict[str, Neighbours]:
    """For each such noun the words by which it tells of an attack."""
    found = dict[str, Neighbours]()
    for name in ("beside", "both"):
        for line in tables()["attacks"][name]:
            nouns, before, after = (part.split() for part in line.split("|"))
            told = Neighbours(frozenset(before), frozenset(after), name == "both")
            found.update(dict.fromkeys(nouns, told))
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
HELD = cues("done", "held")
TAKING = frozenset(("capture", "seizure"))
KILLED_BY = frozenset(("execution", "executions"))
HURT = frozenset(("killed", "wounded", "injured", "hit", "hurt", "struck"))
SHOT_WITHIN = 7
# so many words back is what tells of a noun
NEAR = 4
# so many words on is what is used, or taken
WITHIN = 5
NOUNS_BESIDE = BESIDE.keys() | USE | TAKING


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
    if low in KILLED_BY and after[:1] == ["of"] and "by" in after:
        # "the execution of ten soldiers by the Front"
        return True
    if low in BESIDE:
        told = BESIDE[low]
        near = passage.tokens[max(at - NEAR, 0) : at]
        before = not told.before.isdisjoint(one.bare for one in near)
        behind = bool(after) and after[0] in told.after
        over = is_under(passage, at) and after[:1] in (["from"], ["by"])
        return over or (before and behind if told.both else before or behind)
    if low in TAKING:
        return after[:1] == ["of"] and not HELD.isdisjoint(after)
    return low in USE and after[:1] == ["of"] and is_weapon(after)


def is_shot(passage: SpokenSentence, at: int) -> bool:
    """Whether fire is what hit somebody: "killed by Arlandish fire"."""
    before = [one.bare for one in passage.tokens[max(at - SHOT_WITHIN, 0) : at]]
    by = "by" in before or "in" in before or "from" in before
    return by and not HURT.isdisjoint(before) and before[-1] not in ("a", "the", "by")


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


def words_after(passage: SpokenSentence, at: int) -> list[str]:
    """The next words."""
    return [one.bare for one in passage.tokens[at + 1 : at + 1 + WITHIN]]
