"""What does a page, a text or a feed hold for an article? Nothing is written here."""

from dataclasses import dataclass
from importlib import import_module
from logging import NullHandler, getLogger

from claimgraph.errors import MissingExtraError
from claimgraph.extras import install_words
from claimgraph.model import Zone

INSTALL = install_words("html")


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that a page has of itself, and where they stand in it."""

    words: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article before its claims: its raw text, and what could be found of it.

    `published` is EDTF. `raw` are the bytes that the text was made from, with the
    ending of their file; None where the text is itself what was given. `name` is what
    the article may be called by, `remarks` are for whoever codes it.
    """

    name: str
    text: str
    title: FoundWords
    publisher: FoundWords | None = None
    author: FoundWords | None = None
    published: FoundWords | None = None
    language: str | None = None
    url: str | None = None
    zones: tuple[Zone, ...] = ()
    raw: bytes | None = None
    ending: str = ""
    remarks: tuple[str, ...] = ()


def require_packages(file: str, *names: str) -> None:
    """MissingExtraError, with what to install, where one of the packages lacks."""
    try:
        for name in names:
            import_module(name)
            # what is wrong with a page is told by us, once
            getLogger(name).addHandler(NullHandler())
            getLogger(name).propagate = False
    except ImportError as error:
        reason = f"needs the extra [html], which reads pages: {INSTALL}"
        raise MissingExtraError(reason, file=file) from error
