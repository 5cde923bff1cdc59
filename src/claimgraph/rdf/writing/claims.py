"""A claim with its hops, its place in the text and its proposition as quads."""

from collections.abc import Iterable, Iterator

from claimgraph.ids import ends, value_kind
from claimgraph.model import Article, Cell, Claim, Pointer, TextSpan, XPath
from claimgraph.rdf.properties import property_tables, rank_of
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    OA,
    PROV,
    RDF,
    TYPE,
    Literal,
    Pair,
    Quad,
    integer,
    part_quads,
    property_pairs,
)

# how much of the text around a quote helps to find it again
CONTEXT = 32


def claim_quads(
    claim: Claim, article: Article, names: Names, symmetric: bool
) -> Iterator[Quad]:
    """All quads of a claim but those of its proposition."""
    graph, iri = names.article(article.id), names.claim(claim.id)
    for verb, term in claim_pairs(claim, iri, names, symmetric):
        yield iri, verb, term, graph
    tables = property_tables()
    for index, hop in enumerate(claim.chain, 1):
        own = f"{iri}/hop/{index}"
        agent = f"{PROV}agent", names.entity(hop.holder)
        spoken = [*property_pairs(hop, tables.hop, names), agent]
        yield from part_quads(own, "Hop", spoken, graph, index)
    yield from place_quads(claim, article, iri, graph)
    if claim.value is not None:
        pairs = property_pairs(claim.value, tables.value, names)
        yield from part_quads(f"{iri}/value", "Value", pairs, graph)


def claim_pairs(
    claim: Claim, iri: str, names: Names, symmetric: bool
) -> Iterable[Pair]:
    """What is said of the claim itself, in the order of files."""
    tables = property_tables()
    pairs: list[Pair] = [
        (TYPE, f"{CG}Claim"),
        # for readers of Web Annotation, which never look at our classes
        (TYPE, f"{OA}Annotation"),
        (f"{OA}hasTarget", f"{iri}/span"),
        (f"{CG}proposition", names.proposition(claim.proposition)),
        (f"{CG}article", names.article(claim.article)),
        (f"{CG}selector", f"{iri}/span"),
    ]
    if ends(claim, symmetric)[0] != claim.subject and claim.object is not None:
        # the proposition sorts both ends: here they stand as written
        pairs.append((f"{CG}subject", names.entity(claim.subject)))
        pairs.append((f"{CG}object", names.entity(claim.object)))
    hops = range(1, len(claim.chain) + 1)
    pairs += [(f"{CG}hop", f"{iri}/hop/{index}") for index in hops]
    if claim.value is not None:
        pairs.append((f"{CG}value", f"{iri}/value"))
    pairs += property_pairs(claim, tables.claim, names)
    if claim.reply is not None:
        pairs += property_pairs(claim.reply, tables.reply, names)
    return sorted(pairs, key=rank_of)


def place_quads(claim: Claim, article: Article, iri: str, graph: str) -> Iterator[Quad]:
    """Where the quote stands: a source with a place and the quote itself."""
    span, position, quote = f"{iri}/span", f"{iri}/position", f"{iri}/quote"
    place, selector = place_of(claim), claim.selector
    yield span, TYPE, f"{OA}SpecificResource", graph
    yield span, f"{OA}hasSource", graph, graph
    if place:
        yield span, f"{OA}hasSelector", position, graph
    yield span, f"{OA}hasSelector", quote, graph
    if isinstance(selector, Cell):
        yield span, f"{CG}row", integer(selector.row), graph
        yield span, f"{CG}column", Literal(selector.column), graph
    if isinstance(selector, Pointer):
        yield span, f"{CG}pointer", Literal(selector.pointer), graph
    yield from ((position, verb, term, graph) for verb, term in place)
    yield quote, TYPE, f"{OA}TextQuoteSelector", graph
    yield quote, f"{OA}exact", Literal(claim.quote), graph
    if isinstance(selector, TextSpan):
        before, after = around(article.text, selector.start, selector.end)
        for name, words in (("prefix", before), ("suffix", after)):
            if words:
                yield quote, f"{OA}{name}", Literal(words), graph


def place_of(claim: Claim) -> list[Pair]:
    """The place of a quote in a text or in XML; cell and pointer have none here."""
    match claim.selector:
        case TextSpan(start, end):
            position: Pair = TYPE, f"{OA}TextPositionSelector"
            ends_in: Pair = f"{OA}end", integer(end)
            return [position, (f"{OA}start", integer(start)), ends_in]
        case XPath(xpath):
            return [(TYPE, f"{OA}XPathSelector"), (f"{RDF}value", Literal(xpath))]
        case _:
            return []


def around(raw: str | None, start: int, end: int) -> tuple[str, str]:
    """The text before and after a passage, as far as there is any."""
    if raw is None:
        return "", ""
    return raw[max(0, start - CONTEXT) : start], raw[end : end + CONTEXT]


def proposition_quads(
    claim: Claim, names: Names, symmetric: bool, graph: str
) -> Iterator[Quad]:
    """What the claim is about, apart from who says it; both ends sorted."""
    iri = names.proposition(claim.proposition)
    subject, target = ends(claim, symmetric)
    yield iri, TYPE, f"{CG}Proposition", graph
    yield iri, f"{CG}relation", CG + claim.relation, graph
    yield iri, f"{CG}subject", names.entity(subject), graph
    kind = value_kind(claim)
    if target is not None:
        yield iri, f"{CG}object", names.entity(target), graph
    elif kind is not None:
        yield iri, f"{CG}valueKind", Literal(kind), graph


def edge_quads(claims: Iterable[Claim], names: Names) -> Iterator[Quad]:
    """The bare edge of each affirmed claim in a graph of its own."""
    for claim in claims:
        if claim.polarity == "affirmed" and claim.object is not None:
            subject, target = names.entity(claim.subject), names.entity(claim.object)
            edge = f"{names.claim(claim.id)}/edge"
            yield subject, CG + claim.relation, target, edge
