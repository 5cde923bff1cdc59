"""A claim as the block that a person would write of it."""

from collections.abc import Mapping
from dataclasses import fields

from claimgraph.coding.blocks import Block
from claimgraph.coding.drafts import ORDER
from claimgraph.entity_closure import UNSPECIFIED, unspecified_id
from claimgraph.errors import CorpusError
from claimgraph.flat import Row, file_block, flat, flat_hops
from claimgraph.model import Claim, Hop, TextSpan
from claimgraph.passages import locate_cue, locate_quote, occurrences
from claimgraph.schema import load_schema

LAST = ("by", "review", "confidence", "grade")
# a quote is found by its words, and by their number
PLACES = ("start", "end")
USUAL = {one.name: one.default for one in fields(Claim)}


def claim_block(claim: Claim, text: str) -> Block:
    """The keys of a claim on an article with that text, those that are usual left out.

    CorpusError where the words of its quote or of a cue have no number in the text.
    """
    place = claim.selector
    if not isinstance(place, TextSpan):
        raise CorpusError("has no place in a text", key="quote")
    listed = [
        one
        for one in load_schema().claim.node
        if not one.derived and one.name not in PLACES
    ]
    block: Row = {
        key: held
        for key, held in file_block(flat(claim), listed).items()
        if key not in USUAL or held != USUAL[key]
    }
    if locate_quote(text, claim.quote, None) != place:
        block["nth"] = number_at(text, claim.quote, place.start, "quote")
    if len(claim.chain) > 1:
        block["chain"] = hop_blocks(claim, text, place)
    order = [*ORDER, *(key for key in block if key not in (*ORDER, *LAST)), *LAST]
    found: Mapping[str, object] = {key: block[key] for key in order if key in block}
    return found  # type: ignore[return-value]  # fields hold no other values


def hop_blocks(claim: Claim, text: str, quote: TextSpan) -> list[Row]:
    """The speakers inside the article, each as a block."""
    declared = [one for one in load_schema().claim.hop if not one.derived]
    last = len(claim.chain) - 1
    found: list[Row] = []
    rows = flat_hops(claim)
    for index, hop in enumerate(claim.chain):
        if not index:
            continue
        block = file_block(rows[index], declared)
        if hop.holder == unspecified_id(claim.article):
            block["holder"] = UNSPECIFIED
        if hop.stance == ("asserts" if index == last else "reports"):
            block.pop("stance", None)
        number = cue_number(hop, text, quote)
        if number is not None:
            block["nth"] = number
        first = {key: block[key] for key in ("holder", "cue", "nth") if key in block}
        found.append(first | block)
    return found


def cue_number(hop: Hop, text: str, quote: TextSpan) -> int | None:
    """Which occurrence a cue is; None where it is the nearest one, or has no place."""
    if hop.cue is None or hop.cue_start is None:
        return None
    nearest = locate_cue(text, hop.cue, None, quote)
    if nearest is not None and nearest.start == hop.cue_start:
        return None
    return number_at(text, hop.cue, hop.cue_start, "cue")


def number_at(text: str, words: str, start: int, key: str) -> int:
    """Which occurrence of words begins at a place; CorpusError where none does."""
    found = occurrences(text, words)
    if start not in found:
        reason = "overlaps with the same words, so that no number leads there"
        raise CorpusError(reason, key=key)
    return found.index(start) + 1
