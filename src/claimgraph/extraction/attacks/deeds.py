"""Words that tell of an attack: nouns and verbs, with how they tell of it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from claimgraph.extraction.attacks.deed import Deed, span_of
from claimgraph.extraction.attacks.deed_days import YEAR
from claimgraph.extraction.attacks.deed_known import is_denied
from claimgraph.extraction.attacks.deed_numbers import (
    count_in,
    is_of_hundreds,
    is_one_of,
    is_several,
    is_what_it_was,
    is_worst,
    is_worst_in,
)
from claimgraph.extraction.attacks.deed_verbs import is_to_be, verb_at
from claimgraph.extraction.attacks.deeds_beside import (
    NOUNS_BESIDE,
    STRIKES,
    USING,
    has_sides,
    is_told_beside,
    is_used,
)
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.deed_lists import (
    AIR,
    BACK,
    BETWEEN_SIDES,
    DETERMINERS,
    ENDING,
    FIRED,
    FRESH,
    HEADLINE,
    HELD,
    LASTING,
    LEANING,
    MADE,
    MOST_BEFORE,
    NO_CALL,
    NOT_AFTER,
    NOT_BEFORE,
    NOUNS,
    NOUNS_TOO,
    NUMBERS,
    ONLY_BACK,
    PLAIN,
    PLURALS,
    STOPS,
    SUBSTANCES,
    TAKE,
    TAKEN,
    TAKEN_WITHIN,
    THE,
    UNMADE,
    UNREAL,
    VERBS,
    WAYS,
    WEAK,
    WEAPONS,
    WILLING,
)
from claimgraph.extraction.words.tokens import WordToken

# no other word may tell of an attack
DEED_WORDS = frozenset(
    (*NOUNS, *NOUNS_BESIDE, *STRIKES, *VERBS, *USING, *HEADLINE, *NOUNS_TOO, *PLAIN)
) | {"killing"}
AIR_STRIKE = re.compile(r"\b(?:air ?|air-|drone |missile )strikes?\b", re.IGNORECASE)
# behind the noun for what was done to somebody who is told of for the first time
OF, NEW = frozenset(("of", "on", "against")), frozenset(("a", "an"))
# behind the noun for what somebody made happen: "strikes carried out by"
BEGUN = frozenset(("launched", "mounted", "conducted", "carried", "staged", "waged"))
# before a plural that no one act is
SERIAL = frozenset(("serial",))
# before the noun for what somebody stands before a court for
CHARGED = re.compile(
    r"\b(?:counts? of|charges of|charged with|guilty of|convicted of|on trial for) $"
)


def deeds_in(
    passage: SpokenSentence, number: int, *, armed: bool = False
) -> list[Deed]:
    """The attacks that a sentence tells of, in order.

    It is `armed` where it names a group that may have done what it tells.
    """
    found = list(all_deeds(passage, number))
    armed = armed or any(one.bare in WEAPONS for one in passage.tokens)
    told = any(not is_leaning(passage, one) for one in found)
    return found if armed or told else []


def is_leaning(passage: SpokenSentence, one: Deed) -> bool:
    """Whether a verb tells of an attack only where something else does, too."""
    word = passage.text[one.span.start : one.span.end].lower()
    behind = (each for each in passage.tokens if each.start >= one.span.end)
    after = {each.bare for each in islice(behind, TAKEN_WITHIN)}
    if word in TAKE:
        # "took control" of what?
        return not one.noun and TAKEN.isdisjoint(after)
    return not one.noun and word in LEANING and HELD.isdisjoint(after)


def all_deeds(passage: SpokenSentence, number: int) -> Iterator[Deed]:
    """What may tell of an attack."""
    for at, token in enumerate(passage.tokens):
        if token.bare not in DEED_WORDS:
            continue
        beside = is_told_beside(passage, at) or is_killing(passage, at)
        if is_to_be(passage, at) or is_used(passage, at):
            deed = verb_at(passage, number, at)
        elif token.bare in NOUNS or beside:
            deed = noun_at(passage, number, at)
        elif token.bare in VERBS:
            deed = verb_at(passage, number, at)
        else:
            continue
        if deed is not None:
            yield deed


def is_killing(passage: SpokenSentence, at: int) -> bool:
    """Whether "killing" is a noun: "the killing", "the killing of ten"."""
    tokens = passage.tokens
    if tokens[at].bare != "killing" or at == 0:
        return False
    before = tokens[at - 1]
    return before.bare in DETERMINERS or before.bare != before.folded


def noun_at(passage: SpokenSentence, number: int, at: int) -> Deed | None:
    """A noun that tells of an attack; None where it does not here."""
    tokens = passage.tokens
    token, low = tokens[at], tokens[at].bare
    before = [one.bare for one in words_before(passage, at)]
    after = tokens[at + 1].bare if at + 1 < len(tokens) else ""
    if is_figure(passage, at, before) or after in NOT_AFTER:
        return None
    ways = [WAYS[one] for one in before if one in WAYS]
    if is_no_deed(passage, at, after, told=bool(ways)):
        return None
    if at > 0 and tokens[at - 1].bare in WILLING:
        return plain_verb_at(passage, number, at)
    determined = next((one for one in before if one in DETERMINERS), None)
    if low in ONLY_BACK and determined not in THE:
        return None
    first = tokens[at - len(before)] if before else token
    return Deed(
        number,
        span_of(token),
        ways[0] if ways else NOUNS.get(low),
        noun=True,
        definite=is_definite(passage, at, before, determined),
        several=is_several(passage, at, before),
        of_new=is_of_new(passage, at),
        lasting=low in LASTING or not SERIAL.isdisjoint(before),
        by_year=any(map(YEAR.fullmatch, before)),
        back=low in BACK or after == "ensued" or "ensuing" in before,
        willed=not UNREAL.isdisjoint(before) or is_planned(passage, at, before),
        fresh=is_worst_in(passage, at, before)
        or (not FRESH.isdisjoint(before) and not is_what_it_was(passage, at, before)),
        begins=first.start,
        count=count_in(before) if low.endswith("s") and determined in THE else 0,
        word=f"air {low}" if low in AIR and "air" in before[:1] else low,
        called=" ".join(
            one.text for one in calling(passage, tokens[at - len(before) : at])
        ),
    )


def plain_verb_at(passage: SpokenSentence, number: int, at: int) -> Deed:
    """A verb that looks like a noun: "will attack", "did not attack"."""
    tokens = passage.tokens
    denied = is_denied([one.bare for one in tokens[max(at - 2, 0) : at]])
    return Deed(
        number,
        span_of(tokens[at]),
        NOUNS.get(tokens[at].bare),
        noun=False,
        willed=not denied,
        going_on=denied,
        begins=tokens[at].start,
    )


def is_figure(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether the word before a noun takes its violence away: a heart attack."""
    start = passage.tokens[at].start
    if before[:1] == ["counter"] and passage.text[start - 1 : start] == "-":
        return False
    return bool(before) and before[0] in NOT_BEFORE


def is_no_deed(passage: SpokenSentence, at: int, after: str, *, told: bool) -> bool:
    """Whether a noun that may tell of an attack is of something else here."""
    tokens, low = passage.tokens, passage.tokens[at].bare
    made = any(one.bare in MADE for one in tokens[max(at - MOST_BEFORE, 0) : at])
    sides = has_sides(passage, at) and not tokens[at - 1].bare.endswith("ly")
    if low in BETWEEN_SIDES and not sides:
        return True
    if low == "blasts" and at and tokens[at - 1].is_capital and after not in ENDING:
        # "Arland blasts release of suspects"
        return True
    if low in ("bomb", "bombs") and (after in NOUNS or after not in ENDING):
        return True
    aimed = after in ("on", "against", "at") or is_told_beside(passage, at)
    aimed = aimed or (low in AIR and is_from_air(passage, at))
    # "a volley of rockets"
    fired = after == "of" and any(one.bare in FIRED for one in tokens[at + 2 : at + 4])
    begun = after in BEGUN
    return low in WEAK and not (told or made or aimed or fired or begun)


def is_from_air(passage: SpokenSentence, at: int) -> bool:
    """Whether a strike is one of those by air that a text tells of."""
    before = passage.tokens[max(at - 2, 0) : at]
    # "the strikes", "Sunday's strikes"
    known = any(one.bare in THE or one.bare != one.folded for one in before)
    return known and tells_of_air(passage.text)


@lru_cache(8)
def tells_of_air(text: str) -> bool:
    """Whether a text has a word for strikes by air; asked once a text."""
    return AIR_STRIKE.search(text) is not None


def calling(passage: SpokenSentence, before: list[WordToken]) -> Iterator[WordToken]:
    """The words right before a noun that tell its attack from others."""
    for one in before:
        owner = one.bare != one.folded
        opens = one.start == passage.span.start
        name = one.is_capital and not (owner or opens)
        plain = one.bare in NUMBERS or one.bare.endswith("ly")
        name = name and not plain and one.bare not in NO_CALL | DETERMINERS
        if one.bare in SUBSTANCES or name:
            yield one


def words_before(passage: SpokenSentence, at: int) -> list[WordToken]:
    """The words before a noun that may be of its phrase, the nearest first."""
    tokens, found = passage.tokens, list[WordToken]()
    while at > 0 and len(found) < MOST_BEFORE:
        gap = passage.text[tokens[at - 1].end : tokens[at].start]
        if gap not in (" ", "-", ' "', '" '):
            break
        at -= 1
        if tokens[at].bare in STOPS or tokens[at].bare in PLURALS:
            break
        found.append(tokens[at])
        if tokens[at].bare in DETERMINERS:
            break
    return found


def is_definite(
    passage: SpokenSentence, at: int, before: Sequence[str], determined: str | None
) -> bool:
    """Whether a noun means what was told of before; not "some of the worst attacks"."""
    if determined not in THE:
        return is_known(passage, at, len(before))
    if is_of_new(passage, at) or is_of_hundreds(passage, at):
        return False
    plural = passage.tokens[at].bare.endswith("s")
    return not (plural and is_worst(before)) or is_one_of(passage, at, before)


def is_planned(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether a noun is of what somebody plans, or foiled: "foiled an attack"."""
    first = at - len(before)
    verb = passage.tokens[first - 1].bare if first > 0 else ""
    return verb in UNMADE and THE.isdisjoint(before)


def is_of_new(passage: SpokenSentence, at: int) -> bool:
    """Whether a noun tells of somebody new: "the kidnapping of a priest"."""
    after = [one.bare for one in passage.tokens[at + 1 : at + 3]]
    return after[:1] != [] and after[0] in OF and after[-1] in NEW | NUMBERS


def is_known(passage: SpokenSentence, at: int, count: int) -> bool:
    """Whether words before a noun tell that it is one told of already: "Friday's
    attack", "convicted of murder".
    """
    tokens = passage.tokens[at - count : at]
    first = passage.tokens[at - count].start
    charged = CHARGED.search(passage.text, passage.span.start, first)
    return charged is not None or any(one.bare != one.folded for one in tokens)
