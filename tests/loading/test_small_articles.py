"""Small new articles share transactions, and each is as if it had one of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.batches import BATCH
from claimgraph.errors import CorpusError, GateError, LoaderError
from claimgraph.loaders import find_loader
from claimgraph.loading import Summary, load
from claimgraph.model import Batch
from claimgraph.store.base import Planner, Store
from graph_snapshot import assert_equal
from jsonl_files import HEAD, Line, article, claim, closed_lines, entity, write_lines
from own_graphs import picture

ARTICLES = 40
Reader = Callable[[Sequence[Batch]], Iterator[Batch]]


def small(number: int, last: int) -> Iterator[Line]:
    """An article of a few claims."""
    stem = f"a-{number:03}"
    yield article(stem, "raided " * last + str(number))
    for place in range(last):
        yield claim(stem, f"group/g{number % 3}", "group/g3", place * 7)


def batches(folder: Path, articles: int = ARTICLES, claims: int = 3) -> list[Batch]:
    """As many small articles."""
    lines = [entity("org/gazette", "Gazette", kind="outlet"), HEAD]
    lines += [entity(f"group/g{number}", f"Group {number}") for number in range(4)]
    for number in range(articles):
        lines += small(number, claims)
    path = write_lines(folder / "small.claims.jsonl", closed_lines(lines))
    return list(find_loader("claims_jsonl").read(path))


def writes(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many steps each change of the store has from now on."""
    change, found = type(store).change, list[int]()

    def counted(self_: Store, plan: Planner) -> int:
        numbers: list[int] = []

        def steps(revision: int) -> Sequence[object]:
            some = plan(revision)
            numbers.append(len(some))
            return some

        answer = change(self_, steps)  # type: ignore[arg-type]
        found.append(numbers[-1])
        return answer

    monkeypatch.setattr(type(store), "change", counted)
    return found


@pytest.mark.longer_served
def test_many_share_a_transaction_and_few_statements(
    fresh_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, claims = 1200, 3
    found = batches(tmp_path, number, claims)
    changes = writes(fresh_store, monkeypatch)
    shown: list[str] = []
    summary = load(found, fresh_store, lambda batch: shown.append(batch.article.id))
    assert summary == Summary(articles=number, created=number * claims)
    assert shown == [batch.article.id for batch in found]
    # the first change only looks; the last article brings the judgements of its corpus
    together = BATCH // claims
    assert len(changes) == 1 + -(-(number - 1) // together) + 1
    assert max(changes) < 12


@pytest.mark.longer_served
def test_grouped_and_single_articles_are_one_graph(
    fresh_store: Store, tmp_path: Path
) -> None:
    found = batches(tmp_path)
    load(found, fresh_store)
    assert_equal(fresh_store, picture(*([one] for one in found)))
    again = [found[0], *shortened(found[1:4]), *found[4:]]
    summary = load(again, fresh_store)
    assert (summary.created, summary.taken_out) == (0, 3)
    assert_equal(fresh_store, picture(*([one] for one in again)))


def shortened(found: Sequence[Batch]) -> list[Batch]:
    """The articles without their first claims."""
    return [replace(batch, claims=batch.claims[1:]) for batch in found]


def twin(batch: Batch) -> Batch:
    """The same bytes under another stem: one of the two is refused."""
    claims = tuple(replace(one, article="twin") for one in batch.claims)
    return replace(batch, article=replace(batch.article, id="twin"), claims=claims)


def same_bytes(found: Sequence[Batch]) -> Iterator[Batch]:
    """The last is another one again."""
    yield from [*found[:-1], twin(found[0])]


def no_quote(found: Sequence[Batch]) -> Iterator[Batch]:
    """The last has a quote that does not stand in its text."""
    claims = tuple(replace(one, quote="razed") for one in found[-1].claims)
    yield from [*found[:-1], replace(found[-1], claims=claims)]


def torn(found: Sequence[Batch]) -> Iterator[Batch]:
    """The reader gives up at the last."""
    yield from found[:-1]
    raise LoaderError("is cut")


@pytest.mark.parametrize(
    ("reader", "error"),
    [(same_bytes, CorpusError), (no_quote, GateError), (torn, LoaderError)],
)
def test_what_stands_before_a_refused_article_goes_in(
    fresh_store: Store, tmp_path: Path, reader: Reader, error: type[Exception]
) -> None:
    found = batches(tmp_path)
    with pytest.raises(error):
        load(reader(found), fresh_store)
    assert_equal(fresh_store, picture(found[:-1]))


def test_articles_before_one_that_the_graph_refuses_go_in(
    fresh_store: Store, tmp_path: Path
) -> None:
    found = batches(tmp_path)
    place = len(found) // 2 + 3
    load([twin(found[place])], fresh_store)
    with pytest.raises(CorpusError, match="same bytes as twin"):
        load(found, fresh_store)
    assert_equal(fresh_store, picture([twin(found[place])], found[:place]))
