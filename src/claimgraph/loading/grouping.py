"""Small articles that come one after the other, together."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from claimgraph.batches import BATCH
from claimgraph.errors import Problem
from claimgraph.gate import CheckedBatch
from claimgraph.model import Batch, Entity

# of the texts of a group, in characters: they are in memory twice
LETTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Refused:
    """A batch that did not pass the gate."""

    problems: list[Problem]


def groups_of(
    found: Iterable[CheckedBatch | list[Problem]],
) -> Generator[list[Batch] | Refused]:
    """What is to be written together; problems come after all that was before them.

    So does what the reader raises.
    """
    group = Group()
    try:
        for one in found:
            batch = one.batch if isinstance(one, CheckedBatch) else None
            if batch is None or not group.takes(batch):
                yield from group.to_write()
                group = Group()
            if isinstance(one, CheckedBatch):
                group.add(one.batch)
            else:
                yield Refused(one)
            if group.is_full:
                yield from group.to_write()
                group = Group()
    except Exception:
        yield from group.to_write()
        raise
    yield from group.to_write()


class Group:
    """Whole articles of one corpus, as large together as one batch may be."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []
        self.claims = self.letters = 0
        self.names: set[str] = set()
        self.entities: dict[str, Entity] = {}

    @property
    def is_full(self) -> bool:
        """Whether nothing can join it, so that nobody need wait for more."""
        parts = not all(one.first and one.last for one in self.batches[-1:])
        return parts or self.claims >= BATCH

    def to_write(self) -> Generator[list[Batch]]:
        """The batches, if there are any."""
        if self.batches:
            yield self.batches

    def takes(self, batch: Batch) -> bool:
        """Whether it can be written in one transaction with those that are here."""
        if not self.batches:
            return True
        first, article = self.batches[0], batch.article
        known = [self.entities.get(one.id, one) for one in batch.entities]
        return (
            batch.first
            and batch.last
            and article.corpus == first.article.corpus
            and batch.judgements == first.judgements
            and self.names.isdisjoint((article.id, article.sha256))
            and len(self.batches) < BATCH
            and self.claims + len(batch.claims) <= BATCH
            and self.letters + len(article.text or "") <= LETTERS
            and known == [*batch.entities]
        )

    def add(self, batch: Batch) -> None:
        """Takes a batch in."""
        self.batches.append(batch)
        self.claims += len(batch.claims)
        self.letters += len(batch.article.text or "")
        self.names |= {batch.article.id, batch.article.sha256}
        self.entities |= {one.id: one for one in batch.entities}
