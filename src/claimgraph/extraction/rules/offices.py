"""Unnamed people who are told of by whose they are: "Arlandish officials"."""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.names.coreference import GROUP_NOUNS
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.words.affiliations import affiliation
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan

OFFICIAL, MINISTRY, VOICE = "official", "ministry", "spokes"
OF = (" of ", " for ")
GOVERNMENT, OWN = "government", ("org", "group")
DEMONYMS = words("demonyms", "all")
OVER = cues("roles", "over")
# no official spoke: there is none
NOBODY = frozenset(("no", "any", "neither"))
LAST_WORD, LONGEST = re.compile(r"([\w-]+)[ -]$"), 20
BODIES = ("org", "state", "group")
BEFORE = (" ", "'s ")
LEAD = re.compile(
    r"(?:,| is| was)(?: an?| the| its)? (?:(?!(?:the|an?|its)\b)[\w-]+(?:'s)? ){0,2}"
)
# between an office and who holds it may be titles
GAP = re.compile(r",? ((?:[A-Z][\w-]*\.? )*)")
OF_PLACE = re.compile(r" (?:of|in|for) (?:the )?|, ")
COMMAND = re.compile(r" (?:[Pp]olice )?[Cc]ommand\b")
OWNER = re.compile(rf"\b{one_of(GROUP_NOUNS)}'s ")
BEHIND = re.compile(r" (?:of|with|at|from|for|in)(?: the)? ")
TITLES = words("people", "titles")
# whose they are is a body of the state that the words before do not name
FORCES = words("described", "forces")
# who heads a force, and words by which he does not
HEADS = frozenset(("chief", "head", "director", "commissioner", "commandant"))
BELOW = frozenset(("assistant", "associate", "senior"))
DEPUTIES = frozenset(("deputy", "vice"))
SPEAKS = re.compile(rf" {one_of(words('people', 'verbs'))}\b")
RANK_BEHIND = re.compile(r" (?:Super|Insp|Const|Warrant|Petty|Master)")
ROLES = {
    "superintendent": "officer",
    "inspector": "officer",
    "officer": "officer",
    "policeman": "officer",
    "policemen": "officer",
}


def office_claims(text: str, mentions: Sequence[Mention]) -> Iterator[ClaimCandidate]:
    """Whose each official of a sentence is who is told of by an office."""
    for at, one in enumerate(mentions):
        if is_official(one) and not in_quotes(text, one.span.start):
            claim = Office(text, mentions, at).claim()
            if claim is not None:
                yield claim


class Office:
    """One office of a sentence, with who is named around it."""

    def __init__(self, text: str, mentions: Sequence[Mention], at: int) -> None:
        self.text, self.one = text, mentions[at]
        self.before = mentions[at - 1] if at else None
        self.start = self.one.span.start
        self.end = end_of(text, self.one)
        behind = [one for one in mentions[at + 1 :] if one.span.start >= self.end]
        self.after = next(iter(behind), None)
        if self.before is not None:
            gap = text[self.before.span.end : self.start]
            self.start = self.before.span.start if gap in BEFORE else self.start
        near = mentions[max(at - 2, 0) : at]
        told = [each for each in near if is_told_of(text, self.start, each)]
        # "A, key army officers": they are others
        several = text[self.one.span.end - 1] == "s"
        told += named_beyond(text, self.end, behind)
        # "killed A, a police spokesman said": it is he who speaks
        several = several or SPEAKS.match(text, self.end) is not None
        self.told = None if several or not told else told[-1]
        whole = with_word_before(text, self.start, self.one.span.end)
        self.first = whole.start
        said = text[whole.start : whole.end].partition(" of ")[0]
        self.said = fold(said.replace("-", " ")).split()

    def claim(self) -> ClaimCandidate | None:
        """That its holder heads a body, or belongs to it, if it tells either."""
        behind = is_named_behind(self.text, self.end, self.after)
        who = self.after if behind else self.told
        own = self.own_body(named=who is not None)
        of_state = any(id_prefix(each.id) == "state" for each in self.one.others)
        if who is not None and not behind and own is None and not of_state:
            return None
        found = (own, TextSpan(self.start, self.end)) if own is not None else None
        found = found or whose(self.text, self.one, self.before, self.after)
        if found is None or not NOBODY.isdisjoint(self.said):
            return None
        if who is None and GOVERNMENT in self.said and not self.is_clear():
            return None
        body, span = found
        former = not OVER.isdisjoint(self.said)
        if former:
            span = TextSpan(min(self.first, span.start), span.end)
        holder = who or self.one
        if who is not None:
            start = min(span.start, who.span.start)
            span = TextSpan(start, max(span.end, who.span.end))
        heads = id_prefix(body.id) in OWN and self.is_head(named=who is not None)
        if heads and (who is None or body.unnamed) and not self.is_clear():
            return None
        role = self.head_role() if heads else role_of(self.said[-1])
        return of_office(body, holder, span, role=role, former=former, heads=heads)

    def own_body(self, *, named: bool) -> Entity | None:
        """The body that the words of the office tell: the army, of its spokesman.

        Of one who is not named it is told only where it is clear whose it is.
        """
        if self.is_owned() and self.before is not None and self.before.prefix in OWN:
            return None
        if OWNER.search(self.text[self.first : self.one.span.end]):
            # "the group's military commander" is of no army
            return None
        if self.text.startswith(OF, self.end) and self.end == self.one.span.end:
            # "the military commander of A" is no army's
            return None
        bodies = (each for each in self.one.others if id_prefix(each.id) == "org")
        found = next(bodies, None)
        if found is None or named or found.kind == MINISTRY:
            return found
        if self.is_head(named=False):
            return found
        return found if self.is_clear() and self.said[-1] not in ROLES else None

    def is_owned(self) -> bool:
        """Whether whose it is stands before it."""
        return self.start < self.one.span.start

    def is_clear(self) -> bool:
        """Whether it is told whose body is meant, or somebody speaks for it."""
        owned = self.is_owned() or not DEMONYMS.isdisjoint(self.said)
        return owned or self.said[-1].startswith(VOICE)

    def head_role(self) -> str:
        """The role of the head of a body, or of whoever stands in for him."""
        return "chief" if DEPUTIES.isdisjoint(self.said) else "deputy"

    def is_head(self, *, named: bool) -> bool:
        """Whether it is that of the head of its body: "the Arlandish army chief"."""
        ranked = RANK_BEHIND.match(self.text, self.end)
        heads = self.said[-1] in HEADS or self.said[-2:] == ["inspector", "general"]
        alone = BELOW.isdisjoint(self.said) and heads and not ranked
        definite = self.text[: self.one.span.start].endswith(("the ", "The ", "'s "))
        return alone and (named or definite)


def of_office(
    body: Entity,
    who: Mention,
    span: TextSpan,
    *,
    role: str,
    heads: bool,
    former: bool = False,
    rule: str = "office",
) -> ClaimCandidate:
    """That somebody heads a body, or belongs to it."""
    ends = who.entity.id, body.id
    subject, target = ends[::-1] if heads else ends
    return ClaimCandidate(
        relation=affiliation("object" if heads else "subject"),
        subject=subject,
        object=target,
        quote=span,
        role=role,
        former=former,
        rule=rule,
    )


def with_word_before(text: str, start: int, end: int) -> TextSpan:
    """A passage with the word before it."""
    before = LAST_WORD.search(text, max(0, start - LONGEST), start)
    return TextSpan(before.start(1) if before else start, end)


def is_official(one: Mention) -> bool:
    """Whether somebody is told of by an office alone."""
    office = one.entity.kind == OFFICIAL and one.entity.unnamed
    return office and one.prefix == "person"


def end_of(text: str, one: Mention) -> int:
    """Where an office ends with the place whose force its own is: chief of A police."""
    for body in one.others:
        at = text.find(body.name.rpartition(" ")[0], one.span.end)
        gap = text[one.span.end : at]
        if id_prefix(body.id) == "org" and at > 0 and OF_PLACE.fullmatch(gap):
            end = at + len(body.name.rpartition(" ")[0])
            command = COMMAND.match(text, end)
            return command.end() if command is not None else end
    return one.span.end


def is_named_behind(text: str, end: int, after: Mention | None) -> bool:
    """Whether an office is that of a person who is named right behind it."""
    if after is None:
        return False
    gap = GAP.fullmatch(text[end : after.span.start])
    if gap is None or after.prefix != "person" or after.entity.unnamed:
        return False
    return all(fold(word.rstrip(".")) in TITLES for word in gap[1].split())


def named_beyond(text: str, end: int, behind: Sequence[Mention]) -> list[Mention]:
    """Who has an office and is named behind its body: "the chief of A, B"."""
    if len(behind) < 2 or behind[0].prefix == "person":
        return []
    body, who = behind[:2]
    beside = BEHIND.fullmatch(text[end : body.span.start])
    return [who] if beside and is_named_behind(text, body.span.end, who) else []


def is_told_of(text: str, start: int, before: Mention) -> bool:
    """Whether an office is told of a person who is named before it."""
    if before.prefix != "person" or before.entity.unnamed:
        return False
    return LEAD.fullmatch(text[before.span.end : start]) is not None


def whose(
    text: str, one: Mention, before: Mention | None, after: Mention | None
) -> tuple[Entity, TextSpan] | None:
    """The body or the state of an official, and the words that tell it."""
    said = fold(text[one.span.start : one.span.end]).split()
    if before is not None and before.prefix in BODIES:
        gap = text[before.span.end : one.span.start]
        forces = before.prefix == "state" and FORCES.intersection(said)
        # "Arland's official account", "Arland's chief of staff"
        alone = gap != " " and len(said) == 1
        if gap in BEFORE and not (forces or alone):
            return before.entity, TextSpan(before.span.start, one.span.end)
    behind = after is not None and after.prefix in BODIES
    if after is not None and behind:
        gap = text[one.span.end : after.span.start]
        if BEHIND.fullmatch(gap):
            return after.entity, TextSpan(one.span.start, after.span.end)
    state = next((each for each in one.others if id_prefix(each.id) == "state"), None)
    if state is None or FORCES.intersection(said):
        return None
    return state, one.span


def role_of(word: str) -> str:
    """The role by the word of an office that tells it."""
    last = word.removesuffix("s")
    return "spokesman" if last.startswith(VOICE) else ROLES.get(last, OFFICIAL)
