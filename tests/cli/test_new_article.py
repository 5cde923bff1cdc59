"""`claimgraph new ARTICLE`: articles as people have them, into a corpus."""

import os
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest

from claimgraph.api.articles import NewArticle, new_articles
from claimgraph.pages.fetching import Web
from cli_runs import Run
from small_pdf import small_pdf

PAGES = Path(__file__).parents[1] / "cases" / "pages"
NEWS = PAGES / "news.html"


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus, in which one stands."""
    assert run("init", str(tmp_path / "mine")).exit_code == 0
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def files(folder: Path) -> dict[str, bytes]:
    """The files of the articles of a corpus."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for part in ("articles", "claims")
        for path in sorted((folder / part).iterdir())
    }


def test_a_page_becomes_an_article(run: Run, folder: Path) -> None:
    result = run("new", str(NEWS))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        "articles/news.txt: 23 lines; with articles/news.html and claims/news.yaml\n"
        "  title       Market bombed in Northtown (the heading)\n"
        "  publisher   Example Times (JSON-LD publisher) has no entry yet:\n"
        "              `claimgraph new entity 'Example Times' --type org --kind "
        "outlet --id org/example-times`, and in the header\n"
        "              publisher: org/example-times\n"
        '  published   2024-05-06 (JSON-LD datePublished "2024-05-06")\n'
        "  zones       3 navigation, 1 author-box, 2 credit, 1 advert, "
        "1 comments: they make no claims\n"
        "next: read the text, then ask for a claim of it, and what is wrong:\n"
        "  claimgraph new claim news\n"
        "  claimgraph check .\n"
    )
    before = files(folder)
    assert before["articles/news.html"] == NEWS.read_bytes()
    assert run("check", ".").stdout == "1 article, 0 claims, 0 entities: no problems\n"
    again = run("new", "article", str(NEWS), "--corpus", str(folder))
    assert (again.exit_code, again.stdout) == (
        0,
        f"{folder / 'articles' / 'news.txt'} is there already: nothing was written\n",
    )
    assert files(folder) == before


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda one: one.stem)
def test_every_header_passes_the_gate(run: Run, folder: Path, path: Path) -> None:
    assert run("new", str(path)).exit_code == 0
    assert run("check", ".").stdout.startswith("1 article, 0 claims")


def test_the_entry_of_a_publisher_has_the_id_that_was_told(
    run: Run, folder: Path
) -> None:
    assert "publisher: org/example-times\n" in run("new", str(NEWS)).stdout
    typed = ("new", "entity", "Example Times", "--type", "org", "--kind", "outlet")
    assert run(*typed, "--yes").exit_code == 0
    head = folder / "claims" / "news.yaml"
    line = "  publisher: org/example-times\n  published: "
    head.write_text(head.read_text("utf-8").replace("  published: ", line), "utf-8")
    assert run("check", ".").stdout == "1 article, 0 claims, 1 entity: no problems\n"


def test_a_publisher_of_the_corpus_is_named(run: Run, folder: Path) -> None:
    entry = "- {id: org/et, name: ET, aliases: [EXAMPLE TIMES], kind: outlet}\n"
    (folder / "entities" / "organizations.yaml").write_text(entry, "utf-8")
    assert "  publisher   org/et (JSON-LD publisher)\n" in run("new", str(NEWS)).stdout
    assert run("check", ".").stdout == "1 article, 0 claims, 1 entity: no problems\n"


def test_a_text_of_the_corpus_gets_its_header(run: Run, folder: Path) -> None:
    text = folder / "articles" / "lone.txt"
    text.write_bytes(b"Market bombed in Northtown\r\n6 May 2024\r\nBody.\r\n")
    told = run("check", ".").stderr
    assert f"`claimgraph new {Path('articles/lone.txt')}` writes the header" in told
    assert run("new", str(text)).exit_code == 0
    assert run("check", ".").stdout.startswith("1 article, 0 claims")
    assert text.read_bytes().startswith(b"Market bombed in Northtown\r\n")


def test_a_page_in_place_of_its_text(run: Run, folder: Path) -> None:
    text = folder / "articles" / "a.txt"
    text.write_bytes(NEWS.read_bytes())
    told = "is a web page, not its text: rename it to a.html, then `claimgraph new "
    assert told in run("check", ".").stderr
    refused = run("new", "articles/a.txt")
    assert (refused.exit_code, told in refused.stderr) == (1, True)
    text.rename(text.with_suffix(".html"))
    assert "is not read: `claimgraph new articles/a.html`" in run("check", ".").stderr
    assert run("new", "articles/a.html").exit_code == 0
    assert run("check", ".").exit_code == 0


def test_a_publisher_without_an_entry_gets_an_id_that_is_free(
    run: Run, folder: Path
) -> None:
    path = folder / "entities" / "organizations.yaml"
    path.write_text("- {id: org/example-times, name: ET of Elsewhere}\n", "utf-8")
    told = run("new", str(NEWS)).stdout
    assert "--id org/example-times-2`" in told
    assert "publisher: org/example-times-2\n" in told
    head = (folder / "claims" / "news.yaml").read_text("utf-8")
    assert "publisher: org/example-times-2\n" in head
    words = ("--type", "org", "--kind", "outlet", "--id", "org/example-times-2")
    made = run("new", "entity", "Example Times", *words, "--yes")
    assert made.exit_code == 0, made.stderr
    assert "id: org/example-times-2" in path.read_text("utf-8")


def test_claims_that_are_there_stay(run: Run, folder: Path) -> None:
    claims = folder / "claims" / "news.yml"
    claims.write_text("article: {title: Mine, sha256: '?'}\n", "utf-8")
    assert "its claims file was there and stays" in run("new", str(NEWS)).stdout
    assert claims.read_text("utf-8").startswith("article: {title: Mine")
    assert [*files(folder)] == [
        "articles/news.html",
        "articles/news.txt",
        "claims/news.yml",
    ]


def test_another_article_of_that_name(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.txt"
    other.write_text("Another text of that name.\n", "utf-8")
    assert run("new", str(other)).exit_code == 0
    before = files(folder)
    page = tmp_path / "news.html"
    page.write_bytes((PAGES / "no-date.html").read_bytes())
    refused = run("new", str(page))
    assert (refused.exit_code, "--stem NAME" in refused.stderr) == (1, True)
    assert files(folder) == before
    assert run("new", str(page), "--stem", "bridge").exit_code == 0
    assert run("new", str(page), "--stem", "No Stem").exit_code == 1


def test_a_feed_gives_several(run: Run, folder: Path) -> None:
    result = run("new", str(PAGES / "feed.rss"))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("  title ") == 3
    assert result.stdout.count("next: ") == 1
    assert run("check", ".").stdout.startswith("3 articles, 0 claims")
    before = files(folder)
    again = run("new", str(PAGES / "feed.rss"))
    assert again.stdout.count("is there already") == 3
    assert files(folder) == before
    refused = run("new", str(PAGES / "feed.rss"), "--stem", "mine")
    assert "holds several articles" in refused.stderr


def test_papers_and_saved_pages_are_kept(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "report.pdf"
    paper.write_bytes(small_pdf([["Report on the market", "op-", "erates"]]))
    for path in (paper, PAGES / "saved.mht"):
        assert run("new", str(path)).exit_code == 0
        assert (folder / "articles" / path.name).read_bytes() == path.read_bytes()
    assert run("check", ".").stdout.startswith("2 articles, 0 claims")
    (folder / "articles" / "report.pdf").write_bytes(b"%PDF-other")
    assert "source_sha256: is not the digest of" in run("check", ".").stderr


def test_an_address_is_fetched_once(folder: Path) -> None:
    asked = list[str]()
    with page_server(asked) as place:
        web = Web(lambda host, port: ["127.0.0.1"], lambda number: True)
        address = f"{place}/market.html"
        (found,) = new_articles(address, folder, web=web)
        (again,) = new_articles(address, folder, web=web)
    assert isinstance(found, NewArticle) and isinstance(again, NewArticle)
    assert (found.stem, again.stem, again.written) == ("market", "market", ())
    assert asked == ["/market.html"]
    assert f"url: {address}\n" in (folder / "claims" / "market.yaml").read_text("utf-8")


@contextmanager
def page_server(asked: list[str]) -> Generator[str]:
    """The address of a server with one page, which notes what is asked for."""

    class OnePage(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            asked.append(self.path)

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<body><h1>Market bombed</h1><p>By whom?</body>")

    server = ThreadingHTTPServer(("127.0.0.1", 0), OnePage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://example.org:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_this_machine_is_not_fetched(run: Run, folder: Path) -> None:
    address = f"http://{'127.0.0.1'}:1/a"
    refused = run("new", address)
    assert refused.stderr == (
        f"claimgraph: {address}: is not fetched: 127.0.0.1 is a machine of "
        "an inner net (127.0.0.1); save the page from a browser, then "
        "`claimgraph new` the file\n"
    )


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.docx", b"PK\3\4\0\0", "is no text, page, PDF, feed or WARC"),
        ("a.txt", b"", "is empty"),
        ("a.html", b"", "is an empty page"),
        ("nowhere.html", None, "cannot be read: No such file"),
    ],
)
def test_refusals_write_nothing(
    run: Run, folder: Path, tmp_path: Path, name: str, raw: bytes | None, reason: str
) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    refused = run("new", str(tmp_path / name))
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"claimgraph: {tmp_path / name}: {reason}")
    assert refused.stderr.count("\n") == 1
    assert files(folder) == {}


def test_a_text_needs_no_package_of_the_extra(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Market bombed in Northtown\n", "utf-8")
    source = (
        "import sys\nfrom claimgraph.cli import main\n"
        "sys.argv = ['claimgraph', 'new', sys.argv[1]]\ntry:\n    main()\n"
        "finally:\n    print(sorted({*sys.modules} & {'lxml', 'trafilatura', 'pypdf', "
        "'htmldate', 'feedparser', 'warcio', 'charset_normalizer'}))\n"
    )
    typed = [sys.executable, "-c", source, str(tmp_path / "a.txt")]
    ran = subprocess.run(typed, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")


def test_where_no_corpus_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("new", str(NEWS))
    assert (refused.exit_code, "`claimgraph init DIR`" in refused.stderr) == (1, True)
    assert os.listdir(tmp_path) == []


def test_without_the_extra(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimgraph.pages.import_module", refuse_import)
    refused = run("new", str(NEWS))
    assert refused.stderr == (
        f"claimgraph: {NEWS}: needs the extra [html], which reads pages: "
        "`pip install 'claimgraph[html]'` in the environment of claimgraph\n"
    )
    assert files(folder) == {}


def refuse_import(name: str) -> NoReturn:
    """Imports nothing, as where a package lacks."""
    raise ImportError(name)


@pytest.mark.parametrize("given", ["page.html", "text.txt"])
def test_a_page_without_words_makes_no_graph(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(given).write_text("<html>", "utf-8")
    refused = run("load", given, store=tmp_path / "g")
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"{given}: is a page without words: ")
    assert [one.name for one in tmp_path.iterdir()] == [given]
