"""Other names that a text gives beside a name: in brackets, or after "known as"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.entity_names import initials
from claimgraph.extraction.names.mention import Mention
from claimgraph.folding import fold
from claimgraph.model import TextSpan

BRACKETS = re.compile(
    r"\"? ?\( ?\"?(?:or |the |aka |a\.k\.a\. )?([^()\"]{2,40}?)\"? ?\)"
)
KNOWN_AS = re.compile(
    r"\"?,? (?:also known as|also called|otherwise known as|better known as"
    r"|known (?:by its \w+ acronym )?as|known locally as|or|aka|a\.k\.a\.|alias"
    r"|abbreviated as|formerly known as|previously known as)(?: the)? \"?"
    r"((?:al-)?[A-Z][\w'-]*(?:[ -](?:of |the |and |al-|for )*[A-Z][\w'-]*){0,5})"
)
LETTERS = re.compile(r"[A-Z][A-Za-z0-9.&/-]{1,11}")


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name that stands beside another one, and where the two end together."""

    words: str
    start: int
    end: int


def name_in_brackets(text: str, name: str, end: int, last: int) -> OtherName | None:
    """The letters in brackets after a name that are short for it."""
    found = BRACKETS.match(text, end, last)
    if found is None:
        return None
    words = found[1].strip()
    if not is_short_for(words, name):
        return None
    return OtherName(words, found.start(1), found.end())


def is_short_for(words: str, name: str) -> bool:
    """Whether letters may be short for a name.

    >>> is_short_for("MOL", "Movement for Oromo Liberation"), is_short_for("US", "Ann")
    (True, False)
    """
    if LETTERS.fullmatch(words) is None or sum(map(str.isupper, words)) < 2:
        return False
    letters = fold(words).replace(" ", "")
    if letters in initials(name):
        return True
    # other languages have other letters, but capitals are capitals
    return len(name.split()) > 1 and words.replace("-", "").replace(".", "").isupper()


def other_name(text: str, end: int, last: int) -> OtherName | None:
    """The name that a text says somebody has as well."""
    found = KNOWN_AS.match(text, end, last)
    if found is None:
        return None
    return OtherName(found[1], found.start(1), found.end())


def with_brackets(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with each name and the one in brackets after it as one."""
    kept = list[Mention]()
    for one in mentions:
        last = kept[-1] if kept else None
        if last is not None and last.entity == one.entity:
            between = text[last.span.end : one.span.start]
            closed = text[one.span.end : one.span.end + 2]
            if between.strip(' "') == "(" and closed.lstrip('"').startswith(")"):
                end = one.span.end + closed.index(")") + 1
                span = TextSpan(last.span.start, end)
                kept[-1] = Mention(span, last.entity, last.known, last.others)
                continue
        kept.append(one)
    return kept
