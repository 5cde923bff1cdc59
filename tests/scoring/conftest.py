"""The modules of benchmarks/ that are tested here, which import one another."""

import sys
from importlib import import_module
from pathlib import Path

BENCHMARKS = str(Path(__file__).parents[2] / "benchmarks")
TESTED = (
    "codings",
    "extraction",
    "muc",
    "muc_keys",
    "muc_tables",
    "score_tables",
    "systems",
)

# for a moment: what lies there must not hide a folder of tests of the same name
sys.path.insert(0, BENCHMARKS)
try:
    for name in TESTED:
        import_module(name)
finally:
    sys.path.remove(BENCHMARKS)
