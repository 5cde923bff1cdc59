"""From the shape of a claim in a file to the claim, and what is wrong with it."""

from dataclasses import replace

from claimgraph.corpus.claim_forms import known_words, written_row
from claimgraph.corpus.forms import ClaimKeys, HopKeys, MachineClaimKeys
from claimgraph.entity_closure import UNSPECIFIED, unspecified_id
from claimgraph.errors import ClaimgraphError, Problem
from claimgraph.flat import Row, claim_from, hop_from, hop_key, selector_from
from claimgraph.ids import fill_derived
from claimgraph.model import Article, Claim, TextSpan, Where
from claimgraph.passages import locate_cue, locate_quote
from claimgraph.schema.types import Schema


def written_claim(
    form: ClaimKeys, article: Article, where: Where, schema: Schema
) -> tuple[Claim, list[Problem]]:
    """The claim that a person wrote, with its place, its chain and what is derived.

    Hop 1 is the article's own voice; quote and cues are looked for in the text.
    """
    row = written_row(form)
    place = selector_from(row)
    if place is None and article.text is not None:
        place = locate_quote(article.text, form.quote, form.nth)
        if place is not None:
            row |= {"start": place.start, "end": place.end}
    quote = place if isinstance(place, TextSpan) else None
    hops = [hop_row(hop, article, quote) for hop in form.chain]
    first: Row = {"holder_id": article.speaker}
    return claim_of_rows(row, [first, *hops], article, where, schema)


def machine_claim(
    form: MachineClaimKeys, article: Article, where: Where, schema: Schema
) -> tuple[Claim, list[Problem]]:
    """The claim of a line of Claims JSONL; what is derived is worked out again."""
    hops: list[Row] = [written_row(hop) for hop in form.chain]
    if not hops:
        hops, where = [{"holder_id": article.speaker}], replace(where, unwritten=1)
    return claim_of_rows(written_row(form), hops, article, where, schema)


def claim_of_rows(
    row: Row, hops: list[Row], article: Article, where: Where, schema: Schema
) -> tuple[Claim, list[Problem]]:
    """The claim of checked rows with its derived fields; who is last asserts."""
    last = len(hops) - 1
    for index, hop in enumerate(hops):
        hop.setdefault("stance", "asserts" if index == last else "reports")
    row["article"] = article.id
    problems: list[Problem] = []
    try:
        claim = claim_from(row, tuple(map(hop_from, hops)), where)
    except ClaimgraphError:
        # types were checked with the form: only words can be wrong
        problems += known_words(row, False, where)
        for index, hop in enumerate(hops):
            problems += known_words(hop, True, where, f"{hop_key(index, where)}.")
        claim = claim_from(row, tuple(map(hop_from, hops)), where)
    symmetric = schema.symmetric(claim.relation)
    fill_derived(claim, article, symmetric)
    return claim, problems


def hop_row(form: HopKeys, article: Article, quote: TextSpan | None) -> Row:
    """One inner hop as a person wrote it, its cue found near the quote."""
    row = written_row(form)
    if form.holder == UNSPECIFIED:
        row["holder_id"] = unspecified_id(article.id)
    if form.cue is not None and article.text is not None:
        found = locate_cue(article.text, form.cue, form.nth, quote)
        if found is not None:
            row |= {"cue_start": found.start, "cue_end": found.end}
    return row
