"""What mkdocs does besides: README as the first page, decisions, links that go out.

Pages are read in the repository as well, so they link to what lies beside docs/, too.
On the site such a link is its words alone.
"""

import posixpath
import re
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
DOCS = "docs"
HOME, DECISIONS = "index.md", "decisions/index.md"
# a fenced block, code in a line, or a link or picture: only the last is changed
PARTS = re.compile(
    r"^```.*?^```$|`[^`\n]+`(?!\])|(!?)\[((?:`[^`]*`|[^\]`])+)\]\(([^)\s]+)\)",
    re.DOTALL | re.MULTILINE,
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The navigation with all decisions behind what mkdocs.yml lists."""
    pages = [f"decisions/{path.name}" for path in decisions()]
    nav = cast("list[object]", config["nav"])
    config["nav"] = [*nav, {"Decisions": [DECISIONS, *pages]}]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages of docs/, and the two that are made here."""
    for name, text in ((HOME, home_page()), (DECISIONS, decisions_page())):
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """A page whose links stay inside the site."""
    folder = posixpath.join(DOCS, posixpath.dirname(page.file.src_uri))
    return inside(markdown, folder, posixpath.dirname(page.file.src_uri))


def home_page() -> str:
    """README as it is seen from inside docs/."""
    return inside((ROOT / "README.md").read_text("utf-8"), "", "")


def decisions() -> list[Path]:
    """The records of decisions, in order."""
    return sorted((ROOT / DOCS / "decisions").glob("[0-9]*.md"))


def decisions_page() -> str:
    """A list of all decisions."""
    lines = [
        f"* [{path.read_text('utf-8').partition(chr(10))[0].removeprefix('# ')}]"
        f"({path.name})"
        for path in decisions()
    ]
    return "\n".join(["# Decisions", "", "Why things are as they are.", "", *lines])


def inside(markdown: str, folder: str, place: str) -> str:
    """A text that stands in a folder of the repository, for its place on the site.

    >>> inside("[a](docs/a.md#b), [seeds](seeds), `[x](y)`", "", "")
    '[a](a.md#b), seeds, `[x](y)`'
    >>> inside("[all](../decisions), [one](2-x.md)", "docs/decisions", "decisions")
    '[all](index.md), [one](2-x.md)'
    """

    def turned(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        if target is None or "://" in target or target.startswith("#"):
            return found[0]
        path, _, anchor = target.partition("#")
        whole = posixpath.normpath(posixpath.join(folder, path))
        if whole == f"{DOCS}/decisions":
            whole = f"{DOCS}/{DECISIONS}"
        if not whole.startswith(f"{DOCS}/"):
            return str(words)
        shown = posixpath.relpath(whole.removeprefix(f"{DOCS}/"), place or ".")
        return f"{mark}[{words}]({shown}{'#' if anchor else ''}{anchor})"

    return PARTS.sub(turned, markdown)
