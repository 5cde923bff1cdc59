"""What models answered, in the forms that batch endpoints and people give."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.extraction.language_model.json_texts import answered_object, read_json
from claimgraph.regular_file import open_regular
from claimgraph.type_guards import is_list, is_map

# of one line of a file, and of what a model says: longer ones are no answers
LONGEST_LINE = 32 * 2**20
# how a batch of Anthropic says that there is nothing
NO_SUCCESS = ("errored", "canceled", "expired")
# where endpoints put the message of a model, and what a line has that answers at all
BODIES = (("response", "body"), ("result", "message"))
SAYING = ("response", "result", "content")
EXPECTED = (
    "expected is the output of a batch endpoint, or "
    '{"custom_id": "<article>", "content": "<what the model answered>"}'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """What a model said to one request; `error` says why there is nothing.

    Tokens are those that the endpoint counted.
    """

    custom_id: str
    content: str = ""
    model: str | None = None
    error: str | None = None
    tokens: int | None = None
    cached: bool = False

    @property
    def article(self) -> str:
        """The stem of the article that was asked about."""
        return self.custom_id.partition("#")[0]

    @property
    def window(self) -> int:
        """Which part of the article was asked about."""
        number = self.custom_id.partition("#")[2]
        return int(number) if number.isdecimal() and len(number) < 6 else 1

    @property
    def failure(self) -> str | None:
        """Why nothing can be taken of it: there is no answer, or it cannot be read."""
        told = self.error or answered_object(self.content)
        return told if isinstance(told, str) else None

    def line(self) -> str:
        """Its line in a file of answers."""
        told: dict[str, object] = {"custom_id": self.custom_id, "content": self.content}
        if self.model is not None:
            told["model"] = self.model
        if self.error is not None:
            told["error"] = self.error
        if self.tokens is not None:
            told["tokens"] = self.tokens
        return json.dumps(told)


def read_answers(path: Path) -> dict[str, ModelAnswer]:
    """The answers of a file by `custom_id`: the last one that can be read.

    CorpusError with the line that is none.
    """
    found: dict[str, ModelAnswer] = {}
    for one in answers_in(path):
        before = found.get(one.custom_id)
        if before is None or one.failure is None or before.failure is not None:
            found[one.custom_id] = one
    return found


def answers_in(path: Path) -> Iterator[ModelAnswer]:
    """The answers of a file in their order."""
    file = str(path)
    with (
        named_os_errors(CorpusError, file, "cannot be read"),
        open_regular(path) as stream,
    ):
        number = 0
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                reason = f"is longer than {LONGEST_LINE >> 20} MiB: no answer is"
                raise CorpusError(reason, file=file, line=number)
            if line.strip():
                yield answer_of(line, file, number)


def answer_of(line: bytes, file: str, number: int) -> ModelAnswer:
    """The answer in one line, whatever endpoint it is from."""
    try:
        told = read_json(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 at byte {error.start} of the line"
        raise CorpusError(reason, file=file, line=number) from error
    except ValueError as error:
        reason = f"is no JSON ({error}): {EXPECTED}"
        raise CorpusError(reason, file=file, line=number) from error
    if not is_map(told):
        raise CorpusError(f"is no answer: {EXPECTED}", file=file, line=number)
    custom_id = told.get("custom_id")
    if not isinstance(custom_id, str) or not custom_id:
        reason = f"says not what it answers: {EXPECTED}"
        raise CorpusError(reason, file=file, line=number, key="custom_id")
    found = said_in(custom_id, told)
    if found is None:
        reason = f"has nothing that a model said: {EXPECTED}"
        raise CorpusError(reason, file=file, line=number)
    return found


def said_in(custom_id: str, told: Mapping[str, object]) -> ModelAnswer | None:
    """What was said, in the form of OpenAI, of Anthropic, or plain; else why nothing.

    None for a line that is of none of these forms.
    """
    bodies = (at(told, *keys) for keys in BODIES)
    body = next((one for one in bodies if is_map(one)), told)
    said = plain_content(told) if body is told else message_of(body)
    failed = None if said else failure_in(told) or unsaid_in(body)
    if said is None and failed is None:
        if told.keys().isdisjoint(SAYING):
            return None
        failed = "nothing was said"
    tokens = told.get("tokens")
    return ModelAnswer(
        custom_id=custom_id,
        content=said or "",
        model=text_or_none(body.get("model")),
        error=failed,
        tokens=tokens if isinstance(tokens, int) else tokens_of(body.get("usage")),
    )


def plain_content(told: Mapping[str, object]) -> str | None:
    """What a line says that is no endpoint's: a text, or the answer itself."""
    content = told.get("content")
    if content is None or isinstance(content, str):
        return content
    return json.dumps(content)


def failure_in(told: Mapping[str, object]) -> str | None:
    """Why an endpoint has no answer, in one line; None where it does not say."""
    outcome, status = at(told, "result", "type"), at(told, "response", "status_code")
    for failure in (
        told.get("error"),
        at(told, "result", "error"),
        at(told, "response", "body", "error"),
        outcome if outcome in NO_SUCCESS else None,
        f"status {status}" if isinstance(status, int) and status >= 300 else None,
    ):
        if failure:
            inner = at(failure, "message") or at(failure, "error", "message") or failure
            return in_one_line(inner)
    return None


def unsaid_in(body: Mapping[str, object]) -> str | None:
    """Why a message has no words: that the model refuses, or why it ended."""
    choices = body.get("choices")
    choice = choices[0] if is_list(choices) and choices else body
    message = at(choice, "message") or choice
    content = at(message, "content")
    for part in (message, *(content if is_list(content) else ())):
        refusal = at(part, "refusal")
        if refusal:
            return in_one_line(refusal)
    ended = at(choice, "finish_reason") or at(choice, "stop_reason")
    return f"nothing was said ({in_one_line(ended)})" if ended else None


def in_one_line(told: object) -> str:
    """The beginning of what is told."""
    return " ".join(str(told).split())[:200]


def message_of(body: Mapping[str, object]) -> str | None:
    """The words of a message: `choices[0].message.content`, or `content`."""
    choices = body.get("choices")
    if is_list(choices) and choices:
        return text_or_parts(at(choices[0], "message", "content"))
    return text_or_parts(body.get("content"))


def text_or_parts(content: object) -> str | None:
    """A content that is a text, or a list of parts with texts."""
    if is_list(content):
        parts = [at(one, "text") for one in content]
        return "".join(one for one in parts if isinstance(one, str))
    return text_or_none(content)


def tokens_of(usage: object) -> int | None:
    """All tokens that an endpoint counted, in its own words."""
    if not is_map(usage):
        return None
    total = usage.get("total_tokens")
    if isinstance(total, int):
        return total
    parts = (usage.get("input_tokens"), usage.get("output_tokens"))
    counted = [one for one in parts if isinstance(one, int)]
    return sum(counted) if counted else None


def at(value: object, *keys: str) -> object:
    """What stands below some keys; None where a key is missing."""
    for key in keys:
        value = value.get(key) if is_map(value) else None
    return value


def text_or_none(value: object) -> str | None:
    """A text, or None for anything else."""
    return value if isinstance(value, str) else None
