"""Entities, articles and judgements from their quads."""

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
from claimgraph.rdf.reading.nodes import CG, Node
from claimgraph.schema.types import Schema


def entity_from(node: Node, schema: Schema) -> Entity:
    """The entity of a node, whose type must be the one that its id begins with."""
    own = node.id_of(node.iri, "")
    types = {term.value.removeprefix(CG) for term in node.terms("rdf:type")}
    label = schema.label_of(own)
    if label is not None and label not in types:
        node.tell("rdf:type", f"must be cg:{label}, as the id says")
    pairs = (item.partition("=") for item in node.texts("cg:outsideId"))
    return Entity(
        id=own,
        name=node.text("skos:prefLabel"),
        aliases=aliases_from(node),
        kind=node.concept("cg:kind"),
        description=node.maybe("dcterms:description"),
        ids=tuple(sorted((scheme, number) for scheme, _, number in pairs)),
        unnamed="Unnamed" in types,
        collective=node.flag("cg:collective"),
        by=node.maybe("cg:by"),
        within=node.below("cg:within"),
        lat=node.decimal("cg:lat"),
        lon=node.decimal("cg:lon"),
        where=node.where(),
    )


def aliases_from(node: Node) -> tuple[Alias, ...]:
    """The other names in their order; plain labels that are no part come last."""
    parts = tuple(
        Alias(
            part.text("cg:name"), part.flag("cg:caseExact"), part.flag("cg:ambiguous")
        )
        for part in node.parts("cg:alias")
    )
    known = {alias.name for alias in parts}
    rest = sorted(set(node.texts("skos:altLabel")) - known)
    return *parts, *map(Alias, rest)


def article_from(node: Node, corpus: str) -> Article:
    """The article of a node; without its text no quote can be checked."""
    text = node.maybe("cg:text")
    # absent means checked, as with the other flags that are not written
    checked = not node.terms("cg:quoteChecked") or node.flag("cg:quoteChecked")
    zones = (
        Zone(
            zone.needed("cg:kind", zone.concept("cg:kind")),
            zone.text("cg:from"),
            zone.maybe("cg:to"),
        )
        for zone in node.parts("cg:zone")
    )
    return Article(
        id=node.id_of(node.iri, "", "article/"),
        corpus=node.maybe("cg:corpus") or corpus,
        title=node.text("dcterms:title"),
        kind=node.concept("cg:kind") or "news",
        publisher=node.below("cg:publishedBy"),
        author=node.below("cg:writtenBy"),
        published=node.maybe("cg:published"),
        published_why=node.maybe("cg:publishedWhy"),
        language=node.maybe("dcterms:language"),
        url=node.maybe("schema:url"),
        sha256=node.text("cg:sha256"),
        source_sha256=node.maybe("cg:sourceSha256"),
        retells=tuple(retelling_from(one) for one in node.parts("cg:retelling")),
        marking=node.maybe("cg:marking"),
        zones=tuple(zones),
        note=node.maybe("cg:note"),
        text=text,
        quote_checked=checked and text is not None,
        rejected=node.whole("cg:rejected") or 0,
        where=node.where(),
    )


def retelling_from(node: Node) -> Retelling:
    """A passage that tells another work again."""
    work = node.source.node(node.needed("cg:work", node.link("cg:work")) or "")
    told: str | Work = work.id_of(work.iri, "", "article/")
    if work.flag("cg:outside"):
        told = Work(
            work.text("dcterms:title"),
            work.below("cg:publishedBy"),
            work.maybe("cg:published"),
        )
    return Retelling(told, node.maybe("cg:from"), node.maybe("cg:to"))


def judgement_from(node: Node) -> Judgement:
    """What a person decided about two ids; the id must be the one worked out."""
    own = node.id_of(node.iri, "", "judgement/")
    one = Judgement(
        id=own,
        left=node.needed("cg:left", node.below("cg:left")),
        right=node.needed("cg:right", node.below("cg:right")),
        verdict=node.needed("cg:verdict", node.concept("cg:verdict")),
        who=node.text("cg:who"),
        when=node.text("cg:when"),
        why=node.text("cg:why"),
        where=node.where(),
    )
    known = judgement_id(one.left, one.right, one.verdict, one.who, one.when)
    if own != known:
        node.tell("", f"{own} is written, but worked out it is {known}")
    return one
