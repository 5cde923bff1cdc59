"""ontology.ttl: classes, properties and concept schemes, from the schema."""

from collections.abc import Iterator

from claimgraph.ontology.foreign import foreign_terms
from claimgraph.ontology.properties import property_terms
from claimgraph.ontology.terms import CLASSES, SCHEMES, Term
from claimgraph.ontology.turtle import (
    HEADER,
    MORE_PREFIXES,
    Pair,
    block,
    english,
    literal,
    prefixes,
)
from claimgraph.schema.types import PREFIXES, NodeType, RelationType, Schema

# the Graph node only says which database this is
NOT_IN_RDF = ("Graph",)
LICENSE = "http://www.apache.org/licenses/LICENSE-2.0"
# OWL 2 knows no days without a time: in the data they are typed, here any literal may
# stand, and the shapes ask for the type
DAY = "xsd:date"
# words of the closed lists that other vocabularies have too
CLOSE_CONCEPTS = {
    "denied": "aida:Negated",
    "asserts": "aida:EpistemicTrueCertain",
    "unverified": "aida:EpistemicUnknown",
}


def vocabulary(schema: Schema) -> str:
    """The vocabulary as Turtle: the same schema gives the same bytes."""
    parts = [
        f"# {HEADER}\n",
        prefixes(({*PREFIXES, *MORE_PREFIXES}) - {"cgs", "oa", "sh"} | {"oa"}),
        head(schema),
        *(class_of(node) for node in schema.nodes.values() if in_rdf(node)),
        *(term_class(term) for term in CLASSES),
        *map(property_of, property_terms(schema.claim)),
        *(scheme(name.capitalize(), text) for name, text in SCHEMES.items()),
        scheme(
            "Kind", "The finer type of an entity, a relation, an article or a zone."
        ),
        scheme("Relation", "What a claim can say: one concept for each relation type."),
        *concepts(schema),
        *(relation_concept(relation) for relation in schema.relations.values()),
        *foreign_terms(schema),
    ]
    return "\n".join(parts)


def in_rdf(node: NodeType) -> bool:
    """Whether nodes of this type leave as RDF."""
    return node.label not in NOT_IN_RDF


def head(schema: Schema) -> str:
    """The ontology itself: what it is for, whose it is, and which version."""
    iri = PREFIXES["cg"].rstrip("#")
    about = english(
        "Who says that which group did or is what, on whose word, and who says "
        "otherwise. Nothing here is a finding: everything is a claim."
    )
    return block(
        f"<{iri}>",
        [
            ("a", ["owl:Ontology"]),
            ("rdfs:comment", about),
            ("dcterms:title", english("claimgraph: who says it")),
            ("dcterms:description", about),
            ("dcterms:creator", english("the authors of claimgraph")),
            ("dcterms:license", [f"<{LICENSE}>"]),
            ("owl:versionIRI", [f"<{iri}/{schema.version}>"]),
            ("owl:versionInfo", [literal(schema.version)]),
            ("vann:preferredNamespacePrefix", [literal("cg")]),
            ("vann:preferredNamespaceUri", [literal(PREFIXES["cg"])]),
        ],
    )


def class_of(node: NodeType) -> str:
    """The class of a node type."""
    parent = [f"cg:{node.parent}"] if node.parent is not None else []
    return block(
        f"cg:{node.label}",
        [
            ("a", ["owl:Class"]),
            ("rdfs:subClassOf", [*parent, *node.sub_class_of]),
            ("rdfs:label", english(node.title)),
            ("rdfs:comment", english(node.description)),
            ("skos:closeMatch", node.close_match),
        ],
    )


def term_class(term: Term) -> str:
    """A class that is no node type."""
    return block(
        f"cg:{term.name}",
        [
            ("a", ["owl:Class"]),
            ("rdfs:subClassOf", term.parents.split()),
            ("rdfs:label", english(term.name)),
            ("rdfs:comment", english(term.comment)),
            ("skos:closeMatch", term.close.split()),
        ],
    )


def property_of(term: Term) -> str:
    """A property; several domains are hints, since RDFS would want all at once."""
    literals = term.range.startswith("xsd:")
    kind = "owl:DatatypeProperty" if literals else "owl:ObjectProperty"
    domains = [curie_of(name) for name in term.domain.split()]
    ranges = ["rdfs:Literal"] if term.range == DAY else term.range.split()
    comment = f"{term.comment} A day: xsd:date." if term.range == DAY else term.comment
    return block(
        f"cg:{term.name}",
        [
            ("a", [kind if term.range else "rdf:Property"]),
            ("rdfs:subPropertyOf", term.parents.split()),
            ("rdfs:label", english(term.label)),
            ("rdfs:comment", english(comment)),
            ("rdfs:domain", domains if len(domains) == 1 else []),
            ("schema:domainIncludes", domains if len(domains) > 1 else []),
            ("rdfs:range", [curie_of(name) for name in ranges]),
            ("skos:closeMatch", term.close.split()),
        ],
    )


def curie_of(name: str) -> str:
    """A name as Turtle has it; one without a prefix is ours."""
    return name if ":" in name else f"cg:{name}"


def scheme(name: str, comment: str) -> str:
    """A concept scheme."""
    return block(
        f"cg:{name}",
        [
            # tools that write pages take any concept scheme for the ontology itself
            ("a", ["cg:ClosedList"]),
            ("rdfs:label", english(name.lower())),
            ("rdfs:comment", english(comment)),
        ],
    )


def concepts(schema: Schema) -> Iterator[str]:
    """The words of all closed lists; a word of two lists is one concept in both."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in SCHEMES:
        for word, meaning in schema.lists[name].items():
            found.setdefault(word, {}).setdefault(name.capitalize(), []).append(meaning)
    for word, meanings in kinds(schema).items():
        found.setdefault(word, {})["Kind"] = meanings
    for word in sorted(found):
        texts = list(dict.fromkeys(t for meant in found[word].values() for t in meant))
        close = CLOSE_CONCEPTS.get(word)
        yield concept(word, list(found[word]), texts, [close] if close else [])


def kinds(schema: Schema) -> dict[str, list[str]]:
    """Every kind with its meanings, each after the type that it belongs to."""
    found: dict[str, list[str]] = {}
    types = {
        **{node.title: node.kind_notes for node in schema.nodes.values()},
        **{name: relation.kind_notes for name, relation in schema.relations.items()},
        "Zone": schema.lists["zone"],
    }
    for title, notes in types.items():
        for word, meaning in notes.items():
            found.setdefault(word, []).append(f"{title}: {meaning}")
    return found


def concept(
    word: str, schemes: list[str], meanings: list[str], close: list[str]
) -> str:
    """One word of a closed list."""
    inside = [f"cg:{name}" for name in schemes]
    text = "; ".join(meanings)
    return block(
        f"cg:{word}",
        [
            ("a", ["skos:Concept"]),
            ("skos:inScheme", inside),
            ("skos:prefLabel", english(word.replace("-", " "))),
            ("rdfs:label", english(word.replace("-", " "))),
            ("rdfs:comment", english(text)),
            ("skos:closeMatch", close),
        ],
    )


def relation_concept(relation: RelationType) -> str:
    """One relation type: what it relates is a note, so that nothing is entailed."""
    ends = f"from {', '.join(relation.source)} to {', '.join(relation.target)}"
    if relation.value is not None:
        ends = f"from {', '.join(relation.source)}, with a {relation.value}"
    extra = [
        ("symmetric", relation.symmetric),
        ("both ends of one type", relation.same_type),
        (f"roles: {', '.join(relation.roles)}", bool(relation.roles)),
        ("may be former", relation.former),
        ("may say where", relation.place),
        ("may leave the day open", relation.undated),
        (f"words: {', '.join(relation.word_notes)}", bool(relation.word_notes)),
        (f"total of {' and '.join(relation.total_of)}", bool(relation.total_of)),
    ]
    notes = [ends, *(text for text, holds in extra if holds)]
    pairs: list[Pair] = [
        ("a", ["skos:Concept"]),
        ("skos:inScheme", ["cg:Relation"]),
        ("skos:prefLabel", english(relation.label)),
        ("rdfs:label", english(relation.label)),
        ("rdfs:comment", english(relation.description)),
        ("skos:note", [literal(note, "en") for note in notes]),
        ("skos:example", english(relation.example)),
        ("skos:closeMatch", relation.close_match),
    ]
    return block(f"cg:{relation.name}", pairs)
