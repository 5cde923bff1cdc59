"""All that is wrong in a corpus folder, found before anything is loaded."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.corpus.reading import Corpus, read_batches, read_corpus
from claimgraph.corpus.writing import write_sha256
from claimgraph.entity_closure import made_entities
from claimgraph.errors import Problem, nearest
from claimgraph.gate import (
    CheckedBatch,
    Gate,
    check,
    check_entities,
    check_judgements,
)
from claimgraph.identity import resolve
from claimgraph.model import Batch, Judgement, Where, Work


@dataclass(frozen=True, slots=True)
class Checked:
    """What a corpus holds, its batches, and everything that is wrong in it.

    `passed` are the batches that a load need not check again. `unused` are entries
    that nothing needs: a reader may want them, a load need not.
    """

    batches: tuple[Batch, ...]
    passed: tuple[CheckedBatch, ...]
    entities: int
    problems: tuple[Problem, ...]
    unused: tuple[Problem, ...]

    @property
    def claims(self) -> int:
        """How many claims it holds, rejected ones counted too."""
        return sum(len(batch.claims) for batch in self.batches)


def check_corpus(folder: Path) -> Checked:
    """The whole corpus through the gate, then what only shows across its articles.

    Raises CorpusError where the folder is no corpus.
    """
    corpus = read_corpus(folder)
    batches = tuple(read_batches(corpus))
    problems = list(corpus.problems)
    gate = Gate(corpus.schema)
    found = [gate.pass_batch(batch) for batch in batches]
    for one in found:
        problems += [] if isinstance(one, CheckedBatch) else one
    problems += check_entities(corpus.entities.values(), corpus.schema, gate.sound)
    problems += check_judgements(corpus.judgements)
    problems += resolve(corpus.judgements)[1]
    problems += across(corpus, batches)
    return Checked(
        batches=batches,
        passed=tuple(one for one in found if isinstance(one, CheckedBatch)),
        entities=len(corpus.entities),
        problems=tuple(sorted(set(problems), key=place)),
        unused=tuple(sorted(unused_entities(corpus, batches), key=place)),
    )


def place(problem: Problem) -> tuple[str, int, str, str]:
    """Sorts by file and line."""
    return problem.file, problem.line or 0, problem.key, problem.reason


def across(corpus: Corpus, batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """What no article shows on its own."""
    yield from repeated_texts(batches)
    yield from unresolved_replies(batches)
    yield from unknown_works(batches)
    made = {one.id for batch in batches for one in made_entities(batch.article)}
    yield from unknown_ends(corpus.judgements, corpus.entities.keys() | made)


def repeated_texts(batches: Iterable[Batch]) -> Iterator[Problem]:
    """Articles with the bytes of an earlier one."""
    first: dict[str, str] = {}
    for batch in batches:
        article = batch.article
        if article.text is None:
            continue
        other = first.setdefault(article.text, article.id)
        if other != article.id:
            where = article.where or Where(article.id)
            reason = f"has the same text as {other}: one article, one stem"
            yield where.problem("", reason)


def unresolved_replies(batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """Replies to `<stem>#label` where that article lacks the label, or is lacking."""
    labels = {
        batch.article.id: {claim.label for claim in batch.claims if claim.label}
        for batch in batches
    }
    for batch in batches:
        for claim in batch.claims:
            if claim.reply is None or claim.where is None:
                continue
            stem, mark, label = claim.reply.claim.partition("#")
            if not mark or label in labels.get(stem, ()):
                continue
            reason = (
                f"{label} is no label in {stem}{nearest(label, labels.get(stem, ()))}"
            )
            if stem not in labels:
                reason = f"{stem} is no article of this corpus{nearest(stem, labels)}"
            yield claim.where.problem("replies_to.claim", reason)


def unknown_works(batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """Retellings of a stem that is no article here."""
    stems = {batch.article.id for batch in batches}
    for batch in batches:
        where = batch.article.where or Where(batch.article.id)
        for index, retelling in enumerate(batch.article.retells):
            work = retelling.work
            if not isinstance(work, Work) and work not in stems:
                reason = f"{work} is no article of this corpus{nearest(work, stems)}"
                yield where.problem(f"retells[{index}].work", reason)


def unknown_ends(judgements: Iterable[Judgement], known: set[str]) -> Iterator[Problem]:
    """Ends of judgements that have no entry in `entities/`."""
    for judgement in judgements:
        where = judgement.where or Where(judgement.id)
        for key, end in (("left", judgement.left), ("right", judgement.right)):
            if end not in known:
                reason = f"{end} is not in entities/{nearest(end, known)}"
                yield where.problem(key, reason)


def unused_entities(corpus: Corpus, batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """Entries that no claim, article, judgement or other entry needs."""
    used = Counter(one.id for batch in batches for one in batch.entities)
    used.update(end for one in corpus.judgements for end in (one.left, one.right))
    for entity in corpus.entities.values():
        if entity.by is not None:
            used[entity.by] += 1
    for entity in corpus.entities.values():
        if not used[entity.id] and entity.where is not None:
            reason = f"{entity.id} is used nowhere: delete it, or write what needs it"
            yield entity.where.problem("id", reason)


def rehash_corpus(folder: Path) -> list[str]:
    """The articles whose header got the digest of their changed text.

    Only where nothing but the digest is wrong with the article, so that all its quotes
    and zones still hold; `check_corpus` says what is wrong with the others.
    """
    corpus = read_corpus(folder)
    written: list[str] = []
    for batch in read_batches(corpus):
        article = batch.article
        if article.text is None:
            continue
        found = hashlib.sha256(article.text.encode()).hexdigest()
        problems = check(batch, corpus.schema)
        if found != article.sha256 and all(one.key == DIGEST for one in problems):
            write_sha256(folder, article.id, found)
            written.append(article.id)
    return written


DIGEST = "article.sha256"
