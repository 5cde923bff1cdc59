"""Claims, speakers and judgements of RDF as flat rows, and whether all of it agrees."""

from collections.abc import Sequence

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError
from claimgraph.exports.verify.shared.flat import Flat
from claimgraph.rdf.properties import NAMESPACES
from claimgraph.rdf.reading.nodes import Node


def claim_row(node: Node, about: Node, value: Node) -> Flat:
    """What is said of a claim itself, of its proposition and of its value."""
    ends = node if node.terms("cg:subject") else about
    loaded = node.maybe("prov:generatedAtTime")
    return {
        "id": node.id_of(node.iri, "", "claim/"),
        "relation": about.concept("cg:relation"),
        "subject_id": ends.below("cg:subject"),
        "object_id": ends.below("cg:object"),
        "polarity": node.concept("cg:polarity"),
        "reason": node.concept("cg:reason"),
        "modality": node.concept("cg:modality"),
        "kind": node.concept("cg:kind"),
        "role": node.maybe("cg:role"),
        "former": node.flag("cg:former"),
        "said": node.maybe("cg:said"),
        "valid": node.maybe("cg:valid"),
        "valid_words": node.maybe("cg:validWords"),
        "loaded": f"{loaded.removesuffix('+00:00')}Z" if loaded else None,
        "value_min": value.whole("cg:min"),
        "value_max": value.whole("cg:max"),
        "value_of": value.maybe("cg:of"),
        "value_about": value.flag("cg:about"),
        "on": value.maybe("cg:on"),
        "reply_claim": node.maybe("cg:repliesTo"),
        "reply_how": node.maybe("cg:how"),
        "by": node.maybe("cg:by"),
        "review": node.concept("cg:review"),
        "confidence": node.decimal("cg:confidence"),
        "grade": node.maybe("cg:grade"),
        "note": node.maybe("cg:note"),
        "label": node.maybe("cg:label"),
    }


def hop_row(node: Node) -> Flat:
    """One speaker."""
    return {
        "hop": node.whole("cg:index"),
        "holder_id": node.below("cg:holder"),
        "stance": node.concept("cg:stance"),
        "cue": node.maybe("cg:cue"),
        "cue_start": node.whole("cg:cueStart"),
        "cue_end": node.whole("cg:cueEnd"),
        "implicit": node.flag("cg:implicit"),
        "medium": node.concept("cg:medium"),
        "said": node.maybe("cg:said"),
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


def place_row(node: Node) -> Flat:
    """The quote and where it stands: a span, a cell or an XPath, as its type says."""
    held = part(node, "cg:selector")
    ours = held.link("oa:hasSource") == node.link("cg:article")
    if not ours or not is_a(held, "oa:SpecificResource"):
        return {}
    found: dict[str, object] = {
        "row": held.whole("cg:row"),
        "column": held.maybe("cg:column"),
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


def disagreements(
    node: Node, about: Node, value: Node, hops: Sequence[Node]
) -> list[str]:
    """The features of which two places in the file do not say the same."""
    counted = value.maybe("cg:of")
    kind = "on" if value.terms("cg:on") else counted and counted.casefold()
    holders = [hop.below("cg:holder") for hop in hops]
    sound = {
        "polarity": is_a(node, "cg:Claim"),
        "chain_depth": node.whole("cg:hops") == len(holders)
        and node.below("cg:origin") == (holders or [None])[-1]
        and all(is_a(hop, "cg:Hop") for hop in hops),
        "said": all(has_days(one, "said") for one in (node, *hops)),
        "valid": has_days(node, "valid"),
        "value_range": has_days(value, "on")
        and is_a(value, "cg:Value") == bool(node.terms("cg:value")),
        "proposition": is_a(about, "cg:Proposition")
        and (about.maybe("cg:valueKind") == kind or bool(about.terms("cg:object"))),
    }
    return [name for name, holds in sound.items() if not holds]


def has_days(node: Node, key: str) -> bool:
    """Whether a date has the first and the last day that its text comes to."""
    days = [node.maybe(f"cg:{key}{end}") for end in ("From", "To")]
    text = node.maybe(f"cg:{key}")
    if text is None:
        return days == [None, None]
    try:
        found = span(text)
    except ClaimgraphError:
        return False
    return days == [found.earliest, found.latest]


def part(node: Node, name: str) -> Node:
    """What a property points to; without it, a node of which nothing is said."""
    return node.source.node(node.link(name) or "")


def is_a(node: Node, name: str) -> bool:
    """Whether a node is declared to be of a class."""
    prefix, _, local = name.partition(":")
    types = {one.value for one in node.terms("rdf:type")}
    return NAMESPACES[prefix] + local in types
