"""Entities and judgements as quads, in the graphs of their own."""

from collections.abc import Iterable, Iterator
from itertools import chain

from claimgraph.definitions import is_plain
from claimgraph.definitions.blocks import definition_text
from claimgraph.model import Alias, Entity, Judgement
from claimgraph.rdf.properties import property_tables
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    SKOS,
    TYPE,
    Literal,
    Pair,
    Quad,
    part_quads,
    property_pairs,
)


def entity_quads(entity: Entity, label: str, names: Names) -> Iterator[Quad]:
    """An entity: its type is its label in the graph.

    Its names have no language: nobody says which one an article took a name from.
    """
    graph, iri = names.graph("entities"), names.entity(entity.id)
    for verb, term in entity_pairs(entity, label, names):
        yield iri, verb, term, graph
    if not in_parts(entity.aliases):
        return
    for index, alias in enumerate(entity.aliases, 1):
        own = f"{iri}/alias/{index}"
        yield iri, f"{CG}alias", own, graph
        pairs = property_pairs(alias, property_tables().alias, names)
        yield from part_quads(own, "Alias", pairs, graph, index)


def in_parts(aliases: tuple[Alias, ...]) -> bool:
    """Whether names alone would lose something: a mark, or the order of several."""
    return len(aliases) > 1 or any(one.case_exact or one.ambiguous for one in aliases)


def entity_pairs(entity: Entity, label: str, names: Names) -> Iterator[Pair]:
    """What is said of the entity itself."""
    yield TYPE, CG + label
    if entity.unnamed:
        yield TYPE, f"{CG}Unnamed"
    yield f"{SKOS}prefLabel", Literal(entity.name)
    for name in dict.fromkeys(entity.names[1:]):
        yield f"{SKOS}altLabel", Literal(name)
    if entity.description is not None:
        description = "http://purl.org/dc/terms/description"
        yield description, Literal(entity.description)
    for scheme, number in entity.ids:
        yield f"{CG}outsideId", Literal(f"{scheme}={number}")
    for one in () if is_plain(entity) else entity.definitions:
        yield f"{CG}definition", Literal(definition_text(one))
    yield from property_pairs(entity, property_tables().entity, names)


def judgement_quads(
    judgement: Judgement, corpora: Iterable[str], names: Names
) -> Iterator[Quad]:
    """What a person decided about two ids, and in the files of which corpora."""
    graph, iri = names.graph("judgements"), names.judgement(judgement.id)
    files: Iterable[Pair] = ((f"{CG}corpus", Literal(corpus)) for corpus in corpora)
    pairs = property_pairs(judgement, property_tables().judgement, names)
    yield from part_quads(iri, "Judgement", chain(files, pairs), graph)
