"""Where the mapping of a table lies, and what to do where none does."""

import shlex
from pathlib import Path

# beside the table, with its whole name
BESIDE = ".map.yaml"


def mapping_beside(table: Path) -> Path:
    """Where the mapping of a table is looked for if none is given.

    >>> mapping_beside(Path("a/events.csv")).as_posix()
    'a/events.csv.map.yaml'
    """
    return table.with_name(f"{table.name}{BESIDE}")


def mapping_advice(table: Path) -> str:
    """What to do with a table of which nobody said what its columns mean."""
    command = f"claimgraph map {shlex.quote(str(table))}"
    return (
        f"no mapping says what its columns mean: `{command}` proposes one (what "
        "claimgraph exported leads out only)"
    )
