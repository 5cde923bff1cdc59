"""Properties of the vocabulary: the fields of claims, and those that only RDF has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimgraph.ontology.terms import PROPERTIES, Term
from claimgraph.schema.types import ClaimField, ClaimFields, ClaimType

# what fields of a claim are close to elsewhere
CLOSE = {"said": "aida:claimDateTime"}
# how RDF types a value, unless it is a word of a closed list or an entity
RANGES: Mapping[ClaimType, str] = {
    "string": "xsd:string",
    "text": "xsd:string",
    "edtf": "xsd:string",
    "integer": "xsd:integer",
    "float": "xsd:decimal",
    "boolean": "xsd:boolean",
    "datetime": "xsd:dateTime",
}


def property_terms(claim: ClaimFields) -> list[Term]:
    """All properties: the listed ones in their order, then the fields that are not."""
    fields = field_terms(claim)
    found: list[Term] = []
    for term in PROPERTIES:
        if isinstance(term, str):
            found += fields.pop(term)
        else:
            fields.pop(term.name, None)
            found.append(term)
    return [*found, *(term for terms in fields.values() for term in terms)]


def field_terms(claim: ClaimFields) -> dict[str, list[Term]]:
    """The terms of each field with a property of ours: one, and two more for days."""
    found: dict[str, list[Term]] = {}
    for domain, field in placed_fields(claim):
        prefix, _, name = (field.rdf or "").partition(":")
        if prefix == "cg":
            # a name that two places share is one property of both
            terms = found.get(name) or terms_of(field, name)
            both = [
                replace(one, domain=f"{one.domain} {domain}".strip()) for one in terms
            ]
            found[name] = both
    return found


def placed_fields(claim: ClaimFields) -> Iterable[tuple[str, ClaimField]]:
    """Each field with the class whose property it is."""
    for field in claim.node:
        value = (field.path or "").startswith("value.")
        yield "Value" if value else "Claim", field
    for field in claim.hop:
        yield "Hop", field


def terms_of(field: ClaimField, name: str) -> list[Term]:
    """The property of a field, and those of both its days if it is a date."""
    comment = field.meaning[0].upper() + field.meaning[1:]
    kind = "skos:Concept" if field.list else RANGES[field.type]
    own = Term(
        name,
        f"{comment}, EDTF." if field.day else f"{comment}.",
        range="Entity" if field.entity else kind,
        close=CLOSE.get(name, ""),
    )
    if field.day is None:
        return [own]
    days = [("From", f"Earliest {field.day}."), ("To", f"Latest {field.day}.")]
    return [own, *(Term(name + end, text, range="xsd:date") for end, text in days)]
