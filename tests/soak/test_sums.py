"""The sums of runs add up, keep the smallest failures, and fill a page."""

from pathlib import Path
from random import Random

import pytest

import neo4j_jars
import neo4j_server
from soak.__main__ import REQUIRED, server_for
from soak.aims import too_low
from soak.damage import damage_kinds
from soak.disks import disk_kinds
from soak.ground import Bench, Server, SoakError
from soak.inputs import input_kinds
from soak.kills import kill_kinds
from soak.races import race_kinds
from soak.sums import BEGIN, END, Book, rewrite_page
from soak.tally import Failure, Kind, Tally

DAY = "2026-11-29"


def never(seed: int, tries: int) -> Tally:
    """What is not called here."""
    raise AssertionError((seed, tries))


ONE, TWO = Kind("a/b", "first", 10, never), Kind("c/d", "second", 20, never, at_once=5)
HARM = Kind("damage/folder/cut", "damaged: cut", 10, never)


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
    row = "| second | 1,000 | 0 | 20 passed the gate and read back equal |"
    assert row in table
    assert "| all attacks | | 1,006 | 0 |" in table
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


def test_a_kind_that_comes_too_late_waits_for_others_that_lack_tries(
    tmp_path: Path,
) -> None:
    book = Book(tmp_path, DAY)
    book.add(ONE, Tally(tries=9, missed=30), 1)
    book.add(TWO, Tally(tries=19), 1)
    assert book.poorest([ONE, TWO], Random(1)) is TWO
    book.add(TWO, Tally(tries=1), 1)
    assert book.poorest([ONE, TWO], Random(1)) is ONE


def test_of_damage_is_told_what_was_named_and_what_changed_nothing(
    tmp_path: Path,
) -> None:
    book = Book(tmp_path, DAY)
    book.add(HARM, Tally(tries=5, loaded=3), 1)
    table = book.table([HARM])
    assert "| damaged: cut | 5 | 0 | 3 named, 2 changed nothing |" in table
    assert "| damaged store files | 50 | 5 | 0 |" in table


def test_a_row_without_tries_goes_with_its_kind(tmp_path: Path) -> None:
    book = Book(tmp_path, DAY)
    book.add(ONE, Tally(missed=1), 1)
    book.add(TWO, Tally(tries=1), 1)
    table = book.table([])
    assert "| first |" not in table and "| second |" in table


def test_the_kinds_together_reach_each_aim(tmp_path: Path) -> None:
    bench = Bench((), (), (), tmp_path)

    def start() -> neo4j_server.Server:
        raise AssertionError("no server is needed for names and numbers")

    server = Server(bench, start)
    kinds = [
        *kill_kinds(bench, server),
        *race_kinds(bench, server),
        *disk_kinds(bench),
        *damage_kinds(bench),
        *input_kinds(bench, server),
    ]
    assert too_low(kinds) == []
    assert too_low(kinds[1:]) == ["kills, folder", "of these, while a graph is made"]


def no_java(least: object) -> None:
    """As on a machine without Java."""


def test_a_server_that_is_asked_for_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_jars, "find_java", no_java)
    bench = Bench((), (), (), tmp_path)
    monkeypatch.setenv(REQUIRED, "0")
    with server_for(bench) as server:
        assert server is None
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(SoakError, match="missing Java"), server_for(bench):
        pass


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
