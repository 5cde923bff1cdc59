"""The same screen in a browser: served on this machine alone, to whoever has the key.

Each page that is opened runs a review of its own, as a second terminal would.
"""

import asyncio
import logging
import os
import re
import secrets
import shlex
import sys
from contextlib import suppress
from pathlib import Path

import click
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server, to_int

from claimgraph.cli.screen.page_process import PageProcess
from claimgraph.errors import ClaimgraphError

HOST = "127.0.0.1"
# what the page shows until the first claim comes
WAIT = "claimgraph review: reading the corpus, some seconds"
# seconds in which a page has to hear that it is closed, or to show that it is there
CLOSES, BEATS = 2, 15
COOKIE = "claimgraph-review"
# the page asks for a font elsewhere, though it comes along in a folder of its own
ELSEWHERE = re.compile(r"<link[^>]*https?://(?!127\.0\.0\.1:)[^>]*>")
FONT = """<title>claimgraph review</title><link rel="icon" href="data:,">
<style>
@font-face { font-family: "Roboto Mono";
  src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf"); }
</style>"""
# keys count at once, without a click into the page
FOCUS = """<script>
const waiting = setInterval(() => {
  const keys = document.querySelector("textarea.xterm-helper-textarea");
  const shown = document.body.classList.contains("-first-byte");
  if (keys && shown) { keys.focus(); clearInterval(waiting); }
}, 50);
</script>"""
POLICY = (
    "default-src 'self' 'unsafe-inline' data:; connect-src 'self' ws://{0}; "
    "frame-ancestors 'none'"
)


class ReviewServer(Server):
    """Serves the review to browsers on this machine that have the key.

    What other pages in the same browser send is refused: their `Origin` is another.
    """

    def __init__(self, words: list[str], port: int) -> None:
        super().__init__(shlex.join(words), HOST, port, WAIT)
        self.open: set[PageProcess] = set()
        self.key = secrets.token_urlsafe(16)
        self.place = f"{HOST}:{port}"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{self.place}/?key={self.key}"

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self.guarded)
        return app

    @web.middleware
    async def guarded(
        self, request: web.Request, handler: Handler
    ) -> web.StreamResponse:
        """Refuses whoever has no key, or comes from another page."""
        origin = request.headers.get("Origin")
        given = request.query.get("key") or request.cookies.get(COOKIE, "")
        if origin not in (None, f"http://{self.place}"):
            raise web.HTTPForbidden(text="no other page may use this one")
        if request.host != self.place or not secrets.compare_digest(given, self.key):
            raise web.HTTPForbidden(text="open the address that was printed")
        return await handler(request)

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, which asks nobody else for anything."""
        page = await super().handle_index(request)
        assert isinstance(page, web.Response)
        head = f"{FONT}{FOCUS}</head>"
        text = ELSEWHERE.sub("", page.text or "").replace("</head>", head)
        response = web.Response(text=text, content_type="text/html")
        response.headers["Content-Security-Policy"] = POLICY.format(self.place)
        response.set_cookie(COOKIE, self.key, httponly=True, samesite="Strict")
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A review for a page, which ends when the page is closed, or the server is."""
        page = web.WebSocketResponse(heartbeat=BEATS, timeout=CLOSES)
        await page.prepare(request)

        async def show(data: bytes) -> None:
            # what a closed page is sent goes nowhere: the review is being ended
            with suppress(ConnectionError):
                await page.send_bytes(data)

        review = PageProcess(
            self.command,
            write_bytes=show,
            write_str=page.send_str,
            close=page.close,
            download_manager=self.download_manager,
        )
        self.open.add(review)
        sides = (to_int(request.query.get(one, ""), 0) for one in ("width", "height"))
        width, height = sides
        try:
            await review.start(width or 80, height or 24)
            await self._process_messages(page, review)
        finally:
            await review.stop()
            self.open.discard(review)
        return page

    async def on_shutdown(self, app: web.Application) -> None:
        """Ends all reviews."""
        await asyncio.gather(*(one.stop() for one in self.open))

    async def on_startup(self, app: web.Application) -> None:
        """Tells nothing yet: nobody is served before the port is open."""

    def serve(self, debug: bool = False) -> None:
        """Serves until Ctrl-C, and tells the address once it can be opened."""
        self.initialize_logging()
        app = self._make_app()
        web.run_app(
            app,
            host=self.host,
            port=self.port,
            print=self.tell_address,
            shutdown_timeout=CLOSES,
        )

    def tell_address(self, *_: object) -> None:
        """Tells where it is."""
        click.echo(f"open {self.address}")
        click.echo("Ctrl-C ends it; all decisions are in the files already")

    def initialize_logging(self) -> None:
        """Logs nothing: a key stands in the addresses."""
        for name in ("asyncio", "textual-serve"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def serve(folder: Path, article: str, port: int) -> None:
    """Serves the review of a corpus until Ctrl-C."""
    # reviews that end with the server leave pipes, of which nobody has to hear
    sys.unraisablehook = lambda _: None
    words = [sys.executable, "-m", "claimgraph", "review", str(folder.resolve())]
    if article:
        words += ["--article", article]
    try:
        ReviewServer(words, port).serve()
    except OSError as error:
        told = os.strerror(error.errno) if error.errno else str(error)
        reason = f"{port} cannot be used ({told}): name another one"
        raise ClaimgraphError(reason, target=str(port), key="--port") from error
