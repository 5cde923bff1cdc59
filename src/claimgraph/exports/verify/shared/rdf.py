"""What a file of RDF says of each claim, term by term: nothing missing is made up."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError, ExportError
from claimgraph.exports.verify import Finding, carried_features
from claimgraph.exports.verify.shared.flat import Flat, Surroundings, wrong_dates
from claimgraph.rdf.properties import iri_of, kind_of
from claimgraph.rdf.reading.files import ARTICLE, FORMS, filled_index
from claimgraph.rdf.reading.nodes import READERS, Node, RdfSource
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField


def findings_in(suffix: str, target: Path, base: str) -> Iterator[Finding]:
    """Each claim, in its own place; `base` is what the IRIs of data begin with."""
    with filled_index(target, FORMS[suffix], ExportError) as index:
        yield from source_findings(RdfSource(str(target), index, base))


def source_findings(source: RdfSource) -> Iterator[Finding]:
    """The claims of each article; ExportError for what cannot be one."""
    around = Surroundings()
    nodes = map(source.node, source.instances("Unnamed"))
    around.unnamed = {node.id_of(node.iri, "") for node in nodes}
    around.add_judgements(
        map(judgement_row, map(source.node, source.instances("Judgement")))
    )
    for iri in source.instances("Article"):
        article = source.node(iri)
        stem = article.id_of(iri, "", "article/")
        digest = article.maybe("cg:sha256")
        around.digests = {} if digest is None else {stem: digest}
        for claim in source.index.subjects(ARTICLE, iri):
            node = source.node(claim)
            hop_nodes = node.parts("cg:hop")
            row = claim_row(node) | {"article": stem}
            features = around.features(row, list(map(hop_row, hop_nodes)))
            features |= dict.fromkeys(disagreeing_features(node, hop_nodes))
            yield Finding(str(row["id"]), carried_features(features))
            for problem in source.take_problems():
                raise ExportError(str(problem))


def claim_row(node: Node) -> dict[str, object]:
    """What is said of a claim itself, of its proposition, its value and its place."""
    about, value = linked_node(node, "cg:proposition"), linked_node(node, "cg:value")
    own = node.id_of(node.iri, "", "claim/")
    row = place_row(node) | {"id": own}
    for field in load_schema().claim.node:
        part = (field.path or "").partition(".")[0]
        if field.name in ("subject_id", "object_id"):
            holder = node if node.terms("cg:subject") else about
        else:
            holder = {"relation": about, "value": value}.get(part, node)
        if field.name not in row and part != "selector" and not is_worked_out(field):
            row[field.name] = field_value(holder, field)
    return row


def is_worked_out(field: ClaimField) -> bool:
    """Whether a field follows from others, so that nothing is looked up."""
    clock = field.type in ("edtf", "datetime")
    return field.rdf is None or (field.derived and not clock)


def field_value(node: Node, field: ClaimField) -> object:
    """What a node says of a field, in its type."""
    name = str(field.rdf)
    if field.type == "datetime":
        time = node.maybe(name)
        return None if time is None else f"{time.removesuffix('+00:00')}Z"
    return READERS[kind_of(name)](node, name)


def hop_row(node: Node) -> Flat:
    """One speaker."""
    return {
        field.name: field_value(node, field)
        for field in load_schema().claim.hop
        if field.rdf is not None
    }


def judgement_row(node: Node) -> Flat:
    """What a person decided about two ids."""
    return {
        "left": node.below("cg:left"),
        "right": node.below("cg:right"),
        "verdict": node.concept("cg:verdict"),
        "who": node.maybe("cg:who"),
        "when": node.maybe("cg:when"),
    }


def place_row(node: Node) -> dict[str, object]:
    """The quote and where it stands: a span, a cell, a pointer or an XPath."""
    held = linked_node(node, "cg:selector")
    ours = held.link("oa:hasSource") == node.link("cg:article")
    if not ours or not is_a(held, "oa:SpecificResource"):
        return {}
    found: dict[str, object] = {
        "row": held.whole("cg:row"),
        "column": held.maybe("cg:column"),
        "pointer": held.maybe("cg:pointer"),
    }
    for one in held.terms("oa:hasSelector"):
        inner = node.source.node(one.value)
        if is_a(inner, "oa:TextQuoteSelector"):
            found["quote"] = inner.maybe("oa:exact")
        if is_a(inner, "oa:TextPositionSelector"):
            found["start"] = inner.whole("oa:start")
            found["end"] = inner.whole("oa:end")
        if is_a(inner, "oa:XPathSelector"):
            found["xpath"] = inner.maybe("rdf:value")
    return found


def disagreeing_features(node: Node, hops: Sequence[Node]) -> list[str]:
    """The features of which two places in the file do not say the same."""
    about, value = linked_node(node, "cg:proposition"), linked_node(node, "cg:value")
    counted = value.maybe("cg:of")
    word, withheld = value.maybe("cg:is"), node.terms("cg:reason")
    kind = f"is:{word}" if word else counted and counted.casefold()
    if value.terms("cg:on") or not (kind or withheld):
        kind = "on"
    holders = [hop.below("cg:holder") for hop in hops]
    sound = {
        "polarity": is_a(node, "cg:Claim"),
        "chain_depth": node.whole("cg:hops") == len(holders)
        and node.below("cg:origin") == (holders or [None])[-1]
        and all(is_a(hop, "cg:Hop") for hop in hops)
        and all(hop.link("prov:agent") == hop.link("cg:holder") for hop in hops),
        # readers of Web Annotation find the quote by these alone
        "quote": is_a(node, "oa:Annotation")
        and node.link("oa:hasTarget") == node.link("cg:selector"),
        "value_range": is_a(value, "cg:Value") == bool(node.terms("cg:value")),
        "proposition": is_a(about, "cg:Proposition")
        and (about.maybe("cg:valueKind") == kind or bool(about.terms("cg:object"))),
    }
    wrong = [name for name, holds in sound.items() if not holds]
    return wrong + wrong_dates(node, hops, has_days)


def has_days(node: Node, field: ClaimField) -> bool:
    """Whether a date has the first and the last day that its text comes to."""
    part = (field.path or "").partition(".")[0]
    holder = linked_node(node, "cg:value") if part == "value" else node
    text, *days = (holder.maybe(f"{field.rdf}{end}") for end in ("", "From", "To"))
    try:
        found = span(text) if text is not None else None
    except ClaimgraphError:
        return False
    return days == ([found.earliest, found.latest] if found else [None, None])


def linked_node(node: Node, name: str) -> Node:
    """What a property points to; without it, a node of which nothing is said."""
    return node.source.node(node.link(name) or "")


def is_a(node: Node, name: str) -> bool:
    """Whether a node is declared to be of a class."""
    return iri_of(name) in {one.value for one in node.terms("rdf:type")}
