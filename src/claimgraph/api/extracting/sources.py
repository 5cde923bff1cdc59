"""What people give to be read: files, folders, addresses, archives, lines, pipes.

Nothing is listed or read whole that may be large: parts come one after the other.
"""

import codecs
import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from claimgraph.api.extracting.folders import (
    ENDINGS,
    LINE_ENDINGS,
    FolderWalk,
    Unopened,
    is_corpus,
)
from claimgraph.corpus.reading import stems
from claimgraph.corpus.uses import ARTICLE_ENDINGS
from claimgraph.errors import (
    ClaimgraphError,
    LoaderError,
    MissingExtraError,
    ModelError,
    Problem,
    StoreUnreachableError,
    named_os_errors,
    nearest,
)
from claimgraph.packed_file import open_unpacked
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web
from claimgraph.pages.names import file_stem
from claimgraph.pages.sources import (
    FIRST,
    LONGEST,
    OTHERS,
    TOO_LONG,
    file_pages,
    is_address,
    kind_of,
    pages_in,
    refuse_large,
    source_pages,
)
from claimgraph.recoded_file import in_utf8
from claimgraph.regular_file import LARGEST, open_regular, read_regular

STDIN = "-"
# without what lacks there no other article can be read
ENDING = (MissingExtraError, ModelError, StoreUnreachableError)
# where articles go that are in no corpus
DEFAULT = Path("corpus")
ALREADY = "holds claims already: `claimgraph load` takes it as it is"


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of a file that holds one article, as what, and what to call it."""

    raw: bytes
    kind: str
    name: str
    file: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


Part = RawFile | ArticlePage | Problem


def parts_of(source: str, web: Web) -> Iterator[Part | Unopened]:
    """The articles of a source; what cannot be read is a problem, and others go on."""
    try:
        if source == STDIN:
            yield from piped_parts()
        elif is_address(source):
            yield from source_pages(source, web)
        elif Path(source).is_dir():
            yield from folder_parts(Path(source))
        else:
            yield from file_parts(Path(source))
    except ClaimgraphError as error:
        yield problem_of(error, source)


def problem_of(error: ClaimgraphError, source: str) -> Problem:
    """An error as a problem of its source; raised where no other can be read either."""
    if isinstance(error, ENDING):
        raise error
    file = error.file or source
    return Problem(file, error.line, error.key or "", error.message)


def folder_parts(folder: Path) -> Iterator[Part | Unopened]:
    """The articles of the files below a folder, in the order in which they come; at
    the end what nobody reads of it.
    """
    walk, found = FolderWalk(folder), False
    for one in walk.files():
        found = True
        if isinstance(one, Problem):
            yield one
            continue
        try:
            yield from file_parts(one)
        except ClaimgraphError as error:
            yield problem_of(error, str(one))
    if not found:
        reason = f"holds no article: no file in it ends in {', '.join(ENDINGS[:7])}, …"
        yield Problem(str(folder), None, "", reason)
    unopened = walk.unopened()
    if unopened is not None:
        yield unopened


def file_parts(path: Path) -> Iterator[Part]:
    """The articles of a file; LoaderError for one that holds none."""
    if path.name.lower().endswith(LINE_ENDINGS):
        with open_unpacked(path) as file:
            yield from line_parts(in_utf8(file, str(path)), str(path))
        return
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        start = file.read(FIRST)
    kind = kind_of(start, path.name)
    if kind in ("feed", "warc", None):
        yield from file_pages(path)
        return
    refuse_large(path, kind)
    with named_os_errors(LoaderError, path, "cannot be read"):
        raw = read_regular(path)
    yield RawFile(raw, kind, file_stem(path.name), str(path))


def piped_parts() -> Iterator[Part]:
    """The articles of standard input: a line each of JSON, or one text or page."""
    if sys.stdin.isatty():
        raise LoaderError("reads a pipe, not a terminal: give a file", file=STDIN)
    file = sys.stdin.buffer
    first = file.readline(LARGEST + 1)
    if first.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from line_parts(file, STDIN, first.removeprefix(codecs.BOM_UTF8))
        return
    raw = first + file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise LoaderError(f"is larger than {LARGEST // 2**20} MB", file=STDIN)
    kind = kind_of(raw[:FIRST], "")
    if kind is None or kind == "warc":
        raise LoaderError(OTHERS, file=STDIN)
    name = f"article-{hashlib.sha256(raw).hexdigest()[:8]}"
    yield from pages_in(kind, raw, name, STDIN)


def line_parts(file: IO[bytes], name: str, first: bytes = b"") -> Iterator[Part]:
    """The articles of lines of JSON, each with `text` or `html`; bad lines are told.

    `first` is a line that was read already.
    """
    from claimgraph.api.extracting.lines import LONGEST_LINE, page_on_line

    number = 0
    while raw := first or file.readline(LONGEST_LINE + 1):
        number, first = number + 1, b""
        if len(raw) > LONGEST_LINE:
            reason = f"is longer than {LONGEST_LINE // 2**20} MB: no article is"
            raise LoaderError(reason, file=name, line=number)
        if number == 1 and raw.startswith(b'{"claimgraph"'):
            raise LoaderError(ALREADY, file=name)
        if raw.strip():
            yield page_on_line(raw, name, number)
    if not number:
        raise LoaderError("is empty", file=name)


def page_of(part: RawFile) -> ArticlePage:
    """The article of a file; LoaderError for one that holds none."""
    for page in pages_in(part.kind, part.raw, part.name, part.file):
        if isinstance(page, ArticlePage):
            return fit_page(page, part.file)
    raise LoaderError("holds no article", file=part.file)


def fit_page(page: ArticlePage, file: str) -> ArticlePage:
    """The same page; LoaderError for a text that is longer than any article."""
    if len(page.text) > LONGEST:
        reason = f"has {len(page.text):,} characters: {TOO_LONG}"
        raise LoaderError(reason, file=file)
    return page


def is_uncoded(source: str) -> bool:
    """Whether a source is an article that nobody coded: an address, or a text or page
    that lies in no corpus.
    """
    if is_address(source):
        return True
    path = Path(source)
    article = path.name.lower().endswith(ARTICLE_ENDINGS)
    if not article or not path.is_file():
        return False
    above = path.absolute().parent
    return above.name != "articles" or not is_corpus(above.parent)


def corpus_for(given: Path | None, sources: Iterable[str]) -> Path:
    """The corpus that is meant: the one given, the one that a source is or lies in, the
    folder at hand if it is one, else `corpus` in it.
    """
    if given is not None:
        return given
    for source in sources:
        path = Path(source)
        if is_corpus(path):
            return path
        above = path.absolute().parent
        if above.name == "articles" and is_corpus(above.parent):
            return path.parent.parent
    return Path() if is_corpus(Path()) else DEFAULT


def refuse_unknown(sources: Iterable[str], folder: Path) -> None:
    """LoaderError where none of the sources is there: nothing is begun for them."""
    known = stems(folder) if is_corpus(folder) else []
    unknown = [one for one in sources if not is_source(one, known)]
    if unknown and len(unknown) == len(list(sources)):
        hint = nearest(unknown[0], known)
        reason = f"is no file, folder, address or article of {folder}{hint}"
        raise LoaderError(reason, file=unknown[0])


def is_source(source: str, known: Iterable[str]) -> bool:
    """Whether something can be read under that name."""
    there = source == STDIN or is_address(source) or Path(source).exists()
    return there or source in known
