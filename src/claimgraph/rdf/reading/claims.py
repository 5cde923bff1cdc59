"""A claim from its quads."""

import re
from dataclasses import replace

from claimgraph.ids import ends as sort_ends
from claimgraph.ids import identified
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Hop,
    Reply,
    Selector,
    TextSpan,
    Value,
    XPath,
)
from claimgraph.rdf.reading.nodes import Node
from claimgraph.schema.types import Schema

LOADED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|\+00:00)", re.ASCII)


def claim_from(node: Node, article: Article, schema: Schema) -> Claim:
    """The claim of a node; what is derived is worked out again and compared."""
    about = node.source.node(node.link("cg:proposition") or "")
    ends = node if node.terms("cg:subject") else about
    quote, selector = quote_from(node)
    claim = Claim(
        article=article.id,
        relation=node.needed("cg:relation", about.concept("cg:relation")),
        subject=node.needed("cg:subject", ends.below("cg:subject")),
        object=ends.below("cg:object"),
        value=value_from(node),
        polarity=node.needed("cg:polarity", node.concept("cg:polarity")),
        reason=node.concept("cg:reason"),
        modality=node.needed("cg:modality", node.concept("cg:modality")),
        kind=node.concept("cg:kind"),
        role=node.maybe("cg:role"),
        former=node.flag("cg:former"),
        chain=chain_from(node, article),
        quote=quote,
        selector=selector,
        valid=node.maybe("cg:valid"),
        valid_words=node.maybe("cg:validWords"),
        reply=reply_from(node),
        by=node.text("cg:by"),
        review=node.needed("cg:review", node.concept("cg:review")),
        confidence=node.decimal("cg:confidence"),
        grade=node.maybe("cg:grade"),
        note=node.maybe("cg:note"),
        label=node.maybe("cg:label"),
        loaded=loaded_from(node),
        where=node.where(),
    )
    symmetric = schema.symmetric(claim.relation)
    if ends is node:
        sorted_ends = about.below("cg:subject"), about.below("cg:object")
        if sorted_ends != sort_ends(claim, symmetric):
            node.tell("cg:proposition", f"is about {sorted_ends}, the claim is not")
    worked = identified(claim, article.sha256, article.published, symmetric)
    return as_written(node, worked)


def chain_from(node: Node, article: Article) -> tuple[Hop, ...]:
    """The hops of a claim; without any, a problem and the article's own voice."""
    hops = tuple(hop_from(hop) for hop in node.parts("cg:hop"))
    if not hops:
        node.tell("cg:hop", "is missing")
    return hops or (Hop(article.speaker, "asserts"),)


def reply_from(node: Node) -> Reply | None:
    """The reply as written."""
    reply = node.maybe("cg:repliesTo")
    return None if reply is None else Reply(reply, node.maybe("cg:how") or "")


def as_written(node: Node, worked: Claim) -> Claim:
    """The claim with the derived fields as the file has them; others are problems."""
    proposition = node.below("cg:proposition", "proposition/")
    written = {
        "id": node.id_of(node.iri, "", "claim/"),
        "digest": node.maybe("cg:digest"),
        "proposition": proposition,
        "said": node.maybe("cg:said"),
    }
    for name, text in written.items():
        known = getattr(worked, name)
        if text is not None and text != known:
            reason = f"{text} is written, but worked out it is {known}"
            node.tell("" if name == "id" else f"cg:{name}", reason)
    origin = node.below("cg:origin")
    if origin is not None and origin != worked.origin:
        node.tell("cg:origin", f"{origin} is not the last holder, {worked.origin}")
    count = node.whole("cg:hops")
    if count is not None and count != len(worked.chain):
        node.tell("cg:hops", f"{count} is written, but there are {len(worked.chain)}")
    return replace(
        worked,
        id=written["id"] or worked.id,
        digest=written["digest"] or worked.digest,
        proposition=proposition or worked.proposition,
        said=written["said"] or worked.said,
    )


def loaded_from(node: Node) -> str | None:
    """When the claim was first loaded, in UTC to the second."""
    text = node.maybe("prov:generatedAtTime")
    if text is None:
        return None
    found = LOADED.fullmatch(text)
    if found is None:
        reason = f"{text[:40]!r} is no time in UTC such as 2026-11-22T12:00:00Z"
        node.tell("prov:generatedAtTime", reason)
        return None
    return f"{found[1]}Z"


def hop_from(node: Node) -> Hop:
    """One speaker of a chain."""
    return Hop(
        holder=node.needed("cg:holder", node.below("cg:holder")),
        stance=node.needed("cg:stance", node.concept("cg:stance")),
        cue=node.maybe("cg:cue"),
        cue_start=node.whole("cg:cueStart"),
        cue_end=node.whole("cg:cueEnd"),
        implicit=node.flag("cg:implicit"),
        said=node.maybe("cg:said"),
        medium=node.concept("cg:medium"),
    )


def value_from(node: Node) -> Value | None:
    """A number range or a date, if the claim has one."""
    iri = node.link("cg:value")
    if iri is None:
        return None
    value = node.source.node(iri)
    return Value(
        min=value.whole("cg:min"),
        max=value.whole("cg:max"),
        of=value.maybe("cg:of"),
        about=value.flag("cg:about"),
        on=value.maybe("cg:on"),
    )


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
    if len(places) != 1:
        node.tell("cg:selector", f"has {len(places)} places, not one")
    return quotes[0] if quotes else "", places[0] if places else None
