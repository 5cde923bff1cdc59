"""Pieces of SHACL as Turtle text.

Queries inside shapes may have no VALUES, MINUS or SERVICE (SHACL, section 5.3.2).
"""

from collections.abc import Iterable, Sequence

from claimgraph.ontology.turtle import MORE_PREFIXES, block, english, literal
from claimgraph.schema.types import PREFIXES

USED = ("cg", "oa", "prov", "owl")


def declared_prefixes() -> str:
    """The prefixes that the queries inside the shapes may use."""
    known = {**PREFIXES, **MORE_PREFIXES}
    held = [
        f'[ sh:prefix "{name}" ; sh:namespace "{known[name]}"^^xsd:anyURI ]'
        for name in USED
    ]
    return block("cgs:prefixes", [("a", ["owl:Ontology"]), ("sh:declare", held)])


def shape(name: str, target: str, comment: str, rules: Sequence[str]) -> str:
    """A node shape: its target as `sh:targetClass cg:Claim`, its rules as Turtle."""
    verb, _, object_ = target.partition(" ")
    pairs = [
        ("a", ["sh:NodeShape"]),
        (verb, [object_]),
        ("rdfs:comment", english(comment)),
    ]
    head = block(f"cgs:{name}", pairs).removesuffix(" .\n")
    return " ;\n  ".join([head, *rules]) + " .\n"


def exactly_one(path: str, *more: str) -> str:
    """A property that must be there once."""
    return held(path, "sh:minCount 1", "sh:maxCount 1", *more)


def at_most_one(path: str, *more: str) -> str:
    """A property that may be there once."""
    return held(path, "sh:maxCount 1", *more)


def held(path: str, *rules: str) -> str:
    """A property with its rules."""
    return f"sh:property [ {' ; '.join((f'sh:path {path}', *rules))} ]"


def one_of(words: Iterable[str]) -> str:
    """A rule: the value is one of these concepts."""
    return f"sh:in ( {' '.join(f'cg:{word}' for word in words)} )"


def graph_shape(name: str, comment: str, queries: Sequence[str]) -> str:
    """A shape whose queries are asked once of the whole graph.

    Its only focus node is the term cg:Claim: asked of each claim, the same queries
    took 70 ms a time, most of it spent in reading the query again.
    """
    return shape(name, "sh:targetNode cg:Claim", comment, queries)


def query(message: str, where: str, columns: str = "?value") -> str:
    """A rule for `graph_shape` that holds when the query finds no `?value`."""
    return (
        f"sh:sparql [ sh:message {literal(message)} ; sh:prefixes cgs:prefixes ;\n"
        f'    sh:select """SELECT $this {columns} WHERE {{ {where} }}""" ]'
    )
