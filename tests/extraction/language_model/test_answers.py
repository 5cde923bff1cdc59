"""Answers in the forms of batch endpoints; lines that are none are told."""

import json
from pathlib import Path

import pytest

from claimgraph.errors import CorpusError
from claimgraph.extraction.language_model.answers import ModelAnswer, read_answers
from claimgraph.extraction.language_model.requests import (
    requests_for,
    write_requests,
)
from invented_answers import NOBODY, article

OPENAI = {
    "custom_id": "mill",
    "response": {
        "status_code": 200,
        "body": {
            "model": "strong-1",
            "choices": [{"message": {"role": "assistant", "content": "{}"}}],
            "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
        },
    },
    "error": None,
}
ANTHROPIC = {
    "custom_id": "mill#2",
    "result": {
        "type": "succeeded",
        "message": {
            "model": "strong-2",
            "content": [{"type": "text", "text": "{"}, {"type": "text", "text": "}"}],
            "usage": {"input_tokens": 5, "output_tokens": 3},
        },
    },
}
PLAIN: dict[str, object] = {
    "custom_id": "fire",
    "content": {"claims": []},
    "model": "a person",
}
FAILED = {"custom_id": "gone", "result": {"type": "expired"}}
REFUSED = {
    "custom_id": "no",
    "response": {"body": {"error": {"message": "too\nlong"}}},
}


def written(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{json.dumps(one)}\n" for one in lines), "utf-8")
    return path


def test_each_form_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl", OPENAI, ANTHROPIC, PLAIN, FAILED, REFUSED, "", OPENAI
    )
    path.write_text(path.read_text("utf-8").replace('""\n', "\n"), "utf-8")
    found = read_answers(path)
    assert found == {
        "mill": ModelAnswer(custom_id="mill", content="{}", model="strong-1", tokens=7),
        "mill#2": ModelAnswer(
            custom_id="mill#2", content="{}", model="strong-2", tokens=8
        ),
        "fire": ModelAnswer(
            custom_id="fire", content='{"claims": []}', model="a person"
        ),
        "gone": ModelAnswer(custom_id="gone", error="expired"),
        "no": ModelAnswer(custom_id="no", error="too long"),
    }
    assert (found["mill#2"].article, found["mill#2"].window) == ("mill", 2)


def chat(message: object, ended: str = "stop") -> dict[str, object]:
    """A line of OpenAI's form."""
    choices = [{"index": 0, "message": message, "finish_reason": ended}]
    body = {"model": "strong-1", "choices": choices, "usage": {"total_tokens": 7}}
    return {"response": {"status_code": 200, "body": body}, "error": None}


NO_WORDS: dict[str, object] = {"role": "assistant", "content": None}
REFUSAL = "I cannot\nhelp with that."


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (chat(NO_WORDS | {"refusal": REFUSAL}), "I cannot help with that."),
        (
            chat(NO_WORDS | {"content": [{"type": "refusal", "refusal": REFUSAL}]}),
            "I cannot help with that.",
        ),
        (chat(NO_WORDS, "content_filter"), "nothing was said (content_filter)"),
        (chat(NO_WORDS | {"content": ""}, "length"), "nothing was said (length)"),
        (chat(None), "nothing was said (stop)"),
        (
            {"result": {"message": {"content": [], "stop_reason": "refusal"}}},
            "nothing was said (refusal)",
        ),
        ({"result": {"type": "canceled"}}, "canceled"),
        ({"response": {"status_code": 503, "body": None}}, "status 503"),
        (
            {"response": {"status_code": 200, "body": {"choices": []}}},
            "nothing was said",
        ),
        ({"response": None, "error": {"message": "too late"}}, "too late"),
        ({"content": None}, "nothing was said"),
        ({"content": "", "error": "no way there"}, "no way there"),
    ],
)
def test_who_says_nothing_fails_for_his_article_alone(
    tmp_path: Path, told: dict[str, object], error: str
) -> None:
    path = written(tmp_path / "a.jsonl", {"custom_id": "no", **told}, PLAIN)
    found = read_answers(path)
    assert (found["no"].error, found["no"].content) == (error, "")
    assert found["no"].failure == error and found["fire"].failure is None


def test_the_last_answer_that_can_be_read_stands(tmp_path: Path) -> None:
    def said(content: object) -> dict[str, object]:
        return {"custom_id": "mill", "content": content}

    first, last = said({"claims": [], "cast": []}), said({"claims": []})
    failed = {"custom_id": "mill", "error": "too many requests"}
    cut = said('{"claims": [')
    for lines, content in (
        ([first, failed, cut], first["content"]),
        ([failed, first, last, failed], last["content"]),
        ([cut, first], first["content"]),
    ):
        found = read_answers(written(tmp_path / "a.jsonl", *lines))
        assert json.loads(found["mill"].content) == content
    assert read_answers(written(tmp_path / "a.jsonl", cut, failed))["mill"].error


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"no json", "2: is no JSON"),
        (b"[1]", "2: is no answer"),
        (b'{"content": "x"}', "2: custom_id: says not what it answers"),
        (b'{"custom_id": "x"}', "2: has nothing that a model said"),
        (b'{"custom_id": "\xff"}', "2: is not UTF-8 at byte 15 of the line"),
        (b"[" * 200_000, "2: is no JSON .it nests too deep"),
    ],
)
def test_a_line_that_is_no_answer_is_told_with_its_place(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(PLAIN).encode() + b"\n" + line + b"\n")
    with pytest.raises(CorpusError, match=reason):
        read_answers(path)


def test_requests_are_lines_for_batch_endpoints(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    requests = requests_for(article(), NOBODY)
    assert write_requests(requests, path, "strong-1") == 1
    told = json.loads(path.read_text("utf-8"))
    assert (told["custom_id"], told["method"]) == ("mill", "POST")
    assert told["body"]["model"] == "strong-1" and told["body"]["temperature"] == 0
    assert told["body"]["response_format"]["type"] == "json_schema"
    system, user = told["body"]["messages"]
    assert system["role"] == "system" and "[1] Blast at Orvel mill" in user["content"]
    assert "Ann:" not in user["content"]
