"""What does a plain reader find in a written file? One module per format.

A reader shares no code with the writer of its format: it says what is in the file,
not what should be.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from claimgraph import modules
from claimgraph.exports.features import Finding


class Verifier(Protocol):
    """What every module of this folder offers."""

    def findings(self, target: Path, base: str) -> Iterator[Finding]:
        """What the file or folder says of each claim in it, each claim once."""
        ...


def find_verifier(name: str) -> Verifier:
    """The verifier of a format; ClaimgraphError for an unknown one."""
    return cast(Verifier, modules.find(sys.modules[__name__], name))
