"""What no reader of Claims JSONL can leave out, in the standard library alone.

    python benchmarks/decoding.py claims.jsonl

decodes each line, and makes three hashes for each claim over the bytes of its line.
"""

import hashlib
import json
import sys
from pathlib import Path


def main() -> None:
    """Decode and hash; how many claims there are."""
    claims = 0
    with Path(sys.argv[1]).open("rb") as file:
        for raw in file:
            if "claim" in json.loads(raw):
                claims += 1
                third = len(raw) // 3
                for start in (0, third, 2 * third):
                    hashlib.sha256(raw[start : start + third]).hexdigest()
    print(claims)


if __name__ == "__main__":
    main()
