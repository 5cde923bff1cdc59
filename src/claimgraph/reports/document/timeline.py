"""When was it said, and for which time? Tables, one for each clock."""

from collections.abc import Mapping, Sequence

from claimgraph.analysis.corroboration import Corroboration
from claimgraph.dates import span
from claimgraph.reports.document import ClaimLine, Row, Section, Table
from claimgraph.reports.document.pictures import lanes
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import spoken_name


def timeline_section(
    scope: Scope, ids: Sequence[str], found: Sequence[Corroboration] = ()
) -> Section:
    """The claims on the clock of their words, then on that of what they are about.

    A claim that names no time is listed as such, never dropped.
    """
    lane = lanes(found)
    said = [row(scope, one, lane, scope.known[one].said) for one in ids]
    valid = [row(scope, one, lane, scope.known[one].valid) for one in ids]
    dated = [one for one in sorted(valid, key=order) if one.cells[0] != "no time given"]
    undated = tuple(one for one in valid if one.cells[0] == "no time given")
    rest = Row(
        ("no time given", "", f"{len(undated)} of {len(valid)}", ""),
        tuple(claim for one in undated for claim in one.claims),
    )
    columns = ("first day", "last day", "who", "group of origins")
    tables = (
        Table("When it was said", columns, tuple(sorted(said, key=order))),
        Table(
            "For which time it was said to hold",
            columns,
            (*dated, rest) if undated else tuple(dated),
        ),
    )
    return Section("timeline", "Timeline", tables=tables if ids else ())


def order(one: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """By first day; what has none comes last, as letters follow digits."""
    return one.cells, one.claims


def uncounted_words(line: ClaimLine) -> str:
    """Why a claim counts through no group of origins."""
    return "only proposed" if line.review == "proposed" else "adds no speaker"


def row(scope: Scope, one: str, lane: Mapping[str, str], text: str | None) -> Row:
    """One claim on one clock."""
    line = scope.line(one)
    group = lane.get(one)
    who = (
        f"{line.sign} {spoken_name(line.chain[-1])}",
        scope.name(group) if group else uncounted_words(line),
    )
    if text is None:
        return Row(("no time given", "", *who), (one,))
    days = span(text)
    about = " (about)" if days.approximate else ""
    first = f"{days.earliest or 'open'}{about}"
    return Row((first, f"{days.latest or 'open'}{about}", *who), (one,))
