"""An endpoint in the form of OpenAI on this machine, which answers from a file."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from claimgraph.extraction.language_model.live import Endpoint, ask
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from invented_answers import CLAIMED, NOBODY, answered, article


class FileServer(HTTPServer):
    """Answers each call with what its file holds."""

    file: Path
    asked: list[dict[str, object]]


class FileHandler(BaseHTTPRequestHandler):
    """One call of the endpoint."""

    server: FileServer

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        asked = json.loads(self.rfile.read(length))
        self.server.asked.append(asked)
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
                        "content": self.server.file.read_text("utf-8"),
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

    def log_message(self, *words: object) -> None:
        """Nothing: tests are quiet."""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    made = FileServer(("127.0.0.1", 0), FileHandler)
    made.file, made.asked = tmp_path / "answer.json", []
    Thread(target=made.serve_forever, daemon=True).start()
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    (tmp_path / "extra-openai-models.yaml").write_text(
        "- model_id: local-files\n"
        "  model_name: reader\n"
        f"  api_base: http://127.0.0.1:{made.server_port}/v1\n"
        "  can_stream: false\n"
        "  supports_schema: true\n",
        "utf-8",
    )
    yield made
    made.shutdown()
    made.server_close()


def test_a_local_endpoint_is_asked_and_its_answer_proposed(server: FileServer) -> None:
    server.file.write_text(answered(CLAIMED), "utf-8")
    requests = requests_for(article(), NOBODY)
    answers = list(ask(requests, "local-files"))
    found = proposals_from(article(), NOBODY, answers)
    assert [one.relation for one in found.claims] == ["CLAIMED_BY"]
    assert answers[0].tokens == 9
    asked = server.asked[0]
    assert (asked["model"], asked["temperature"]) == ("reader", 0)
    assert "tools" not in asked and "response_format" in asked


def test_it_is_told_where_the_texts_go(server: FileServer) -> None:
    place = Endpoint("local-files").place
    assert place == f"http://127.0.0.1:{server.server_port}/v1"
