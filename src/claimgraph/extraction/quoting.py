"""The passage that is quoted: short, whole words, and on one line."""

from collections.abc import Sequence

from claimgraph.extraction.hits import Hit
from claimgraph.extraction.reading import Reading
from claimgraph.extraction.silences import REFUSALS
from claimgraph.extraction.tree import Tree
from claimgraph.model import TextSpan


def quote_of(
    text: str, reading: Reading, hit: Hit, spans: Sequence[TextSpan]
) -> TextSpan:
    """From the first to the last of what carries a claim, within its sentence.

    What turns it round is part of it: the "not" and the "may" of its verb, and its
    "refused to".
    """
    tree = reading.tree
    parts = list(spans)
    for kid in tree.children(hit.trigger, "neg", "aux", "auxpass"):
        parts.append(TextSpan(tree[kid].start, tree[kid].end))
    for above in refusal(tree, hit.trigger):
        parts.append(TextSpan(tree[above].start, tree[above].end))
    parts = [
        one
        for one in parts
        if reading.span.start <= one.start and one.end <= reading.span.end
    ]
    start = min(one.start for one in parts)
    end = max(one.end for one in parts)
    return without_outer_signs(text, start, end)


def refusal(tree: Tree, trigger: int) -> list[int]:
    """The words above a verb by which it is not done: declined to, without."""
    found: list[int] = []
    for above in tree.climb(trigger):
        found.append(above)
        if tree[above].lemma in REFUSALS | {"without"}:
            return found
        if tree[above].lemma not in ("of", "from", "short"):
            break
    return []


def without_outer_signs(text: str, start: int, end: int) -> TextSpan:
    """A passage without spaces and commas at its ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    return TextSpan(start, end)
