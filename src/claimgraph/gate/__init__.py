"""The one gate, for every producer and every load: what is wrong with a batch?"""

from dataclasses import dataclass, replace

from claimgraph.errors import Problem
from claimgraph.gate.articles import check_article
from claimgraph.gate.claims import ClaimChecker
from claimgraph.gate.entities import check_entities
from claimgraph.gate.judgements import check_judgements
from claimgraph.identity import resolve
from claimgraph.model import Batch, Claim, Entity, Judgement
from claimgraph.schema.types import Schema

__all__ = [
    "CheckedBatch",
    "Gate",
    "check",
    "check_article",
    "check_entities",
    "check_judgements",
    "with_fewer_claims",
]


# entities of earlier batches that are kept in mind: a stream may have any number
MOST_SOUND = 100_000


@dataclass(frozen=True, slots=True)
class CheckedBatch:
    """A batch that passed the gate with its judgements; only the gate makes one."""

    batch: Batch


def with_fewer_claims(
    checked: CheckedBatch, claims: tuple[Claim, ...], entities: tuple[Entity, ...]
) -> CheckedBatch:
    """The same batch with some of its claims alone, and whom these need."""
    return CheckedBatch(replace(checked.batch, claims=claims, entities=entities))


class Gate:
    """Checks batch after batch; what several batches hold in common, once."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.judgements: tuple[Judgement, ...] | None = None
        self.misjudged: list[Problem] = []
        self.sound: dict[int, Entity] = {}

    def pass_batch(self, batch: Batch) -> CheckedBatch | list[Problem]:
        """The batch as one that need not be checked again, or all that is wrong."""
        return self.problems(batch) or CheckedBatch(batch)

    def problems(self, batch: Batch) -> list[Problem]:
        """All that is wrong with a batch, its judgements included."""
        if batch.judgements is not self.judgements:
            self.judgements = batch.judgements
            judged = batch.judgements or ()
            self.misjudged = [*check_judgements(judged), *resolve(judged)[1]]
        if len(self.sound) > MOST_SOUND:
            self.sound.clear()
        return [*check(batch, self.schema, self.sound), *self.misjudged]


def check(
    batch: Batch, schema: Schema, sound: dict[int, Entity] | None = None
) -> list[Problem]:
    """All problems of a batch, in the order of the file; an empty list lets it pass.

    `sound` are entities of earlier batches that need not be looked at again, by
    identity: those of this batch are added.
    """
    entities = {entity.id: entity for entity in batch.entities}
    problems = list(batch.problems)
    problems += check_article(batch.article, entities, batch.known)
    problems += check_entities(batch.entities, schema, {} if sound is None else sound)
    checker = ClaimChecker(batch.article, entities, schema, batch.known)
    for claim in batch.claims:
        problems += checker.check(claim)
    problems += duplicates(batch.claims)
    # where a claim could not be read, nobody knows its label
    if batch.first and batch.last and not batch.problems:
        problems += unresolved_replies(batch)
    return sorted(
        dict.fromkeys(problems), key=lambda found: (found.file, found.line or 0)
    )


def duplicates(claims: tuple[Claim, ...]) -> list[Problem]:
    """Claims that have the id, or the label, of an earlier one."""
    problems: list[Problem] = []
    ids: dict[str, str] = {}
    labels: set[str] = set()
    for claim in claims:
        if claim.where is None or claim.selector is None:
            continue
        if claim.id in ids:
            reason = f"is the same claim as {ids[claim.id]}: same ends, quote and chain"
            problems.append(claim.where.problem("", reason))
        ids.setdefault(claim.id, claim.where.key or f"line {claim.where.line}")
        if claim.label is not None and claim.label in labels:
            reason = f"{claim.label} is the label of another claim too"
            problems.append(claim.where.problem("label", reason))
        labels.add(claim.label or "")
    return problems


def unresolved_replies(batch: Batch) -> list[Problem]:
    """Replies to a label that no claim of the same article has."""
    labels = {claim.label for claim in batch.claims}
    ids = {claim.id for claim in batch.claims}
    problems: list[Problem] = []
    for claim in batch.claims:
        if claim.reply is None or claim.where is None:
            continue
        answered = claim.reply.claim
        elsewhere = "#" in answered or is_claim_id(answered)
        if not elsewhere and answered not in labels | ids:
            reason = f"{answered} is the label of no claim in this file"
            problems.append(claim.where.problem("replies_to.claim", reason))
    return problems


def is_claim_id(text: str) -> bool:
    """Whether the text is 20 hex digits."""
    return len(text) == 20 and set(text) <= set("0123456789abcdef")
