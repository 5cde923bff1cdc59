"""What is asked about an article: one request, or one for each part of a long one."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.atomic import in_place_of
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.answer_form import answer_form
from claimgraph.extraction.language_model.numbered import numbered_sentences
from claimgraph.extraction.language_model.prompt import prompt
from claimgraph.extraction.language_model.request_texts import (
    between_marks,
    known_lines,
    shown_sentences,
)
from claimgraph.extraction.language_model.windows import Window, windows_of
from claimgraph.ids import hash_of
from claimgraph.model import Article

URL = "/v1/chat/completions"
# letters of English for one token, about; what an answer has for one of a text
LETTERS, ANSWERED = 4, 4
NO_MODEL = "model"
# so many signs of its hash fence a text: no text can hold its own
MARK = 10
BEFORE = (
    "The parts before spoke of these. Use the same name for the same one, in a cast of "
    "your own, with mentions in this part:"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked about an article or a part of it.

    `custom_id` is the stem of the article, with `#2` and so on for the parts after the
    first. `so_far` is whom the parts before spoke of, where that is known.
    """

    custom_id: str
    article: str
    window: int
    windows: int
    part: str
    head: str
    sentences: str
    so_far: str = ""

    @property
    def system(self) -> str:
        """What every request says first."""
        return prompt().text

    @property
    def user(self) -> str:
        """Which part it is, then between two marks all that others wrote."""
        mark = hash_of(["article", self.sentences])[:MARK]
        shown = between_marks(mark, self.head, self.so_far, self.sentences)
        return f"{self.part}\n\n{shown}" if self.part else shown

    @property
    def key(self) -> str:
        """A hash of all that is asked: prompt, text, and whom parts before spoke of."""
        return hash_of(["request/1", prompt().version, self.user])

    @property
    def tokens(self) -> int:
        """About how many tokens it costs, its answer included."""
        answer = ANSWERED * len(self.sentences)
        return (len(self.system) + len(self.user) + answer) // LETTERS

    def after(self, names: Iterable[str]) -> "Request":
        """The same, told whom the parts before spoke of."""
        listed = "\n".join(f"- {name}" for name in names)
        if not listed:
            return self
        return replace(self, so_far=f"{BEFORE}\n{listed}")

    def body(self, model: str) -> dict[str, object]:
        """What an endpoint in the form of OpenAI takes."""
        form = {"name": "claims", "schema": answer_form()}
        return {
            "model": model,
            "messages": [
                {"role": "system", "content": self.system},
                {"role": "user", "content": self.user},
            ],
            "temperature": 0,
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def line(self, model: str) -> str:
        """Its line in a file for batch endpoints."""
        told = {
            "custom_id": self.custom_id,
            "method": "POST",
            "url": URL,
            "body": self.body(model),
        }
        return json.dumps(told, ensure_ascii=False)


def requests_for(article: Article, known: Known) -> list[Request]:
    """What to ask about an article; nothing where no sentence of it may speak."""
    text = article.text or ""
    windows = windows_of(numbered_sentences(article))
    found: list[Request] = []
    publisher = known.entities.get(article.publisher or "")
    named = publisher is not None and not publisher.unnamed
    head = known_lines(
        article.title,
        publisher.name if publisher and named else None,
        article.published,
    )
    for window in windows:
        listed = ((one.number, one.paragraph, one.span) for one in window.sentences)
        part = f"#{window.number}" if window.number > 1 else ""
        request = Request(
            custom_id=f"{article.id}{part}",
            article=article.id,
            window=window.number,
            windows=len(windows),
            part=part_words(window, len(windows)),
            head=head,
            sentences="\n".join(shown_sentences(text, listed)),
        )
        found.append(request)
    return found


def part_words(window: Window, windows: int) -> str:
    """Which part of an article it is, and what of it is there to be understood."""
    if windows == 1:
        return ""
    told = f"This is part {window.number} of {windows} of the article."
    if window.sentences[0].number < window.first:
        told += (
            f" Its sentences before [{window.first}] ended the part before and are "
            "there to be understood: list no claims of theirs."
        )
    return told


def write_requests(requests: Iterable[Request], path: Path, model: str = "") -> int:
    """Write requests as a file for batch endpoints; returns how many.

    Without a model its place holds the word `model`, to be replaced.
    """
    number = 0
    with in_place_of(path) as scratch, scratch.open("wb") as file:
        for request in requests:
            file.write(f"{request.line(model or NO_MODEL)}\n".encode())
            number += 1
    return number
