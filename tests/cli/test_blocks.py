"""Blocks, one a row, where no table fits the terminal."""

from rich.text import Text

from claimgraph.cli.terminal.tables import lines_within


def test_a_block_has_as_many_columns_on_a_line_as_fit() -> None:
    parts = [Text("who: Anna"), Text("says: denies"), Text("quote: " + "x " * 20)]
    told = [line.plain.rstrip() for line in lines_within(parts, 24)]
    assert told == ["who: Anna   says: denies", parts[2].plain.rstrip()]
    assert len(lines_within(parts, 23)) == 3
