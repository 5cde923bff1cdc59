"""The passage that is quoted: short, whole words, and on one line."""

from collections.abc import Sequence

from claimgraph.extraction.hits import Hit
from claimgraph.extraction.reading import Reading
from claimgraph.model import TextSpan


def quote_of(
    text: str, reading: Reading, hit: Hit, spans: Sequence[TextSpan]
) -> TextSpan:
    """From the first to the last of what carries a claim, within its sentence.

    What turns it round is part of it: the "not" and the "may" of its verb.
    """
    tree = reading.tree
    parts = list(spans)
    for kid in tree.children(hit.trigger, "neg", "aux", "auxpass"):
        parts.append(TextSpan(tree[kid].start, tree[kid].end))
    parts = [
        one
        for one in parts
        if reading.span.start <= one.start and one.end <= reading.span.end
    ]
    start = min(one.start for one in parts)
    end = max(one.end for one in parts)
    return without_outer_signs(text, start, end)


def without_outer_signs(text: str, start: int, end: int) -> TextSpan:
    """A passage without spaces and commas at its ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    return TextSpan(start, end)
