"""Deciding about what machines proposed: the queue, each claim told, each decision."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.api.extracting.done import agreements
from claimgraph.api.review_cards import (
    Card,
    Marks,
    basis_words,
    belongs,
    cue_spans,
    date_line,
    given_by,
    other_words,
    some_names,
    span_of,
    usual_spans,
)
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.names import Directory, directory
from claimgraph.errors import number_of
from claimgraph.gate.claims import ClaimChecker
from claimgraph.model import Article, Claim, Entity
from claimgraph.passages import silent_spans
from claimgraph.reports.document.lines import claim_line
from claimgraph.reviewing import corrections
from claimgraph.reviewing.bearing import Bearing, bearing
from claimgraph.reviewing.desk import DecidedError, Desk, ReviewStep, open_desk
from claimgraph.reviewing.ledger import ProposalSource, is_said, producer_of
from claimgraph.reviewing.queue import Proposed, Queue, QueueFilter, queue_of
from claimgraph.safe_text import on_one_line
from claimgraph.schema import load_schema

__all__ = [
    "Card",
    "DecidedError",
    "Proposed",
    "Queue",
    "QueueFilter",
    "Review",
    "ReviewStep",
]

SAID = (
    "an accepted claim says this of the same words: r sets this one aside, and counts "
    "against nobody"
)
KINDS = ("producer", "rule", "relation", "article")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One way to narrow the queue: `kind` is what of, `number` how many that leaves."""

    kind: str
    word: str
    number: int


@dataclass(slots=True)
class Review:
    """A corpus opened for review. Nothing is kept but what its claims files say."""

    desk: Desk
    context: Context = field(init=False)
    known: Directory | None = None

    def __post_init__(self) -> None:
        self.context = context_over(self.desk)

    @property
    def folder(self) -> Path:
        """The folder of the corpus."""
        return self.desk.folder

    def queue(self, shown: QueueFilter) -> Queue:
        """What waits for a decision, as far as it is looked at."""
        return queue_of(self.desk.waiting(), shown)

    def unread(self) -> tuple[str, ...]:
        """What is wrong with files of which nothing can be shown."""
        return tuple(map(str, self.desk.unread))

    def article(self, stem: str) -> Article:
        """An article with its text."""
        return self.desk.files[stem].batch.article

    def accept(self, claim: Claim) -> ReviewStep:
        """Writes that a claim is accepted; DecidedError where somebody was quicker."""
        return self.desk.decide(claim, "accepted")

    def reject(self, claim: Claim) -> ReviewStep:
        """Writes that a claim is rejected; it stays in its file."""
        return self.desk.decide(claim, "rejected")

    def accept_all(
        self, proposed: Iterable[Proposed], producer: ProposalSource
    ) -> ReviewStep:
        """Accepts all of these that one rule or model proposed and that are sound."""
        mine = [one.claim for one in proposed if one.producer == producer]
        sound = [one for one in mine if not self.problems(one)]
        return self.desk.decide_all(sound, "accepted")

    def decided(self) -> Counter[str]:
        """What the decisions of this session came to, by what was done."""
        found: Counter[str] = Counter()
        for step in self.desk.steps:
            done = step.review or ("changed" if step.claims else "added")
            found[done] += max(len(step.claims), 1)
        return found

    def undo(self) -> ReviewStep | None:
        """Takes the last step of this session back; None where there is none."""
        return self.desk.undo()

    def choices(self, shown: QueueFilter) -> list[Narrowing]:
        """By what the queue can be lines_with, the commonest first."""
        free = QueueFilter(hidden=shown.hidden)
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for one in self.queue(free).proposed:
            counts["producer"][one.producer.name] += 1
            counts["rule"][str(one.producer)] += 1
            counts["relation"][one.claim.relation] += 1
            counts["article"][one.claim.article] += 1
        return [
            Narrowing(kind, word, number)
            for kind, held in counts.items()
            for word, number in held.most_common()
        ]

    def card(self, one: Proposed) -> Card:
        """A proposal in words."""
        claim, sentence = one.claim, self.sentence(one.claim)
        publisher = self.name(claim.chain[0].holder)
        return Card(
            proposed=one,
            sentence=sentence,
            usual=tuple(usual_spans(claim, sentence, publisher)),
            basis=basis_words(one.producer, one.score),
            mark=self.mark_words(one),
            dates=date_line(claim, self.article(claim.article).published),
            rests=tuple(self.bearing_words(bearing(claim, self.others(one)))),
            problems=self.problems(claim),
        )

    def others(self, one: Proposed) -> Iterator[Claim]:
        """The claims of the corpus but those that its mark tells of."""
        told = {claim.id for claim in one.agreeing}
        return (claim for claim in self.desk.claims if claim.id not in told)

    def mark_words(self, one: Proposed) -> str:
        """What is special about a proposal."""
        if is_said(one.claim, self.desk.files[one.claim.article].claims):
            return SAID
        if not one.is_agreed:
            return "needs a look: a model alone says so" if one.needs_look else ""
        if not one.agreeing:
            return f"{on_one_line(str(one.seconded[0]))} says the same"
        other = one.agreeing[0]
        named = on_one_line(str(producer_of(other.by)))
        if other.origin == one.claim.origin:
            return f"{named} says the same"
        return f"{named} has it, too, on the word of {self.name(other.origin)}"

    def sentence(self, claim: Claim) -> str:
        """A claim as a sentence with its speakers."""
        return on_one_line(claim_line(claim, self.context).told)

    def name(self, entity_id: str) -> str:
        """The name of an entity, on one line."""
        return on_one_line(self.context.name(entity_id))

    def problems(self, claim: Claim) -> tuple[str, ...]:
        """What the gate says of a claim; one with problems cannot be accepted."""
        batch = self.desk.files[claim.article].batch
        entities = {one.id: one for one in batch.entities}
        schema = self.desk.corpus.schema
        checker = ClaimChecker(batch.article, entities, schema, batch.known)
        own = claim.where.key if claim.where else ""
        found = [*checker.check(claim), *batch.problems]
        return tuple(
            dict.fromkeys(one.reason for one in found if belongs(one.key, own))
        )

    def marks(self, claim: Claim) -> Marks:
        """Where to look in the article of a claim."""
        held = self.desk.files[claim.article]
        return Marks(
            quote=span_of(claim),
            cues=tuple(cue_spans(claim)),
            silent=tuple(silent_spans(held.batch.article)),
            accepted=tuple(
                span
                for one in held.claims
                if one.review == "accepted"
                for span in [span_of(one)]
                if span is not None
            ),
        )

    def bearing_words(self, found: Bearing) -> Iterator[str]:
        """What else there is of a claim, a line each."""
        parts = (
            (found.same, ("claim says", "claims say"), "the same"),
            (found.other, ("claim gives", "claims give"), other_words(found.other)),
            (found.against, ("claim speaks", "claims speak"), "against it"),
            (found.replies, ("claim answers", "claims answer"), "it"),
        )
        for held, verbs, what in parts:
            if held:
                count = number_of(len(held), *verbs)
                sure = sum(one.review == "accepted" for one in held)
                told = self.origins(held) if held != found.other else given_by(held)
                yield f"{count} {what} ({sure} accepted): {told}"
        if not found.same:
            yield "no other claim of this corpus says it"
        if found.lone:
            names = [self.name(one) for one in found.lone]
            yield f"no other claim names {some_names(names)}"

    def origins(self, claims: Iterable[Claim]) -> str:
        """On whose word claims stand."""
        return some_names(dict.fromkeys(self.name(one.origin) for one in claims))

    def draft_of(self, claim: Claim) -> ClaimDraft:
        """A draft that says what a proposal says, to be changed key by key."""
        corrections.own_file(self.desk, claim.article)
        return corrections.draft_of(self.desk, claim, self.all_names())

    def new_draft(self, stem: str) -> ClaimDraft:
        """A claim without keys on an article."""
        corrections.own_file(self.desk, stem)
        return corrections.new_draft(self.desk, stem, self.all_names())

    def all_names(self) -> Directory:
        """Who is known by name, in the corpus and beside it; read when first needed."""
        if self.known is None:
            self.known = directory(self.folder)
        return self.known

    def correct(self, claim: Claim, draft: ClaimDraft) -> ReviewStep:
        """Writes what a reviewer made of a proposal; GateError where it cannot be."""
        return self.after_entries(corrections.correct(self.desk, claim, draft))

    def add(self, draft: ClaimDraft) -> ReviewStep:
        """Writes a claim that was missed; GateError where it cannot be."""
        return self.after_entries(corrections.add(self.desk, draft))

    def after_entries(self, step: ReviewStep) -> ReviewStep:
        """The step; what is known by name is read again where it added an entry."""
        if len(step.after) > 1:
            self.known = None
        self.context = context_over(self.desk)
        return step

    def draft_sentence(self, draft: ClaimDraft) -> str:
        """What a draft says so far, as a sentence; empty where it says too little."""
        claim = draft.claim()
        if claim is None or not draft.keys.get("subject"):
            return ""
        entities = {**self.context.entities, **draft.entities}
        context = context_over(self.desk, entities)
        return on_one_line(claim_line(claim, context).told)


def open_review(
    folder: str | Path, tell: Callable[[int, int], None] | None = None
) -> Review:
    """A corpus opened for review; CorpusError where the folder is none.

    `tell` hears how many articles of how many are read.
    """
    folder = Path(folder)
    desk = open_desk(folder, tell)
    desk.seconds = agreements(folder) if folder.is_dir() else {}
    return Review(desk)


def context_over(desk: Desk, entities: Mapping[str, Entity] | None = None) -> Context:
    """What telling claims needs: articles and names."""
    batches = [one.batch for one in desk.files.values()]
    held = {one.id: one for batch in batches for one in batch.entities}
    claim_set = ClaimSet(
        claims=(),
        articles={one.article.id: one.article for one in batches},
        entities={**held, **desk.corpus.entities, **(entities or {})},
        judgements=(),
    )
    return context_of(claim_set, load_schema())
