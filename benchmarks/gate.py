"""Claims JSONL through the gate of either version, and how many problems it has.

python benchmarks/gate.py claims.jsonl
"""

import sys
from functools import partial
from pathlib import Path

import claimgraph.gate
from claimgraph.loaders import find_loader
from claimgraph.schema import load_schema


def main() -> None:
    """Read and check every batch."""
    schema = load_schema()
    if hasattr(claimgraph.gate, "Gate"):
        problems = claimgraph.gate.Gate(schema).problems
    else:
        problems = partial(claimgraph.gate.check, schema=schema)
    batches = find_loader("claims_jsonl").read(Path(sys.argv[1]))
    print(sum(len(problems(batch)) for batch in batches))


if __name__ == "__main__":
    main()
