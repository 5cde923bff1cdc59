"""Given and found, claim by claim, in a database on disk: memory stays small."""

import hashlib
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from claimgraph.atomic import in_temporary_folder
from claimgraph.errors import ExportError
from claimgraph.exports.features import FEATURES, Finding, features_of
from claimgraph.model import Batch, Judgement

SHOWN = 20
WIDTH = 8
NONE = bytes(WIDTH)
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE given (claim TEXT PRIMARY KEY, proposition TEXT, digest TEXT,
    features BLOB, found INTEGER DEFAULT 0) WITHOUT ROWID;
CREATE TABLE mention (entity TEXT, claim TEXT, PRIMARY KEY (entity, claim))
    WITHOUT ROWID;
CREATE TABLE judged (claim TEXT, judgement TEXT, PRIMARY KEY (claim, judgement))
    WITHOUT ROWID;
CREATE TABLE parallel (claim TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE short (feature TEXT, claim TEXT, level TEXT,
    PRIMARY KEY (feature, claim)) WITHOUT ROWID;
"""
PARALLEL = """
INSERT INTO parallel SELECT claim FROM given JOIN (
    SELECT proposition FROM given GROUP BY proposition HAVING count(*) > 1)
USING (proposition)
"""
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a ledger: given, reduced and lost by feature, and the claims."""

    given: int
    out: int
    features: Mapping[str, int]
    reduced: Mapping[str, int]
    lost: Mapping[str, int]
    claims: Mapping[str, tuple[str, ...]]
    corpus_sha256: str


class Ledger:
    """Takes what is given to a writer, then what a reader found, then sums up."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="claimgraph-")
        path = Path(self.folder.name) / "ledger.sqlite"
        # a writer that works in a thread of its own may pull the batches
        self.base = sqlite3.connect(path, check_same_thread=False)
        with in_temporary_folder():
            self.base.executescript(TABLES)
        self.unnamed: set[str] = set()
        self.articles: dict[str, str] = {}
        self.judgements: dict[str, Judgement] = {}
        self.features: Counter[str] = Counter()
        self.short: Counter[tuple[str, str]] = Counter()
        self.complete = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.base.close()
        self.folder.cleanup()

    def give(self, batch: Batch) -> None:
        """Notes the claims of a batch that a writer gets."""
        self.articles[batch.article.id] = batch.article.sha256
        self.judgements |= {one.id: one for one in batch.judgements or ()}
        self.unnamed |= {one.id for one in batch.entities if one.unnamed}
        rows: list[Row] = []
        mentions: list[Row] = []
        for claim in batch.claims:
            features = features_of(claim, batch.article, self.unnamed)
            self.features.update(features.keys())
            asked = f"{claim.proposition} {claim.polarity}"
            rows.append((claim.id, asked, claim.digest, packed(features)))
            named = {claim.subject, claim.object, *(hop.holder for hop in claim.chain)}
            mentions += ((one, claim.id) for one in named if one is not None)
        add = "INSERT INTO given (claim, proposition, digest, features)"
        with in_temporary_folder():
            try:
                self.base.executemany(f"{add} VALUES (?, ?, ?, ?)", rows)
            except sqlite3.IntegrityError:
                reason = f"{batch.article.id}: a claim is given twice"
                raise ExportError(reason) from None
            self.base.executemany("INSERT INTO mention VALUES (?, ?)", mentions)

    def close(self) -> None:
        """Works out what only shows among all claims; nothing is given after it."""
        self.complete = True
        with in_temporary_folder():
            for one in self.judgements.values():
                self.base.execute(
                    "INSERT INTO judged SELECT DISTINCT claim, ? FROM mention "
                    "WHERE entity IN (?, ?)",
                    (one.id, one.left, one.right),
                )
            self.base.execute(PARALLEL)
        self.features["judgements"] = self.count("count(DISTINCT claim) FROM judged")
        self.features["parallel_claims"] = self.count("count(*) FROM parallel")

    def count(self, what: str) -> int:
        """One number from the database."""
        return cast("int", self.base.execute(f"SELECT {what}").fetchone()[0])

    def take(self, finding: Finding) -> None:
        """Compares what a reader found of a claim with what was given.

        ExportError for a claim that was not given, or is found twice: the file says
        what nobody has claimed.
        """
        if not self.complete:
            self.close()
        asked = "UPDATE given SET found = found + 1 WHERE claim = ? AND found = 0 "
        with in_temporary_folder():
            row = self.base.execute(f"{asked} RETURNING features", (finding.claim,))
            found = cast("list[tuple[bytes]]", row.fetchall())
        if not found:
            raise ExportError(f"the file has claim {finding.claim}, which is not given")
        with in_temporary_folder():
            self.compare(finding, unpacked(found[0][0]))

    def compare(self, finding: Finding, given: dict[str, bytes]) -> None:
        """Notes every feature of a claim that is not carried as it was given."""
        given |= self.among_all(finding.claim)
        for name, digest in given.items():
            held = finding.features.get(name)
            level = "lost"
            if held is not None and held.level == "reduced":
                same = held.value is None or digest_of(held.value) == digest
                level = "reduced" if same else "lost"
            elif held is not None and digest_of(held.value) == digest:
                continue
            self.note(name, finding.claim, level)

    def among_all(self, claim: str) -> dict[str, bytes]:
        """The features of a claim that only show among all claims."""
        given: dict[str, bytes] = {}
        if self.features["judgements"]:
            asked = "SELECT judgement FROM judged WHERE claim = ? ORDER BY judgement"
            ids = [row[0] for row in self.base.execute(asked, (claim,))]
            given |= {"judgements": digest_of(ids)} if ids else {}
        asked = "SELECT 1 FROM parallel WHERE claim = ?"
        if self.base.execute(asked, (claim,)).fetchone():
            given["parallel_claims"] = digest_of(claim)
        return given

    def note(self, feature: str, claim: str, level: str) -> None:
        """Notes one feature of one claim that is reduced or lost."""
        self.short[feature, level] += 1
        self.base.execute("INSERT INTO short VALUES (?, ?, ?)", (feature, claim, level))

    def totals(self, full: bool = False) -> Totals:
        """The sums; `full` names all claims that lack something, not only some."""
        if not self.complete:
            self.close()
        out = self.count("count(*) FROM given WHERE found")
        missing = "SELECT claim, features FROM given WHERE NOT found"
        for claim, features in self.base.execute(missing).fetchall():
            for name in unpacked(features) | self.among_all(claim):
                self.note(name, claim, "lost")
        return Totals(
            given=self.count("count(*) FROM given"),
            out=out,
            features={name: self.features[name] for name in FEATURES},
            reduced={name: self.short[name, "reduced"] for name in FEATURES},
            lost={name: self.short[name, "lost"] for name in FEATURES},
            claims={name: self.named(name, full) for name in FEATURES},
            corpus_sha256=self.corpus_sha256(),
        )

    def named(self, feature: str, full: bool) -> tuple[str, ...]:
        """The claims in which a feature is reduced or lost, sorted."""
        asked = "SELECT claim FROM short WHERE feature = ? ORDER BY claim LIMIT ?"
        rows = self.base.execute(asked, (feature, -1 if full else SHOWN))
        return tuple(cast("str", row[0]) for row in rows)

    def corpus_sha256(self) -> str:
        """Changes with any article, claim or judgement; their order does not matter.

        The same that a report prints on the same claims.
        """
        found = hashlib.sha256()
        for stem, sha256 in sorted(self.articles.items()):
            found.update(f"article {stem} {sha256}\n".encode())
        for row in self.base.execute("SELECT claim, digest FROM given ORDER BY claim"):
            found.update(f"claim {row[0]} {row[1]}\n".encode())
        for _, one in sorted(self.judgements.items()):
            words = f"{one.left} {one.verdict} {one.right}"
            found.update(f"judgement {words}\n".encode())
        return found.hexdigest()


def account(batches: Iterable[Batch], findings: Iterable[Finding]) -> Totals:
    """What became of the claims of the batches, as far as a reader found them."""
    with Ledger() as ledger:
        for batch in batches:
            ledger.give(batch)
        for finding in findings:
            ledger.take(finding)
        return ledger.totals()


def digest_of(value: object) -> bytes:
    """A digest of the value as JSON; a tuple is a list, the order of keys is none."""
    text = json.dumps(value, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=WIDTH).digest()


def packed(features: Mapping[str, object]) -> bytes:
    """One digest after the other, in the fixed order; zeros for what is not there."""
    return b"".join(
        digest_of(features[name]) if name in features else NONE for name in FEATURES
    )


def unpacked(features: bytes) -> dict[str, bytes]:
    """The digests of the features that are there."""
    parts = (features[at : at + WIDTH] for at in range(0, len(features), WIDTH))
    return {
        name: part for name, part in zip(FEATURES, parts, strict=True) if part != NONE
    }
