"""An endpoint in the form of OpenAI on this machine, which answers from a file."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

MODEL = "local-files"
SETTINGS = """\
- model_id: local-files
  model_name: reader
  api_base: http://localhost:{port}/v1
  can_stream: false
  supports_schema: true
"""


class FileServer(HTTPServer):
    """Answers each call with what its file holds."""

    file: Path
    asked: list[dict[str, object]]


class FileHandler(BaseHTTPRequestHandler):
    """One call of the endpoint."""

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, FileServer)
        length = int(self.headers["content-length"])
        asked = json.loads(self.rfile.read(length))
        server.asked.append(asked)
        told = {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": asked["model"],
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {
                        "role": "assistant",
                        "content": server.file.read_text("utf-8"),
                    },
                }
            ],
            "usage": {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9},
        }
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: tests are quiet."""


@contextmanager
def file_endpoint(folder: Path) -> Generator[FileServer]:
    """The endpoint, which `llm` finds where LLM_USER_PATH is that folder."""
    made = FileServer(("127.0.0.1", 0), FileHandler)
    made.file, made.asked = folder / "answer.json", []
    Thread(target=made.serve_forever, daemon=True).start()
    text = SETTINGS.format(port=made.server_port)
    (folder / "extra-openai-models.yaml").write_text(text, "utf-8")
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
