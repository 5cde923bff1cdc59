"""A claim as every report prints it, and its quote in its line."""

from dataclasses import replace

from claimgraph.analysis.context import Context, is_unspecified
from claimgraph.model import Article, Cell, Claim, Hop, Pointer, TextSpan, XPath
from claimgraph.passages import QUOTED, cut_end, excerpt
from claimgraph.reports.document import ClaimLine, HopLine, Passage, telling
from claimgraph.reports.document.grammar import tells_many
from claimgraph.value_words import given_words


def claim_line(claim: Claim, context: Context, number: int = 0) -> ClaimLine:
    """The claim with the names of all ids in it, and its sentence."""
    article = context.articles.get(claim.article)
    start, end, place = quote_place(claim)
    bare = ClaimLine(
        number=number,
        id=claim.id,
        relation=claim.relation,
        subject=claim.subject,
        subject_name=context.name(claim.subject),
        object=claim.object,
        object_name=None if claim.object is None else context.name(claim.object),
        value=given_words(claim),
        polarity=claim.polarity,
        reason=claim.reason,
        modality=claim.modality,
        kind=claim.kind,
        role=claim.role,
        former=claim.former,
        review=claim.review,
        origin=claim.origin,
        origin_name=context.name(claim.origin),
        chain=tuple(hop_line(hop, context) for hop in claim.chain),
        said=claim.said,
        valid=claim.valid,
        valid_words=claim.valid_words,
        published=article.published if article else None,
        article=claim.article,
        title=article.title if article else "",
        start=start,
        end=end,
        place=place,
        quote=claim.quote,
        grade=claim.grade,
        confidence=claim.confidence,
        note=claim.note,
    )
    return replace(bare, told=told_sentence(bare, claim, context))


def told_sentence(bare: ClaimLine, claim: Claim, context: Context) -> str:
    """The sentence of a claim with its speakers, whose verbs agree with who is many."""
    many = is_many(claim.origin, context)
    words = telling.agreeing_words(
        proposition_of(claim, context),
        [
            end
            for end, held in (("subject", claim.subject), ("object", claim.object))
            if held and is_many(held, context)
        ],
        one=(bare.value or "").startswith("1 "),
    )
    return telling.claim_sentence(bare, words, many=many)


def is_many(entity_id: str, context: Context) -> bool:
    """Whether a verb behind the name of an entity is a plural."""
    if is_unspecified(entity_id):
        return False
    name = context.name(entity_id)
    return context.is_unnamed_plural(entity_id) or tells_many(entity_id, name)


def proposition_of(claim: Claim, context: Context) -> str:
    """What the schema says of such claims, and where it was if the claim says so."""
    words = telling.proposition_words(claim.relation, context.schema)
    if claim.place is None:
        return words
    return words + telling.place_words(context.name(claim.place))


def hop_line(hop: Hop, context: Context) -> HopLine:
    """One speaker with the name."""
    return HopLine(
        holder=hop.holder,
        name=context.name(hop.holder),
        stance=hop.stance,
        unnamed=context.is_unnamed(hop.holder),
        cue=hop.cue,
        said=hop.said,
        medium=hop.medium,
    )


def quote_place(claim: Claim) -> tuple[int | None, int | None, str]:
    """The offsets of the quote and its place in words."""
    match claim.selector:
        case TextSpan(start, end):
            return start, end, f"{start}-{end}"
        case Cell(row, column):
            return None, None, f"row {row}, column {column}"
        case XPath(place) | Pointer(place):
            return None, None, place
        case None:
            return None, None, "place not checked"


def passage(claim: Claim, article: Article | None) -> Passage:
    """The line around the quote, as far as `excerpt` shows it; without a text none."""
    text = None if article is None else article.text
    if text is None or not isinstance(claim.selector, TextSpan):
        return Passage(claim.id, "", cut_end(claim.quote, QUOTED), "")
    return Passage(claim.id, *excerpt(text, claim.selector))
