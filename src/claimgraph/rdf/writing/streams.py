"""Quads into files, through pyoxigraph: nothing is kept."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from pyoxigraph import Quad as OxQuad

from claimgraph.rdf.writing.names import check_base
from claimgraph.rdf.writing.terms import DECLARED, Literal, Quad, Term


def write_trig(quads: Iterable[Quad], target: Path, base: str) -> None:
    """The quads in a file, graph by graph."""
    write_terms(named_quads(quads), target, base, RdfFormat.TRIG)


def write_turtle(quads: Iterable[Quad], target: Path, base: str) -> None:
    """The quads in a file, the names of graphs left out."""
    write_terms(triples(quads), target, base, RdfFormat.TURTLE)


def write_terms(
    terms: Iterable[OxQuad] | Iterable[Triple], target: Path, base: str, form: RdfFormat
) -> None:
    """The terms in a file with our header; ExportError for what is no base."""
    check_base(base)
    with target.open("wb") as file:
        body = cast("IO[bytes]", Body(file, header(base)))
        serialize(terms, body, form, prefixes=DECLARED, base_iri=base)


def write_lines(quads: Iterable[Quad], target: Path, _base: str) -> None:
    """The quads as N-Quads: four terms on a line, as pyoxigraph has them; no base.

    A Quad object for each would take half of the time.
    """
    with target.open("w", encoding="utf-8", newline="") as file:
        for subject, verb, term, graph in quads:
            shown = word_text(term) if isinstance(term, str) else str(value(term))
            held = f"{node_text(subject)} {word_text(verb)} {shown}"
            file.write(f"{held} {word_text(graph)} .\n")


def header(base: str) -> bytes:
    """The base and the prefixes, in a fixed order."""
    lines = [f"@base <{base}> .\n"]
    lines += (f"@prefix {name}: <{iri}> .\n" for name, iri in DECLARED.items())
    return "".join(lines).encode()


class Body:
    """A file that passes on all but the first lines, which declare the prefixes.

    pyoxigraph declares them in an order that changes from run to run.
    """

    def __init__(self, file: IO[bytes], head: bytes) -> None:
        self.file, self.head, self.begun, self.waiting = file, head, False, b""

    def write(self, data: bytes) -> int:
        """Writes the header once the other one is over, then all that comes."""
        if self.begun:
            return self.file.write(data)
        self.waiting += data
        while b"\n" in self.waiting and self.waiting.startswith(b"@"):
            self.waiting = self.waiting.partition(b"\n")[2]
        if self.waiting and not self.waiting.startswith(b"@"):
            self.begun = True
            self.file.write(self.head + self.waiting)
        return len(data)

    def flush(self) -> None:
        """Does nothing: the file is flushed when it is closed."""


def named_quads(quads: Iterable[Quad]) -> Iterator[OxQuad]:
    """The quads in pyoxigraph's terms."""
    for subject, verb, term, graph in quads:
        yield OxQuad(node(subject), word(verb), value(term), word(graph))


def triples(quads: Iterable[Quad]) -> Iterator[Triple]:
    """The same without the names of graphs."""
    for subject, verb, term, _ in quads:
        yield Triple(node(subject), word(verb), value(term))


# a subject comes many times in a row, terms and graphs again and again
node = lru_cache(64)(NamedNode)
word = lru_cache(4096)(NamedNode)


def written_iri(iri: str) -> str:
    """An IRI as N-Quads write it."""
    return str(NamedNode(iri))


node_text = lru_cache(64)(written_iri)
word_text = lru_cache(4096)(written_iri)


def value(term: Term) -> NamedNode | Value:
    """A term of pyoxigraph's."""
    if not isinstance(term, Literal):
        return word(term)
    if term.datatype:
        return Value(term.text, datatype=word(term.datatype))
    if term.language:
        return Value(term.text, language=term.language)
    return Value(term.text)
