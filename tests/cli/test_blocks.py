"""Blocks, one a row, where no table fits the terminal."""

import pytest
from rich.text import Text

from claimgraph.cli.terminal.tables import lines_within, print_table


def test_a_block_has_as_many_columns_on_a_line_as_fit() -> None:
    parts = [Text("who: Anna"), Text("says: denies"), Text("quote: " + "x " * 20)]
    told = [line.plain.rstrip() for line in lines_within(parts, 24)]
    assert told == ["who: Anna   says: denies", parts[2].plain.rstrip()]
    assert len(lines_within(parts, 23)) == 3


def test_what_rows_share_stands_above_them_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where most rows share it; a line of its own for each row would only be longer."""
    monkeypatch.setenv("COLUMNS", "40")
    columns = ("attack", "by_whom", "says", "quote")
    first, other = "bombing of the old market", "raid on the bridge by night"
    rows = [
        (first, "Anna", "says", "it was they who did it"),
        (first, "Bureau", "denies", "it was not they"),
        (other, "Anna", "denies", "they never went there"),
        (other, "Bureau", "says", "that was the work of the cell"),
    ]
    print_table(columns, rows, answers=columns)
    shown = capsys.readouterr().out.splitlines()
    assert [line for line in shown if line.startswith("attack: ")] == [
        f"attack: {first}",
        f"attack: {other}",
    ]
    assert "  1  by_whom: Anna   says: says" in shown
    print_table(columns, rows[1:3], answers=columns)
    shown = capsys.readouterr().out.splitlines()
    assert "1  attack: bombing of the old market" in shown


def test_days_are_words_and_lists_have_a_mark_that_names_lack(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [("Anna, of the Bureau", ["2015~", "[..2015-07-12]"], {"day": "2015~"})]
    print_table(("who", "days", "map"), rows)
    cells = capsys.readouterr().out.splitlines()[2]
    assert cells.split("   ") == [
        "Anna, of the Bureau",
        "about 2015; 2015-07-12 or earlier",
        '{"day": "2015~"}',
    ]
