"""The files of a folder: which may hold articles, and which of them nobody reads."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.corpus.uses import ARTICLE_ENDINGS, HEAD
from claimgraph.errors import Problem, number_of, system_reason
from claimgraph.packed_file import PACKED

LINES = (".jsonl", ".ndjson")
LINE_ENDINGS = (*LINES, *(ending + packed for ending in LINES for packed in PACKED))
# in folders only files that look like articles are opened
ENDINGS = (*ARTICLE_ENDINGS, ".text", ".md", ".xml", *LINE_ENDINGS)
# what browsers save beside a page
COMPANION = "_files"
# endings that are told by name
MOST_ENDINGS = 8
NO_ENDING, LINKED = "without an ending", "linking to a folder"
# what can be done about files that hold articles, as a rule
OFFICE = (
    *(".doc", ".docx", ".odt", ".rtf", ".pages", ".epub", ".eml", ".msg", ".ppt"),
    *(".pptx", ".odp", ".wpd", ".docm", ".dot", ".dotx", ".ott"),
)
ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst")
ADVICE = (
    (OFFICE, "save office files and mails as text (.txt) or as PDF"),
    (ARCHIVES, "unpack archives"),
    ((NO_ENDING,), "give texts the ending .txt"),
    ((LINKED,), "name the folders that links lead to"),
)


@dataclass(frozen=True, slots=True)
class Unopened:
    """What was not read, and is no fault, in words for a person."""

    words: str


@dataclass(slots=True)
class FolderWalk:
    """The files below a folder, one by one; those that nobody reads are counted.

    Hidden files and what a browser saved beside a page are passed over.
    """

    folder: Path
    left: Counter[str] = field(default_factory=Counter[str])

    def files(self) -> Iterator[Path | Problem]:
        """Each file that may hold articles; a problem for what cannot be opened."""
        yield from self.below(self.folder)

    def below(self, folder: Path) -> Iterator[Path | Problem]:
        """The same for one of its folders; a corpus inside gives its texts."""
        if is_corpus(folder):
            yield from (folder / "articles").glob("[!.]*.txt")
            return
        try:
            listed = os.scandir(folder)
        except OSError as error:
            yield unreadable(folder, error)
            return
        with listed:
            for entry in listed:
                if not entry.name.startswith("."):
                    yield from self.entry(entry)

    def entry(self, entry: "os.DirEntry[str]") -> Iterator[Path | Problem]:
        """What an entry of a folder gives."""
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.endswith(COMPANION):
                yield from self.below(path)
            return
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield unreadable(path, error)
            return
        if stat.S_ISDIR(mode):
            self.left[LINKED] += 1
        elif entry.name.lower().endswith(ENDINGS):
            yield path
        else:
            self.left[path.suffix.lower() or NO_ENDING] += 1

    def unopened(self) -> Unopened | None:
        """Which files nobody reads, by ending and number, and what to do about them."""
        if not self.left:
            return None
        common = self.left.most_common(MOST_ENDINGS)
        told = [f"{number} {ending}" for ending, number in common]
        rest = self.left.total() - sum(number for _, number in common)
        told += [f"{rest} of other endings"] if rest else []
        advice = [words for endings, words in ADVICE if self.left.keys() & {*endings}]
        number = number_of(self.left.total(), "file was", "files were")
        to_do = f"; to have them read: {'; '.join(advice)}" if advice else ""
        return Unopened(f"{self.folder}: {number} not read: {', '.join(told)}{to_do}")


def unreadable(path: Path, error: OSError) -> Problem:
    """Why the operating system does not open a file or a folder."""
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        reason = f"is a link to {os.readlink(path)}, which is not there"
    else:
        reason = f"cannot be read: {system_reason(error)}"
    return Problem(str(path), None, "", reason)


def is_corpus(folder: Path) -> bool:
    """Whether a folder is a corpus."""
    return folder.joinpath(HEAD).is_file()
