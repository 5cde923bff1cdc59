"""Thousands of articles into one file of claims: how many a second, in what memory.

python benchmarks/extract_many.py [--articles 1000] [--rules core] [--output FILE]

measures N articles and ten times as many, each run in a process of its own.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from claimgraph.extraction.trees.parse import has_parser
from measures import machine, versions
from parts import PAGE, put
from readings import print_reading, reading_of

PLACES = ("Northtown", "Southford", "Eastbridge", "Westmere", "Highdale")
GROUPS = ("River Front", "Hill Army", "Marsh Brigade", "Coast Column", "Lake Guard")
FILLER = (
    "Shops in the old town stayed shut for the rest of the day, and buses were sent "
    "round by the ring road. Traders said that prices of flour had risen again, and "
    "that few people came to buy. A teacher said her school would open on Monday. "
)
# characters of an article, about
LENGTH = 3_000


def article(number: int) -> str:
    """A made-up article of some 3 kB, no two of them alike."""
    place, group = PLACES[number % 5], GROUPS[number // 5 % 5]
    other = GROUPS[(number // 5 + 1) % 5]
    head = (
        f"Blast in {place} kills {number % 30 + 2}, report {number}\n\n6 May 2024\n\n"
        f"At least {number % 30 + 2} people were killed when a bomb went off in the "
        f"market of {place} on Monday, the interior ministry said.\n\n"
        f"The militant group {group} claimed responsibility for the attack. The "
        f"{other} denied any role in Monday's bombing. The {group} is led by "
        f"Omar Dara{number % 90}.\n\n"
    )
    paragraphs = (f"{number + at}: {FILLER}\n\n" for at in range(100))
    text = head
    for paragraph in paragraphs:
        if len(text) + len(paragraph) > LENGTH:
            break
        text += paragraph
    return text


def lines(number: int) -> Iterator[str]:
    """So many articles, a line each."""
    for at in range(number):
        yield json.dumps({"id": f"day{at}", "text": article(at)}) + "\n"


def extract(path: Path, rules: str) -> int:
    """Has all articles of a file read; how many claims that gave."""
    from claimgraph.api.extracting.into_file import FileRun, open_output
    from claimgraph.api.extracting.producers import UseRules

    out = path.with_suffix(".claims.jsonl")
    out.unlink(missing_ok=True)
    run = FileRun(out, UseRules("nlp" if rules == "nlp" else "core"))
    with open_output(out, "jsonl") as output:
        for _ in run.run([str(path)], output):
            pass
    return run.tally.proposed


def page(articles: int, kinds: list[str], scratch: Path) -> str:
    """The part of the page."""
    rows = [
        "## Thousands of articles",
        "",
        "`python benchmarks/extract_many.py` measures this part: made-up articles of",
        "some 3,000 characters, out of a file of lines into one of claims, by one",
        "process. Articles are by second of the processor, what is imported and read",
        "first included; MB is the most that the process took. With ten times as many",
        "articles memory has to stay: what is kept of each is its digest and its name.",
        f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.",
        f"{machine()}.",
        "",
        "| rules | articles | claims | articles a second | MB | MB, ten times / once |",
        "|---|---|---|---|---|---|",
    ]
    for kind in kinds:
        once = 0.0
        for times in (1, 10):
            path = scratch / f"{kind}{times}.jsonl"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(lines(articles * times))
            claims, seconds, memory = reading_of(__file__, kind, str(path))
            ratio = f"{memory / once:.2f}" if once else ""
            rows.append(
                f"| {kind} | {articles * times:,} | {claims:,} "
                f"| {articles * times / seconds:,.1f} | {memory:.0f} | {ratio} |"
            )
            once = memory
    return "\n".join(rows)


def main() -> None:
    """Measure all, or one reading in a process that was started for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--rules", choices=("core", "nlp"))
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--measure", nargs=2)
    given = parser.parse_args()
    if given.measure:
        rules, path = given.measure
        print_reading(lambda held: extract(held, rules), Path(path))
        return
    kinds = ["core", *(["nlp"] if has_parser() else [])]
    kinds = [given.rules] if given.rules else kinds
    with tempfile.TemporaryDirectory() as scratch:
        put(given.output, "extract", page(given.articles, kinds, Path(scratch)))


if __name__ == "__main__":
    main()
