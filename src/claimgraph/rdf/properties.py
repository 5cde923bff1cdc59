"""Which property of RDF holds what of the model: tables to write by and to read by.

What claims and hops hold is declared in claim.yaml, and what a property is of in the
vocabulary. Links between nodes, languages and quotes stand in the code.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimgraph.ontology.properties import property_terms
from claimgraph.schema import load_schema
from claimgraph.schema.claim_fields import camel_case
from claimgraph.schema.types import PREFIXES, ClaimField

Kind = Literal[
    "text", "concept", "entity", "integer", "decimal", "flag", "date", "moment"
]
NAMESPACES: Mapping[str, str] = {
    **PREFIXES,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
KINDS: Mapping[str, Kind] = {
    "skos:Concept": "concept",
    **dict.fromkeys(("Entity", "Place", "Organization", "Person"), "entity"),
    "xsd:integer": "integer",
    "xsd:decimal": "decimal",
    "xsd:boolean": "flag",
}
# of a claim, but told of its proposition, its article and its selector
ELSEWHERE = ("article", "proposition", "relation", "subject_id", "object_id", "quote")
# files have said them in this order; what is not here comes after them
ORDER = """
    rdf:type cg:proposition cg:article cg:subject cg:object cg:hop cg:index cg:holder
    cg:stance cg:cue cg:cueStart cg:cueEnd cg:implicit cg:medium cg:polarity cg:reason
    cg:modality cg:kind cg:role cg:former cg:value cg:origin cg:hops cg:selector cg:by
    cg:review cg:confidence cg:grade cg:note cg:label cg:digest cg:validWords
    cg:repliesTo cg:how cg:said cg:saidFrom cg:saidTo cg:valid cg:validFrom cg:validTo
    prov:generatedAtTime
"""
# what is not called as the attribute is
NAMES = {
    "publisher": "publishedBy",
    "author": "writtenBy",
    "start_words": "from",
    "end_words": "to",
}
# what goes without saying, and is not written
USUAL: Mapping[str, object] = {"quote_checked": True, "rejected": 0}


@cache
def iri_of(name: str) -> str:
    """The IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


RANKS = {iri_of(name): rank for rank, name in enumerate(ORDER.split())}
LAST = len(RANKS)


def rank_of(pair: tuple[str, object]) -> int:
    """The place of what is said of a claim or a hop in a file."""
    return RANKS.get(pair[0], LAST)


@dataclass(frozen=True, slots=True)
class Property:
    """An attribute of the model, its property and how RDF writes it.

    `name` is prefixed, as in `cg:kind`; `usual` is the value that is not written.
    """

    attribute: str
    name: str
    iri: str
    kind: Kind
    needed: bool = False
    usual: object = None


Table = tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The properties of each class of the model, in the order of files."""

    claim: Table
    reply: Table
    value: Table
    hop: Table
    entity: Table
    alias: Table
    article: Table
    zone: Table
    retelling: Table
    work: Table
    judgement: Table


@cache
def property_tables() -> Tables:
    """The tables, worked out once."""
    fields = load_schema().claim
    return Tables(
        claim=field_table(fields.node, ""),
        reply=field_table(fields.node, "reply"),
        value=field_table(fields.node, "value"),
        hop=field_table(fields.hop, ""),
        entity=attribute_table("kind collective by within lat lon"),
        alias=attribute_table("name case_exact ambiguous", {"name"}),
        article=attribute_table(
            "corpus kind publisher author published_why sha256 source_sha256 marking"
            " note quote_checked rejected text published",
            {"sha256"},
        ),
        zone=attribute_table("kind start_words end_words", {"kind", "start_words"}),
        retelling=attribute_table("start_words end_words"),
        work=attribute_table("publisher published"),
        judgement=attribute_table(
            "left right verdict who when why",
            {"left", "right", "verdict", "who", "when", "why"},
        ),
    )


@cache
def ranges() -> Mapping[str, str]:
    """What each property of the vocabulary is of."""
    return {term.name: term.range for term in property_terms(load_schema().claim)}


def field_table(fields: Iterable[ClaimField], part: str) -> Table:
    """The fields of a claim or a hop itself, or of one part of it."""
    found: list[Property] = []
    for field in fields:
        above, _, attribute = (field.path or "").rpartition(".")
        if field.rdf and attribute and above == part and field.name not in ELSEWHERE:
            needed = field.required and not field.derived
            found.append(property_of(attribute, field.rdf, needed))
    return tuple(sorted(found, key=lambda one: rank_of((one.iri, one))))


def attribute_table(names: str, needed: Collection[str] = ()) -> Table:
    """The attributes of a class, whose properties are ours."""
    return tuple(
        property_of(name, f"cg:{NAMES.get(name, camel_case(name))}", name in needed)
        for name in names.split()
    )


def property_of(attribute: str, name: str, needed: bool) -> Property:
    """One property, of the kind that the vocabulary says."""
    kind = kind_of(name)
    usual = USUAL.get(attribute, False if kind == "flag" else None)
    return Property(attribute, name, iri_of(name), kind, needed, usual)


@cache
def kind_of(name: str) -> Kind:
    """How RDF writes what a prefixed name holds."""
    local = name.partition(":")[2]
    if name == "prov:generatedAtTime":
        return "moment"
    return "date" if f"{local}From" in ranges() else KINDS.get(ranges()[local], "text")
