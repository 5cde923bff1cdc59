"""People of a state's offices whose state nobody names: "Defence Minister A".

They are of the country that the article speaks of.
"""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.rules.offices import of_office
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.model import Entity, TextSpan

FIELD = one_of(words("bodies", "ministries") | words("bodies", "fields"))
OFFICE = (
    r"(?i:(?P<former>former |ousted |deposed |late |then-?)?"
    r"(?:first |vice[- ]|deputy |acting |interim |caretaker |junior )?"
    r"(?:president|prime minister|premier|chancellor|attorney general"
    rf"|(?:{FIELD} (?:and {FIELD} )?){{1,2}}minister"
    rf"|minister (?:of|for) (?:{FIELD} ?){{1,3}}"
    r"|national security advis[eo]r|chief of (?:the )?defen[cs]e staff"
    r"|chief of (?:the )?general staff))"
)
# before an office whose state is not told; not "the company's president", "union
# president"
LEADS = one_of(words("people", "leads"))
OPEN = rf"(?:(?:^|[.,;:\"(]|-) ?|\b(?i:{LEADS}) |\b(?:country|nation)'s )"
BEFORE = re.compile(
    rf"{OPEN}(?P<office>{OFFICE}),? (?:[A-Z][a-z]+\.? ){{0,2}}\Z", re.MULTILINE
)
BEHIND = re.compile(
    rf",(?: (?:the|who is the)(?: (?:country|nation)'s)?)? (?P<office>{OFFICE})"
    r"(?=[,.;)]| (?:said|told|has|had|was|warned)\b)"
)
LOOK_BACK = 80
RULE = "state-office"


def minister_claims(
    text: str, mentions: Sequence[Mention], state: Entity, placed: set[str]
) -> Iterator[ClaimCandidate]:
    """Whose official each person of a sentence is who has an office of a state.

    `placed` are those of whom it is told already whose they are; who is met here is
    added to them.
    """
    if any(one.of_type(("state",)) not in (None, state) for one in mentions):
        # whose officials are told of there is unsure
        return
    for one in mentions:
        if one.prefix != "person" or one.entity.unnamed or one.entity.id in placed:
            continue
        start, end = one.span.start, one.span.end
        if in_quotes(text, start):
            continue
        line = text.rfind("\n", 0, start) + 1
        office = BEFORE.search(text, max(line, start - LOOK_BACK), start)
        if office is not None and office["office"].startswith("president"):
            # "the club is rich, and president A said"
            office = None
        office = office or BEHIND.match(text, end)
        if office is None:
            continue
        placed.add(one.entity.id)
        first, last = office.span("office")
        span = TextSpan(min(first, start), max(last, end))
        former = office["former"] is not None
        yield of_office(
            state, one, span, role="official", heads=False, former=former, rule=RULE
        )
