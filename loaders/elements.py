"""Elements of an XML file that are entries of it, one after the other, with lines.

Nothing is held but the entry at hand. Entities, which a few bytes could blow up to
gigabytes, and whatever would be fetched from elsewhere are refused.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from claimgraph.errors import ClaimgraphError, LoaderError
from claimgraph.regular_file import open_regular
from claimgraph.tables.lines import LONGEST_LINE

# elements inside one another, and pieces of one entry: no list has nearly as many
DEEPEST, MOST_PARTS = 100, 100_000


@dataclass(frozen=True, slots=True)
class XmlEntry:
    """An element with the root that it stands in; `line` is where it ends."""

    element: Element
    root: Element
    line: int

    def text(self, path: str) -> str:
        """The words of the first element there on one line, empty where there is none.

        Elements below have no prefix of a namespace in their path.
        """
        return words_of(self.element.find(path))

    def texts(self, path: str) -> list[str]:
        """Those of all elements there that have any."""
        return [text for one in self.element.iterfind(path) if (text := words_of(one))]

    def raw(self, path: str) -> str:
        """The text of the first element there as it stands, for a quote.

        ClaimgraphError where there is none.
        """
        found = self.element.findtext(path)
        if not found or not found.strip():
            raise ClaimgraphError("is missing", key=path)
        return found


class CountedLines:
    """A file that is read line by line, so that each event has its line."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.line = file, 0

    def read(self, size: int) -> bytes:
        """The next line, whatever the size; LoaderError for one without end."""
        found = self.file.readline(LONGEST_LINE + 1)
        if len(found) > LONGEST_LINE:
            raise LoaderError("is a line without end")
        self.line += bool(found)
        return found


def words_of(element: Element | None) -> str:
    """The text of an element on one line."""
    text = element.text if element is not None else None
    return " ".join((text or "").split())


def xml_entries(path: Path, root: str, tags: Collection[str]) -> Iterator[XmlEntry]:
    """The elements with these tags, wherever they stand below the root.

    LoaderError with the line for what is no such XML.
    """
    from defusedxml.common import DefusedXmlException

    lines: CountedLines | None = None
    try:
        with open_regular(path) as file:
            lines = CountedLines(file)
            yield from inner_entries(lines, root, tags)
    except (LoaderError, OSError, ParseError, DefusedXmlException, ValueError) as error:
        line = lines.line if lines is not None else None
        raise LoaderError(reason_of(error), file=str(path), line=line) from None


def reason_of(error: Exception) -> str:
    """What is wrong with a file, in words."""
    from defusedxml.common import DefusedXmlException

    if isinstance(error, LoaderError):
        return error.message
    if isinstance(error, DefusedXmlException):
        return "declares entities or a document type: such XML is not read"
    if isinstance(error, ParseError):
        return f"is no whole XML: {error}"
    return f"cannot be read: {error}"


def inner_entries(
    lines: CountedLines, root: str, tags: Collection[str]
) -> Iterator[XmlEntry]:
    """The entries of an open file; each is forgotten when the next one is asked for."""
    from defusedxml.ElementTree import iterparse

    above: list[Element] = []
    inside = parts = 0
    for event, element in iterparse(lines, ("start", "end"), forbid_dtd=True):
        element.tag = element.tag.rpartition("}")[2]
        if event == "start":
            if not above and element.tag != root:
                raise LoaderError(f"begins with <{element.tag}>, expected is <{root}>")
            above.append(element)
            inside += element.tag in tags
            parts += inside > 0
            if len(above) > DEEPEST or parts > MOST_PARTS:
                raise LoaderError("holds more within one entry than any list does")
            continue
        above.pop()
        inside -= element.tag in tags
        if element.tag in tags and not inside:
            parts = 0
            yield XmlEntry(element, above[0], lines.line)
        if above and not inside:
            above[-1].remove(element)
