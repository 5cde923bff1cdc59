"""Addresses: fetched once, from public machines alone, and with an end."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web, fetch_file, is_public
from claimgraph.pages.sources import source_pages

PAGE = b"<html><body><h1>A bridge attacked</h1><p>Gunmen attacked a bridge.</body>"
BOMB = gzip.compress(b"a" * 50_000_000)


class Pages(BaseHTTPRequestHandler):
    """A server of pages that are good, moved, slow, endless, packed, or none."""

    asked: ClassVar[list[str]] = []

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""

    def do_GET(self) -> None:
        """What stands at the path."""
        self.asked.append(f"{self.headers['Host']}{self.path}")
        try:
            getattr(self, f"at_{self.path.strip('/').partition('?')[0]}")()
        except OSError:
            self.close_connection = True

    def send(self, body: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(200)
        for name, value in ({"content_type": "text/html"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def move(self, place: str) -> None:
        """An answer that leads on."""
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def at_page(self) -> None:
        self.send(PAGE, content_type="text/html; charset=utf-8")

    def at_moved(self) -> None:
        self.move("/page?a=b c")

    def at_loop(self) -> None:
        self.move("/loop")

    def at_inner(self) -> None:
        self.move("http://graph.example.org/page")

    def at_file(self) -> None:
        self.move("file:///etc/passwd")

    def at_picture(self) -> None:
        self.send(b"\x89PNG", content_type="image/png")

    def at_text(self) -> None:
        self.send(b"Market bombed in Northtown\n", content_type="text/plain")

    def at_odd(self) -> None:
        self.send(PAGE, content_encoding="br")

    def at_packed(self) -> None:
        self.send(gzip.compress(PAGE), content_encoding="gzip")

    def at_half(self) -> None:
        self.send(gzip.compress(PAGE)[:-12], content_encoding="gzip")

    def at_more(self) -> None:
        self.send(gzip.compress(PAGE) + b"junk" * 9, content_encoding="gzip")

    def at_bomb(self) -> None:
        self.send(BOMB, content_encoding="gzip")

    def at_cut(self) -> None:
        self.send(PAGE, content_length="1000")

    def at_gone(self) -> None:
        self.send_error(404)

    def at_endless(self) -> None:
        self.send(b"")
        while True:
            self.wfile.write(b"a" * 65_536)

    def at_drip(self) -> None:
        self.send(b"")
        while True:
            self.wfile.write(b"a")
            time.sleep(0.05)

    def at_slowly(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while True:
            self.wfile.write(b"X-A: b\r\n"[:1])
            time.sleep(0.05)


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """The address of the server, under a name of the public net."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://example.org:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def numbers(host: str, port: int) -> list[str]:
    """The server for every name but that of an inner machine."""
    return ["10.0.0.7"] if host == "graph.example.org" else ["127.0.0.1"]


WEB = Web(numbers, lambda number: number == "127.0.0.1", seconds=20, most=2_000_000)
SLOW = ("drip", "slowly")
HASTY = replace(WEB, seconds=1)


def test_a_page_is_fetched_once(place: str) -> None:
    Pages.asked.clear()
    (page,) = source_pages(f"{place}/page#top", WEB)
    assert isinstance(page, ArticlePage)
    assert (page.name, page.raw, page.url) == ("page", PAGE, f"{place}/page")
    assert page.title.words == "A bridge attacked"
    assert Pages.asked == [f"{place.removeprefix('http://')}/page"]


def test_where_it_leads(place: str) -> None:
    found = fetch_file(f"{place}/moved", WEB)
    assert (found.raw, found.charset) == (PAGE, "utf-8")
    assert found.address.startswith(f"{place}/page?a=b")
    assert fetch_file(f"{place}/packed", WEB).raw == PAGE
    assert fetch_file(f"{place}/more", WEB).raw == PAGE
    (page,) = source_pages(f"{place}/text", WEB)
    assert isinstance(page, ArticlePage)
    assert (page.url, page.text) == (f"{place}/text", "Market bombed in Northtown\n")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "leads on more than 5 times"),
        ("inner", "is not fetched: graph.example.org is a machine of an inner net"),
        ("file", "leads to 'file:///etc/passwd', no address of the web"),
        ("picture", "is image/png: no page"),
        ("odd", "comes packed as br"),
        ("bomb", "is larger than 1 MB"),
        ("endless", "is larger than 1 MB"),
        ("cut", "(ended before all of it had come|cannot be fetched: IncompleteRead)"),
        ("half", "ended before all of it had come"),
        ("gone", "the server answers 404"),
        ("drip", "took longer than 1 seconds"),
        ("slowly", "took longer than 1 seconds"),
    ],
)
def test_what_is_refused(place: str, path: str, reason: str) -> None:
    begun = time.monotonic()
    with pytest.raises(LoaderError, match=reason):
        fetch_file(f"{place}/{path}", HASTY if path in SLOW else WEB)
    assert time.monotonic() - begun < 10


def test_this_machine_is_never_asked(place: str) -> None:
    Pages.asked.clear()
    port = place.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "127.1"):
        sure = host in ("127.0.0.1", "localhost", "[::1]")
        reason = "inner net" if sure else "(inner net|its host was not found)"
        with pytest.raises(LoaderError, match=reason):
            fetch_file(f"http://{host}:{port}/page", Web())
    assert Pages.asked == []


def test_a_name_is_looked_up_once(place: str) -> None:
    answers = [["127.0.0.1"], ["10.0.0.7"]]
    web = Web(lambda host, port: answers.pop(0), WEB.is_allowed, 1)
    assert fetch_file(f"{place}/page", web).raw == PAGE
    assert answers == [["10.0.0.7"]]
    both = Web(lambda host, port: ["127.0.0.1", "10.0.0.7"], WEB.is_allowed, 1)
    with pytest.raises(LoaderError, match="inner net"):
        fetch_file(f"{place}/page", both)


def test_who_tells_numbers_too_late() -> None:
    never = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        never.wait(20)
        return ["127.0.0.1"]

    with pytest.raises(LoaderError, match=r"took longer than 0\.2 seconds"):
        fetch_file("http://example.org/", replace(WEB, resolve=resolve, seconds=0.2))
    never.set()


def test_the_next_number_is_tried(place: str) -> None:
    web = Web(lambda host, port: ["127.0.0.9", "127.0.0.1"], lambda number: True, 2)
    assert fetch_file(f"{place}/page", web).raw == PAGE


def test_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LoaderError, match="cannot be fetched: "):
        fetch_file(f"http://example.org:{port}/", WEB)


@pytest.mark.parametrize(
    "number",
    [
        *("0.0.0.0", "10.1.1.1", "100.64.0.1", "127.8.8.8", "169.254.169.254"),
        *("172.16.0.1", "192.168.0.1", "224.0.0.1", "255.255.255.255", "::", "::1"),
        *("fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::a00:1"),
        *("2002:7f00:1::", "nonsense"),
    ],
)
def test_numbers_of_inner_nets(number: str) -> None:
    assert not is_public(number)


def test_numbers_of_the_public_net() -> None:
    assert is_public("1.1.1.1") and is_public("2606:4700::1111")
