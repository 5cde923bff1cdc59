"""What passes between the stages: whom a text speaks of, and what it may claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.entity_closure import UNSPECIFIED
from claimgraph.model import (
    Entity,
    Medium,
    Modality,
    Polarity,
    Reason,
    ReplyKind,
    Stance,
    TextSpan,
    Value,
)

__all__ = ["UNSPECIFIED", "Cast", "ClaimCandidate", "Member", "Speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody, a place or an act of violence of which an article speaks.

    `mentions` are all passages that name or describe it, in the raw text; without one
    no claim may name it. `known` entities have an entry already, the others are made
    for this article. `day` (EDTF), `place` and `target` (words of the text) are those
    of an attack.
    """

    entity: Entity
    known: bool
    mentions: tuple[TextSpan, ...]
    day: str | None = None
    place: str | None = None
    target: str | None = None


# by id of the entity
Cast = Mapping[str, Member]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker inside the article; without `cue` it is clear without words.

    `holder` is the id of a member, or UNSPECIFIED.
    """

    holder: str
    cue: TextSpan | None = None
    stance: Stance | None = None
    said: str | None = None
    medium: Medium | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCandidate:
    """A claim before the gate: its quote and cues are places in the raw text.

    Ends are ids of members. `speakers` run from the outside in, without the article
    itself; none: the article's own voice. `rule` is what found it. `reply` is the `key`
    of the candidate of the same article that this one answers.
    """

    relation: str
    subject: str
    quote: TextSpan
    object: str | None = None
    value: Value | None = None
    polarity: Polarity = "affirmed"
    reason: Reason | None = None
    modality: Modality = "stated"
    kind: str | None = None
    role: str | None = None
    former: bool = False
    place: str | None = None
    speakers: tuple[Speaker, ...] = ()
    valid: str | None = None
    valid_words: str | None = None
    note: str | None = None
    rule: str = ""
    key: str | None = None
    reply: str | None = None
    how: ReplyKind | None = None


def without_stance(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Speakers of whom the last denies it and does no more than that."""
    return tuple(replace(one, stance=None) for one in speakers)
