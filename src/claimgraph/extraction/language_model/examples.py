"""The worked examples of the prompt: articles made up, and how they are coded."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimgraph.extraction.language_model.request_texts import (
    between_marks,
    known_lines,
    shown_sentences,
)
from claimgraph.model import TextSpan
from claimgraph.resources import packaged_path
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import read_yaml

FILE = "examples.yaml"


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """An article made up, as a request shows it, and the answer that is right."""

    title: str
    published: str
    text: str
    shown: str
    answer: str


@cache
def examples() -> tuple[WorkedExample, ...]:
    """The worked examples, in the order of their file."""
    place = packaged_path("extraction", "language_model", FILE)
    plain = read_yaml(place, FILE).plain
    listed = plain if is_list(plain) else []
    return tuple(example_of(one) for one in listed if is_map(one))


def example_of(told: Mapping[str, object]) -> WorkedExample:
    """One example of the file."""
    paragraphs = told["paragraphs"]
    text = ""
    sentences: list[tuple[int, int, TextSpan]] = []
    for at, paragraph in enumerate(paragraphs if is_list(paragraphs) else []):
        for one in paragraph if is_list(paragraph) else []:
            start = len(text)
            text += f"{one} "
            span = TextSpan(start, len(text) - 1)
            sentences.append((len(sentences) + 1, at, span))
        text = text.rstrip() + "\n\n"
    title, published = str(told["title"]), str(told["published"])
    publisher = str(told["publisher"]) if "publisher" in told else None
    head = known_lines(title, publisher, published)
    answer = told["answer"]
    lines = "\n".join(answer_lines(answer if is_map(answer) else {}))
    shown = between_marks("example", head, "\n".join(shown_sentences(text, sentences)))
    return WorkedExample(title, published, text, shown, lines)


def answer_lines(answer: Mapping[str, object]) -> Iterator[str]:
    """An answer as JSON, one entry a line."""
    for key, opening in (("cast", '{"cast": ['), ("claims", '"claims": [')):
        entries = answer[key]
        told = [
            json.dumps(one, ensure_ascii=False)
            for one in (entries if is_list(entries) else [])
        ]
        yield opening
        yield ",\n".join(told)
        yield "]," if key == "cast" else "]}"
