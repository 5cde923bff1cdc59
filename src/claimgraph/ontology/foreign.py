"""Terms of other vocabularies that ours names, declared so that OWL tools take them."""

from collections.abc import Iterator

from claimgraph.ontology.properties import property_terms
from claimgraph.ontology.terms import CLASSES
from claimgraph.ontology.turtle import MORE_PREFIXES, block
from claimgraph.schema.types import PREFIXES, Schema

# what OWL knows by itself
BUILT_IN = ("cg", "owl", "rdf", "rdfs", "xsd")
NEEDED = ("skos:Concept", "skos:ConceptScheme")
# what only says something to readers, and entails nothing
ANNOTATIONS = """
    dcterms:creator dcterms:description dcterms:license dcterms:title
    schema:domainIncludes skos:closeMatch skos:example skos:inScheme skos:note
    skos:prefLabel vann:preferredNamespacePrefix vann:preferredNamespaceUri
"""


def foreign_terms(schema: Schema) -> Iterator[str]:
    """The declarations of all terms that are not ours, sorted by kind and name."""
    terms = property_terms(schema.claim)
    classes = {*NEEDED, *(one for term in CLASSES for one in term.parents.split())}
    classes |= {one for node in schema.nodes.values() for one in node.sub_class_of}
    classes |= {one for term in terms for one in term.range.split() if ":" in one}
    properties = {one for term in terms for one in term.parents.split()}
    known = {**PREFIXES, **MORE_PREFIXES}
    for kind, names in (
        ("owl:Class", classes),
        ("owl:ObjectProperty", properties),
        ("owl:AnnotationProperty", set(ANNOTATIONS.split())),
    ):
        for name in sorted(names):
            prefix = name.partition(":")[0]
            if prefix not in BUILT_IN:
                space = f"<{known[prefix]}>"
                yield block(name, [("a", [kind]), ("rdfs:isDefinedBy", [space])])
