"""Who says what a pattern found, by the words before and after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.extraction.candidates import UNSPECIFIED, Speaker
from claimgraph.extraction.names.coreference import HE, IT, THEY
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.telling import MEDIA
from claimgraph.model import Medium, TextSpan

# forms of these verbs that are nouns more often
NOUNS = frozenset(("state", "report", "reports", "states", "claim", "claims", "notes"))
SPEAKING = ("person", "org", "group", "state", "community")
TELLING = cues("surface", "telling")
DENYING = cues("surface", "denying")
FORMS = {form for one in TELLING | DENYING for form in verb_forms(one).finite}
SAID = rf"(?:{'|'.join(sorted(FORMS - NOUNS, key=len, reverse=True))})"
DENIED = frozenset(form for one in DENYING for form in verb_forms(one).every)
SAY = re.compile(rf"\b{SAID}\b", re.IGNORECASE)
# the first verb of saying, as it stands within a sentence
LEAD = re.compile(rf"\b{SAID}\b")
# before what is done to somebody: is widely suspected
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $", re.IGNORECASE)
# where the words for a speaker before his verb begin
BEGINNING = re.compile(r"[,;:\"]")
TRAILING = re.compile(
    rf"(?:,[\"']?|[\"'],?) (?:(?P<first>{SAID}) (?P<who>[^,.;\"]+)"
    rf"|(?P<whom>[^,.;\"]{{1,80}}?) (?:also |later )?(?P<then>{SAID}))"
    r"(?P<rest>[^\"]*)$",
    re.IGNORECASE,
)
ACCORDING = re.compile(
    r"\b(?P<cue>according to|as per|per|citing|quoting)(?: the)? (?P<who>[^,.;\"]+)",
    re.IGNORECASE,
)
HIDDEN = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ )?(?:accused|suspected|believed|thought"
    r"|alleged|blamed|said|reported|considered|regarded|attributed)\b|\b(?:blamed on"
    r"|attributed to)\b",
    re.IGNORECASE,
)
# the words around a description of whoever speaks: ", said A, a B", "A, a B, said"
TURNED = re.compile(rf"[,\"'] {SAID} (?:the )?$", re.IGNORECASE)
GOES_ON = re.compile(rf"[,']? (?:(?:has|had|have|also|later) )?{SAID}\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(he|she|it|they)(?: \w+)? $", re.IGNORECASE)
WRITING = re.compile(
    r"\b(?:statement|report|findings|study|assessment)$", re.IGNORECASE
)
NEAR_MEDIUM = re.compile(r"[a-z]+")
# how far back somebody speaks on; how far from what he says he stands
STILL, AROUND = 2, 240


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker and, where a verb of denial marks it, that he denies what follows."""

    speaker: Speaker
    denies: bool = False


class Voices:
    """Finds the speakers of one sentence after another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: tuple[int, str] | None = None
        self.person: str | None = None

    def before(
        self, passage: SpokenSentence, start: int, mentions: Sequence[Mention]
    ) -> Told | None:
        """Who is told of before a passage as the one who says it."""
        base = max(passage.span.start, start - AROUND)
        said = self.text[base:start]
        active = (
            one
            for one in SAY.finditer(said)
            if not PASSIVE.search(said, 0, one.start())
        )
        verb = next(reversed(list(active)), None)
        if verb is None or any(sign in said[verb.end() :] for sign in '";'):
            return None
        opens = [one.end() for one in BEGINNING.finditer(said, 0, verb.start())]
        who = TextSpan(base + (opens[-1] if opens else 0), base + verb.start())
        holder = self.holder(who, mentions)
        if holder is None:
            return None
        cue = TextSpan(self.first_of(who, mentions), base + verb.end())
        told = said[verb.end() :] + self.text[who.start : who.end]
        speaker = Speaker(holder=holder, cue=cue, medium=medium_in(told))
        return Told(speaker, verb[0].lower() in DENIED)

    def after(
        self, passage: SpokenSentence, end: int, mentions: Sequence[Mention]
    ) -> Speaker | None:
        """Who is told of at the end of a sentence as the one who says it."""
        end = max(end, passage.span.end - AROUND)
        rest = self.text[end : passage.span.end].rstrip(" .\"'")
        found = TRAILING.search(rest)
        if found is None:
            return None
        part = "who" if found["who"] else "whom"
        who = TextSpan(end + found.start(part), end + found.end(part))
        holder = self.holder(who, mentions)
        if holder is None:
            return None
        verb = "first" if found["first"] else "then"
        first = min(self.first_of(who, mentions), end + found.start(verb))
        last = end + max(found.end(verb), found.end(part) if part == "who" else 0)
        return Speaker(
            holder=holder, cue=TextSpan(first, last), medium=medium_in(found["rest"])
        )

    def source(
        self, passage: SpokenSentence, mentions: Sequence[Mention]
    ) -> Speaker | None:
        """Who is named "according to" whom in a sentence."""
        found = ACCORDING.search(self.text, passage.span.start, passage.span.end)
        if found is None:
            return None
        who = TextSpan(found.start("who"), found.end("who"))
        inside = [one for one in mentions if lies_in(one, who) and speaks(one)]
        if not inside:
            return None
        one = inside[0]
        people = [other for other in inside if other.prefix == "person"]
        holder = (people or [one])[0]
        cue = TextSpan(found.start("cue"), max(holder.span.end, one.span.end))
        return Speaker(holder=holder.entity.id, cue=cue, medium=medium_in(found["who"]))

    def holder(self, who: TextSpan, mentions: Sequence[Mention]) -> str | None:
        """Who some words are: a person first, else the nearest to the verb."""
        inside = [one for one in mentions if lies_in(one, who) and speaks(one)]
        if inside:
            people = [one for one in inside if one.prefix == "person"]
            return (people or inside)[-1].entity.id
        low = self.text[who.start : who.end].lower().split()
        last = low[-1] if low else ""
        if last in HE:
            return self.person
        if (last in IT or last in THEY or WRITING.search(last)) and self.last:
            return self.last[1]
        return None

    def is_description(self, passage: SpokenSentence, span: TextSpan) -> bool:
        """Whether a passage only says who somebody is that speaks in its sentence."""
        before = self.text[passage.span.start : span.start]
        after = self.text[span.end : passage.span.end]
        return bool(TURNED.search(before) or GOES_ON.match(after))

    def pronoun(self, before: str) -> str | None:
        """Who "he" or "it" is right before a verb."""
        found = PRONOUN.search(before)
        if found is None:
            return None
        if found[1].lower() in HE:
            return self.person
        return self.last[1] if self.last is not None else None

    def first_of(self, who: TextSpan, mentions: Sequence[Mention]) -> int:
        """Where the words for a speaker begin, those before his name left out."""
        inside = [one.span.start for one in mentions if lies_in(one, who)]
        return min(inside, default=who.start)

    def open_quote(self, number: int, at: int) -> Speaker | None:
        """Who still speaks where quotation marks are open and nobody is told of."""
        if self.last is None or number - self.last[0] > STILL:
            return None
        start = self.text.rfind("\n", 0, at) + 1
        if self.text.count('"', start, at) % 2 == 0:
            return None
        return Speaker(holder=self.last[1])

    def remember(
        self, number: int, passage: SpokenSentence, mentions: Sequence[Mention]
    ) -> None:
        """Keep who speaks in a sentence for the next ones."""
        told = self.after(passage, passage.span.start, mentions)
        if told is None:
            lead = LEAD.search(passage.words)
            end = passage.span.start + lead.end() if lead else passage.span.start
            found = self.before(passage, end, mentions)
            told = found.speaker if found else None
        if told is not None and told.holder != UNSPECIFIED:
            self.last = (number, told.holder)
        people = [one for one in mentions if one.prefix == "person"]
        if told is not None and told.holder.startswith("person/"):
            self.person = told.holder
        elif people:
            self.person = people[-1].entity.id


def lies_in(one: Mention, span: TextSpan) -> bool:
    """Whether a mention lies in a passage."""
    return span.start <= one.span.start and one.span.end <= span.end


def speaks(one: Mention) -> bool:
    """Whether somebody may say something."""
    return one.prefix in SPEAKING


def medium_in(words: str) -> Medium | None:
    """The medium that some words tell of."""
    said = NEAR_MEDIUM.findall(words.lower())
    return next((MEDIA[one] for one in said if one in MEDIA and one != "x"), None)
