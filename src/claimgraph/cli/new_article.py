"""`claimgraph new ARTICLE`: a text or a page into a corpus."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from claimgraph.api.articles import NewArticle, corpus_at, new_articles
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.console import STDOUT
from claimgraph.errors import Problem
from claimgraph.pages import ArticlePage
from claimgraph.safe_text import on_one_line, shell_word, shown_title


@click.command("article")
@click.argument("source", metavar="ARTICLE")
@click.option(
    "--corpus",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The corpus; as a rule the folder at hand.",
)
@click.option("--stem", metavar="NAME", help="What to call it: its id, and its files.")
def command(source: str, folder: Path | None, stem: str | None) -> None:
    """Put an article into a corpus: its text, and the head of its claims file.

    ARTICLE is a text (.txt), a saved web page (.html, .mht), a PDF, an address of the
    web, which is fetched once, or a feed (RSS, Atom) or WARC, each of whose items is an
    article. The page is kept beside the text. What is found of title, publisher and
    date stands in the header with its evidence; comments, navigation and the like are
    zones, which make no claims. Nothing else is opened, and nothing is overwritten.

    Example: claimgraph new market-bombed.html --corpus mycorpus
    """
    corpus = corpus_at(folder, source)
    written = list[str]()
    for one in new_articles(source, corpus, stem=stem):
        if isinstance(one, Problem):
            say_aside(on_one_line(str(one)))
            continue
        for line in article_told(one, corpus):
            # paths and commands stay whole, to be pasted
            whole = "`" in line or not line.startswith(" ")
            click.echo(line) if whole else STDOUT.say(line)
        if one.written:
            written.append(one.stem)
    if written:
        STDOUT.say(
            "next: read the text, then ask for a claim of it, and what is wrong:"
        )
        for line in next_steps(corpus, written[0]):
            click.echo(line)


def article_told(one: NewArticle, corpus: Path) -> Iterator[str]:
    """What is said of an article that was put into a corpus."""
    text = corpus / "articles" / f"{one.stem}.txt"
    page = one.page
    if not one.written or page is None:
        yield f"{text} is there already: nothing was written"
        return
    yield f"{text}: {page.text.count(chr(10)) or 1} lines; {files_told(one, text)}"
    yield row("title", f"{shown_title(page.title.words)} ({page.title.evidence})")
    if page.publisher is None:
        yield row("publisher", "not found: write it into the header, with its entry")
    elif one.publisher is not None:
        yield row("publisher", f"{one.publisher} ({page.publisher.evidence})")
    else:
        words = page.publisher.words
        entry = (
            f"claimgraph new entity {shell_word(words)} --type org --kind outlet "
            f"--id {one.proposed}"
        )
        yield row("publisher", f"{words} ({page.publisher.evidence}) has no entry yet:")
        yield row("", f"`{entry}{corpus_words(corpus)}`, and in the header")
        yield row("", f"publisher: {one.proposed}")
    if page.author is not None:
        yield row("author", f"{page.author.words} ({page.author.evidence})")
    if page.published is None:
        yield row("published", "not found: say in the header when, and why")
    else:
        yield row("published", f"{page.published.words} ({page.published.evidence})")
    yield row("zones", zones_told(page))
    for remark in page.remarks:
        yield row("look", remark)


def row(label: str, words: str) -> str:
    """A line of what was found; words of a page cannot steer the screen."""
    return f"  {label:<11} {on_one_line(words)}"


def files_told(one: NewArticle, text: Path) -> str:
    """The other files of an article."""
    others = " and ".join(str(path) for path in one.written if path != text)
    if one.kept:
        claims = "its claims file was there and stays: `claimgraph check --rehash`"
        return f"{others} beside it; {claims}" if others else claims
    return f"with {others}" if others else "alone"


def zones_told(page: ArticlePage) -> str:
    """How many zones of each kind there are."""
    counted = Counter(zone.kind for zone in page.zones)
    if not counted:
        return "none: all of it may make claims"
    parts = ", ".join(f"{number} {kind}" for kind, number in counted.items())
    return f"{parts}: they make no claims"


def next_steps(corpus: Path, stem: str) -> Iterator[str]:
    """What to do with a new article, a command on each line."""
    yield f"  claimgraph new claim {stem}{corpus_words(corpus)}"
    yield f"  claimgraph check {shell_word(str(corpus))}"


def corpus_words(corpus: Path) -> str:
    """How a command names the corpus; nothing for the folder at hand."""
    return "" if corpus == Path() else f" --corpus {shell_word(str(corpus))}"
