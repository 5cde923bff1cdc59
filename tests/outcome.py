"""Says which files of a run took longest, how many tests were left out, and why.

    python tests/outcome.py RESULTS.xml [--require]

With --require it is a failure to leave out what .ci/run has to have: tests of Neo4j, of
the Cypher checker, of the browser, of the readers that others wrote, of what git
keeps, and of the extras.
"""

import argparse
import ast
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# of how many files it is told how long they took
TOLD = 15
# what the results say of each file that is left out as a whole
WHOLE_FILE = "collection skipped"
REQUIRED = (
    *("no Neo4j", "no Cypher checker", "no browser", "no strangers", "no git"),
    # the lock brings every extra that a test needs
    *("needs the extra", "could not import", "no pip"),
)


def reasons(results: Path) -> Iterator[str | None]:
    """For each test of a run why it was left out; None if it ran."""
    for case in ElementTree.parse(results).iter("testcase"):
        left_out = case.find("skipped")
        yield None if left_out is None else reason_of(left_out)


def reason_of(left_out: ElementTree.Element) -> str:
    """Why a test was left out; that of a whole file stands in the text alone."""
    message = left_out.get("message", "no reason")
    if message != WHOLE_FILE:
        return message
    # a path, a line and the reason, as Python writes them
    told: tuple[str, int, str] = ast.literal_eval(left_out.text or "")
    return told[2].removeprefix("Skipped: ")


def seconds_of_files(results: Path) -> Counter[str]:
    """How many seconds the tests of each file took together."""
    found: Counter[str] = Counter()
    for case in ElementTree.parse(results).iter("testcase"):
        taken = round(float(case.get("time", 0)))
        found[case.get("classname", "").replace(".", "/")] += taken
    return found


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="What a run of the tests left out.")
    parser.add_argument("results", type=Path)
    parser.add_argument("--require", action="store_true")
    arguments = parser.parse_args()
    if not arguments.results.is_file():
        sys.exit("the tests wrote no results")
    print("seconds of the slowest files of tests:")
    for name, seconds in seconds_of_files(arguments.results).most_common(TOLD):
        print(f"  {seconds:5} {name}")
    counts = Counter(reasons(arguments.results))
    ran = counts.pop(None, 0)
    print(f"{ran} tests ran, {counts.total()} could not run here")
    for reason, number in sorted((str(why), each) for why, each in counts.items()):
        print(f"  {number}: {reason}")
    if arguments.require and any(str(why).startswith(REQUIRED) for why in counts):
        sys.exit("tests that have to run here were left out")
    if ran == 0:
        sys.exit("no test ran")


if __name__ == "__main__":
    main()
