"""Plain terms: an IRI is a str, a literal a Literal, a quad a tuple of four."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from claimgraph.dates import span
from claimgraph.rdf.properties import NAMESPACES, Kind, Table
from claimgraph.rdf.writing.names import Names

XSD = "http://www.w3.org/2001/XMLSchema#"
CG, RDF, OA, PROV, SKOS, DCTERMS, SCHEMA = (
    NAMESPACES[prefix]
    for prefix in ("cg", "rdf", "oa", "prov", "skos", "dcterms", "schema")
)
# what a file declares, in this order
DECLARED = {
    "cg": CG,
    "dcterms": DCTERMS,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}
TYPE = f"{RDF}type"
TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII)


class Literal(NamedTuple):
    """A text with its datatype, or with its language; neither is plain text."""

    text: str
    datatype: str = ""
    language: str = ""


Term = str | Literal
Pair = tuple[str, Term]
Quad = tuple[str, str, Term, str]


def language_text(words: str, language: str) -> Literal:
    """A text in a language; an empty language is none."""
    return Literal(words, language=language)


def language_tag(language: str | None) -> str:
    """A language as RDF may tag it, in lower case, or nothing.

    >>> language_tag("EN"), language_tag("Pashto, mostly")
    ('en', '')
    """
    lowered = (language or "").lower()
    return lowered if TAG.fullmatch(lowered) else ""


def plain_text(words: object) -> Literal:
    """A text without a language."""
    return Literal(str(words))


def integer(number: object) -> Literal:
    """A whole number."""
    return Literal(str(number), f"{XSD}integer")


def decimal(number: object) -> Literal:
    """A number without an exponent, so that it reads back as the same float.

    >>> decimal(1e-7).text
    '0.0000001'
    """
    held = number if isinstance(number, int | float) else 0
    return Literal(f"{Decimal(repr(float(held))):f}", f"{XSD}decimal")


def flag(holds: object) -> Literal:
    """True or false."""
    return Literal("true" if holds else "false", f"{XSD}boolean")


def moment(loaded: object) -> Literal:
    """A time in UTC, written as rdflib leaves it: `+00:00`, not `Z`."""
    return Literal(f"{str(loaded).removesuffix('Z')}+00:00", f"{XSD}dateTime")


def concept(word: object) -> str:
    """A word of one of the closed lists."""
    return f"{CG}{word}"


TERMS: Mapping[Kind, Callable[[object], Term]] = {
    "text": plain_text,
    "concept": concept,
    "integer": integer,
    "decimal": decimal,
    "flag": flag,
    "moment": moment,
}


def part_quads(
    own: str, kind: str, pairs: Iterable[Pair], graph: str, index: int = 0
) -> Iterator[Quad]:
    """A part of something as a node of one of our classes, with its index if any."""
    yield own, TYPE, CG + kind, graph
    if index:
        yield own, f"{CG}index", integer(index), graph
    for verb, term in pairs:
        yield own, verb, term, graph


def property_pairs(held: object, table: Table, names: Names) -> Iterator[Pair]:
    """What an object holds, in the order of its table; what is usual is left out."""
    for item in table:
        value: object = getattr(held, item.attribute)
        if value is None or value == item.usual:
            continue
        if item.kind == "date":
            yield from date_pairs(item.iri, str(value))
        elif item.kind == "entity":
            yield item.iri, names.entity(str(value))
        else:
            yield item.iri, TERMS[item.kind](value)


def date_pairs(iri: str, edtf: str) -> Iterator[Pair]:
    """An EDTF text with its earliest and latest day; an open end has no day."""
    yield iri, Literal(edtf)
    days = span(edtf)
    if days.earliest is not None:
        yield f"{iri}From", Literal(days.earliest, f"{XSD}date")
    if days.latest is not None:
        yield f"{iri}To", Literal(days.latest, f"{XSD}date")
