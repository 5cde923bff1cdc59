"""One article in a file of Claims JSONL: decisions about its claims, a word each."""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.coding.entries import text_of
from claimgraph.errors import CorpusError
from claimgraph.ids import fill_derived
from claimgraph.loaders import claims_jsonl
from claimgraph.model import Batch, Claim, Review
from claimgraph.reviewing.claims_file import HeldClaims
from claimgraph.schema import load_schema
from claimgraph.type_guards import is_map

ENDINGS = (".jsonl", ".ndjson")
KEYS = {"review": r"[a-z]+", "digest": r"[0-9a-f]{20}"}


@dataclass(frozen=True, slots=True)
class LinesFile(HeldClaims):
    """An article in such a file; `text` is all of it, `rows` are its claims' lines.

    Decisions move no line, so that others may decide about other articles.
    """

    rows: tuple[tuple[int, str], ...]

    def over(self, text: str) -> "LinesFile | None":
        """The same where its claims stand in another text as they did; else None."""
        lines = text.split("\n")
        for number, line in self.rows:
            if number >= len(lines) or lines[number] != line:
                return None
        return replace(self, text=text)

    def now(self, text: str) -> "LinesFile":
        """The article as its file says now; CorpusError where it is gone."""
        same = self if text == self.text else self.over(text)
        if same is not None:
            return same
        for one in read_lines_file(self.path):
            if one.stem == self.stem:
                return one
        raise CorpusError(f"holds {self.stem} no more", file=str(self.path))


def decide_lines(
    sheets: Sequence[tuple[LinesFile, Collection[Claim]]], review: Review
) -> list[LinesFile]:
    """Articles of one file with another decision about some claims of each."""
    lines = sheets[0][0].text.split("\n")
    batches: list[Batch] = []
    for sheet, claims in sheets:
        decided: dict[str, Claim] = {}
        for claim in claims:
            changed = replace(claim, review=review)
            symmetric = load_schema().symmetric(claim.relation)
            fill_derived(changed, sheet.batch.article, symmetric)
            number = line_of(claim)
            lines[number] = decided_line(lines[number], changed)
            decided[claim.id] = changed
        own = tuple(decided.get(one.id, one) for one in sheet.claims)
        batches.append(replace(sheet.batch, claims=own))
    text, path = "\n".join(lines), sheets[0][0].path
    return [with_rows(path, text, lines, batch) for batch in batches]


def line_of(claim: Claim) -> int:
    """The line of a claim, counted from 0."""
    line = claim.where.line if claim.where else None
    if line is None:
        raise CorpusError("stands on no line", key=claim.id)
    return line - 1


def with_rows(path: Path, text: str, lines: Sequence[str], batch: Batch) -> LinesFile:
    """An article of a file, with the lines of its claims."""
    rows = tuple((line_of(one), lines[line_of(one)]) for one in batch.claims)
    return LinesFile(path, text, batch, rows)


def decided_line(line: str, claim: Claim) -> str:
    """The line of a claim with its decision, and the digest that follows from it."""
    before = said_on(line)
    after = line
    meant = dict(before)
    for key, written in KEYS.items():
        if key in before:
            new = str(getattr(claim, key))
            pattern = rf'("{key}":\s*")(?:{written})(")'
            after = re.sub(pattern, rf"\g<1>{new}\g<2>", after, count=1)
            meant[key] = new
    if said_on(after) != meant:
        where = claim.where
        line_number = where.line if where else None
        reason = "the decision cannot be written here: change it by hand"
        raise CorpusError(reason, file=where.file if where else "", line=line_number)
    return after


def said_on(line: str) -> dict[str, object]:
    """The keys of the claim on a line."""
    block: object = json.loads(line)
    claim = block.get("claim") if is_map(block) else None
    return dict(claim) if is_map(claim) else {}


def read_lines_file(path: Path) -> Iterator[LinesFile]:
    """The articles of a file with their claims; LoaderError where it is none such."""
    text = text_of(path)
    lines = text.split("\n")
    held: Batch | None = None
    for batch in claims_jsonl.read(path):
        if held is not None and held.article.id == batch.article.id:
            entities = {one.id: one for one in (*held.entities, *batch.entities)}
            held = replace(
                held,
                claims=(*held.claims, *batch.claims),
                entities=tuple(entities.values()),
                problems=(*held.problems, *batch.problems),
            )
            continue
        if held is not None:
            yield with_rows(path, text, lines, held)
        held = batch
    if held is not None:
        yield with_rows(path, text, lines, held)
