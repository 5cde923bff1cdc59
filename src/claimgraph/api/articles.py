"""An article as people have it, into a corpus: text, page, head of its claims."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.new_ids import free_id, new_id
from claimgraph.coding.writing import write_together
from claimgraph.corpus.judgements import locked_folder
from claimgraph.corpus.listing import file_of
from claimgraph.corpus.new_articles import (
    ArticleFiles,
    article_files,
    digest_of,
    head_text,
    header_url,
    organization_named,
)
from claimgraph.corpus.reading import Corpus, read_corpus
from claimgraph.corpus.text import read_text
from claimgraph.corpus.uses import require_corpus
from claimgraph.errors import CorpusError, LoaderError, Problem, named_os_errors
from claimgraph.gate.articles import LONGEST_STEM, is_stem
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web
from claimgraph.pages.names import address_stem, short_digest
from claimgraph.pages.sources import is_address, source_pages


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that was put into a corpus, or was there already (`written` is empty).

    `page` is None where nothing was fetched, since it was there. `publisher` is the id
    of its publisher, if an entry has that name, else `proposed` is one that is free for
    it; `kept` says that a claims file was
    there and stayed as it was.
    """

    stem: str
    page: ArticlePage | None
    publisher: str | None
    written: tuple[Path, ...]
    kept: bool
    proposed: str | None = None


def corpus_at(given: Path | None, source: str) -> Path:
    """The corpus that is meant: the one given, the one in whose articles/ the file
    stands, or the folder at hand. CorpusError where it is none.
    """
    if given is None and is_address(source):
        given = Path()
    if given is None:
        above = Path(source).absolute().parent
        inside = above.name == "articles" and (above.parent / "corpus.yaml").exists()
        given = Path(source).parent.parent if inside else Path()
    require_corpus(given)
    return given


def new_articles(
    source: str, folder: Path, *, stem: str | None = None, web: Web | None = None
) -> Iterator[NewArticle | Problem]:
    """Puts the articles of a file or an address into a corpus, one by one.

    Of each the text, the page that it was made from, and a claims file with its header
    are written, and no claims; nothing is overwritten. An address that an article has
    is not fetched again. A problem is given for each part that cannot be read.
    LoaderError for what holds no article, CorpusError where another one has its stem.
    """
    corpus = read_corpus(folder)
    if stem is not None and not is_stem(stem):
        reason = (
            f"{stem!r} is no stem of an article: a-z, 0-9, _ and -, at most "
            f"{LONGEST_STEM}, as market-bombed"
        )
        raise CorpusError(reason)
    known = stem_of_address(corpus, source, stem)
    if known is not None:
        yield NewArticle(known, None, None, (), False)
        return
    for index, page in enumerate(source_pages(source, web or Web())):
        if isinstance(page, Problem):
            yield page
            continue
        if stem is not None and index:
            reason = "holds several articles, and --stem names one: leave it out"
            raise LoaderError(reason, file=source)
        yield place_article(corpus, page, stem, source)


def stem_of_address(corpus: Corpus, source: str, stem: str | None) -> str | None:
    """The article of a corpus that has an address; None where none has it."""
    if not is_address(source):
        return None
    name = stem or address_stem(source)
    for one in (name, f"{name}-{short_digest(source)}"):
        text = corpus.folder / "articles" / f"{one}.txt"
        claims = file_of(corpus.folder / "claims", one, ".yaml")
        if text.exists() and claims.exists() and header_url(claims) == source:
            return one
    return None


def place_article(
    corpus: Corpus,
    page: ArticlePage,
    stem: str | None,
    source: str,
    *,
    spare: bool = False,
) -> NewArticle:
    """An article in the corpus, under the stem that is given or its own.

    With `spare` one that only its text gives is taken where its own is another's.
    """
    named = page.publisher
    publisher = organization_named(corpus, named.words) if named else None
    proposed = None
    if named is not None and publisher is None:
        proposed = publisher_id(named.words, corpus.entities)
    head = head_of(page, publisher, proposed)
    tried = [stem or page.name]
    if stem is None and page.url is not None:
        # many addresses end alike
        tried.append(f"{page.name}-{short_digest(page.url)}")
    if spare:
        tried.append(f"{page.name}-{short_digest(page.text)}")
    for name in tried:
        files = files_of(corpus.folder, name, page, head)
        if not files.text.exists():
            kept = files.claims.exists()
            written = write_missing(corpus.folder, files)
            return NewArticle(name, page, publisher, written, kept, proposed)
        refuse_markup(page, files.text, Path(source))
        with named_os_errors(CorpusError, files.text, "cannot be read"):
            same = files.is_there(page.url)
        if same:
            there = files.claims.exists()
            written = () if there else write_missing(corpus.folder, files)
            return NewArticle(name, page, publisher, written, False, proposed)
    taken = corpus.folder / "articles" / f"{tried[-1]}.txt"
    reason = "holds another article: give this one a name of its own, --stem NAME"
    raise CorpusError(reason, file=str(taken))


def write_missing(folder: Path, files: ArticleFiles) -> tuple[Path, ...]:
    """Writes those files of an article that are not there, all or none of them."""
    with locked_folder(folder):
        missing = files.missing()
        write_together({path: files.contents[path] for path in missing})
    return tuple(missing)


def refuse_markup(page: ArticlePage, text: Path, source: Path) -> None:
    """CorpusError where a web page is what stands in the place of its own text."""
    if page.ending == ".html" and source.absolute() == text.absolute():
        for problem in read_text(text)[1]:
            raise CorpusError(problem.reason, file=problem.file)


def files_of(folder: Path, stem: str, page: ArticlePage, head: str) -> ArticleFiles:
    """The files of an article; a claims file of another ending counts as its own."""
    files = article_files(folder, stem, page.text, page.raw, page.ending, head)
    claims = file_of(folder / "claims", stem, ".yaml")
    if claims == files.claims:
        return files
    contents = {**files.contents, claims: files.contents[files.claims]}
    return ArticleFiles(files.text, claims, files.page, contents)


def head_of(page: ArticlePage, publisher: str | None, proposed: str | None) -> str:
    """The claims file of an article before its claims."""
    block: dict[str, object] = {
        "title": page.title.words,
        "publisher": publisher,
        "published": page.published and page.published.words,
        "published_why": page.published and page.published.evidence,
        "language": page.language,
        "url": page.url,
        "sha256": digest_of(page.text.encode()),
        "source_sha256": None if page.raw is None else digest_of(page.raw),
    }
    return head_text(block, page.zones, head_comments(page, proposed))


def head_comments(page: ArticlePage, proposed: str | None) -> Iterator[str]:
    """What stands above a header for whoever codes the article."""
    if page.publisher is not None and proposed is not None:
        found = page.publisher
        yield (
            f"Publisher ({found.evidence}): {found.words}. Once "
            "entities/organizations.yaml has it, write below the title: "
            f"publisher: {proposed}"
        )
    if page.author is not None:
        yield f"Author ({page.author.evidence}): {page.author.words}"
    yield from page.remarks


def publisher_id(name: str, taken: Collection[str]) -> str:
    """An id for the entry of a publisher that nobody has."""
    try:
        return new_id("org", [name], taken)
    except CorpusError:
        return free_id(f"org/outlet-{short_digest(name)}", taken)
