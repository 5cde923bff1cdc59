"""`python -m claimgraph.ontology [ROOT]`: write the generated files of a checkout."""

import sys
from pathlib import Path

from claimgraph.ontology import write
from claimgraph.schema.reading import read_schema

if __name__ == "__main__":
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name in write(read_schema(root / "schema"), root):
        print(name)
