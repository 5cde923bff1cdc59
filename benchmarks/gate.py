"""Claims JSONL through the gate of either version, and how many problems it has.

python benchmarks/gate.py claims.jsonl
"""

import sys
from pathlib import Path

from claimgraph.gate import check
from claimgraph.loaders import find_loader
from claimgraph.schema import load_schema


def main() -> None:
    """Read and check every batch."""
    schema = load_schema()
    batches = find_loader("claims_jsonl").read(Path(sys.argv[1]))
    print(sum(len(check(batch, schema)) for batch in batches))


if __name__ == "__main__":
    main()
