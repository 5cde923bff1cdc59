"""What a source's classes of victims come to, where it gives no total itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import effective_origin
from claimgraph.analysis.sentences import Sentences
from claimgraph.analysis.values import GivenValue, class_of
from claimgraph.model import Cell, Claim, TextSpan
from claimgraph.value_words import range_words

# Classes by age, sex or calling lie across those by nation or side: a sum with them
# would count people twice. Compared with the last word of a class.
ACROSS = {
    *("women", "children", "girls", "boys", "men", "schoolgirls", "schoolboys"),
    *("civilians", "students", "pupils", "teachers", "patients", "mothers", "babies"),
    *("worshippers", "journalists", "officials", "others", "passengers"),
}


def sums_of_classes(claims: Sequence[Claim], context: Context) -> list[GivenValue]:
    """The greatest sum of classes that one group of origins names side by side.

    A source that names 60 Afghans and 13 US troops in one sentence gives a total of at
    least 73, and of exactly 73 if these are all: both readings are kept. Classes are
    taken for disjoint only where one origin lists them side by side in one sentence
    and none of them lies across the others. An empty list where nothing adds up.
    """
    sums = [
        total(listed, context)
        for listed in listings(claims, context)
        if all(claim.value and claim.value.min is not None for claim in listed)
    ]
    return sorted(sums, key=lambda one: (-(one.min or 0), one.claims))[:1]


def listings(claims: Sequence[Claim], context: Context) -> Iterator[list[Claim]]:
    """The claims of one origin in one sentence, one for each class.

    A class that lies across the others stands alone.
    """
    sentences = Sentences(context)
    together: dict[tuple[object, ...], dict[str, Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        counted = class_of(claim, context.compared(claim.relation)) or ""
        across = counted if counted.split(" ")[-1] in ACROSS else ""
        place = where(claim, context, sentences)
        key = claim.article, context.holders(claim), claim.valid, across, place
        held = together.setdefault(key, {})
        held[counted] = min(held.get(counted, claim), claim, key=least)
    yield from (list(found.values()) for found in together.values())


def least(claim: Claim) -> tuple[int, str]:
    """Of two figures for one class a sum takes the lower."""
    return claim.value.min or 0 if claim.value else 0, claim.id


def where(claim: Claim, context: Context, sentences: Sentences) -> object:
    """The sentence, or the row of the table, in which a claim stands."""
    article = context.articles.get(claim.article)
    match claim.selector:
        case TextSpan(start, end) if article and article.text is not None:
            return sentences.around(claim.article, start, end)
        case Cell(row, _):
            return row
        case _:
            return claim.quote


def joint_tolls(
    tolls: Sequence[Sequence[GivenValue]], parts: Sequence[str], context: Context
) -> list[GivenValue]:
    """What the dead and the wounded of one group of origins come to together.

    `tolls` has what it gives of each of the `parts`. Where it gives several figures of
    one, the widest range counts; where it gives none, there may be any number more.
    """
    known = [values for values in tolls if values]
    if not known:
        return []
    given = [value for values in known for value in values]
    low = sum(min(value.min or 0 for value in values) for values in known)
    highs = [value.max for value in given]
    high = None
    if len(known) == len(tolls) and None not in highs:
        high = sum(max(value.max or 0 for value in values) for values in known)
    words = " + ".join(
        f"{' or '.join(value.words for value in values)} {context.label(part)}"
        for part, values in zip(parts, tolls, strict=True)
        if values
    )
    return [
        replace(
            given[0],
            claims=tuple(sorted({one for value in given for one in value.claims})),
            origins=tuple(sorted({one for value in given for one in value.origins})),
            min=low,
            max=high,
            words=f"{words}: {range_words(low, high)}",
            approximate=any(value.approximate for value in given),
            if_all=None,
        )
    ]


def total(listed: Iterable[Claim], context: Context) -> GivenValue:
    """The sum of the classes, with both readings."""
    claims = sorted(listed, key=lambda claim: claim.id)
    values = [claim.value for claim in claims if claim.value is not None]
    low = sum(value.min or 0 for value in values)
    highs = [value.max for value in values]
    high = None if None in highs else sum(high or 0 for high in highs)
    parts = " + ".join(
        f"{range_words(claim.value.min, claim.value.max)} {claim.value.of}"
        for claim in claims
        if claim.value is not None
    )
    reading = f", or {range_words(low, high)} if these are all" if high else ""
    if high == low:
        reading = f", or exactly {low} if these are all"
    return GivenValue(
        claims=tuple(claim.id for claim in claims),
        origins=tuple(sorted({effective_origin(claim, context) for claim in claims})),
        min=low,
        max=None,
        on_from=None,
        on_to=None,
        place=None,
        words=f"{parts}: at least {low}{reading}",
        valid=claims[0].valid,
        approximate=any(value.about for value in values),
        if_all=None if high is None else (low, high),
    )
