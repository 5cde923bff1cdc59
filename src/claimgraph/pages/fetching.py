"""A page from the web, fetched once: from public addresses alone, with an end."""

import ipaddress
import socket
import ssl
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Thread, Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from claimgraph.errors import LoaderError
from claimgraph.pages.metadata import web_address
from claimgraph.pages.unpacking import bounded_pieces
from claimgraph.safe_text import on_one_line

MOST_REDIRECTS = 5
MOVED = (301, 302, 303, 307, 308)
# what a page, a text, a paper, a feed or an archive comes as
READABLE = ("text/html", "text/plain", "application/pdf", "application/warc")
UNTOLD = ("", "application/octet-stream", "binary/octet-stream")
# addresses of version 6 that lead to one of version 4
NAT64 = ipaddress.ip_network("64:ff9b::/96")
ASKED = {"User-Agent": "claimgraph", "Accept-Encoding": "identity", "Accept": "*/*"}
# signs of a path that stay as they are
PLAIN = "/%:@!$&'()*+,;=~-._"


def is_public(address: str) -> bool:
    """Whether a number is that of a machine in the public net.

    >>> [is_public(one) for one in ("127.0.0.1", "10.1.2.3", "::ffff:10.1.2.3")]
    [False, False, False]
    >>> is_public("169.254.169.254"), is_public("64:ff9b::7f00:1"), is_public("1.1.1.1")
    (False, False, True)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if found.teredo is not None or found.is_site_local:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def host_numbers(host: str, port: int) -> list[str]:
    """The numbers that a name has; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Web:
    """How the web is reached: who tells numbers of names, which of them may be asked,
    for how long, and how much is read.
    """

    resolve: Callable[[str, int], list[str]] = host_numbers
    is_allowed: Callable[[str], bool] = is_public
    seconds: float = 60
    most: int = 32 * 2**20


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """What an address led to: its bytes, where they stood, and as what they came."""

    raw: bytes
    address: str
    kind: str
    charset: str | None


class CheckedConnection(HTTPConnection):
    """A connection to numbers that were checked, in the name of their host."""

    def __init__(
        self, host: str, port: int, numbers: list[str], secure: bool, end: float
    ) -> None:
        super().__init__(host, port, timeout=seconds_until(end))
        self.numbers, self.secure, self.end = numbers, secure, end
        self.late = False
        # `sock` is forgotten once a server has said that it will close it
        self.kept: socket.socket | None = None
        # what a port of its own adds to the name in the request
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        """Connects to the first number that answers; its certificate must be that of
        the name.
        """
        self.sock = self.kept = self.first_answer()
        if self.secure:
            context = ssl.create_default_context()
            self.sock = self.kept = context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()
        if self.late:
            raise TimeoutError

    def first_answer(self) -> socket.socket:
        """A connection to one of the numbers; OSError where none answers."""
        failure: OSError = TimeoutError()
        for number in self.numbers:
            if self.late:
                break
            try:
                place, left = (number, self.port), seconds_until(self.end)
                return socket.create_connection(place, left)
            except OSError as error:
                failure = error
        raise failure

    def cut(self) -> None:
        """Ends whatever waits for it."""
        self.late = True
        if self.kept is not None:
            with suppress(OSError):
                self.kept.shutdown(socket.SHUT_RDWR)


def fetch_file(address: str, web: Web) -> FetchedFile:
    """What an address of the web leads to; LoaderError where nothing can be had.

    Each step of a redirection is looked at like the first.
    """
    end = monotonic() + web.seconds
    given = address
    for _ in range(MOST_REDIRECTS + 1):
        answer = answer_of(address, web, end, given)
        if isinstance(answer, FetchedFile):
            return answer
        moved = web_address(answer, address)
        if moved is None:
            reason = f"leads to {on_one_line(answer)[:80]!r}, no address of the web"
            raise LoaderError(reason, file=given)
        address = moved
    raise LoaderError(f"leads on more than {MOST_REDIRECTS} times", file=given)


def answer_of(address: str, web: Web, end: float, given: str) -> FetchedFile | str:
    """What the server of an address answers: a file, or where it is now."""
    late = f"took longer than {web.seconds:g} seconds"
    connection = checked_connection(address, web, end, given)
    watch = Timer(seconds_until(end), connection.cut)
    watch.daemon = True
    watch.start()
    try:
        answer = read_answer(connection, address, web, given)
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        if connection.late or isinstance(error, TimeoutError):
            raise LoaderError(late, file=given) from None
        reason = f"cannot be fetched: {on_one_line(str(error)) or type(error).__name__}"
        raise LoaderError(reason, file=given) from error
    except LoaderError:
        # what was cut looks as if it had ended
        if connection.late:
            raise LoaderError(late, file=given) from None
        raise
    finally:
        watch.cancel()
        connection.close()
    if connection.late:
        raise LoaderError(late, file=given)
    return answer


def seconds_until(end: float) -> float:
    """How long there is until a moment; hardly any once it is over."""
    return max(end - monotonic(), 0.001)


def numbers_in_time(host: str, port: int, web: Web, end: float) -> list[str]:
    """The numbers of a host; TimeoutError where nobody tells them in time.

    Whoever is asked cannot be stopped, and is left behind.
    """
    found: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            found.append(web.resolve(host, port))
        except OSError as error:
            found.append(error)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds_until(end))
    if not found:
        raise TimeoutError
    answer = found[0]
    if isinstance(answer, OSError):
        raise answer
    return answer


def checked_connection(
    address: str, web: Web, end: float, given: str
) -> CheckedConnection:
    """A connection, not yet made, to the public numbers of the host of an address.

    They are asked for once: a name that has another one later leads nowhere else.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        numbers = numbers_in_time(host, port, web, end)
    except TimeoutError:
        reason = f"took longer than {web.seconds:g} seconds"
        raise LoaderError(reason, file=given) from None
    except (OSError, ValueError):
        reason = (
            "cannot be fetched: its host was not found (no connection, or a wrong name)"
        )
        raise LoaderError(reason, file=given) from None
    inner = [one for one in numbers if not web.is_allowed(one)]
    if inner or not numbers:
        reason = (
            f"is not fetched: {host} is a machine of an inner net "
            f"({', '.join(inner)}); save the page from a browser, then "
            "`claimgraph new` the file"
        )
        raise LoaderError(reason, file=given)
    return CheckedConnection(host, port, numbers, secure, end)


def read_answer(
    connection: CheckedConnection, address: str, web: Web, given: str
) -> FetchedFile | str:
    """The answer to one request."""
    parts = urlsplit(address)
    query = f"?{quote(parts.query, PLAIN + '?')}" if parts.query else ""
    connection.request("GET", (quote(parts.path, PLAIN) or "/") + query, headers=ASKED)
    response = connection.getresponse()
    if response.status in MOVED and (place := response.getheader("Location")):
        return urljoin(address, place)
    if response.status != 200:
        reason = f"the server answers {response.status} {on_one_line(response.reason)}"
        raise LoaderError(reason.strip(), file=given)
    kind = (
        response.headers.get_content_type()
        if "content-type" in response.headers
        else ""
    )
    if kind not in UNTOLD and not kind.startswith(READABLE) and "xml" not in kind:
        reason = f"is {on_one_line(kind)}: no page, text, PDF, feed or WARC"
        raise LoaderError(reason, file=given)
    raw = b"".join(bounded_pieces(response, web.most, given))
    return FetchedFile(raw, address, kind, response.headers.get_content_charset())
