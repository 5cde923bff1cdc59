"""Claims JSONL line by line: where a section begins and ends, and that it is whole.

A section is what one export wrote, and files that were joined have several. Version 2
ends each with the number of its claims, so that a file that was cut can be told.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from claimgraph.corpus.lines import parsed_line
from claimgraph.corpus.plain_claims import plain_keys
from claimgraph.errors import LoaderError, Problem
from claimgraph.model import Where
from claimgraph.safe_text import shell_word
from claimgraph.type_guards import is_map

VERSIONS = (1, 2)
LONGEST_LINE = 64 * 2**20
MOST_BLANK = 10_000
STDIN = "-"
STDIN_ARTICLE = (
    "; an article on standard input is read by `claimgraph extract -`, and `claimgraph "
    "load corpus` takes it into the graph then"
)
Line = tuple[str, object, Where]
# one for all: nothing has a line of its own here but the line itself
NO_LINES: Mapping[str, int] = {}


class SectionLines:
    """One pass over the lines of a file."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, str(path)
        # the version of the section at hand (0: none is open), and its claims so far
        self.version, self.claims, self.number = 0, 0, 0
        self.sections = 0

    def lines(self, file: IO[bytes]) -> Iterator[Line | Problem]:
        """Kind, block and place of each line that says something, or what is wrong.

        The block of a claim with nothing unusual in it is its keys, checked already.
        LoaderError where it is no Claims JSONL, where a line has no end, and for more
        blank lines than anybody means.
        """
        blank = 0
        while raw := file.readline(LONGEST_LINE + 1):
            self.number += 1
            if len(raw) > LONGEST_LINE:
                raise self.refusal(f"is longer than {LONGEST_LINE // 2**20} MB")
            if raw.isspace() and self.number > 1:
                blank += 1
                if blank > MOST_BLANK:
                    raise self.refusal(f"is blank, as {MOST_BLANK} lines before it")
                continue
            found = self.line_meaning(raw)
            if found is not None:
                yield found
        if self.number == 0:
            self.begin(None)
        if self.version == 2:
            reason = (
                'the file stops here, before the line {"end": …} that closes it: it '
                "was cut; get it again, whole"
            )
            yield self.where().problem("", reason)

    def line_meaning(self, raw: bytes) -> Line | Problem | None:
        """What a line says, None where it only begins or ends a section."""
        where = self.where()
        keys = plain_keys(raw) if self.version else None
        if keys is not None:
            self.claims += 1
            return "claim", keys, where
        block = parsed_line(raw, where)
        if not self.version:
            self.begin(block)
            return None
        if isinstance(block, Problem):
            return block
        if len(block) != 1:
            return where.problem("", "must be an object with one key, its kind")
        [(kind, said)] = block.items()
        if self.version == 2 and kind == "end":
            return self.end(said)
        if self.version == 1 and kind == "claimgraph":
            # its files have no end line: one that was joined to them begins
            self.begin(block)
            return None
        if self.version == 2 and kind == "claimgraph":
            reason = "begins a file before the one above has its end line: it was cut"
            return where.problem("", reason)
        self.claims += kind == "claim"
        return kind, said, where

    def begin(self, block: object) -> None:
        """Opens a section; LoaderError where the line is not its head."""
        for version in VERSIONS:
            # True is 1, too
            if repr(block) == repr({"claimgraph": version}):
                self.version, self.claims = version, 0
                self.sections += 1
                return
        if self.number > 1:
            raise self.refusal(
                "comes after the end line: only another file may, with its first line"
            )
        self.number = 1
        known = " or ".join(f'{{"claimgraph": {version}}}' for version in VERSIONS)
        hint = STDIN_ARTICLE if self.name == STDIN else ""
        if is_map(block) and ("text" in block or "html" in block):
            hint = f"; these are articles: `claimgraph extract {shell_word(self.name)}`"
        reason = f"is no Claims JSONL: the first line must be {known}{hint}"
        raise self.refusal(reason)

    def end(self, said: object) -> Problem | None:
        """Closes the section; a problem where its claims are not so many."""
        self.version = 0
        if repr(said) == repr({"claims": self.claims}):
            return None
        reason = (
            f"counts other claims than the {self.claims} above it: lines were lost or "
            f'added; it must be {{"end": {{"claims": {self.claims}}}}}'
        )
        return self.where().problem("end", reason)

    def where(self) -> Where:
        """The line at hand."""
        return Where(self.name, "", self.number, NO_LINES, unwritten=0)

    def refusal(self, reason: str) -> LoaderError:
        """Why the file is not read on."""
        return LoaderError(reason, file=str(self.path), line=self.number)
