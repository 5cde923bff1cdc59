"""A claim from its quads."""

from collections.abc import Mapping
from dataclasses import replace

from claimgraph.ids import ends as sort_ends
from claimgraph.ids import identified_claim
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Hop,
    Pointer,
    Reply,
    Selector,
    TextSpan,
    Value,
    XPath,
)
from claimgraph.rdf.properties import property_tables
from claimgraph.rdf.reading.nodes import Node, maker_of, property_values
from claimgraph.schema.types import Schema

# worked out of the chain, and no part of what a claim is made of
COUNTED = ("origin", "hops")


def claim_from(node: Node, article: Article, schema: Schema) -> Claim:
    """The claim of a node; what is derived is worked out again and compared."""
    about = node.source.node(node.link("cg:proposition") or "")
    ends = node if node.terms("cg:subject") else about
    quote, selector = quote_from(node)
    written = property_values(node, property_tables().claim)
    make = maker_of(Claim)
    claim = make(
        article=article.id,
        relation=node.needed("cg:relation", about.concept("cg:relation")),
        subject=node.needed("cg:subject", ends.below("cg:subject")),
        object=ends.below("cg:object"),
        value=value_from(node),
        chain=chain_from(node, article),
        quote=quote,
        selector=selector,
        reply=reply_from(node),
        where=node.where(),
        **{name: held for name, held in written.items() if name not in COUNTED},
    )
    symmetric = schema.symmetric(claim.relation)
    if ends is node:
        sorted_ends = about.below("cg:subject"), about.below("cg:object")
        if sorted_ends != sort_ends(claim, symmetric):
            node.tell("cg:proposition", f"is about {sorted_ends}, the claim is not")
    worked = identified_claim(claim, article, symmetric)
    return as_written(node, worked, written)


def chain_from(node: Node, article: Article) -> tuple[Hop, ...]:
    """The hops of a claim; without any, a problem and the article's own voice."""
    hops = tuple(hop_from(hop) for hop in node.parts("cg:hop"))
    if not hops:
        node.tell("cg:hop", "is missing")
    return hops or (Hop(article.speaker, "asserts"),)


def reply_from(node: Node) -> Reply | None:
    """The reply as written."""
    values = property_values(node, property_tables().reply)
    make = maker_of(Reply)
    return make(**{"how": "", **values}) if "claim" in values else None


def as_written(node: Node, worked: Claim, written: Mapping[str, object]) -> Claim:
    """The claim with the derived fields as the file has them; others are problems."""
    proposition = node.below("cg:proposition", "proposition/")
    ids = {"id": node.id_of(node.iri, "", "claim/"), "proposition": proposition}
    derived = {**written, **ids}
    for name in ("id", "digest", "proposition", "said"):
        held, known = derived.get(name), getattr(worked, name)
        if held is not None and held != known:
            reason = f"{held} is written, but worked out it is {known}"
            node.tell("" if name == "id" else f"cg:{name}", reason)
    origin, count = derived.get("origin"), derived.get("hops")
    if origin is not None and origin != worked.origin:
        node.tell("cg:origin", f"{origin} is not the last holder, {worked.origin}")
    if count is not None and count != worked.hops:
        node.tell("cg:hops", f"{count} is written, but there are {worked.hops}")
    return replace(
        worked,
        id=ids["id"] or worked.id,
        digest=str(derived.get("digest") or worked.digest),
        proposition=proposition or worked.proposition,
        said=str(derived["said"]) if derived.get("said") else worked.said,
    )


def hop_from(node: Node) -> Hop:
    """One speaker of a chain."""
    make = maker_of(Hop)
    return make(**property_values(node, property_tables().hop))


def value_from(node: Node) -> Value | None:
    """A number range or a date, if the claim has one."""
    iri = node.link("cg:value")
    if iri is None:
        return None
    make = maker_of(Value)
    return make(**property_values(node.source.node(iri), property_tables().value))


def quote_from(node: Node) -> tuple[str, Selector | None]:
    """The quote with its place; without a quote there is a problem."""
    span = node.source.node(node.link("cg:selector") or "")
    links = (one.value for one in span.terms("oa:hasSelector") if one.is_iri)
    inner = [span, *(node.source.node(iri) for iri in links)]
    quotes = [one.text("oa:exact") for one in inner if one.terms("oa:exact")]
    if len(quotes) != 1:
        node.tell("cg:selector", f"has {len(quotes)} quotes (oa:exact), not one")
    places: list[Selector] = []
    for one in inner:
        start, end = one.whole("oa:start"), one.whole("oa:end")
        row, column = one.whole("cg:row"), one.maybe("cg:column")
        xpath = one.maybe("rdf:value")
        if start is not None and end is not None:
            places.append(TextSpan(start, end))
        if row is not None and column is not None:
            places.append(Cell(row, column))
        if xpath is not None:
            places.append(XPath(xpath))
        if (pointer := one.maybe("cg:pointer")) is not None:
            places.append(Pointer(pointer))
    if len(places) != 1:
        node.tell("cg:selector", f"has {len(places)} places, not one")
    return quotes[0] if quotes else "", places[0] if places else None
