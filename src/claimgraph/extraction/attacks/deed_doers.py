"""Who did a deed by the words right beside it: a state's men, or others in arms.

The rules find doers by grammar; here they only keep two deeds apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

STATE_MEN, REBELS = words("attackers", "state"), words("attackers", "group")
FORCES, OWN_FORCES = frozenset(("force", "forces")), words("attackers", "own_forces")
BY_STATES = words("attackers", "by_states")
# between whoever does it and the verb
DOES = (
    r"(?:,? (?:who|that|which))?(?: (?:has|have|had|also|then|later|first|again"
    r"|(?:us|start|continu)ed(?: to)?|began(?: to)?|[a-z]+ly))* "
)
ACTIVE = re.compile(DOES)
# between whoever makes it and a noun: "launched two air"
MAKES = re.compile(
    rf"{DOES}{one_of(words('attackers', 'makes'))}(?: out)?(?: [\w'-]+){{0,4}}? "
)
# between a passive verb, or a noun, and whoever did it
BY = re.compile(r"(?: (?:dead|up|alive|down|and [a-z]+ed))? by (?:[a-z-]+ ){0,3}")
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)(?: [a-z]+ly| also)? $")
# between an owner and the noun of what he did
OWNED = re.compile(r"(?:'s?)?[ -](?:[a-z-]+[ -]){0,2}")
# before those whom somebody only looks like
LIKE = re.compile(r"\b(?:as|like|posing|impersonating|uniforms? of)(?: [\w'-]+)? $")
LOOK_BACK = 30


@dataclass(frozen=True, slots=True)
class DeedDoers:
    """Whoever did a deed: their ids, and the sides they are on."""

    named: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()

    def with_more(self, other: "DeedDoers") -> "DeedDoers":
        """Those of two passages that tell of one deed."""
        return DeedDoers(self.named | other.named, self.sides | other.sides)

    def are_others(self, other: "DeedDoers") -> bool:
        """Whether two deeds were done by two: a state and a group, or two of a kind."""
        if self.sides and other.sides and self.sides.isdisjoint(other.sides):
            return True
        if not (self.named and other.named):
            return False
        for prefix in ("state", "group"):
            some = {one for one in self.named if id_prefix(one) == prefix}
            others = {one for one in other.named if id_prefix(one) == prefix}
            if some and others and some.isdisjoint(others):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Actor:
    """Words for somebody who may do a deed."""

    span: TextSpan
    who: str | None
    side: str | None


class Actors:
    """Those of one sentence who may do deeds."""

    def __init__(self, passage: SpokenSentence, mentions: Sequence[Mention]) -> None:
        self.passage, self.text = passage, passage.text
        named = list(self.named(mentions))
        taken = [one.span for one in named]
        plain = (
            one
            for one in self.plain()
            if not any(span.start <= one.span.start < span.end for span in taken)
        )
        self.all = [*named, *plain]

    def named(self, mentions: Sequence[Mention]) -> Iterator[Actor]:
        """Those with a name, with the word for their men right behind it."""
        for one in mentions:
            if one.prefix not in ("state", "group", "org", "person"):
                continue
            end, men = self.men_after(one.span.end)
            side = side_of(one)
            # "Syrian rebels" are no men of the state
            other = one.prefix == "state" and men == "group"
            known = not (other or is_unnamed(one.entity.id))
            who = one.entity.id if known else None
            span = TextSpan(one.span.start, end)
            yield Actor(span, who, men if other else side)

    def men_after(self, end: int) -> tuple[int, str | None]:
        """Where the word for somebody's men behind a name ends, and their side."""
        for token in self.passage.tokens:
            if token.start < end:
                continue
            if self.text[end : token.start] not in (" ", "'s "):
                break
            side = side_of_word(token.bare)
            if side is not None or token.bare in FORCES:
                return token.bare_end, side
            if token.bare not in OWN_FORCES:
                break
            end = token.end
        return end, None

    def plain(self) -> Iterator[Actor]:
        """Those without a name: police, rebels, security forces."""
        before = ""
        for token in self.passage.tokens:
            side = side_of_word(token.bare)
            if token.bare in FORCES:
                side = "state" if before in OWN_FORCES else side_of_word(before)
            if side is not None:
                yield Actor(TextSpan(token.start, token.bare_end), None, side)
            before = token.bare

    def of(self, deed: Deed) -> DeedDoers:
        """Whoever did a deed by the words beside it."""
        done = [one for one in self.all if self.is_doer(one, deed)]
        return DeedDoers(
            frozenset(one.who for one in done if one.who is not None),
            frozenset(one.side for one in done if one.side is not None),
        )

    def is_doer(self, one: Actor, deed: Deed) -> bool:
        """Whether somebody stands where whoever did a deed does."""
        text, start, end = self.text, deed.span.start, deed.span.end
        if LIKE.search(text, max(one.span.start - LOOK_BACK, 0), one.span.start):
            return False
        if one.span.start >= end:
            passive = deed.noun or self.is_passive(deed)
            return passive and BY.fullmatch(text, end, one.span.start) is not None
        if one.span.end > start:
            return False
        if not deed.noun:
            active = ACTIVE.fullmatch(text, one.span.end, start) is not None
            return active and not self.is_passive(deed)
        if MAKES.fullmatch(text, one.span.end, start) is not None:
            return True
        owned = OWNED.fullmatch(text, one.span.end, start) is not None
        owned = owned and one.span.start >= deed.begins
        # "the hallmarks of an attack of the Front" is no attack of theirs
        plain = one.who is None or not text.startswith(("a ", "an "), deed.begins)
        air = deed.word.rpartition(" ")[2] in BY_STATES
        return owned and ((one.side == "group" and plain) or one.who is None or air)

    def is_passive(self, deed: Deed) -> bool:
        """Whether a verb tells what was done to somebody."""
        start, end = deed.span.start, deed.span.end
        if self.text.startswith(" by ", end):
            # "the town seized by rebels"
            return True
        return PASSIVE.search(self.text, max(start - LOOK_BACK, 0), start) is not None


def side_of(one: Mention) -> str | None:
    """On which side somebody with a name is."""
    if one.prefix in ("state", "group"):
        return one.prefix
    if one.prefix == "person":
        return "group" if one.entity.kind == "militant" else None
    called = {each.lower() for each in one.entity.name.split()}
    return "state" if called & (STATE_MEN | FORCES) else None


def side_of_word(word: str) -> str | None:
    """On which side those are for whom a word stands."""
    if word in STATE_MEN:
        return "state"
    return "group" if word in REBELS else None
