"""Asks the registry which packages of requirements.lock have known weaknesses.

    python tests/audit.py [--require]

It works with pip-audit in an environment of its own below build/. A package of which
the registry says nothing was not audited, and is told so: with --require that is a
failure, as a weakness is anyhow, unless docs/decisions/0001-dependencies.md names it.
"""

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import cast

ROOT = Path(__file__).parents[1]
TOOL = "pip-audit==2.10.1"
RECORD = ROOT / "docs" / "decisions" / "0001-dependencies.md"
Found = dict[str, object]


def answers() -> list[Found]:
    """What the registry says of each package; nothing where it is out of reach."""
    home = ROOT / "build" / "audit"
    tool = home / "bin" / "pip-audit"
    if not tool.exists():
        venv.create(home, clear=True, with_pip=True)
        command = [str(home / "bin" / "pip"), "install", "--quiet", TOOL]
        if subprocess.run(command, check=False).returncode:
            return []
    words = ["-r", str(ROOT / "requirements.lock"), "--disable-pip", "--no-deps"]
    shown = ["--format", "json", "--progress-spinner", "off"]
    ran = subprocess.run(
        [tool, *words, *shown], capture_output=True, text=True, check=False
    )
    return listed(ran.stdout)


def listed(output: str) -> list[Found]:
    """The packages in what the tool wrote."""
    try:
        held = json.loads(output)
    except ValueError:
        return []
    return cast("list[Found]", held["dependencies"])


def weaknesses(found: list[Found], explained: str) -> Iterator[str]:
    """A line for each weakness that the record does not explain."""
    for one in found:
        for weak in cast("list[Found]", one.get("vulns", [])):
            if str(weak["id"]) not in explained:
                yield f"{one['name']} {one['version']}: {weak['id']}"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Known weaknesses of packages.")
    parser.add_argument("--require", action="store_true")
    given = parser.parse_args()
    found = answers()
    weak = [*weaknesses(found, RECORD.read_text("utf-8"))]
    left = [str(one["name"]) for one in found if "skip_reason" in one]
    print(f"{len(found) - len(left)} packages audited, {len(weak)} weaknesses")
    for line in weak:
        print(f"  {line}")
    if left or not found:
        print(
            f"NOT AUDITED: {', '.join(left) or 'the tool or its registry is not here'}"
        )
    sys.exit(bool(weak) or (given.require and bool(left or not found)))


if __name__ == "__main__":
    main()
