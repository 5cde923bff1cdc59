"""The pages of the documentation, which come with the package."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from claimgraph.errors import QueryError, known_word, nearest
from claimgraph.resources import packaged_path

FOLDER, ENDING = "docs", ".md"
DECISIONS = "decisions"
EXAMPLES = "examples"
INNER = (DECISIONS, "loaders")


@dataclass(frozen=True, slots=True)
class DocsPage:
    """One page: its topic, its heading, and its Markdown."""

    topic: str
    heading: str
    text: str


def pages() -> list[DocsPage]:
    """All pages by topic, those of folders inside last."""
    found = [*pages_in(packaged_path(FOLDER), "")]
    for inner in INNER:
        found += pages_in(packaged_path(FOLDER, inner), f"{inner}/")
    return sorted(found, key=lambda page: ("/" in page.topic, page.topic))


def pages_in(folder: Traversable, before: str) -> Iterator[DocsPage]:
    """The pages that lie in one folder."""
    for entry in folder.iterdir():
        if entry.name.endswith(ENDING):
            text = entry.read_text("utf-8")
            heads = (line[2:] for line in text.splitlines() if line.startswith("# "))
            topic = before + entry.name.removesuffix(ENDING)
            yield DocsPage(topic, next(heads, topic), text)


def examples() -> list[DocsPage]:
    """The files that the pages have examples of, as they are."""
    return [
        DocsPage(f"{EXAMPLES}/{entry.name}", entry.name, entry.read_text("utf-8"))
        for entry in packaged_path(FOLDER, EXAMPLES).iterdir()
        if entry.is_file()
    ]


def find_page(topic: str) -> DocsPage:
    """The page of a topic, in any case; QueryError with the nearest for none.

    A file of the examples is one as well. A beginning that one topic has will do, the
    number of a decision too, and the name of the file (docs/queries.md).
    """
    typed = topic.strip().lower().removeprefix(f"{FOLDER}/").removesuffix(ENDING)
    known = {page.topic: page for page in (*pages(), *examples())}
    meant = known_word(typed, known)
    if meant is not None:
        return known[meant]
    begun = [one for one in known if typed and begins(one, typed)]
    if len(begun) == 1:
        return known[begun[0]]
    hint = nearest(typed, known) or "; `claimgraph docs` lists them all"
    raise QueryError(f"{topic!r} is no page{hint}")


def begins(topic: str, typed: str) -> bool:
    """Whether a topic, or the name of a decision, begins so."""
    return topic.startswith(typed) or topic.removeprefix(f"{DECISIONS}/").startswith(
        typed
    )
