"""Entities, articles and judgements from their quads."""

from dataclasses import replace

from claimgraph.definitions import defined_entity
from claimgraph.definitions.blocks import definitions_from
from claimgraph.errors import ClaimgraphError
from claimgraph.ids import judgement_id
from claimgraph.model import (
    Alias,
    Article,
    Entity,
    Judgement,
    Retelling,
    Work,
    Zone,
)
from claimgraph.rdf.properties import property_tables
from claimgraph.rdf.reading.nodes import CG, Node, maker_of, property_values
from claimgraph.schema.types import Schema


def entity_from(node: Node, schema: Schema) -> Entity:
    """The entity of a node, whose type must be the one that its id begins with."""
    own = node.id_of(node.iri, "")
    types = {term.value.removeprefix(CG) for term in node.terms("rdf:type")}
    label = schema.label_of(own)
    if label is not None and label not in types:
        node.tell("rdf:type", f"must be cg:{label}, as the id says")
    pairs = (item.partition("=") for item in node.texts("cg:outsideId"))
    make = maker_of(Entity)
    entity = make(
        id=own,
        name=node.text("skos:prefLabel"),
        aliases=aliases_from(node),
        description=node.maybe("dcterms:description"),
        ids=tuple(sorted((scheme, number) for scheme, _, number in pairs)),
        unnamed="Unnamed" in types,
        where=node.where(),
        **property_values(node, property_tables().entity),
    )
    try:
        told = definitions_from(node.texts("cg:definition"))
        return defined_entity(entity, told)
    except ClaimgraphError as error:
        node.tell("cg:definition", error.message)
        return entity


def aliases_from(node: Node) -> tuple[Alias, ...]:
    """The other names in their order; plain labels that are no part come last."""
    make = maker_of(Alias)
    table = property_tables().alias
    parts = tuple(
        make(**property_values(part, table)) for part in node.parts("cg:alias")
    )
    known = {alias.name for alias in parts}
    rest = sorted(set(node.texts("skos:altLabel")) - known)
    return *parts, *map(Alias, rest)


def article_from(node: Node, corpus: str) -> Article:
    """The article of a node; without its text no quote can be checked."""
    tables = property_tables()
    values = property_values(node, tables.article)
    make = maker_of(Article)
    zone = maker_of(Zone)
    article = make(
        id=node.id_of(node.iri, "", "article/"),
        title=node.text("dcterms:title"),
        language=node.maybe("dcterms:language"),
        url=node.maybe("schema:url"),
        retells=tuple(retelling_from(one) for one in node.parts("cg:retelling")),
        zones=tuple(
            zone(**property_values(one, tables.zone)) for one in node.parts("cg:zone")
        ),
        where=node.where(),
        **{"corpus": corpus, **values},
    )
    return replace(article, quote_checked=article.quote_checked and "text" in values)


def retelling_from(node: Node) -> Retelling:
    """A passage that tells another work again."""
    tables = property_tables()
    work = node.source.node(node.needed("cg:work", node.link("cg:work")) or "")
    retold: str | Work = work.id_of(work.iri, "", "article/")
    if work.flag("cg:outside"):
        outside = maker_of(Work)
        title = work.text("dcterms:title")
        publisher = work.maybe("cg:publisherName")
        named = {} if publisher is None else {"publisher": publisher}
        retold = outside(title, **named | property_values(work, tables.work))
    make = maker_of(Retelling)
    return make(retold, **property_values(node, tables.retelling))


def judgement_from(node: Node) -> Judgement:
    """What a person decided about two ids; the id must be the one worked out."""
    own = node.id_of(node.iri, "", "judgement/")
    make = maker_of(Judgement)
    values = property_values(node, property_tables().judgement)
    one = make(id=own, where=node.where(), **values)
    known = judgement_id(one.left, one.right, one.verdict, one.who, one.when)
    if own != known:
        node.tell("", f"{own} is written, but worked out it is {known}")
    return one
