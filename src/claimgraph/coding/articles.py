"""One article of a corpus, opened for coding."""

from pathlib import Path, PurePath

from claimgraph.corpus.reading import bare_corpus, read_article, stems
from claimgraph.corpus.uses import require_corpus
from claimgraph.errors import CorpusError, nearest
from claimgraph.model import Article


def article_for(folder: Path, typed: str) -> Article:
    """The article that is meant, with its text, and its zones where a header has them.

    CorpusError for an unknown one, with the nearest, and for a text that cannot be
    read.
    """
    require_corpus(folder)
    stem = known_stem(folder, typed)
    batch = read_article(bare_corpus(folder), stem)
    if batch.article.text is None:
        for problem in batch.problems:
            raise CorpusError(
                problem.reason, file=problem.file, line=problem.line, key=problem.key
            )
    return batch.article


def known_stem(folder: Path, typed: str) -> str:
    """The stem of the article that is meant: by itself, by a beginning, by a path."""
    known = stems(folder)
    named = PurePath(typed)
    stem = typed if typed in known else named.stem
    begun = [one for one in known if stem and one.startswith(stem)]
    if stem not in known and len(begun) == 1:
        return begun[0]
    if stem in known:
        return stem
    listed = ", ".join(begun or known[:5]) + ("" if begun or len(known) < 6 else ", …")
    hint = nearest(stem, known) or (f" (there are: {listed})" if listed else "")
    if begun:
        hint = f": it may be any of {listed}"
    reason = f"{typed} is no article of this corpus{hint}"
    if not known:
        reason = f"{typed} is no article: put its text into articles/, as a.txt"
    raise CorpusError(reason, file=str(folder), target=typed)
