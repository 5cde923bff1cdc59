"""Where something stands in a person's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimgraph.errors import Problem


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a person's file something stands; never part of its identity."""

    file: str
    key: str = ""
    line: int | None = None
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    # hops that a chain of the file begins without: hop 1 is the article's own voice
    unwritten: int = 1

    def problem(self, key: str, reason: str) -> Problem:
        """A problem at a key below this place: `subject`, `chain[0].cue`."""
        full = ".".join(filter(None, (self.key, key)))
        parts = key.replace("[", ".[").split(".")
        heads = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
        lines = filter(None, (self.lines.get(one.replace(".[", "[")) for one in heads))
        return Problem(self.file, next(lines, self.line), full, reason)
