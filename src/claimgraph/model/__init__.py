"""What passes between the parts: articles, claims, hops, entities, judgements."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from claimgraph.errors import Problem
from claimgraph.model.entities import Alias, Definition, Entity
from claimgraph.model.where import Where

__all__ = ["Alias", "Definition", "Entity", "Where"]

UNNAMED_PUBLISHER = "org/publisher-"
# the closed lists, whose meanings `schema/claim.yaml` has: a guard holds the two equal
Polarity = Literal["affirmed", "denied", "withheld"]
Reason = Literal["declines-to-name", "does-not-blame", "silent", "cannot-verify"]
Modality = Literal["stated", "alleged", "suspected", "possible", "hypothetical"]
Stance = Literal["asserts", "reports", "doubts", "disputes", "unverified"]
Broadcast = Literal["press-conference", "interview", "social-media", "video", "call"]
Medium = Literal["statement", Broadcast, "report", "confession", "court"]
Review = Literal["proposed", "accepted", "rejected"]
ReplyKind = Literal["confirms", "disputes", "retracts"]
Verdict = Literal["same", "different", "unsure"]
ArticleKind = Literal["news", "report", "dataset", "list"]
ZoneKind = Literal[
    "comments", "navigation", "advert", "author-box", "credit", "caption-repeat"
]
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
REASONS: tuple[Reason, ...] = get_args(Reason)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
REVIEWS: tuple[Review, ...] = get_args(Review)
STANCES: tuple[Stance, ...] = get_args(Stance)
MEDIA: tuple[Medium, ...] = get_args(Medium)
REPLIES: tuple[ReplyKind, ...] = get_args(ReplyKind)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ARTICLE_KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)
ZONE_KINDS: tuple[ZoneKind, ...] = get_args(ZoneKind)


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Code points of the raw text: `start` inclusive, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: row counted from 1, column by its name."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class XPath:
    """One node of an XML file."""

    xpath: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """One value of a JSON file: `/objects/3/name`, as RFC 6901 says it."""

    pointer: str


Selector = TextSpan | Cell | XPath | Pointer


@dataclass(frozen=True, slots=True)
class Hop:
    """One speaker of a chain, with the words that mark it and its offsets."""

    holder: str
    stance: Stance
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    implicit: bool = False
    said: str | None = None
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A number range with `best` within it, a date, or a word of the relation's."""

    min: int | None = None
    max: int | None = None
    of: str | None = None
    about: bool = False
    on: str | None = None
    best: int | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The claim that this one answers, as written, and how."""

    claim: str
    how: ReplyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that one article says on one origin's word.

    `chain` runs from the outside in and holds hop 1; `selector` is None while the
    quote is not found. `ids` fills `id`, `digest`, `proposition`, `said`, `headline`.
    """

    article: str
    relation: str
    subject: str
    object: str | None = None
    value: Value | None = None
    polarity: Polarity = "affirmed"
    reason: Reason | None = None
    modality: Modality = "stated"
    kind: str | None = None
    role: str | None = None
    former: bool = False
    place: str | None = None
    chain: tuple[Hop, ...]
    quote: str
    selector: Selector | None
    valid: str | None = None
    valid_words: str | None = None
    reply: Reply | None = None
    by: str = "hand"
    review: Review = "accepted"
    confidence: float | None = None
    grade: str | None = None
    note: str | None = None
    label: str | None = None
    said: str | None = None
    headline: bool = False
    id: str = ""
    digest: str = ""
    proposition: str = ""
    loaded: str | None = field(default=None, compare=False)
    where: Where | None = field(default=None, compare=False, repr=False)

    @property
    def origin(self) -> str:
        """The holder of the last hop: on whose word the claim stands."""
        return self.chain[-1].holder

    @property
    def hops(self) -> int:
        """How many speak, the publisher counted."""
        return len(self.chain)

    @property
    def by_hand(self) -> bool:
        """Whether a person read it in the article, and no rule or model."""
        return self.by.startswith("hand")


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of an article that makes no claims: both ends verbatim, inclusive."""

    kind: ZoneKind
    start_words: str
    end_words: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A work outside the corpus, of which no text is at hand."""

    title: str
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Retelling:
    """A passage that tells again what another work said; no words: all of it."""

    work: str | Work
    start_words: str | None = None
    end_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source with its raw text (None where it may not be kept)."""

    id: str
    corpus: str
    title: str
    kind: ArticleKind = "news"
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_why: str | None = None
    language: str | None = None
    url: str | None = None
    sha256: str
    source_sha256: str | None = None
    retells: tuple[Retelling, ...] = ()
    marking: str | None = None
    zones: tuple[Zone, ...] = ()
    note: str | None = None
    text: str | None = field(default=None, repr=False)
    quote_checked: bool = True
    rejected: int = 0
    where: Where | None = field(default=None, compare=False, repr=False)

    @property
    def speaker(self) -> str:
        """Who hop 1 is: the publisher, else the author."""
        return self.publisher or self.author or f"{UNNAMED_PUBLISHER}{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about two ids, and may take back."""

    id: str
    left: str
    right: str
    verdict: Verdict
    who: str
    when: str
    why: str
    where: Where | None = field(default=None, compare=False, repr=False)

    def line_fields(self) -> dict[str, str]:
        """What stands in its line of a file, in that order."""
        names = ("left", "right", "verdict", "who", "when", "why")
        return {name: str(getattr(self, name)) for name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is loaded in one transaction: an article, or a slice of a large one.

    `claims` holds accepted and proposed ones; `article.rejected` counts the others.
    `judgements` is None where the source says nothing of them, else all of its corpus.
    `first` and `last` are true at its ends. `problems` are those of the reader. `known`
    are ids from which a misspelt one is told; `left_out` is what became no claim.
    """

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...] | None = None
    first: bool = True
    last: bool = True
    problems: tuple[Problem, ...] = ()
    known: Collection[str] = field(default=(), compare=False, repr=False)
    left_out: Mapping[str, int] = field(default_factory=dict[str, int], compare=False)
