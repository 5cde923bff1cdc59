"""A web server for a few files that Neo4j Browser fetches: style and guide.

It needs nothing but Python, so that docker-compose.yml can run it by itself:
`python serving.py FOLDER PORT` shows a folder to all that reach the container.
"""

import mimetypes
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOOPBACK = "127.0.0.1"
# Browser asks from another address, and first whether it may
ALLOWED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Private-Network": "true",
}


class Files(ThreadingHTTPServer):
    """A server of files by name; it only ever gives out what it was handed."""

    daemon_threads = True

    def __init__(self, files: Mapping[str, str], port: int, host: str) -> None:
        self.files = files
        super().__init__((host, port), FileHandler)

    @property
    def address(self) -> str:
        """Where it answers, as Neo4j Browser allows it: by the name localhost."""
        return f"http://localhost:{self.server_address[1]}"


class FileHandler(BaseHTTPRequestHandler):
    """Answers with a file, or that there is none; says nothing on the screen."""

    @property
    def files(self) -> Mapping[str, str]:
        """The texts that may be given out, by their names."""
        return self.server.files if isinstance(self.server, Files) else {}

    def do_GET(self) -> None:
        """Sends a file."""
        self.send(body=True)

    def do_HEAD(self) -> None:
        """Says that there is a file."""
        self.send(body=False)

    def do_OPTIONS(self) -> None:
        """Allows pages of other addresses to ask."""
        self.begin(HTTPStatus.NO_CONTENT, "", 0)

    def send(self, *, body: bool) -> None:
        """A file with its type, or 404."""
        name = unquote(urlsplit(self.path).path).lstrip("/")
        text = self.files.get(name)
        if text is None:
            known = "\n".join(sorted(self.files))
            self.answer(HTTPStatus.NOT_FOUND, f"there are:\n{known}\n", "", body=body)
        else:
            self.answer(HTTPStatus.OK, text, name, body=body)

    def answer(self, status: HTTPStatus, text: str, name: str, *, body: bool) -> None:
        """A status with a text."""
        held = text.encode("utf-8")
        self.begin(status, mimetypes.guess_type(name)[0] or "text/plain", len(held))
        if body:
            self.wfile.write(held)

    def begin(self, status: HTTPStatus, kind: str, size: int) -> None:
        """The head of an answer."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(size))
        self.send_header("Cache-Control", "no-store")
        for name, value in ALLOWED.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: who asks for what is nobody's business."""


def read_folder(folder: Path) -> dict[str, str]:
    """The texts of a folder by their paths below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    # in a container: docker-compose.yml publishes the port on the loopback alone
    Files(read_folder(Path(sys.argv[1])), int(sys.argv[2]), "0.0.0.0").serve_forever()
