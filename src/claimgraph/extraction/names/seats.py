"""Capitals that stand for the governments that sit there: "Moscow denied it"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.words.word_lists import words
from claimgraph.model import Entity, TextSpan

SEATS: Mapping[str, str] = {
    name.replace("-", " "): state
    for name, state in (one.split() for one in words("seats", "states"))
}
# what a government does, right after its name
DOING = "|".join(sorted(words("seats", "verbs")))
AFTER = re.compile(
    r" (?:(?:has|have|had|is|was|also|now|long|never|again|itself|later|\w+ly) ){0,4}"
    rf"(?:{DOING})\b"
    r"| (?:regime|government|authorities)\b"
    r"|'s (?:\w+ )?(?:ally|allies|proxy|proxies|backing|support|involvement|role|forces"
    r"|troops|army|air force|jets|spies|agents|intelligence)\b"
    r"|-(?:backed|led|allied|aligned|sponsored|funded|supported|armed|installed)\b"
)
# what is said of a government, or done by it, right before its name
BEFORE = re.compile(
    r"\b(?:(?:accus|blam|implicat|condemn)\w* (?:both )?|(?:accus\w+|blam\w+)(?: \w+)?"
    r" and |(?:blame\w*|blaming|pinned)(?: [\w'-]+){1,6} on |(?:backed|armed|funded"
    r"|financed|supported|sponsored|directed|ordered|orchestrated|controlled) by"
    r" |(?:support|backing|weapons|arms|funding|orders) from |government in )$"
)
# a capital with a name right before it is somebody's last name
LAST_NAME = re.compile(r"[\w,] ([A-Z][\w-]+) $")
NO_NAMES = words("names", "no_names")
LOOK_BACK = 80


@lru_cache(2)
def seats_of(known: Known) -> Mapping[str, Entity]:
    """The states by their capitals."""
    found = {one: known.entities.get(f"state/{state}") for one, state in SEATS.items()}
    return {one: state for one, state in found.items() if state is not None}


@lru_cache(2)
def pattern_of(known: Known) -> re.Pattern[str]:
    """The names of all capitals, as they are written."""
    names = sorted(seats_of(known), key=len, reverse=True)
    told = "|".join(re.escape(one.title()) for one in names)
    return re.compile(rf"\b(?:{told or '$.'})\b")


def with_seats(text: str, mentions: Sequence[Mention], known: Known) -> list[Mention]:
    """The mentions, of which each capital that does what a state does is the state."""
    told = list(seats_in(text, known))
    taken = [(one.span.start, one.span.end) for one in told]
    kept = (one for one in mentions if not overlaps(one, taken))
    return sorted([*kept, *told], key=lambda one: one.span.start)


def seats_in(text: str, known: Known) -> Iterator[Mention]:
    """The capitals that stand for their states."""
    for found in pattern_of(known).finditer(text):
        before = text[max(found.start() - LOOK_BACK, 0) : found.start()]
        last = LAST_NAME.search(before)
        if last is not None and last[1].lower() not in NO_NAMES:
            # "the chief, Pottu Amman, had ordered it"
            continue
        if AFTER.match(text, found.end()) or BEFORE.search(before):
            state = seats_of(known)[found[0].lower()]
            yield Mention(TextSpan(*found.span()), state, known=True)


def overlaps(one: Mention, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention has a part of one of some passages."""
    return any(one.span.start < end and start < one.span.end for start, end in taken)
