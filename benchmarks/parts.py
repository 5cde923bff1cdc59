"""A page of several parts, of which each benchmark writes its own anew."""

from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
TITLE = "# How fast it is\n"


def put(path: Path, part: str, text: str) -> None:
    """Write one part of a page; the other parts stay as they are.

    A part stands between two comments with its name; one that is not there yet comes
    last, and a page that is not there yet begins with the title.
    """
    page = path.read_text("utf-8") if path.exists() else TITLE
    path.write_text(replaced(page, part, text), "utf-8")


def replaced(page: str, part: str, text: str) -> str:
    """The page with another text for one part.

    >>> page = replaced("# T\\n", "a", "one")
    >>> replaced(replaced(page, "b", "two"), "a", "1").split()[2:]
    ['<!--', 'a:', 'begin', '-->', '1', '<!--', 'a:', 'end', '-->', '<!--', 'b:', \
'begin', '-->', 'two', '<!--', 'b:', 'end', '-->']
    """
    begin, end = f"<!-- {part}: begin -->\n", f"<!-- {part}: end -->\n"
    before, found, rest = page.partition(begin)
    after = rest.partition(end)[2]
    if not found:
        before, after = f"{page.rstrip()}\n\n", ""
    return f"{before}{begin}\n{text.strip()}\n\n{end}{after}"
