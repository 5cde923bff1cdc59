"""An endpoint in the form of OpenAI on this machine, which answers from a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.extraction.language_model.live import Endpoint, ask
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from file_endpoint import FileServer, file_endpoint
from invented_answers import CLAIMED, NOBODY, answered, article


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    with file_endpoint(tmp_path) as made:
        yield made


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
    assert place == f"http://localhost:{server.server_port}/v1"
