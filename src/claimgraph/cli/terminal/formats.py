"""An answer for other programs: JSON, CSV, Markdown."""

import csv
import io
import json
import sys
from collections.abc import Sequence

import click

from claimgraph.cli.terminal.columns import cell
from claimgraph.cli.terminal.tables import print_records, print_table
from claimgraph.safe_text import FORMULA, visible, visible_json

NESTED: tuple[type, ...] = (list, dict)

FORMATS = ("table", "json", "csv", "markdown")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS, case_sensitive=False),
    default="table",
    show_default=True,
    help="How to print the rows; all but table hold every column.",
)
all_option = click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every column, one on each line. A narrow terminal leaves out chain, article, "
    "day and quote, in that order; never what answers, nor the claim's id.",
)


def print_rows(
    form: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    everything: bool,
    answers: Sequence[str] = (),
) -> None:
    """The rows in that format on standard output; a table never lacks the answers."""
    if form == "table" and everything:
        print_records(columns, rows)
        return
    if form == "table":
        print_table(columns, rows, "--all shows everything", answers)
        return
    writers = {"json": as_json, "csv": as_csv, "markdown": as_markdown}
    text = writers[form](columns, rows)
    click.echo(
        visible(text) if form == "csv" and sys.stdout.isatty() else text, nl=False
    )


def as_json(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """An array with one object a row."""
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    text = json.dumps(found, ensure_ascii=False, indent=2, default=str) + "\n"
    return visible_json(text)


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """RFC 4180 with lines that end in LF; text like a formula gets an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([spreadsheet_text(name) for name in columns])
    writer.writerows([[spreadsheet_text(value) for value in row] for row in rows])
    return stream.getvalue().encode("utf-8", "backslashreplace").decode("utf-8")


def spreadsheet_text(value: object) -> str:
    """A value for a spreadsheet: lists and maps as JSON, text never a formula.

    >>> [spreadsheet_text(one) for one in ("=1+1", -3, None, ["a; b", 1])]
    ["'=1+1", '-3', '', '["a; b", 1]']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    nested = isinstance(value, NESTED)
    text = json.dumps(value, ensure_ascii=False, default=str) if nested else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_markdown(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table of GitHub's Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(map(markdown_cell, line))} |\n" for line in lines)


def markdown_cell(value: object) -> str:
    r"""A cell on one line in which nothing is markup.

    >>> markdown_cell("a|b <i>")
    'a\\|b &lt;i>'
    """
    text = cell(value).replace("\\", "\\\\").replace("<", "&lt;")
    for mark in "|*_`[":
        text = text.replace(mark, f"\\{mark}")
    return text
