"""Turtle as text: terms, literals and blocks in a fixed order."""

import json
from collections.abc import Iterable, Sequence

from claimgraph.schema.types import PREFIXES

MORE_PREFIXES = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "np": "http://www.nanopub.org/nschema#",
    "vann": "http://purl.org/vocab/vann/",
}
HEADER = "Generated from schema/ by `python -m claimgraph.ontology`: do not edit."
Pair = tuple[str, Sequence[str]]


def prefixes(names: Iterable[str]) -> str:
    """The @prefix lines for some of the known prefixes."""
    known = {**PREFIXES, **MORE_PREFIXES}
    return "".join(f"@prefix {name}: <{known[name]}> .\n" for name in sorted(names))


def literal(text: str, language: str = "") -> str:
    r"""A quoted literal.

    >>> print(literal('say "no"', "en"))
    "say \"no\""@en
    """
    # JSON's escapes are a part of Turtle's, once non-ASCII stays as it is
    quoted = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"{quoted}@{language}" if language else quoted


def english(text: str) -> list[str]:
    """One English literal, as the objects of a pair."""
    return [literal(text, "en")]


def block(subject: str, pairs: Iterable[Pair]) -> str:
    """All that is said about one subject; pairs without objects are left out.

    >>> print(block("cg:Hop", [("a", ["owl:Class"]), ("rdfs:seeAlso", [])]), end="")
    cg:Hop a owl:Class .
    """
    lines = [f"{verb} {', '.join(objects)}" for verb, objects in pairs if objects]
    return f"{subject} " + " ;\n  ".join(lines) + " .\n"
