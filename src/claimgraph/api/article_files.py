"""Where the files of an article lie, in a corpus that is at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.corpus.listing import file_of

# a corpus that is at hand: this folder, or the one where uncoded articles go
AT_HAND = (Path(), Path("corpus"))


@dataclass(frozen=True, slots=True)
class FilesAtHand:
    """The corpus that has an article, and what to delete to lose it."""

    folder: Path
    texts: Path
    claims: Path


def files_at_hand(stem: str) -> Iterator[FilesAtHand]:
    """The files of an article in each corpus that is at hand."""
    for folder in AT_HAND:
        claims = file_of(folder / "claims", stem, ".yaml")
        if folder.joinpath("corpus.yaml").is_file() and claims.exists():
            yield FilesAtHand(folder, folder / "articles" / f"{stem}.*", claims)
