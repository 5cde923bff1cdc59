"""How does a source become claims? One module per source: no Cypher, no store."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from claimgraph import modules
from claimgraph.corpus.uses import ARTICLE_ENDINGS
from claimgraph.errors import LoaderError, named_os_errors
from claimgraph.model import Batch
from claimgraph.regular_file import open_regular
from claimgraph.safe_text import shell_word
from claimgraph.tables.places import mapping_advice, mapping_beside

FOLDER = "/"
# Claims JSONL out of a pipe
STDIN = Path("-")
# bytes that are looked at to tell what a file is
FIRST = 4096
# what people bring and no loader reads, with what to do
OUTWARD = (
    "leads out only: claimgraph writes it for other tools and reads it from nobody; "
    "`claimgraph export claims` and `trig` come back in"
)
ARTICLE = (
    "is not read as it is, since it has no claims: `claimgraph new {}` makes it an "
    "article of a corpus (`claimgraph init DIR` begins one); who says what comes "
    "into its claims/STEM.yaml"
)
PAPER = (
    "is not read as it is: save it as text (.txt) or as PDF, then `claimgraph load` "
    "that file: what it says is proposed as claims"
)
ADDRESS = (
    "is an address, and a load fetches none: `claimgraph new ADDRESS` fetches a page "
    "once and makes it an article of a corpus (`claimgraph init DIR` begins one)"
)
UNREAD: Mapping[tuple[str, ...], str] = {
    (".gexf", ".graphml", ".ftm.json", ".ijson", ".cypher"): OUTWARD,
    (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".rss", ".atom"): ARTICLE,
    (".warc", ".warc.gz"): ARTICLE,
    (".doc", ".docx", ".odt", ".rtf", ".epub", ".eml"): PAPER,
}
# modules of this folder that help loaders and are none
HELPERS = (
    "builder",
    "rows",
    "elements",
    "objects",
    "listing",
    "sdn",
    "own_stix",
    "stix_objects",
    "incident_bodies",
    "incident_cells",
    "incident_days",
    "incident_rows",
)
# what reads a table whose columns a mapping explains
TABLES = "incidents"


@runtime_checkable
class Loader(Protocol):
    """What every module of this folder offers.

    `ENDINGS` are those of the paths that it reads, as `.csv`; a folder ends in `/`.
    Only loaders that know their files by what these begin with share one.
    """

    ENDINGS: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Batch]:
        """The articles and claims of a source, batch by batch, as they stand in it.

        What is wrong in it travels in `Batch.problems`; a source that is none at all
        raises LoaderError or CorpusError.
        """
        ...


@runtime_checkable
class SignLoader(Loader, Protocol):
    """A loader of files whose ending others have too.

    One of the `SIGNS` stands in the first 4,096 bytes of each file that it reads;
    none where a file beside it says how it is read.
    """

    SIGNS: tuple[bytes, ...]


def loader_names() -> list[str]:
    """The loaders that there are, sorted."""
    return modules.names(sys.modules[__name__])


def find_loader(name: str) -> Loader:
    """The loader of that name; ClaimgraphError for an unknown one."""
    found = modules.find(sys.modules[__name__], name)
    if not isinstance(found, Loader):
        raise TypeError(f"{found.__name__} lacks ENDINGS or read")
    return found


def loader_for(path: Path) -> str:
    """The loader for the ending of a path, and for the beginning of the file where
    several read that ending; LoaderError where none does.
    """
    if path == STDIN:
        return "claims_jsonl"
    if not path.exists():
        web = path.parts[:1] in (("http:",), ("https:",))
        if web:
            # a path has one slash of the two
            raise LoaderError(ADDRESS, file=str(path).replace(":/", "://", 1))
        dead = ": it is a link that leads nowhere" if path.is_symlink() else ""
        raise LoaderError(f"does not exist{dead}", file=str(path))
    if path.is_file() and mapping_beside(path).is_file():
        return TABLES
    ending = f"{path.name}{FOLDER if path.is_dir() else ''}".lower()
    for endings, advice in UNREAD.items():
        if ending.endswith(endings):
            named = advice.format(shell_word(str(path)))
            raise LoaderError(named, file=str(path))
    fitting: dict[str, Loader] = {}
    known: dict[str, None] = {}
    for name in loader_names():
        one = find_loader(name)
        known |= dict.fromkeys(one.ENDINGS)
        if ending.endswith(one.ENDINGS):
            if not isinstance(one, SignLoader):
                # those that come after it need not be imported
                return name
            fitting[name] = one
    if fitting:
        return by_beginning(path, fitting)
    refuse_odd(path)
    # those of articles first: most people bring these
    known = dict.fromkeys((*ARTICLE_ENDINGS, *known))
    files = ", ".join(one for one in known if one != FOLDER)
    hint = f"how to read it? its ending is none of {files}; --from LOADER says how"
    raise LoaderError(hint, file=str(path))


def refuse_odd(path: Path) -> None:
    """LoaderError for a named pipe, a device or a socket: each is read from a pipe."""
    if not path.is_file() and not path.is_dir():
        reason = (
            "is a named pipe, a device or a socket, and no file: give what comes out "
            "of it to `claimgraph load -` if it is Claims JSONL, to `claimgraph "
            "extract -` if it is an article"
        )
        raise LoaderError(reason, file=str(path))


def by_beginning(path: Path, fitting: Mapping[str, Loader]) -> str:
    """That of several loaders whose files begin so; LoaderError where none do."""
    start, told = first_bytes(path), list[str]()
    for name, one in fitting.items():
        signs = one.SIGNS if isinstance(one, SignLoader) else ()
        if any(sign in start for sign in signs):
            return name
        if signs:
            told.append(f"{b' or '.join(signs).decode()} ({name})")
    if TABLES in fitting:
        raise LoaderError(mapping_advice(path), file=str(path))
    hint = f"how to read it? it does not begin with {', '.join(told)}; --from overrules"
    raise LoaderError(hint, file=str(path))


def first_bytes(path: Path) -> bytes:
    """The beginning of a file; of UTF-16 the plain letters."""
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        return file.read(FIRST).replace(b"\0", b"")
