"""The text of a PDF, line by line as it is printed: broken words stay broken."""

from io import BytesIO
from typing import TYPE_CHECKING

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.markers import line_kinds
from claimgraph.pages.plain import text_title
from claimgraph.pages.publication import date_of, written_date
from claimgraph.pages.zones import line_spans, zones_of

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 3000
LARGEST = 32 * 2**20
# between two pages: a line that holds nothing
PAGE_END = "\n\f\n"
LOCKED = "is locked: print it into a new PDF, or save its text"
SCAN = (
    "has no text: it is a picture of one; have it read by OCR, then `claimgraph new` "
    "the text"
)


def pdf_page(raw: bytes, name: str, file: str) -> ArticlePage:
    """The article of a PDF; LoaderError for one without text, or that is none."""
    require_packages(file, "pypdf")
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(raw))
        text = printed_text(reader, file)
        said = reader.metadata
        title, made = (said.title, said.get("/CreationDate")) if said else (None, None)
    except DependencyError:
        # raised where another package would have to unlock it
        raise LoaderError(LOCKED, file=file) from None
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError) as error:
        reason = f"is no PDF that can be read: {error or type(error).__name__}"
        raise LoaderError(reason, file=file) from error
    spans = line_spans(text)
    if not spans:
        raise LoaderError(SCAN, file=file)
    lines = [text[span.start : span.end] for span in spans]
    zones, _ = zones_of(text, spans, line_kinds(lines, [None] * len(lines)))
    words = " ".join(str(title or "").split())
    return ArticlePage(
        name=name,
        text=text,
        title=FoundWords(words, "the PDF's title") if words else text_title(lines),
        published=written_date(lines) or made_by(str(made or "")),
        zones=zones,
        raw=raw,
        ending=".pdf",
    )


def printed_text(reader: "PdfReader", file: str) -> str:
    """The text of all pages; LoaderError for one that is locked or has too many."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise LoaderError(LOCKED, file=file)
    if len(reader.pages) > MOST_PAGES:
        raise LoaderError(f"has more than {MOST_PAGES} pages", file=file)
    pages, size = list[str](), 0
    for page in reader.pages:
        found = page.extract_text().encode("utf-8", "ignore").decode().replace("\0", "")
        pages.append("\n".join(line.rstrip() for line in found.rstrip().split("\n")))
        size += len(found)
        if size > LARGEST:
            raise LoaderError("has more text than anybody reads", file=file)
    return PAGE_END.join(pages).rstrip() + "\n"


def made_by(said: str) -> FoundWords | None:
    """The day on which a PDF was made, at the latest of which its text is."""
    found = date_of(said.removeprefix("D:")[:8], "the PDF was made then: CreationDate")
    return None if found is None else FoundWords(f"[..{found.edtf}]", found.evidence)
