"""A claim with its hops, its place in the text and its proposition as quads."""

from collections.abc import Iterator

from claimgraph.ids import ends, value_kind
from claimgraph.model import Article, Cell, Claim, Hop, TextSpan, XPath
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    OA,
    PROV,
    RDF,
    TYPE,
    XSD,
    Literal,
    Pair,
    Quad,
    concept,
    dated,
    decimal,
    flag,
    moment,
    pairs,
    text,
    whole,
)

# how much of the text around a quote helps to find it again
CONTEXT = 32
INTEGER = f"{XSD}integer"


def claim_quads(
    claim: Claim, article: Article, names: Names, symmetric: bool
) -> Iterator[Quad]:
    """All quads of a claim but those of its proposition."""
    graph, iri = names.article(article.id), names.claim(claim.id)
    for verb, term in claim_pairs(claim, iri, names, symmetric):
        yield iri, verb, term, graph
    for index, hop in enumerate(claim.chain, 1):
        own = f"{iri}/hop/{index}"
        for verb, term in hop_pairs(hop, index, names):
            yield own, verb, term, graph
    yield from place_quads(claim, article, iri, graph)
    if claim.value is not None:
        for verb, term in value_pairs(claim):
            yield f"{iri}/value", verb, term, graph


def claim_pairs(
    claim: Claim, iri: str, names: Names, symmetric: bool
) -> Iterator[Pair]:
    """What is said of the claim itself."""
    yield TYPE, f"{CG}Claim"
    yield f"{CG}proposition", names.proposition(claim.proposition)
    yield f"{CG}article", names.article(claim.article)
    if ends(claim, symmetric)[0] != claim.subject and claim.object is not None:
        # the proposition sorts both ends: here they stand as written
        yield f"{CG}subject", names.entity(claim.subject)
        yield f"{CG}object", names.entity(claim.object)
    for index in range(1, len(claim.chain) + 1):
        yield f"{CG}hop", f"{iri}/hop/{index}"
    yield from pairs(
        polarity=concept(claim.polarity),
        reason=concept(claim.reason),
        modality=concept(claim.modality),
        kind=concept(claim.kind),
        role=text(claim.role),
        former=flag(claim.former),
        value=f"{iri}/value" if claim.value is not None else None,
        origin=names.entity(claim.origin),
        hops=whole(len(claim.chain)),
        selector=f"{iri}/span",
        by=text(claim.by),
        review=concept(claim.review),
        confidence=decimal(claim.confidence),
        grade=text(claim.grade),
        note=text(claim.note),
        label=text(claim.label),
        digest=text(claim.digest),
        validWords=text(claim.valid_words),
    )
    yield from reply_and_days(claim)


def reply_and_days(claim: Claim) -> Iterator[Pair]:
    """What the claim answers, as written, and its three clocks."""
    if claim.reply is not None:
        yield f"{CG}repliesTo", Literal(claim.reply.claim)
        yield f"{CG}how", Literal(claim.reply.how)
    yield from dated("said", claim.said)
    yield from dated("valid", claim.valid)
    loaded = moment(claim.loaded)
    if loaded is not None:
        yield f"{PROV}generatedAtTime", loaded


def hop_pairs(hop: Hop, index: int, names: Names) -> Iterator[Pair]:
    """One speaker of the chain."""
    yield TYPE, f"{CG}Hop"
    yield from pairs(
        index=whole(index),
        holder=names.entity(hop.holder),
        stance=concept(hop.stance),
        cue=text(hop.cue),
        cueStart=whole(hop.cue_start),
        cueEnd=whole(hop.cue_end),
        implicit=flag(hop.implicit),
        medium=concept(hop.medium),
    )
    yield from dated("said", hop.said)


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
        for verb, term in pairs(row=whole(selector.row), column=text(selector.column)):
            yield span, verb, term, graph
    yield from ((position, verb, term, graph) for verb, term in place)
    yield quote, TYPE, f"{OA}TextQuoteSelector", graph
    yield quote, f"{OA}exact", Literal(claim.quote), graph
    if isinstance(selector, TextSpan):
        before, after = around(article.text, selector.start, selector.end)
        for name, words in (("prefix", before), ("suffix", after)):
            if words:
                yield quote, f"{OA}{name}", Literal(words), graph


def place_of(claim: Claim) -> list[Pair]:
    """The place of a quote in a text or in XML; a cell has none of its own."""
    match claim.selector:
        case TextSpan(start, end):
            position: Pair = TYPE, f"{OA}TextPositionSelector"
            first, last = Literal(str(start), INTEGER), Literal(str(end), INTEGER)
            return [position, (f"{OA}start", first), (f"{OA}end", last)]
        case XPath(xpath):
            return [(TYPE, f"{OA}XPathSelector"), (f"{RDF}value", Literal(xpath))]
        case _:
            return []


def around(raw: str | None, start: int, end: int) -> tuple[str, str]:
    """The text before and after a passage, as far as there is any."""
    if raw is None:
        return "", ""
    return raw[max(0, start - CONTEXT) : start], raw[end : end + CONTEXT]


def value_pairs(claim: Claim) -> Iterator[Pair]:
    """A number range or a date."""
    value = claim.value
    if value is None:
        return
    yield TYPE, f"{CG}Value"
    yield from pairs(
        min=whole(value.min),
        max=whole(value.max),
        of=text(value.of),
        about=flag(value.about),
    )
    yield from dated("on", value.on)


def proposition_quads(
    claim: Claim, names: Names, symmetric: bool, graph: str
) -> Iterator[Quad]:
    """What the claim is about, apart from who says it; both ends sorted."""
    iri = names.proposition(claim.proposition)
    subject, target = ends(claim, symmetric)
    yield iri, TYPE, f"{CG}Proposition", graph
    for verb, term in pairs(
        relation=CG + claim.relation,
        subject=names.entity(subject),
        object=names.entity(target) if target is not None else None,
        valueKind=text(value_kind(claim)) if target is None else None,
    ):
        yield iri, verb, term, graph


def edge_quad(claim: Claim, names: Names) -> Quad | None:
    """The bare edge of an affirmed claim in a graph of its own."""
    if claim.polarity != "affirmed" or claim.object is None:
        return None
    subject, target = names.entity(claim.subject), names.entity(claim.object)
    return subject, CG + claim.relation, target, f"{names.claim(claim.id)}/edge"
