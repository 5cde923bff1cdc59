"""A report as one Markdown file that GitHub shows as it is meant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.reports.document import ClaimLine, Report, Section, Sentence, Table
from claimgraph.reports.document.brief import (
    ENDING,
    MOST_REFERENCES,
    SHORT_ID,
    WORDS,
    more_words,
    opening_words,
)
from claimgraph.reports.document.wording import (
    count_of,
    counted_lines,
    details,
    is_proposed,
    when,
)
from claimgraph.safe_text import on_one_line

# what can begin something anywhere in a line; a colon begins addresses and emoji
MARKS = re.compile(r"[\\`*_\[\]<>|~$#@&]|:(?=\S)")
# what begins a list, a quote or a heading at the start of a line only
LEADING = re.compile(r"^(?:[-+=>]|\d+(?=[.)]))")
# a bare address becomes a link without any mark
ADDRESS = re.compile(r"\b(www)\.", re.IGNORECASE)


def markdown(report: Report, *, full: bool = False) -> str:
    """The report: its short page, or all of it."""
    parts = whole_parts(report) if full else brief_parts(report)
    return "\n\n".join(parts) + "\n"


def brief_parts(report: Report) -> Iterator[str]:
    """The short page; behind each point the id of one claim."""
    yield f"# {plain(report.title)}"
    opening = opening_words(report.head, report.reviews)
    yield f"**{plain(opening[0])}** {' '.join(map(plain, opening[1:]))}"
    for chapter in report.brief:
        yield f"## {plain(f'{chapter.title}{more_words(chapter)}')}"
        yield "\n".join(
            f"* {plain(one.text)}{first_reference(one)}" for one in chapter.points
        )
    yield plain(ENDING)


def first_reference(point: Sentence) -> str:
    """The beginning of the id of the claim that a point refers to."""
    return f" `{point.claims[0][:SHORT_ID]}`" if point.claims else ""


def whole_parts(report: Report) -> list[str]:
    """Head, summary, sections, sources, and a footnote for each claim.

    A claim is printed where it first stands; later there is a line that refers to it.
    """
    numbers = {line.id: line.number for line in report.claims}
    lines = {line.id: line for line in report.claims}
    parts = [*head(report), *summary(report, numbers)]
    shown: set[str] = set()
    for section in report.sections:
        parts += section_parts(section, numbers, lines, shown)
    parts += further_claims(report)
    parts += sources(report, numbers)
    parts += [footnote(line) for line in report.claims]
    return parts


def plain(text: str) -> str:
    r"""A text in which nothing is markup.

    >>> plain("<b>a|b</b> `x`: 1-2"), plain("- a"), plain("1. b")
    ('\\<b\\>a\\|b\\</b\\> \\`x\\`: 1-2', '\\- a', '1\\. b')
    """
    line = MARKS.sub(lambda found: f"\\{found[0]}", on_one_line(text))
    line = LEADING.sub(
        lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line
    )
    return ADDRESS.sub(r"\1&#46;", line)


def head(report: Report) -> Iterator[str]:
    """Title, caution, and what the report was made from."""
    top = report.head
    yield f"# {plain(report.title)}"
    yield f"**{plain(top.caution)}**"
    rows = [
        f"corpus: sha256 {top.corpus_sha256}",
        f"filters: {'; '.join(top.filters) or 'none'}",
        f"{count_of(top.used, 'claim')} used, {top.proposed} of them proposed; "
        f"named in this report: {counted_lines(report.claims)}",
        *(
            f"left out: {count_of(len(one.claims), 'claim')} ({one.reason})"
            for one in top.left_out
        ),
        f"rejected by a reviewer and not in the graph: {top.rejected}",
    ]
    if top.unchecked:
        rows.append(f"quotes that no text could prove: {', '.join(top.unchecked)}")
    rows.append("+ for, - against, ~ withheld, ? hypothetical; each number is a claim")
    rows.append(WORDS)
    yield "\n".join(f"* {plain(row)}" for row in rows)


def summary(report: Report, numbers: Mapping[str, int]) -> Iterator[str]:
    """The opening sentences, one a line."""
    if report.summary:
        yield "## In short"
        yield "\n".join(
            f"* {plain(one.text)}{notes(one.claims, numbers)}" for one in report.summary
        )


def notes(ids: Sequence[str], numbers: Mapping[str, int]) -> str:
    """The first footnotes of claims, behind a text, and how many more there are."""
    found = sorted({numbers[one] for one in ids if one in numbers})
    shown = "".join(f" [^{number}]" for number in found[:MOST_REFERENCES])
    more = len(found) - MOST_REFERENCES
    return f"{shown} and {more} more" if more > 0 else shown


def section_parts(
    section: Section,
    numbers: Mapping[str, int],
    lines: Mapping[str, ClaimLine],
    shown: set[str],
) -> Iterator[str]:
    """A section: its sentences, its tables, its claims."""
    yield f"## {plain(section.title)}"
    for sentence in section.sentences:
        yield f"{plain(sentence.text)}{notes(sentence.claims, numbers)}"
    for table in section.tables:
        yield table_text(table, numbers)
    for one in section.claims:
        if one in shown and one in lines:
            line = lines[one]
            told = f"`{line.sign}` **{line.number}** {plain(line.told)}"
            yield f"{told}{review_mark(line)} [^{line.number}]"
        elif one in lines:
            shown.add(one)
            yield claim_text(lines[one])


def table_text(table: Table, numbers: Mapping[str, int]) -> str:
    """A table of GitHub's Markdown; its last column opens the claims."""
    shown = any(row.claims for row in table.rows)
    columns = [*table.columns, *(["see"] if shown else [])]
    written = [f"**{plain(table.caption)}**", "", row_text(map(plain, columns))]
    written.append(row_text("---" for _ in columns))
    for row in table.rows:
        cells = [plain(cell) for cell in row.cells]
        cells += [notes(row.claims, numbers).strip()] if shown else []
        written.append(row_text(cells))
    return "\n".join(written)


def row_text(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def claim_text(line: ClaimLine) -> str:
    """A claim in the body: its sentence, when, and its quote."""
    return (
        f"`{line.sign}` **{line.number}** {plain(line.told)} "
        f"{plain(f'({when(line)})')}{review_mark(line)} [^{line.number}]\n\n"
        f"> {plain(line.quote)}"
    )


def review_mark(line: ClaimLine) -> str:
    """What stands behind a claim that nobody accepted."""
    return " *proposed*" if is_proposed(line) else ""


def footnote(line: ClaimLine) -> str:
    """A claim in full: sentence, quote, and all details."""
    rows = "\n".join(f"    * {label}: {plain(text)}" for label, text in details(line))
    return (
        f"[^{line.number}]: {plain(line.told)}\n\n    > {plain(line.quote)}\n\n{rows}"
    )


def further_claims(report: Report) -> Iterator[str]:
    """Claims that only numbers name: GitHub shows no footnote that nobody refers to."""
    listed = {one for section in report.sections for one in section.claims}
    rest = [line for line in report.claims if line.id not in listed]
    if rest:
        yield "## Further claims named above"
        yield from map(claim_text, rest)


def sources(report: Report, numbers: Mapping[str, int]) -> Iterator[str]:
    """Who is behind the claims of the report, with each one's part."""
    if report.sources:
        yield "## Sources"
        lines = {line.id: line for line in report.claims}
        rows: list[str] = []
        for one in report.sources:
            held = counted_lines([lines[claim] for claim in one.claims])
            seen = notes(one.claims, numbers)
            rows.append(f"* {plain(one.name)}: {held}, {one.share:.0%}{seen}")
        yield "\n".join(rows)
