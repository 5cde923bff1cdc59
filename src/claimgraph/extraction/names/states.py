"""Governments, which are told of as the states whose they are."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.described import Description
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity

OFFICIAL = "official"
DEMONYMS = words("demonyms", "all")
STATES: Mapping[str, str] = dict(one.split() for one in words("demonyms", "states"))
OWNED = re.compile(r"([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)'s (?:[a-z]+ )?$")
OWNER = re.compile(r" of (?:the )?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)")
# before and after a body, where the name of a state tells whose it is
POSSESSIVE = re.compile(r"'s?(?: [a-z-]+){0,2} $")
PERSONS = re.compile(r"[A-Z][\w-]+'s?(?: [a-z-]+){0,2} $")
ITS = re.compile(r"\b(?:its|their) $", re.IGNORECASE)
# between two sentences
BETWEEN = re.compile(r"[.!?]\s+[A-Z]|\n")
BODIES = ("state", "group", "org")
BELONGING = re.compile(r" of (?:the )?")
DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.' -]{2,30}, (?=[^(]{2,40}(?:\(|--? ))|[A-Z][\w.' -]{2,30}, "
    r"(?=[^(,]{2,30}\([A-Z]+\) -))([A-Z][\w.' ]{2,30}?) ?(?:\([A-Z][\w ]+\)|--? )",
    re.MULTILINE,
)
BODIES_OF = re.compile(
    r"\b([A-Z][a-z]+) (?:[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce|[Pp]olice|[Mm]ilitary"
    r"|[Tt]roops|[Ss]oldiers|[Gg]overnment|[Ss]ecurity [Ff]orces|[Aa]rmed [Ff]orces)\b"
)
# so often at least is the country named whose bodies an article means
LEAST_NAMED, STEM = 2, 4
# so much oftener than others is that country named of which alone an article speaks
BY_FAR = 1.5


@lru_cache(2)
def states_by_stem(known: Known) -> Mapping[str, Sequence[Entity]]:
    """The states by the first letters of their names."""
    found = defaultdict[str, list[Entity]](list)
    for entity in known.entities.values():
        if id_prefix(entity.id) == "state":
            found[fold(entity.name)[:STEM]].append(entity)
    return found


def state_of(known: Known, adjective: str) -> Entity | None:
    """The state that an adjective, or a state's own name, tells of: Nigerian, Mali."""
    low = fold(adjective.removesuffix("'s"))
    if low in STATES:
        return known.entities.get(f"state/{STATES[low]}")
    if low not in DEMONYMS:
        return known.named(low, ("state",))
    found = states_by_stem(known).get(low[:STEM], ())
    return found[0] if len(found) == 1 else None


def is_of_state(name: str, state: str) -> bool:
    """Whether a description tells that somebody is of a state, by its id.

    >>> is_of_state("Turkish officials", "state/turkey")
    True
    >>> is_of_state("Turkish officials", "state/iran")
    False
    """
    slug = state.partition("/")[2]
    for word in name.split():
        low = fold(word.removesuffix("'s"))
        told = STATES.get(low, low)
        if told == slug or (low in DEMONYMS and slug.startswith(told[:STEM])):
            return True
    return False


def state_told(known: Known, one: Description) -> tuple[Entity, ...]:
    """The state whose an official is by an adjective: "three Arlandish diplomats"."""
    if one.kind != OFFICIAL:
        return ()
    peoples = (word for word in one.words.split() if fold(word) in DEMONYMS)
    found = (state_of(known, word) for word in peoples if word[0].isupper())
    return tuple(state for state in found if state is not None)[:1]


def state_spoken_of(mentions: Sequence[Mention], text: str) -> Entity | None:
    """The country of an article's dateline, else that of which it speaks most.

    None where it names none twice.
    """
    dateline = DATELINE.search(text)
    if dateline is not None:
        for one in mentions:
            if one.prefix == "state" and one.span.start == dateline.start(1):
                return one.entity
    states = Counter(one.entity for one in mentions if one.prefix == "state")
    most = next(iter(states.most_common(1)), None)
    return most[0] if most is not None and most[1] >= LEAST_NAMED else None


def state_of_bodies(text: str, known: Known) -> Entity | None:
    """The one country whose bodies an article tells of: the Arlandish Army."""
    said = (state_of(known, one) for one in {*BODIES_OF.findall(text)})
    found = {one for one in said if one is not None}
    return next(iter(found)) if len(found) == 1 else None


def main_state(mentions: Sequence[Mention], text: str) -> Entity | None:
    """The country that an article speaks of, where it speaks little of others."""
    spoken_of = state_spoken_of(mentions, text)
    told = Counter(one.entity for one in mentions if one.prefix == "state")
    most = max((many for one, many in told.items() if one != spoken_of), default=0)
    if spoken_of is None or told[spoken_of] < BY_FAR * most:
        return None
    return spoken_of


def adjective_of(passages: Sequence[SpokenSentence], state: Entity) -> str:
    """What an article calls what is of a country: Russian; else the country's name."""
    stem = fold(state.name)[:STEM]
    own = (
        token.text
        for passage in passages
        for token in passage.tokens
        if token.is_capital
        and token.bare in DEMONYMS
        and (token.bare.startswith(stem) or is_said_of(token.bare, state))
        and not token.bare.endswith("s")
    )
    return next(own, state.name)


def is_said_of(adjective: str, state: Entity) -> bool:
    """Whether an adjective that is unlike a state's name is its own: French."""
    return f"state/{STATES.get(adjective)}" == state.id


def government_of(
    known: Known, said: str, around: tuple[str, str], spoken_of: Entity | None
) -> Entity | None:
    """The state whose government is told of: the Nigerian government, the government.

    `around` are the words before and after: "Mali's", "of Mali". One that is not owned
    is that of the country that the article speaks of.
    """
    owned = OWNED.search(around[0]) or OWNER.match(around[1])
    owner = owned[1] if owned is not None else said.rpartition(" ")[0]
    return state_of(known, owner) if owner else spoken_of


class Owners:
    """Tells whose a body without a name is: Iraq's army, the army of Iraq, the army."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], spoken_of: Entity | None
    ) -> None:
        states = [one for one in mentions if one.prefix == "state"]
        self.text, self.spoken_of = text, spoken_of
        self.bodies = [one for one in mentions if one.prefix in BODIES]
        self.ends = {one.span.end: one.entity for one in states}
        self.starts = {one.span.start: one.entity for one in states}

    def owner(self, one: Description) -> Entity | None:
        """The state whose body is told of: a named one, else that of the article.

        A coalition is no one state's.
        """
        before = POSSESSIVE.search(self.text, max(0, one.start - 40), one.start)
        after = BELONGING.match(self.text, one.end)
        told = self.ends.get(before.start()) if before is not None else None
        if told is None and after is not None:
            told = self.starts.get(after.end())
        if told is not None:
            return told
        if self.is_persons(one):
            return None
        if ITS.search(self.text, max(0, one.start - 8), one.start):
            return self.told_before(one)
        joint = one.words.lower().startswith("coalition")
        return None if one.named or joint else self.spoken_of

    def is_persons(self, one: Description) -> bool:
        """Whether a body is told to be that of a person: Haddad's forces."""
        return PERSONS.search(self.text, max(0, one.start - 40), one.start) is not None

    def told_before(self, one: Description) -> Entity | None:
        """The state that was named last, where its body is told of, in its sentence."""
        at = bisect_left(self.bodies, one.start, key=lambda held: held.span.start)
        last = self.bodies[at - 1] if at else None
        if last is None or BETWEEN.search(self.text, last.span.end, one.start):
            return None
        return last.entity if last.prefix == "state" else None
