"""Plain terms: an IRI is a str, a literal a Literal, a quad a tuple of four."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from claimgraph.dates import span
from claimgraph.schema.types import PREFIXES

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CG, PROV, SKOS = PREFIXES["cg"], PREFIXES["prov"], PREFIXES["skos"]
OA, DCTERMS, SCHEMA = PREFIXES["oa"], PREFIXES["dcterms"], PREFIXES["schema"]
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


def text(words: str | None) -> Literal | None:
    """A plain text, if there is one."""
    return None if words is None else Literal(words)


def spoken(words: str, language: str) -> Literal:
    """A text in a language; an empty language is none."""
    return Literal(words, language=language)


def tag(language: str | None) -> str:
    """A language as RDF may tag it, in lower case, or nothing.

    >>> tag("EN"), tag("Pashto, mostly")
    ('en', '')
    """
    lowered = (language or "").lower()
    return lowered if TAG.fullmatch(lowered) else ""


def whole(number: int | None) -> Literal | None:
    """A whole number, if there is one."""
    return None if number is None else Literal(str(number), f"{XSD}integer")


def decimal(number: float | None) -> Literal | None:
    """A number without an exponent, so that it reads back as the same float.

    >>> decimal(1e-7).text
    '0.0000001'
    """
    if number is None:
        return None
    return Literal(f"{Decimal(repr(float(number))):f}", f"{XSD}decimal")


def flag(holds: bool) -> Literal | None:
    """True; what does not hold is not written."""
    return Literal("true", f"{XSD}boolean") if holds else None


def moment(loaded: str | None) -> Literal | None:
    """A time in UTC, written as rdflib leaves it: `+00:00`, not `Z`."""
    if loaded is None:
        return None
    return Literal(f"{loaded.removesuffix('Z')}+00:00", f"{XSD}dateTime")


def concept(word: str | None) -> str | None:
    """A word of one of the closed lists."""
    return None if word is None else CG + word


def dated(name: str, edtf: str | None) -> Iterator[Pair]:
    """An EDTF text with its earliest and latest day; an open end has no day."""
    if edtf is None:
        return
    yield CG + name, Literal(edtf)
    days = span(edtf)
    if days.earliest is not None:
        yield f"{CG}{name}From", Literal(days.earliest, f"{XSD}date")
    if days.latest is not None:
        yield f"{CG}{name}To", Literal(days.latest, f"{XSD}date")


def pairs(**terms: Term | None) -> Iterator[Pair]:
    """Properties of our vocabulary with what they hold; None is left out.

    A trailing underscore keeps a name from being a keyword of Python.
    """
    for name, term in terms.items():
        if term is not None:
            yield CG + name.removesuffix("_"), term
