"""A corpus folder, or single articles of one with their claims files."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.errors import CorpusError
from claimgraph.model import Batch

ENDINGS = ("/", ".txt", ".yaml")


def read(path: Path) -> Iterator[Batch]:
    """One batch for each article: all of a folder, or the one that a file belongs to.

    A file is `articles/<stem>.txt` or `claims/<stem>.yaml` inside a corpus.
    """
    if path.is_dir():
        yield from read_batches(read_corpus(path))
        return
    if not path.exists():
        raise CorpusError("does not exist", file=str(path), target=str(path))
    folder = path.resolve().parent.parent
    if path.resolve().parent.name not in ("articles", "claims"):
        hint = (
            "is no article of a corpus: expected DIR/articles/ or DIR/claims/; a text "
            "without claims comes into one by `claimgraph new FILE.txt`"
        )
        raise CorpusError(hint, file=str(path), target=str(path))
    yield from read_batches(read_corpus(folder), [path.stem])
