"""What is said of one subject, whatever graph it stands in; what is odd is told."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from claimgraph.errors import Problem
from claimgraph.model import Where
from claimgraph.rdf.properties import NAMESPACES, Kind, Table, iri_of
from claimgraph.rdf.reading.quad_index import QuadIndex, Said

CG, TYPE = NAMESPACES["cg"], iri_of("rdf:type")

MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|\+00:00)", re.ASCII)


@dataclass(slots=True)
class RdfSource:
    """A file that has been taken in: its base, what is wrong in it."""

    file: str
    index: QuadIndex
    base: str
    problems: list[Problem] = field(default_factory=list[Problem])

    def node(self, iri: str) -> "Node":
        """All that is said of one subject; nothing is said of one without a name."""
        values: dict[str, list[Said]] = {}
        for one in self.index.said_of(iri) if iri else ():
            values.setdefault(one.verb, []).append(one)
        return Node(self, iri, values)

    def instances(self, name: str) -> list[str]:
        """The IRIs of the subjects of a class of ours, sorted."""
        return self.index.subjects(TYPE, CG + name)

    def take_problems(self) -> tuple[Problem, ...]:
        """The problems so far, which are forgotten."""
        found, self.problems = tuple(self.problems), []
        return found


@dataclass(slots=True)
class Node:
    """A subject with its values; each name is prefixed, as in `oa:exact`."""

    source: RdfSource
    iri: str
    values: dict[str, list[Said]]

    def terms(self, name: str) -> list[Said]:
        """The values of a property."""
        return self.values.get(iri_of(name), [])

    def only(self, name: str) -> Said | None:
        """The one value of a property; several are a problem."""
        found = self.terms(name)
        if len(found) > 1:
            self.tell(name, f"has {len(found)} values, and may have one")
        return found[0] if found else None

    def tell(self, name: str, reason: str) -> None:
        """Notes what is wrong with a property."""
        self.source.problems.append(self.where().problem(name, reason))

    def where(self) -> Where:
        """The place of this subject in the file."""
        return Where(self.source.file, self.iri.removeprefix(self.source.base))

    def maybe(self, name: str) -> str | None:
        """A text that may be absent."""
        found = self.only(name)
        if found is not None and found.is_iri:
            self.tell(name, "must be a text, not an IRI")
            return None
        return found.value if found is not None else None

    def text(self, name: str) -> str:
        """A text that must be there."""
        return self.needed(name, self.maybe(name))

    def needed(self, name: str, found: str | None) -> str:
        """What must be there, or an empty text and a problem."""
        if found is None:
            self.tell(name, "is missing")
        return found or ""

    def texts(self, name: str) -> Iterator[str]:
        """All texts of a property."""
        for term in self.terms(name):
            if not term.is_iri:
                yield term.value

    def link(self, name: str) -> str | None:
        """The IRI of what a property points to."""
        found = self.only(name)
        if found is not None and not found.is_iri:
            self.tell(name, "must be an IRI, not a text")
            return None
        return found.value if found is not None else None

    def below(self, name: str, folder: str = "") -> str | None:
        """The id of what a property points to: what its IRI adds to the base."""
        iri = self.link(name)
        return self.id_of(iri, name, folder) if iri is not None else None

    def id_of(self, iri: str, name: str, folder: str = "") -> str:
        """What an IRI adds to the base and a folder; other IRIs are a problem."""
        start = self.source.base + folder
        if not iri.startswith(start):
            self.tell(name, f"{iri[:100]} does not begin with {start}")
        return iri.removeprefix(start)

    def concept(self, name: str) -> str | None:
        """A word of a closed list of ours; whether it is on it, the gate says."""
        iri = self.link(name)
        if iri is not None and not iri.startswith(CG):
            self.tell(name, f"{iri[:100]} is no term of ours")
        return iri.removeprefix(CG) if iri is not None else None

    def flag(self, name: str) -> bool:
        """Whether a property is there and true."""
        found = self.maybe(name)
        if found not in (None, "true", "false", "1", "0"):
            self.tell(name, f"{found[:40]!r} is neither true nor false")
        return found in ("true", "1")

    def whole(self, name: str) -> int | None:
        """A whole number that may be absent."""
        found = self.maybe(name)
        if found is None:
            return None
        digits = found.removeprefix("+").removeprefix("-")
        if len(digits) > 19 or not (digits.isascii() and digits.isdigit()):
            self.tell(name, f"{found[:40]!r} is no whole number")
            return None
        return int(found)

    def decimal(self, name: str) -> float | None:
        """A number that may be absent."""
        found = self.maybe(name)
        try:
            return float(found) if found is not None else None
        except ValueError:
            self.tell(name, f"{str(found)[:40]!r} is no number")
            return None

    def moment(self, name: str) -> str | None:
        """A time in UTC to the second that may be absent."""
        text = self.maybe(name)
        found = MOMENT.fullmatch(text or "")
        if text is not None and found is None:
            reason = f"{text[:40]!r} is no time in UTC such as 2026-11-22T12:00:00Z"
            self.tell(name, reason)
        return f"{found[1]}Z" if found is not None else None

    def parts(self, name: str) -> list["Node"]:
        """The parts that a property points to, by their indexes from 1."""
        links = [one.value for one in self.terms(name) if one.is_iri]
        found = [self.source.node(iri) for iri in links]
        placed = [(node.whole("cg:index"), node) for node in found]
        indexes = sorted(index or 0 for index, _ in placed)
        if indexes != list(range(1, len(found) + 1)):
            self.tell(name, f"have the indexes {indexes}, not 1 to {len(found)}")
        return [node for _, node in sorted(placed, key=lambda one: one[0] or 0)]


Made = TypeVar("Made")
READERS: Mapping[Kind, Callable[[Node, str], object]] = {
    "text": Node.maybe,
    "concept": Node.concept,
    "entity": Node.below,
    "integer": Node.whole,
    "decimal": Node.decimal,
    "flag": Node.flag,
    "date": Node.maybe,
    "moment": Node.moment,
}


def maker_of(make: Callable[..., Made]) -> Callable[..., Made]:
    """A class to be called with the values of a file, which the gate checks."""
    return make


def property_values(node: Node, table: Table) -> dict[str, object]:
    """What a subject says, by attribute; what is absent is left out, or a problem."""
    found: dict[str, object] = {}
    for item in table:
        there = item.iri in node.values
        value = READERS[item.kind](node, item.name) if there else None
        if value is None and item.needed:
            value = node.needed(item.name, None)
        if value is not None:
            found[item.attribute] = value
    return found
