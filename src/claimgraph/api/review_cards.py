"""A proposal as a person reads it, and where to look in its article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.date_words import day_words
from claimgraph.model import Claim, TextSpan
from claimgraph.reports.document.telling import OWN_VOICE, RELAYED
from claimgraph.reports.document.wording import list_words
from claimgraph.reviewing.ledger import HitRate, ProposalSource
from claimgraph.reviewing.queue import Proposed
from claimgraph.safe_text import on_one_line
from claimgraph.value_words import given_words

# speakers told by name before the rest is a number
NAMED = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal as a person reads it.

    `sentence` is the claim in words, `usual` where it says what most claims of an
    article say alike, `basis` who proposed it and how often that was right. `mark`
    tells what is special, `rests` what else there is of the same, `problems` why it
    cannot be accepted as it is.
    """

    proposed: Proposed
    sentence: str
    usual: tuple[TextSpan, ...]
    basis: str
    mark: str
    dates: str
    rests: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.proposed.claim


@dataclass(frozen=True, slots=True)
class Marks:
    """Where to look in an article: the quote, the cues of speakers, silent zones.

    `others` are quotes of claims that are accepted already, or that wait too.
    """

    quote: TextSpan | None
    cues: tuple[TextSpan, ...]
    silent: tuple[TextSpan, ...]
    accepted: tuple[TextSpan, ...]


def belongs(key: str, own: str) -> bool:
    """Whether a problem's key is that of a claim, or below it."""
    return key == own or key.startswith((f"{own}.", f"{own}["))


def usual_spans(claim: Claim, sentence: str, publisher: str) -> Iterator[TextSpan]:
    """Where a sentence tells that its article speaks, or passes a word on plainly."""
    if len(claim.chain) == 1:
        place = sentence.find(OWN_VOICE)
        if place >= 0:
            yield TextSpan(0, place + len(OWN_VOICE))
        return
    told = f", {RELAYED['reports']} {publisher}."
    if claim.chain[0].stance == "reports" and sentence.endswith(told):
        yield TextSpan(len(sentence) - len(told), len(sentence))


def span_of(claim: Claim) -> TextSpan | None:
    """Where the quote of a claim stands in a text."""
    return claim.selector if isinstance(claim.selector, TextSpan) else None


def cue_spans(claim: Claim) -> Iterator[TextSpan]:
    """Where the words stand that tell who speaks."""
    for hop in claim.chain:
        if hop.cue_start is not None and hop.cue_end is not None:
            yield TextSpan(hop.cue_start, hop.cue_end)


def basis_words(producer: ProposalSource, score: HitRate) -> str:
    """Who proposed a claim, and how often that was right.

    >>> basis_words(ProposalSource("rules", "claim-was"), HitRate(7, 1))
    'rule claim-was: 7 of 8 accepted so far (0.80)'
    """
    decided = score.accepted + score.rejected
    told = f"{score.accepted} of {decided} accepted so far"
    known = told if decided else "nothing decided about it so far"
    return f"{on_one_line(str(producer))}: {known} ({score.confidence:.2f})"


def date_line(claim: Claim, published: str | None) -> str:
    """When it was said, unless that is the article's day, and when it held."""
    parts: list[str] = []
    if claim.said and claim.said != published:
        parts.append(f"said {day_words(claim.said)}")
    if claim.valid:
        words = f" (“{on_one_line(claim.valid_words)}”)" if claim.valid_words else ""
        parts.append(f"for {day_words(claim.valid)}{words}")
    return ", ".join(parts)


def other_words(claims: Iterable[Claim]) -> str:
    """What claims give that say the same of another value."""
    on_day = any(one.value is not None and one.value.on is not None for one in claims)
    return "another day" if on_day else "another number"


def given_by(claims: Iterable[Claim]) -> str:
    """The values of claims, each once."""
    return some_names(dict.fromkeys(given_words(one) or "" for one in claims))


def some_names(names: Iterable[str]) -> str:
    """The first of some names, and how many more there are."""
    listed = list(names)
    more = len(listed) - NAMED
    return list_words([*listed[:NAMED], *([f"{more} more"] if more > 0 else [])])
