"""Sources into a graph, and articles out of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from claimgraph import loading
from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.cypher import commands, lookups
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import GateError, LoaderError, Problem
from claimgraph.gate import CheckedBatch, Gate, with_fewer_claims
from claimgraph.loaders import TABLES, find_loader, loader_for, loader_names
from claimgraph.loading import Summary
from claimgraph.model import Batch
from claimgraph.schema import load_schema
from claimgraph.store.base import Store

__all__ = ["forget", "load", "loader_names", "open_source", "open_sources"]

# bytes; some ten thousand claims
BIG = 8_000_000


@dataclass(frozen=True, slots=True)
class SourceBatches:
    """Batches that are still to be read, and how many articles, if that is known.

    Where they are `big`, a first load as a whole is worth it. `brought` are ids of
    entities that a load brings; `strangers` ids that only a graph may have, each with
    what is wrong where it has not.
    """

    articles: int | None
    batches: Iterator[Batch | CheckedBatch]
    big: bool
    brought: frozenset[str] = frozenset()
    strangers: tuple[tuple[str, Problem], ...] = ()


def load(
    store: Store,
    source: str | Path | SourceBatches | Iterable[Batch | CheckedBatch],
    *,
    loader: str | None = None,
    mapping: str | None = None,
    progress: Callable[[Batch], None] = lambda batch: None,
    whole: bool | None = None,
    accepted_only: bool = False,
) -> Summary:
    """How many claims of a folder, a file, or batches came, changed and went.

    The loader is found by the ending of a path; a table is read by a `mapping`, a file
    or the name of a ready one, else by the file that lies beside it. A corpus folder is
    checked whole before anything is written. Each batch goes in whole or not at all:
    one that does not pass raises GateError, those before it are in the graph, and a
    second run completes the load. Loading twice changes nothing. `progress` hears of
    each batch that is done.
    Claims that a machine proposed come too, and are marked so; `accepted_only` leaves
    them out. With `whole` a first load into a folder is faster, and a kill leaves
    nothing of it; None: where a file is big.
    """
    if isinstance(source, str | Path):
        source = open_source(Path(source), loader, mapping)
    if isinstance(source, SourceBatches):
        refuse_strangers(store, source)
        whole = source.big if whole is None else whole
        source = source.batches
    if accepted_only:
        source = accepted_batches(source)
    return loading.load(source, store, progress, whole=whole is True)


def accepted_batches(
    batches: Iterable[Batch | CheckedBatch],
) -> Iterator[Batch | CheckedBatch]:
    """Batches without the claims that nobody has accepted; all pass the gate before.

    A claim may answer one that is left out.
    """
    gate = Gate(load_schema())
    for one in batches:
        checked = one if isinstance(one, CheckedBatch) else gate.pass_batch(one)
        if not isinstance(checked, CheckedBatch):
            # the load says what is wrong
            yield one
            continue
        batch = checked.batch
        claims = tuple(claim for claim in batch.claims if claim.review != "proposed")
        known = {entity.id: entity for entity in batch.entities}
        judged = batch.judgements or ()
        entities = needed_entities(batch.article, claims, known, judged)
        yield with_fewer_claims(checked, claims, entities)


def refuse_strangers(store: Store, source: SourceBatches) -> None:
    """GateError where a judgement names an id that no loaded corpus has.

    One that the graph holds already stays: what it names was there, and was forgotten.
    """
    asked = {one for one, _ in source.strangers} - source.brought
    if not asked:
        return
    store.prepare()
    rows = store.read(lookups.ENTITIES, {"ids": sorted(asked)})
    lacking = asked - {str(row["id"]) for row in rows}
    for row in store.read(lookups.JUDGEMENTS):
        lacking -= {str(row["left"]), str(row["right"])}
    problems = [problem for one, problem in source.strangers if one in lacking]
    if problems:
        raise GateError(problems, ", nothing was loaded")


def forget(store: Store, article: str) -> int:
    """Takes an article out, with what rests only on it; how many claims went with it.

    CorpusError where the graph has no such article.
    """
    return loading.forget(store, article)


def find_article(store: Store, start: str) -> str:
    """The stem of an article that is meant: itself, or a beginning that only one has.

    What is no such beginning is given back as it is: `forget` tells the nearest.
    """
    stems = [str(row["id"]) for row in store.read(commands.ARTICLE_IDS)]
    begun = [stem for stem in stems if start and stem.startswith(start)]
    return begun[0] if start not in stems and len(begun) == 1 else start


def is_big(path: Path) -> bool:
    """Whether a file has so many claims that a first load as a whole is worth it."""
    return path.is_file() and path.stat().st_size >= BIG


def open_sources(
    paths: Iterable[Path], loader: str | None = None, mapping: str | None = None
) -> SourceBatches:
    """The paths as one source, each once, in their order.

    The first batch is read now: what cannot be read makes no new graph.
    """
    unique: dict[Path, Path] = {}
    for path in paths:
        unique.setdefault(path.resolve(), path)
    return join_sources(
        [open_source(path, loader, mapping) for path in unique.values()]
    )


def open_articles(folder: Path, stems: Collection[str]) -> SourceBatches:
    """Some articles of a corpus, with their claims."""
    listed = dict.fromkeys(stems)
    return SourceBatches(len(listed), read_batches(read_corpus(folder), listed), False)


def join_sources(found: Sequence[SourceBatches]) -> SourceBatches:
    """Several sources as one; the first batch is read now."""
    totals = [one.articles for one in found if one.articles is not None]
    batches = chain.from_iterable(one.batches for one in found)
    first = [*islice(batches, 1)]
    return SourceBatches(
        sum(totals) if len(totals) == len(found) else None,
        chain(first, batches),
        any(one.big for one in found),
        frozenset[str]().union(*(one.brought for one in found)),
        tuple(pair for one in found for pair in one.strangers),
    )


def open_source(
    path: Path, loader: str | None = None, mapping: str | None = None
) -> SourceBatches:
    """What lies at a path; a corpus folder has passed the gate, whole.

    LoaderError, CorpusError or GateError for what cannot be loaded.
    """
    if mapping is not None:
        return open_mapped(path, loader, mapping)
    name = loader or loader_for(path)
    if name != "corpus" or not path.is_dir():
        total = 1 if name == "corpus" else None
        return SourceBatches(total, find_loader(name).read(path), is_big(path))
    checked = check_corpus(path)
    if not checked.batches:
        hint = "holds no article: put texts into articles/, claims into claims/"
        raise LoaderError(hint, file=str(path))
    excused = {problem for _, problem in checked.strangers}
    if not excused.issuperset(checked.problems):
        raise GateError(checked.problems, ", nothing was loaded")
    brought = {one.id for batch in checked.batches for one in batch.entities}
    return SourceBatches(
        len(checked.batches),
        iter(checked.passed),
        False,
        frozenset(brought),
        checked.strangers,
    )


def open_mapped(path: Path, loader: str | None, mapping: str) -> SourceBatches:
    """A table that a mapping explains; LoaderError for what is none."""
    from claimgraph.loaders.incidents import read
    from claimgraph.tables.reading import ENDINGS, ending_of

    if loader not in (None, TABLES):
        reason = f"a mapping is for tables, and --from {loader} reads none by one"
        raise LoaderError(reason, file=str(path))
    if ending_of(path) not in ENDINGS:
        reason = f"is no table: expected is a file in {', '.join(ENDINGS)}"
        raise LoaderError(reason, file=str(path))
    return SourceBatches(None, read(path, mapping), is_big(path))
