"""What OWL tools need of ontology.ttl: declarations, no odd datatypes, whose it is."""

from functools import cache

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Namespace

from claimgraph.resources import packaged_path
from claimgraph.schema.types import PREFIXES

CG = Namespace(PREFIXES["cg"])


@cache
def ontology() -> Graph:
    """The file that is shipped, read by rdflib."""
    return Graph().parse(data=packaged_path("ontology.ttl").read_text("utf-8"))


def test_terms_of_others_are_declared_and_none_is_ours() -> None:
    """OWL tools refuse a term of which they do not know what it is."""
    known = {*ontology().subjects(RDF.type, None), OWL.Class, RDFS.Literal}
    for verb in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        for target in ontology().objects(None, verb):
            assert target in known or str(target).startswith(str(XSD)), target
    for used in {*ontology().predicates()}:
        builtin = str(used).startswith((str(RDF), str(RDFS), str(OWL)))
        assert builtin or (used, RDF.type, OWL.AnnotationProperty) in ontology(), used
    assert XSD.date not in set(ontology().objects(None, RDFS.range))


def test_ontology_says_whose_it_is_and_nothing_else_is_a_scheme() -> None:
    [own] = ontology().subjects(RDF.type, OWL.Ontology)
    told = {verb: ontology().value(own, verb) for verb in ontology().predicates(own)}
    version = told[OWL.versionInfo]
    assert str(told[OWL.versionIRI]) == f"{own}/{version}"
    assert {DCTERMS.license, DCTERMS.creator, DCTERMS.title} <= told.keys()
    assert str(told[VANN.preferredNamespaceUri]) == str(CG)
    # pages that are made of an ontology take a scheme for the ontology itself
    assert not set(ontology().subjects(RDF.type, SKOS.ConceptScheme))
    schemes = set(ontology().objects(None, SKOS.inScheme))
    assert schemes == set(ontology().subjects(RDF.type, CG["ClosedList"]))
