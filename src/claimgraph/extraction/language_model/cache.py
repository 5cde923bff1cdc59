"""Answers that were paid for once: one small file each, in the form of answer files."""

from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.atomic import replace_file
from claimgraph.errors import ClaimgraphError, CorpusError, named_os_errors
from claimgraph.extraction.language_model.answers import ModelAnswer, answers_in
from claimgraph.extraction.language_model.requests import Request
from claimgraph.ids import hash_of


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """A folder of answers by model, prompt and text: what changed is asked again."""

    folder: Path

    def place(self, request: Request, model: str) -> Path:
        """The file of one answer."""
        name = hash_of(["answer/1", model, request.key])
        return self.folder / name[:2] / f"{name}.json"

    def answer(self, request: Request, model: str) -> ModelAnswer | None:
        """What a model said to the very same request before.

        None where it did not, or nothing can be taken of it.
        """
        path = self.place(request, model)
        if not path.is_file():
            return None
        try:
            found = next(answers_in(path), None)
        except ClaimgraphError:
            # a file that was cut off is asked for again
            return None
        if found is None or found.failure is not None:
            return None
        return replace(found, custom_id=request.custom_id, cached=True)

    def keep(self, request: Request, model: str, answer: ModelAnswer) -> None:
        """Keep an answer; CorpusError where it cannot be written."""
        path = self.place(request, model)
        with named_os_errors(CorpusError, path):
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, f"{answer.line()}\n".encode(), CorpusError)


@dataclass(frozen=True, slots=True)
class Recording:
    """Requests and answers of a live run, in two files that `--answers` reads again."""

    folder: Path

    def add(self, request: Request, model: str, answer: ModelAnswer) -> None:
        """Append a request and what was answered."""
        with named_os_errors(CorpusError, self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, line in (
                ("requests.jsonl", request.line(model)),
                ("answers.jsonl", answer.line()),
            ):
                with (self.folder / name).open("ab") as file:
                    file.write(f"{line}\n".encode())
