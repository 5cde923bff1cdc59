"""What a file says of each subject, kept on disk: pyoxigraph reads, SQLite finds."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE part (subject TEXT, said TEXT);
CREATE TABLE link (verb TEXT, target TEXT, subject TEXT);
"""
INDEXES = """
CREATE INDEX by_subject ON part (subject);
CREATE INDEX by_target ON link (verb, target);
"""
ROWS = 1000


class Said(NamedTuple):
    """One thing that is said of a subject: an IRI, or the text of a literal."""

    verb: str
    is_iri: bool
    value: str


class QuadIndex:
    """Subjects with all that is said of them, in any graph; blank nodes are left out.

    `looked_for` are the properties by whose value subjects can be found.
    """

    def __init__(self, folder: Path, looked_for: Iterable[str]) -> None:
        # a load pulls batches in a thread of its own
        path = folder / "quads.sqlite"
        self.base = sqlite3.connect(path, check_same_thread=False)
        self.base.executescript(TABLES)
        self.looked_for = set(looked_for)

    def close(self) -> None:
        """Lets go of the file."""
        self.base.close()

    def fill(self, quads: Iterable[Quad]) -> None:
        """Takes in all quads; those of one subject come together, as a rule."""
        parts: list[tuple[str, str]] = []
        links: list[tuple[str, str, str]] = []
        for subject, said in subject_runs(quads):
            parts.append((subject, json.dumps(said)))
            links += (
                (one.verb, one.value, subject)
                for one in said
                if one.is_iri and one.verb in self.looked_for
            )
            if len(parts) >= ROWS:
                self.put(parts, links)
                parts, links = [], []
        self.put(parts, links)
        self.base.executescript(INDEXES)

    def put(
        self, parts: list[tuple[str, str]], links: list[tuple[str, str, str]]
    ) -> None:
        """Writes rows."""
        self.base.executemany("INSERT INTO part VALUES (?, ?)", parts)
        self.base.executemany("INSERT INTO link VALUES (?, ?, ?)", links)

    def said_of(self, subject: str) -> list[Said]:
        """All that is said of a subject, each thing once."""
        asked = "SELECT said FROM part WHERE subject = ?"
        found: dict[Said, None] = {}
        for (text,) in self.base.execute(asked, (subject,)):
            things: list[tuple[str, bool, str]] = loaded(text)
            for verb, is_iri, value in things:
                found[Said(verb, is_iri, value)] = None
        return list(found)

    def subjects(self, verb: str, target: str) -> list[str]:
        """The subjects of which something is said, sorted."""
        asked = "SELECT DISTINCT subject FROM link WHERE verb = ? AND target = ?"
        rows = self.base.execute(f"{asked} ORDER BY subject", (verb, target))
        return [str(row[0]) for row in rows.fetchall()]

    def unlinked(self, verb: str, target: str, link: str, end: str) -> list[str]:
        """Subjects with a verb and target whose link leads to no such end, sorted."""
        asked = (
            "SELECT subject FROM link WHERE verb = ? AND target = ? EXCEPT "
            "SELECT a.subject FROM link a JOIN link b ON b.subject = a.target "
            "WHERE a.verb = ? AND b.verb = ? AND b.target = ? ORDER BY subject"
        )
        rows = self.base.execute(asked, (verb, target, link, verb, end))
        return [str(row[0]) for row in rows.fetchall()]


loaded = json.JSONDecoder().decode


def subject_runs(quads: Iterable[Quad]) -> Iterator[tuple[str, list[Said]]]:
    """Runs of quads with one subject."""
    current, said = "", list[Said]()
    for quad in quads:
        subject, term = quad.subject, quad.object
        if not isinstance(subject, NamedNode):
            continue
        if not isinstance(term, NamedNode | Literal):
            continue
        if subject.value != current:
            if said:
                yield current, said
            current, said = subject.value, []
        is_iri = isinstance(term, NamedNode)
        said.append(Said(quad.predicate.value, is_iri, term.value))
    if said:
        yield current, said
