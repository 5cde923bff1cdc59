"""What models answered, in the forms that batch endpoints and people give."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.extraction.language_model.json_texts import read_json
from claimgraph.regular_file import open_regular
from claimgraph.type_guards import is_list, is_map

# of one line of a file, and of what a model says: longer ones are no answers
LONGEST_LINE = 32 * 2**20
# how a batch of Anthropic says that there is nothing
NO_SUCCESS = ("errored", "canceled", "expired")
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
    """The answers of a file by `custom_id`; the last one where several have it.

    CorpusError with the line that is none.
    """
    return {one.custom_id: one for one in answers_in(path)}


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
    """What was said, in the form of OpenAI, of Anthropic, or plain."""
    for body in (at(told, "response", "body"), at(told, "result", "message")):
        said = message_of(body) if is_map(body) else None
        if is_map(body) and said is not None:
            return ModelAnswer(
                custom_id=custom_id,
                content=said,
                model=text_or_none(body.get("model")),
                tokens=tokens_of(body.get("usage")),
            )
    content, tokens = told.get("content"), told.get("tokens")
    if content is not None:
        return ModelAnswer(
            custom_id=custom_id,
            content=content if isinstance(content, str) else json.dumps(content),
            model=text_or_none(told.get("model")),
            tokens=tokens if isinstance(tokens, int) else None,
        )
    failed = failure_in(told)
    return ModelAnswer(custom_id=custom_id, error=failed) if failed else None


def failure_in(told: Mapping[str, object]) -> str | None:
    """Why an endpoint has no answer, in one line; None where it does not say."""
    outcome = at(told, "result", "type")
    for failure in (
        told.get("error"),
        at(told, "result", "error"),
        at(told, "response", "body", "error"),
        outcome if outcome in NO_SUCCESS else None,
    ):
        if failure:
            inner = at(failure, "message") or at(failure, "error", "message") or failure
            return " ".join(str(inner).split())[:200]
    return None


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
