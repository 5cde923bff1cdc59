"""All that is wrong in a corpus folder, found before anything is loaded."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.characters import is_storable
from claimgraph.corpus.entries import LIKE_ID, ids_in_files
from claimgraph.corpus.reading import Corpus, read_batches, read_corpus
from claimgraph.corpus.shipped import shipped_home
from claimgraph.corpus.writing import write_sha256
from claimgraph.dates import span
from claimgraph.entity_closure import bylines, made_entities
from claimgraph.errors import Problem, near, nearest
from claimgraph.flat import entity_ids, hop_key
from claimgraph.gate import (
    CheckedBatch,
    Gate,
    check,
    check_entities,
    check_judgements,
)
from claimgraph.gate.articles import SHA256, has_other_line_ends
from claimgraph.gate.words import NO_ENTRY, is_date, no_entry
from claimgraph.identity import resolve
from claimgraph.model import Batch, Entity, Judgement, Where, Work
from claimgraph.safe_text import unseen_sign, visible

PLAUSIBLE = ("1605", "2199")

ELSEWHERE = "; if another corpus has it, name that in `uses`, or load it first"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a corpus holds, its batches, and everything that is wrong in it.

    `passed` are the batches that a load need not check again. `unused` are entries
    that nothing needs, `unseen` names with signs that nobody sees: a reader may want
    to know of both, a load need not. `strangers` are ids
    that a judgement names and no entry has, each with its problem, which is no longer
    one where a graph has the id.
    """

    batches: tuple[Batch, ...]
    passed: tuple[CheckedBatch, ...]
    entities: int
    problems: tuple[Problem, ...]
    unused: tuple[Problem, ...]
    unseen: tuple[Problem, ...]
    strangers: tuple[tuple[str, Problem], ...]

    @property
    def claims(self) -> int:
        """How many claims it holds, rejected ones counted too."""
        return sum(len(batch.claims) for batch in self.batches)


@dataclass(frozen=True, slots=True)
class Rehashed:
    """An article with a new digest, and how many of its claims got another id by it."""

    article: str
    renamed: int


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
    problems += check_entities(own_entities(corpus), corpus.schema, gate.sound)
    problems += check_judgements(corpus.judgements)
    problems += resolve(corpus.judgements)[1]
    problems = [with_home(one) for one in (*problems, *across(batches))]
    made = {one.id for batch in batches for one in made_entities(batch.article)}
    known = corpus.entities.keys() | made
    strangers = tuple(unknown_ends(corpus.judgements, known))
    problems += [problem for _, problem in strangers]
    return Checked(
        batches=batches,
        passed=tuple(one for one in found if isinstance(one, CheckedBatch)),
        entities=sum(one.where is not None for one in corpus.own.values()),
        problems=tuple(sorted(set(problems), key=place)),
        unused=tuple(sorted(unused_entities(corpus, batches, problems), key=place)),
        unseen=tuple(sorted(unseen_signs(corpus.own.values()), key=place)),
        strangers=strangers,
    )


def with_home(problem: Problem) -> Problem:
    """The problem; of an id that ships, with how to have it in place of a guess."""
    entity_id, mark, _ = problem.reason.partition(f" {NO_ENTRY}")
    home = shipped_home(entity_id) if mark else ""
    return replace(problem, reason=f"{entity_id} {NO_ENTRY}{home}") if home else problem


def own_entities(corpus: Corpus) -> Iterator[Entity]:
    """The entries of the corpus, and the places around them wherever they stand."""
    queue = list(corpus.own)
    seen = set[str]()
    while queue:
        one = queue.pop()
        entity = corpus.entities.get(one)
        if entity is not None and one not in seen:
            seen.add(one)
            queue += entity.around
            yield entity


def place(problem: Problem) -> tuple[str, int, str, str]:
    """Sorts by file and line."""
    return problem.file, problem.line or 0, problem.key, problem.reason


def across(batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """What no article shows on its own."""
    yield from repeated_texts(batches)
    yield from unresolved_replies(batches)
    yield from odd_years(batches)
    yield from unknown_works(batches)


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
    # where claims could not be read, nobody knows their labels
    unsure = {batch.article.id for batch in batches if batch.problems}
    for batch in batches:
        for claim in batch.claims:
            if claim.reply is None or claim.where is None:
                continue
            stem, mark, label = claim.reply.claim.partition("#")
            if not mark or stem in unsure or label in labels.get(stem, ()):
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


def unknown_ends(
    judgements: Iterable[Judgement], known: set[str]
) -> Iterator[tuple[str, Problem]]:
    """Ends of judgements that have no entry, here or in what the corpus uses."""
    for judgement in judgements:
        where = judgement.where or Where(judgement.id)
        for key, end in (("left", judgement.left), ("right", judgement.right)):
            if end not in known:
                home = shipped_home(end)
                lacking = f"{end} {NO_ENTRY}" if home else no_entry(end, known)
                told = f"{lacking}{home or ELSEWHERE}"
                yield end, where.problem(key, told)


def odd_years(batches: tuple[Batch, ...]) -> Iterator[Problem]:
    """Days of publishing and speaking that lie in no year of newspapers."""
    for batch in batches:
        where = batch.article.where or Where(batch.article.id)
        dates = [(where, "published", batch.article.published)]
        for claim in batch.claims:
            place = claim.where or where
            dates += [
                (place, f"{hop_key(index, place)}.said", hop.said)
                for index, hop in enumerate(claim.chain)
            ]
        for place, key, edtf in dates:
            if edtf is not None and is_date(edtf) and not is_plausible(edtf):
                first, last = PLAUSIBLE
                reason = f"{edtf} is not between {first} and {last}: is it a slip, or "
                yield place.problem(key, f"{reason}a year of another calendar?")


def is_plausible(edtf: str) -> bool:
    """Whether news can be of that day: there are newspapers since 1605."""
    found, (first, last) = span(edtf), PLAUSIBLE
    ends = (found.earliest or first)[:4], (found.latest or last)[:4]
    return ends[1] >= first and ends[0] <= last


def unused_entities(
    corpus: Corpus, batches: tuple[Batch, ...], problems: Iterable[Problem]
) -> Iterator[Problem]:
    """Entries that no claim, article, judgement or other entry needs.

    What a file mentions in which anything is wrong may be needed there, and so may be
    what an id is near to that has no entry. A corpus without articles is for others to
    use.
    """
    if not batches:
        return
    entries = {one.where.file for one in corpus.own.values() if one.where is not None}
    wrong = {problem.file for problem in problems} - entries
    wrong |= {problem.file for problem in corpus.problems}
    wrong |= {
        batch.article.where.file
        for batch in batches
        if batch.problems and batch.article.where is not None
    }
    used = Counter(ids_in_files(wrong))
    used.update(one.id for batch in batches for one in batch.entities)
    used.update(end for one in corpus.judgements for end in (one.left, one.right))
    used.update(likely_ids(corpus, batches))
    for entity in corpus.own.values():
        if entity.by is not None:
            used[entity.by] += 1
    for entity in corpus.own.values():
        sound = LIKE_ID.fullmatch(entity.id) is not None
        if sound and not used[entity.id] and entity.where is not None:
            reason = f"{entity.id} is used nowhere: write what needs it, or delete it"
            yield entity.where.problem("id", reason)


def unseen_signs(entities: Iterable[Entity]) -> Iterator[Problem]:
    """Names with a sign that no screen shows: copied along, and typed by nobody."""
    for entity in entities:
        keys = ["name", *(f"aliases[{at}]" for at in range(len(entity.aliases)))]
        for key, name in zip(keys, entity.names, strict=True):
            # these the gate tells
            told = "\n" in name or not is_storable(name)
            sign = None if told else unseen_sign(name)
            if sign is not None and entity.where is not None:
                reason = f"{visible(name)} holds {sign}, which nobody sees"
                yield entity.where.problem(key, f"{reason}: write it without")


def likely_ids(corpus: Corpus, batches: tuple[Batch, ...]) -> Iterator[str]:
    """The entries that are meant, most likely, where an id has none."""
    needed = {end for one in corpus.judgements for end in (one.left, one.right)}
    there = set(corpus.entities)
    for batch in batches:
        needed |= {*bylines(batch.article), *entity_ids(*batch.claims)}
        there |= {one.id for one in batch.entities}
    for one in sorted(needed - there):
        yield from near(one, corpus.own, 1)


def rehash_corpus(folder: Path) -> list[Rehashed]:
    """The articles whose header got the digest of their changed text.

    Only where nothing but the digest is wrong with the article, so that all its quotes
    and zones still hold; `check_corpus` says what is wrong with the others.
    """
    corpus = read_corpus(folder)
    written: list[Rehashed] = []
    for batch in read_batches(corpus):
        article = batch.article
        if article.text is None:
            continue
        found = hashlib.sha256(article.text.encode()).hexdigest()
        problems = check(batch, corpus.schema)
        other = found != article.sha256 and not has_other_line_ends(article)
        if other and all(one.key == DIGEST for one in problems):
            write_sha256(folder, article.id, found)
            renamed = len(batch.claims) if SHA256.fullmatch(article.sha256) else 0
            written.append(Rehashed(article.id, renamed))
    return written


DIGEST = "article.sha256"
