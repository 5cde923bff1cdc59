"""Verbs that tell of an attack."""

from collections.abc import Sequence
from itertools import pairwise

from claimgraph.extraction.attacks.deed import Deed, span_of
from claimgraph.extraction.attacks.deed_known import (
    is_by_known,
    is_denied,
    is_of_known,
    is_onto_known,
)
from claimgraph.extraction.attacks.deed_often import GROUND_WITHIN, is_often, is_wide
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.deed_lists import (
    AROUND,
    ASKED,
    AWAY,
    FIRED,
    FIRED_AT,
    GOING_ON,
    HEADLINE,
    MEN,
    NO_CALL,
    NOT_EXECUTED,
    NOUNS,
    NOUNS_TOO,
    NUMBERS,
    PLAIN,
    PLAIN_KINDS,
    SETTLED,
    STOPS,
    TAKE,
    TAKEN,
    VERBS,
    WILLING,
)
from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.tokens import WordToken
from claimgraph.extraction.words.word_lists import words

# what a fight is over, or goes on over
OVER_GROUND = frozenset(("weekend", "control", "days", "night", "weeks", "hours"))
OVER_TIME = frozenset(("border", "past", "last", "months", "years", "two", "three"))
HARM = frozenset(("killing", "killed", "wounding", "injuring", "leaving", "dead"))
NATURE, PLAYERS = words("attacks", "nature"), words("attacks", "players")
# how verbs begin that tell of what players do, too
OF_GAMES = ("attack", "struck", "strik", "hit", "fir", "sho")
# with or at what somebody fires back who only speaks, or plays
ANSWERED = frozenset(("with", "critics", "criticism", "saying"))
REGAIN = frozenset((*verb_forms("regain").every, *verb_forms("wrest").every))
BULLETS = frozenset(("shots", "shot", "bullets", "rounds", "gun", "guns", "rifles"))
# forms that after "and" only "to" can lead
WILLED = frozenset(("kill", "kidnap", "murder", "destroy", "assassinate", "abduct"))
BEING = frozenset(("is", "are", "was", "were", "been"))
# before what somebody does: "started shooting"
BEGINNING = frozenset(
    form for one in ("start", "begin", "keep") for form in verb_forms(one).finite
)
# forms that tell of nobody to whom something was done
NO_PASSIVE = frozenset(("took", "threw", "fell"))
# what is opened or sprayed, and who or what is blown up
SHOTS = frozenset(("fire", "bullets"))
BLOWN = frozenset(("up", "himself", "herself", "themselves"))
# what somebody did to do a deed, so many words before it
USED, USED_WITHIN = words("attacks", "realized"), 8
ARTICLES, NEAR_SUBJECT = frozenset(("a", "an")), 4
OF, CHARGED = frozenset(("of", "for", "with")), words("attacks", "charged_with")
TRYING = words("attacks", "trying")
THAT = frozenset(("that", "which"))
# so many words on is what is fired: "more than a dozen ballistic missiles"
FIRED_WITHIN = 9
BEEN = frozenset(("was", "were", "been"))


def is_to_be(passage: SpokenSentence, at: int) -> bool:
    """Whether a word that is mostly a noun is a verb here: "to shell the town", "is
    bombing the town".
    """
    low = passage.tokens[at].bare
    if low in HEADLINE and is_in_headline(passage, at):
        return True
    if not low.endswith("ing") and low not in NOUNS_TOO:
        return False
    before = [one.bare for one in passage.tokens[max(at - 2, 0) : at]]
    # "to directly shell the town"
    last = before[0] if before and before[-1].endswith("ly") else "".join(before[-1:])
    if low.endswith("ing"):
        return (last in BEING or last in BEGINNING) and low in VERBS
    if low in NOUNS_TOO and last == "to" and not is_willed(passage, at):
        # "used its jets to bomb them"
        return True
    return low in PLAIN and (last in WILLING or last in MEN)


def is_in_headline(passage: SpokenSentence, at: int) -> bool:
    """Whether a word stands behind a name in a line without a full stop, as the verb
    of a headline does: "Arland storms the base".
    """
    if at == 0 or passage.words.endswith((".", '."')):
        return False
    before = passage.tokens[at - 1]
    after = passage.tokens[at + 1].bare if at + 1 < len(passage.tokens) else "of"
    named = before.is_capital and before.bare == before.folded
    return named and after not in ("of", "by")


def verb_at(passage: SpokenSentence, number: int, at: int) -> Deed | None:
    """A verb that tells of an attack; None where it does not here."""
    tokens, low = passage.tokens, passage.tokens[at].bare
    after = [one.bare for one in tokens[at + 1 : at + 6]]
    asked = next((held for start, held in ASKED if low.startswith(start)), None)
    before = [one.bare for one in tokens[max(at - 7, 0) : at]]
    # "hostages taken by them", "a mine that was laid by them"
    done = after[:1] == ["by"] or not BEEN.isdisjoint(before[-2:])
    # "a bomb that they had planted"
    done = done or not THAT.isdisjoint(before)
    passive = done and low not in NO_PASSIVE
    told = {*after, *(before if passive else ())}
    if asked is not None and not (asked & told or takes_ground(passage, at)):
        return None
    kind = kind_of(low, (*before, *after))
    if is_peaceful(low, before, [one.bare for one in tokens[at + 1 : at + 9]]):
        return None
    if asked is None and low.endswith("ing") and after and after[0] in NOUNS:
        return None
    far = [one.bare for one in tokens[at + 1 : at + FIRED_WITHIN]]
    if kind == "rocket" and is_told_by_noun(low, before, far):
        return None
    fresh = is_fresh(after)
    return Deed(
        number,
        span_of(tokens[at]),
        kind,
        noun=False,
        willed=is_willed(passage, at) and not is_denied(before),
        tried=is_tried(before),
        charged=is_charged(before),
        often=is_often(low, before, after) or is_wide(passage, at),
        going_on=not fresh
        and (low in GOING_ON or is_of_known(before) or is_by_known(before)),
        fresh=fresh,
        onto_known=is_onto_known(after),
        indefinite=is_indefinite(tokens, at) or is_added(before, after),
        begins=tokens[at].start,
        word=low,
    )


def is_told_by_noun(low: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what is fired is no weapon, but a deed: launched an attack."""
    if not low.startswith(("fir", "launch", "lob")):
        return False
    aimed = low.startswith("fir") and is_aimed(after)
    return not aimed and FIRED.isdisjoint((*after, *before))


def is_aimed(after: Sequence[str]) -> bool:
    """Whether it is told at whom somebody fires, or that he fires back at arms."""
    back = after[:1] == ["back"] and ANSWERED.isdisjoint(after)
    return back or (bool(after) and after[0] in FIRED_AT)


def is_peaceful(low: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb tells of no deed here: opens no fire, executes a plan."""
    if is_in_game(low, before, after):
        return True
    if low.startswith("execut"):
        return not NOT_EXECUTED.isdisjoint((*after, *before))
    if low.startswith(("destroy", "struck", "strik", "hit")):
        nature = not NATURE.isdisjoint(before)
        if nature or not low.startswith("destroy"):
            return nature
        # "airstrikes that destroyed two camps": the noun tells of it
        return not NOUNS.keys().isdisjoint(before)
    if low.startswith("kill"):
        # "an outbreak has killed ten"
        return not NATURE.isdisjoint(before[-2:])
    if low.startswith("sen"):
        # "a bomb sent by them", not "sent in bombers"
        return after[:1] != ["by"]
    if low.startswith("attack"):
        # "attacked them for failing to act", "attacked him over the budget"
        named = any(
            one == "for" and two.endswith("ing") for one, two in pairwise(after)
        )
        over = "over" in after and (OVER_GROUND | OVER_TIME).isdisjoint(after)
        return (named or over) and HARM.isdisjoint(after)
    if low.startswith("push"):
        # "pushed back against the report"
        return "against" in after[:2]
    if low.startswith("clash"):
        # "clashed with them over the budget"
        quarrel = "over" in after and OVER_GROUND.isdisjoint(after)
        return quarrel and HARM.isdisjoint(after)
    if low.startswith(("open", "spray")):
        return SHOTS.isdisjoint(after)
    return low.startswith(("blow", "blew")) and BLOWN.isdisjoint(after[:4])


def is_in_game(low: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb tells of what a player does, not of what is done to him."""
    passive = after[:1] == ["by"] or not BEEN.isdisjoint(before[-2:])
    return low.startswith(OF_GAMES) and not passive and not PLAYERS.isdisjoint(before)


def is_willed(passage: SpokenSentence, at: int) -> bool:
    """Whether words before a deed tell that it has not happened; not "used a lorry to
    ram it", "managed to kill".
    """
    tokens = passage.tokens
    near = [one.bare for one in tokens[max(at - USED_WITHIN, 0) : at]]
    if near[-2:] == ["aimed", "at"]:
        return True
    plain = tokens[at].bare in WILLED
    if plain and near[-1:] in (["and"], ["or"]) and "to" in near:
        # "a mission to destroy the base and kill all"
        return USED.isdisjoint(near)
    if at == 0 or tokens[at - 1].bare not in WILLING:
        return False
    before = [one.bare for one in tokens[max(at - USED_WITHIN, 0) : at]]
    return tokens[at - 1].bare != "to" or USED.isdisjoint(before)


def is_fresh(after: Sequence[str]) -> bool:
    """Whether a verb tells of others than those of before: "killed three more"."""
    # "killed and another wounded" tells of two of one deed
    more: Sequence[str] = () if after[:1] == ["and"] else after[:2]
    return not {"more", "another"}.isdisjoint(more)


def is_indefinite(tokens: Sequence[WordToken], at: int) -> bool:
    """Whether a verb tells what somebody does who is told of for the first time: "a
    hidden bomb exploded".
    """
    near = [one.bare for one in tokens[max(at - NEAR_SUBJECT, 0) : at]]
    article = next((i for i, one in enumerate(near) if one in ARTICLES), None)
    return article is not None and STOPS.isdisjoint(near[article:])


def is_added(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb tells of one more deed: "also killed a judge"."""
    new = after[:1] != [] and (after[0] in ARTICLES or after[0] in NUMBERS)
    return "also" in before[-1:] and new


def is_charged(before: Sequence[str]) -> bool:
    """Whether a verb tells what somebody is charged with: "suspected of killing"."""
    return before[-1:] != [] and before[-1] in OF and before[-2:][0] in CHARGED


def is_tried(before: Sequence[str]) -> bool:
    """Whether somebody set about a deed: "an attempt to kill", "tried to bomb"."""
    return before[-1:] == ["to"] and not TRYING.isdisjoint(before[-3:])


def kind_of(verb: str, beside: Sequence[str]) -> str | None:
    """What kind of attack a verb tells of: "took control" is no kidnapping."""
    if verb in TAKE and TAKEN.isdisjoint(beside):
        return None
    if verb.startswith(("driv", "drove")) and not AWAY.isdisjoint(beside):
        # "drove them out"
        return "raid"
    if verb.startswith("fir") and not BULLETS.isdisjoint(beside):
        return "shooting"
    return VERBS.get(verb) or PLAIN_KINDS.get(verb) or PLAIN_KINDS.get(verb[:-1])


def takes_ground(passage: SpokenSentence, at: int) -> bool:
    """Whether "take" tells of a place: "took over the town", "took Tarim"."""
    if passage.tokens[at].bare not in TAKE | REGAIN:
        return False
    after = passage.tokens[at + 1 : at + 1 + GROUND_WITHIN]
    if after and after[0].bare == "over":
        after = after[1:]
    for one in after:
        if one.bare in SETTLED:
            return True
        if one.bare in AROUND - {"the"}:
            return False
        if one.is_capital:
            return one.bare not in NO_CALL
    return False
