"""Which files a folder of a corpus has, and those whose names are not quite right."""

import os
from collections.abc import Iterator
from pathlib import Path

from claimgraph.errors import CorpusError, Problem, named_os_errors
from claimgraph.safe_text import shell_word

# endings that people, editors and Windows write for ours
ALSO = {".yaml": {".yaml", ".yml"}, ".txt": {".txt", ".text"}}
PARTS = {"articles": ".txt", "claims": ".yaml", "entities": ".yaml"}
# the first of them that stands beside a text is what it was made from
PAGES = (
    *(".html", ".htm", ".mht", ".mhtml", ".pdf", ".original", ".doc", ".docx"),
    *(".odt", ".rtf", ".eml", ".epub"),
)


def files_in(folder: Path, ending: str) -> dict[str, Path]:
    """The files of a folder by stem, sorted; none where the folder is missing.

    One with another form of the ending (`.yml`, `.TXT`) counts where none has ours:
    `naming_problems` says how to call it. Hidden files are passed over. CorpusError
    where the folder cannot be read, so that nothing looks as if it were not there.
    """
    return by_stem(visible(folder), ending)


def by_stem(paths: list[Path], ending: str) -> dict[str, Path]:
    """Of these files one for each stem, ours before other forms of the ending."""
    found: dict[str, Path] = {}
    for path in sorted(paths, key=lambda one: (one.suffix != ending, one)):
        if path.suffix.casefold() in ALSO[ending]:
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def visible(folder: Path) -> list[Path]:
    """What a folder holds but for hidden files; nothing where it is missing."""
    with named_os_errors(CorpusError, folder, "cannot be read"):
        try:
            return [one for one in folder.iterdir() if not one.name.startswith(".")]
        except FileNotFoundError:
            return []


def file_of(folder: Path, stem: str, ending: str) -> Path:
    """The file with that stem, under our ending or another form of it."""
    exact = folder / f"{stem}{ending}"
    return exact if exact.exists() else files_in(folder, ending).get(stem, exact)


def naming_problems(path: Path, ending: str) -> list[Problem]:
    """What is wrong with the ending of a file of a corpus."""
    if path.suffix == ending:
        return []
    return [Problem(str(path), None, "", f"rename it to {path.stem}{ending}")]


def spare_files(folder: Path) -> list[Problem]:
    """Files of a corpus that are not read: one of the same stem has our ending."""
    return [
        Problem(str(path), None, "", f"is not read: {stem}{ending} stands beside it")
        for part, ending in PARTS.items()
        for stem, path in doubles(folder / part, ending)
    ]


def doubles(folder: Path, ending: str) -> Iterator[tuple[str, Path]]:
    """Stem and path of each file whose stem another one of the folder has, too."""
    paths = visible(folder)
    read = by_stem(paths, ending)
    for path in sorted(paths):
        if path.suffix.casefold() in ALSO[ending] and read[path.stem] != path:
            yield path.stem, path


def new_article(path: Path) -> str:
    """The command that makes an article of a page or a text, to paste."""
    return f"`claimgraph new {shell_word(str(path))}`"


def page_beside(folder: Path, stem: str) -> Path | None:
    """The page from which the text of that stem was made; None where none is kept."""
    named = [folder / "articles" / f"{stem}{ending}" for ending in PAGES]
    return next((one for one in named if os.path.lexists(one)), None)


def lone_pages(folder: Path) -> list[Problem]:
    """Pages and papers in `articles/` beside which no text stands."""
    paths = visible(folder)
    texts = by_stem(paths, ".txt")
    return [
        Problem(str(path), None, "", f"is not read: {new_article(path)} makes its text")
        for path in sorted(paths)
        if path.suffix.casefold() in PAGES and path.stem not in texts
    ]
