"""An invented article, answers to it, and a model that reads answers from files."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import llm

from claimgraph.extraction.known import known_among
from claimgraph.extraction.language_model.requests import Request
from claimgraph.model import Article

NOBODY = known_among([])
TEXT = """Blast at Orvel mill kills six

Six people were killed by a car bomb at the mill in Orvel on Friday, police said.
The Free Marsh Brigade claimed responsibility. “It was not us,” said the Northern Front.

Comments
Ann: The Northern Front did it.
"""
CAST: list[dict[str, object]] = [
    {"n": 1, "type": "attack", "name": "car bombing of the mill in Orvel",
     "mention": "Blast at Orvel mill", "sentence": 1, "kind": "bombing",
     "date": "2031-06-06", "place": "Orvel", "target": "mill"},
    {"n": 2, "type": "group", "name": "Free Marsh Brigade",
     "mention": "Free Marsh Brigade", "sentence": 3},
    {"n": 3, "type": "group", "name": "Northern Front", "mention": "Northern Front",
     "sentence": 4},
    {"n": 4, "type": "organization", "name": "police", "mention": "police",
     "sentence": 2},
]  # fmt: skip
CLAIMED: dict[str, object] = {
    "relation": "CLAIMED_BY", "subject": 1, "object": 2, "sentence": 3,
    "quote": "The Free Marsh Brigade claimed responsibility",
}  # fmt: skip
DENIED: dict[str, object] = {
    "relation": "ATTRIBUTED_TO", "subject": 1, "object": 3, "polarity": "denied",
    "speakers": [{"who": 3, "cue": "said the Northern Front"}], "sentence": 4,
    "quote": '"It was not us," said the Northern Front',
}  # fmt: skip
KILLED: dict[str, object] = {
    "relation": "KILLED", "subject": 1, "value": {"min": 6, "max": 6, "of": "people"},
    "speakers": [{"who": 4, "cue": "police said"}], "sentence": 2,
    "quote": "Six people were killed by a car bomb",
}  # fmt: skip


def article(text: str = TEXT, stem: str = "mill", title: str = "Blast") -> Article:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=stem,
        corpus="invented",
        title=title,
        published="2031-06-08",
        text=text,
        sha256=digest,
    )


def answered(
    *claims: Mapping[str, object], cast: Sequence[Mapping[str, object]] = CAST
) -> str:
    return json.dumps({"cast": cast, "claims": claims})


class FileModel(llm.Model):
    """A model that answers from a folder: the next file for each call."""

    class Options(llm.Options):
        """What its user may set."""

        temperature: float | None = None
        max_tokens: int | None = None

    model_id = "from-files"
    can_stream = False
    supports_schema = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.prompts: list[llm.Prompt] = []
        self.has_form: list[bool] = []

    def execute(
        self,
        prompt: llm.Prompt,
        stream: bool,
        response: llm.Response,
        conversation: llm.Conversation | None,
    ) -> Iterator[str]:
        self.prompts.append(prompt)
        # llm's annotations leave the contents of maps open
        lacks_form = prompt.schema is None  # pyright: ignore[reportUnknownMemberType]
        self.has_form.append(not lacks_form)
        told = (self.folder / f"{len(self.prompts)}.txt").read_text("utf-8")
        if told.startswith("fail"):
            raise OSError(told)
        # the same
        response.set_usage(  # pyright: ignore[reportUnknownMemberType]
            input=1000, output=200
        )
        yield told


class FilePlugin:
    """What makes the model known to the `llm` library."""

    __name__ = "FilePlugin"

    def __init__(self, model: FileModel) -> None:
        self.model = model

    @llm.hookimpl
    def register_models(self, register) -> None:  # type: ignore[no-untyped-def]
        register(self.model)


def asked_articles(requests: Sequence[Request]) -> list[str]:
    return [one.custom_id for one in requests]
