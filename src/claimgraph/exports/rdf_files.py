"""What the formats of RDF share; no text in a file may be longer than 16 MiB."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions, Format
from claimgraph.model import Batch
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.terms import Quad

# what a parser holds at once, a few letters around the text included
MOST = 2**24 - 1024
ESCAPED = re.compile(r'["\\\n\r]')


def readable_batches(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches; ExportError for a text that nobody could read back."""
    for batch in batches:
        text = batch.article.text or ""
        if len(text) * 4 > MOST:
            written = len(text.encode()) + len(ESCAPED.findall(text))
            if written > MOST:
                reason = "its text is longer than 16 MiB, which readers of RDF do not "
                reason += "take: export it with --no-text, or as Claims JSONL"
                raise ExportError(f"{batch.article.id}: {reason}")
        yield batch


def rdf_format(
    name: str,
    suffix: str,
    sink: Callable[[Iterable[Quad], Path, str], None],
    taken: Callable[[Iterable[Batch]], Iterable[Batch]] = readable_batches,
    options: tuple[str, ...] = ("base", "no_text", "with_edges"),
    notes: tuple[str, ...] = (),
) -> Format:
    """A format of all quads: `sink` writes them, and hears of the base."""
    edges = "with_edges" in options

    def write(batches: Iterable[Batch], target: Path, asked: ExportOptions) -> None:
        found = quads(taken(batches), asked.base, edges and asked.with_edges)
        sink(found, target, asked.base)

    return Format(name, write, suffix, options, notes)
