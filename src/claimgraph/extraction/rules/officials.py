"""Who holds an office: a meeting of two such is diplomacy and no tie."""

import re
from collections.abc import Iterator

from claimgraph.extraction.candidates import Cast, ClaimCandidate
from claimgraph.ids import id_prefix
from claimgraph.model import TextSpan
from claimgraph.schema import load_schema

OFFICE = (
    r"(?:president|prime minister|premier|chancellor|king|queen|prince|minister"
    r"|secretary|ambassador|senators?|sen|rep|gov|governor|mayor|envoy|pope"
    r"|congress(?:wo)?man|lawmaker|gen|general|adm|admiral"
    r"|spokes\w+|chief of staff)"
)
BEFORE = re.compile(rf"\b{OFFICE}\.?(?: of [\w ]{{2,30}})? $", re.IGNORECASE)
# not the office of somebody whom he killed
OTHERS = r"(?:who|which|that|whose|for|against|by) "
AFTER = re.compile(
    rf",? (?:\(|an? |the |then |his |(?=[A-Z]))"
    rf"(?:(?!{OTHERS})[\w'-]+ ){{0,5}}{OFFICE}\b"
)
LOOK_BACK, LOOK_ON = 50, 90
# the rule of those who are said to be somebody's own: no office makes one an ally
ALLIES = "be-allies"


class Officials:
    """The people of an article whom it tells with an office."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.who = {
            key
            for key, one in cast.items()
            if id_prefix(key) == "person"
            and any(is_in_office(text, span) for span in one.mentions)
        }

    def without_diplomacy(
        self, found: Iterator[ClaimCandidate]
    ) -> Iterator[ClaimCandidate]:
        """The candidates without ties of people of whom one holds an office."""
        relations = load_schema().relations
        for one in found:
            ends = {one.subject, one.object or ""}
            people = all(id_prefix(end) == "person" for end in ends)
            tie = relations[one.relation].symmetric and one.rule != ALLIES
            if tie and people and ends & self.who:
                continue
            yield one


def is_in_office(text: str, span: TextSpan) -> bool:
    """Whether an office stands before or after a name.

    >>> is_in_office("President Omar Haddad spoke.", TextSpan(10, 21))
    True
    >>> is_in_office("Omar Haddad spoke.", TextSpan(0, 11))
    False
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start]
    return bool(
        BEFORE.search(before) or AFTER.match(text, span.end, span.end + LOOK_ON)
    )
