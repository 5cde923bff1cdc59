"""A corpus folder begun, checked, and mended where only a digest is old."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claimgraph import checking
from claimgraph.checking import Checked, Rehashed
from claimgraph.corpus.reading import read_corpus, stems
from claimgraph.corpus.scaffold import scaffold


def check(folder: str | Path) -> Checked:
    """What a corpus holds and everything that is wrong in it; nothing is changed.

    Raises CorpusError where the folder is no corpus.
    """
    return checking.check_corpus(Path(folder))


def rehash(folder: Path) -> list[Rehashed]:
    """The articles whose header got the digest of their changed text.

    Only those whose quotes and zones all hold still; `check` says what is wrong with
    the others. A text that differs in nothing but line ends is left alone.
    """
    return checking.rehash_corpus(folder)


def new_corpus(folder: Path, uses: Collection[str] = ()) -> None:
    """Begins a corpus in a new or empty folder, with files that explain themselves.

    It may use other corpora, as `claimgraph:names`.
    """
    scaffold(folder, uses)


@dataclass(frozen=True, slots=True)
class CorpusArticles:
    """The name of a corpus and the stems of the articles in its folder."""

    name: str
    stems: frozenset[str]


def corpus_articles(folder: Path) -> CorpusArticles:
    """Which articles a corpus folder has; CorpusError where it is none."""
    corpus = read_corpus(folder)
    return CorpusArticles(corpus.name, frozenset(stems(corpus.folder)))
