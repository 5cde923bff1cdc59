"""Entities and judgements as quads, in the graphs of their own."""

from collections.abc import Iterable, Iterator

from claimgraph.model import Alias, Entity, Judgement
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    SKOS,
    TYPE,
    Literal,
    Pair,
    Quad,
    concept,
    decimal,
    flag,
    pairs,
    spoken,
    text,
    whole,
)


def entity_quads(
    entity: Entity, label: str, language: str, names: Names
) -> Iterator[Quad]:
    """An entity: its type is its label in the graph, its names are in a language."""
    graph, iri = names.graph("entities"), names.entity(entity.id)
    for verb, term in entity_pairs(entity, label, language, names):
        yield iri, verb, term, graph
    if not in_parts(entity.aliases):
        return
    for index, alias in enumerate(entity.aliases, 1):
        own = f"{iri}/alias/{index}"
        yield iri, f"{CG}alias", own, graph
        yield own, TYPE, f"{CG}Alias", graph
        for verb, term in pairs(
            index=whole(index),
            name=Literal(alias.name),
            caseExact=flag(alias.case_exact),
            ambiguous=flag(alias.ambiguous),
        ):
            yield own, verb, term, graph


def in_parts(aliases: tuple[Alias, ...]) -> bool:
    """Whether names alone would lose something: a mark, or the order of several."""
    return len(aliases) > 1 or any(one.case_exact or one.ambiguous for one in aliases)


def entity_pairs(
    entity: Entity, label: str, language: str, names: Names
) -> Iterator[Pair]:
    """What is said of the entity itself."""
    yield TYPE, CG + label
    if entity.unnamed:
        yield TYPE, f"{CG}Unnamed"
    yield f"{SKOS}prefLabel", spoken(entity.name, language)
    for name in dict.fromkeys(alias.name for alias in entity.aliases):
        yield f"{SKOS}altLabel", spoken(name, language)
    if entity.description is not None:
        description = spoken(entity.description, language)
        yield "http://purl.org/dc/terms/description", description
    for scheme, number in entity.ids:
        yield f"{CG}outsideId", Literal(f"{scheme}={number}")
    yield from pairs(
        kind=concept(entity.kind),
        collective=flag(entity.collective),
        by=text(entity.by),
        within=names.entity(entity.within) if entity.within else None,
        lat=decimal(entity.lat),
        lon=decimal(entity.lon),
    )


def judgement_quads(
    judgement: Judgement, corpora: Iterable[str], names: Names
) -> Iterator[Quad]:
    """What a person decided about two ids, and in the files of which corpora."""
    graph, iri = names.graph("judgements"), names.judgement(judgement.id)
    yield iri, TYPE, f"{CG}Judgement", graph
    for corpus in corpora:
        yield iri, f"{CG}corpus", Literal(corpus), graph
    for verb, term in pairs(
        left=names.entity(judgement.left),
        right=names.entity(judgement.right),
        verdict=concept(judgement.verdict),
        who=text(judgement.who),
        when=text(judgement.when),
        why=text(judgement.why),
    ):
        yield iri, verb, term, graph
