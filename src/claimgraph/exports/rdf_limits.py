"""What readers of RDF take: no text in a file may be longer than 16 MiB."""

import re
from collections.abc import Iterable, Iterator

from claimgraph.errors import ExportError
from claimgraph.model import Batch

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
