"""`claimgraph map`: what the columns of a table mean, proposed."""

import shlex
import textwrap
from pathlib import Path

import click

from claimgraph.api.mapping import (
    Proposal,
    mapping_place,
    propose_mapping,
    write_mapping,
)
from claimgraph.errors import number_of
from claimgraph.safe_text import on_one_line

WIDTH = 79


@click.command()
@click.argument("table", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option(
    *("-o", "--out"),
    metavar="MAPPING",
    type=click.Path(path_type=Path),
    help="The mapping file; as a rule FILE.map.yaml, where `load` finds it.",
)
def command(table: Path, out: Path | None, force: bool) -> None:
    """Propose what the columns of a table of incidents mean, and try it.

    The head and the first rows are looked at. Shown are ten claims as they would come
    out, what would be left out, and the columns that no place was found for. Where the
    table is one of ACLED, GTD, RAND or UCDP, the mapping that ships is named.

    Example: claimgraph map incidents.csv
    """
    found = propose_mapping(table)
    target = out or (None if found.ready else mapping_place(table))
    if target is not None:
        write_mapping(found, target, force)
    for line in (*column_lines(found), *claim_lines(found), *left_lines(found)):
        click.echo(line)
    for line in next_lines(found, table, target):
        click.echo(line)


def column_lines(found: Proposal) -> list[str]:
    """What the columns are taken for, and those that are placed nowhere."""
    if found.ready:
        lines = [f"These are the columns of {found.ready}, which has a ready mapping."]
    else:
        lines = ["taken for:"]
        width = max((len(role) for _, role in found.roles), default=0)
        for name, role in found.roles:
            lines.append(cut_line(f"  {role.replace('_', ' '):<{width}}  {name}"))
    if found.spare:
        told = ", ".join(map(on_one_line, found.spare))
        lines.append(f"placed nowhere ({number_of(len(found.spare), 'column')}):")
        lines += textwrap.wrap(told, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return lines


def claim_lines(found: Proposal) -> list[str]:
    """The first claims, each below the cell that says it."""
    if not found.claims:
        return ["no claim comes of the first rows: correct the mapping"]
    lines = [f"{number_of(len(found.claims), 'claim')} of {found.number}:"]
    for cell, text in found.claims:
        lines += [
            cut_line(f"  {on_one_line(text)}"),
            cut_line(f"    {on_one_line(cell)}"),
        ]
    return lines


def left_lines(found: Proposal) -> list[str]:
    """What would be left out of the first rows."""
    if not found.left_out:
        return []
    lines = ["left out of the first rows, and why:"]
    for reason, number in sorted(found.left_out, key=lambda one: (-one[1], one[0])):
        lines += textwrap.wrap(
            on_one_line(reason),
            WIDTH,
            initial_indent=f"{number:>6}  ",
            subsequent_indent=" " * 8,
        )
    return lines


def next_lines(found: Proposal, table: Path, target: Path | None) -> list[str]:
    """What to do now; commands stand on a line of their own, to be pasted."""
    load = f"claimgraph load {shlex.quote(str(table))}"
    if target is None:
        return ["next:", f"  {load} --mapping {found.ready}"]
    own = target != mapping_place(table)
    mapping = f" --mapping {shlex.quote(str(target))}" if own else ""
    return [
        f"wrote {target}",
        "next: correct it in any editor, try again with `claimgraph load`:",
        f"  {load}{mapping}",
    ]


def cut_line(line: str) -> str:
    """A line that fits."""
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"
