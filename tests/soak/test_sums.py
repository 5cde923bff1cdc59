"""The sums of runs add up, keep the smallest failures, and fill a page."""

from pathlib import Path
from random import Random

import pytest

from soak.sums import BEGIN, END, Book, rewrite_page
from soak.tally import Failure, Kind, Tally

DAY = "2026-11-29"


def never(seed: int, tries: int) -> Tally:
    """What is not called here."""
    raise AssertionError((seed, tries))


ONE, TWO = Kind("a/b", "first", 10, never), Kind("c/d", "second", 20, never, at_once=5)


def failure(folder: Path, size: int, fault: str, seed: int = 1) -> Failure:
    """A failure with a folder to keep."""
    kept = folder / f"kept-{size}"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "input").write_bytes(b"x" * size)
    return Failure("a/b", seed, fault, "story", (kept,))


def test_runs_add_up(tmp_path: Path) -> None:
    for seconds in (30, 90):
        book = Book(tmp_path, DAY)
        book.add(ONE, Tally(tries=3, missed=1), seconds)
    book.add(TWO, Tally(tries=1_000, loaded=20), 60)
    table = Book(tmp_path, DAY).table([ONE, TWO])
    assert "| first | 6 | 0 | 2 more had ended before |" in table
    assert "| second | 1,000 | 0 | 20 passed the gate and read back equal |" in table
    assert "| all | 1,006 | 0 | |" in table
    assert table.endswith(f"3 minutes, {DAY}.")


def test_seeds_are_given_once(tmp_path: Path) -> None:
    first = Book(tmp_path, DAY).reserve(TWO)
    assert Book(tmp_path, DAY).reserve(TWO) == first + 5


def test_the_kind_that_lacks_most_is_next(tmp_path: Path) -> None:
    book = Book(tmp_path, DAY)
    book.add(ONE, Tally(tries=5), 1)
    book.add(TWO, Tally(tries=9), 1)
    assert book.poorest([ONE, TWO], Random(1)) is TWO
    book.add(TWO, Tally(missed=2), 1)
    assert book.poorest([ONE, TWO], Random(1)) is ONE


def test_what_was_not_tried_is_said(tmp_path: Path) -> None:
    assert "| first | 0 | 0 | not tried |" in Book(tmp_path, DAY).table([ONE])


def test_of_each_sort_of_failure_the_smallest_is_kept(tmp_path: Path) -> None:
    book = Book(tmp_path, DAY)
    for seed, size in enumerate((30, 10, 20)):
        found = failure(tmp_path, size, f"traceback: KeyError: {size}", seed)
        book.add(ONE, Tally(tries=1, failures=[found]), 1)
    book.add(ONE, Tally(tries=1, failures=[failure(tmp_path, 5, "hang: it")]), 1)
    assert "| first | 4 | 4 |  |" in Book(tmp_path, DAY).table([ONE])
    kept = [*book.open_failures()]
    sizes = sorted(p.stat().st_size for one in kept for p in one.rglob("input"))
    assert sizes == [5, 10]
    said = "".join((one / "what.txt").read_text("utf-8") for one in kept)
    assert "make soak KIND=a/b SEED=1" in said


def test_only_the_table_of_a_page_is_another(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    rewrite_page(page, "new")
    rewrite_page(page, "newer")
    assert page.read_text("utf-8") == f"before\n{BEGIN}\nnewer\n{END}\nafter\n"
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="no marks"):
        rewrite_page(page, "new")
