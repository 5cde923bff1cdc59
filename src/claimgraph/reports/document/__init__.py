"""What every report is made of, before it takes a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

SCHEMA_VERSION: Final = 4
CAUTION = (
    "Everything below is somebody's claim. Counts say how many speak, not who is right."
)


@dataclass(frozen=True, slots=True)
class HopLine:
    """One speaker of a chain, as a reader sees it."""

    holder: str
    name: str
    stance: str
    unnamed: bool
    cue: str | None
    said: str | None
    medium: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim as every report prints it; `number` is its own in this report, from 1.

    `start` and `end` are code points of the article's raw text, `place` says where
    the quote stands in words ("897-1033", "row 3, column name"), `told` is the claim
    as a sentence that names its speakers.
    """

    number: int
    id: str
    relation: str
    subject: str
    subject_name: str
    object: str | None
    object_name: str | None
    value: str | None
    polarity: str
    reason: str | None
    modality: str
    kind: str | None
    role: str | None
    former: bool
    review: str
    origin: str
    origin_name: str
    chain: tuple[HopLine, ...]
    said: str | None
    valid: str | None
    valid_words: str | None
    published: str | None
    article: str
    title: str
    start: int | None
    end: int | None
    place: str
    quote: str
    grade: str | None
    confidence: float | None
    note: str | None
    told: str = ""

    @property
    def sign(self) -> str:
        """`+` for, `-` against, `~` withheld, `?` hypothetical."""
        if self.polarity == "affirmed":
            return "?" if self.modality == "hypothetical" else "+"
        return "-" if self.polarity == "denied" else "~"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report's own, and the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the claims behind it."""

    cells: tuple[str, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; numbers are written out as text."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: sentences, tables, and claims that are printed whole.

    `data` holds the dataclasses of the analysis by a name, for the JSON form.
    """

    key: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()
    claims: tuple[str, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the short page; `more` counts the points for which it has no room.

    A point names who says what, how strongly and when. The first of its claims is the
    one that the page refers to; the others stand behind it.
    """

    key: str
    title: str
    points: tuple[Sentence, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that the filters leave out, and why."""

    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every report.

    `corpus_sha256` covers the articles and claims that were there before filters,
    `filters` says each filter that is set in words, `unchecked` are articles whose
    quotes no text could prove. `machine_read`: a machine found claims of the graph, or
    some are only proposed, so that the articles may say what no claim says.
    """

    corpus_sha256: str
    filters: tuple[str, ...]
    used: int
    proposed: int
    left_out: tuple[LeftOut, ...]
    rejected: int
    unchecked: tuple[str, ...]
    machine_read: bool = False
    caution: str = CAUTION


@dataclass(frozen=True, slots=True)
class Share:
    """A source at the end of a report: its claims there, and their part of all."""

    source: str
    name: str
    claims: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An entity in the drawing; `subject` marks what the report is about."""

    id: str
    name: str
    type: str
    subject: bool


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One proposition and polarity in the drawing.

    `modality` is the strongest of its claims, `independent` their count by U1,
    `speakers` names who speaks most in each group, `contested` says that others deny
    what these affirm, or the reverse, `directed` that the relation does not read the
    same both ways. Only accepted claims decide these; `proposed` are those of `claims`
    that nobody accepted. A line of nothing else is drawn apart and is in no count.
    """

    left: str
    right: str
    relation: str
    polarity: str
    modality: str
    independent: int
    contested: bool
    claims: tuple[str, ...]
    directed: bool = True
    speakers: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()

    @property
    def only_proposed(self) -> bool:
        """Whether nobody accepted any of its claims."""
        return bool(self.claims) and len(self.proposed) == len(self.claims)


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A claim on the timeline: in the lane of its origin group, on one clock.

    `clock` is said or valid; a missing end is open; both missing: undated.
    """

    lane: str
    clock: str
    claim: str
    first: str | None
    last: str | None
    approximate: bool
    published: str | None


@dataclass(frozen=True, slots=True)
class MapMark:
    """An attack at a place with coordinates (degrees), by who puts it there."""

    attack: str
    name: str
    place: str
    place_name: str
    lat: float
    lon: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a form that can draw may draw; `left_out` are nodes too many to be read."""

    nodes: tuple[DrawnNode, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    marks: tuple[TimeMark, ...] = ()
    places: tuple[MapMark, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its line of the raw text; what is long is cut, with an ellipsis."""

    claim: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report: every form is made from this and nothing else.

    `name` is the module's, `subjects` the ids it is about, `summary` what the sources
    agree and disagree on and how much rests on one origin. `brief` is the short page;
    the rest gives everything. `claims` are all claims that any part names, in the order
    of their numbers, `passages` where they stand.
    """

    name: str
    title: str
    subjects: tuple[str, ...]
    head: Head
    brief: tuple[Chapter, ...]
    summary: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    sources: tuple[Share, ...]
    claims: tuple[ClaimLine, ...]
    passages: tuple[Passage, ...]
    pictures: Pictures = field(default_factory=Pictures)
    schema_version: Literal[4] = SCHEMA_VERSION

    @property
    def reviews(self) -> list[str]:
        """What was decided about each of its claims."""
        return [line.review for line in self.claims]
