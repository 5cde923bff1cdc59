"""The SPARQL questions of docs/rdf.md, for every engine that is to answer them."""

import re
from dataclasses import dataclass
from pathlib import Path

from claimgraph.library import ask
from claimgraph.store.base import Store

PAGE = Path(__file__).parents[1] / "docs" / "rdf.md"
BLOCK = re.compile(
    r"^```sparql\n# ask: (\S+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
DATA = "https://w3id.org/claimgraph/data/"
TERMS = "https://w3id.org/claimgraph/ns#"
ENOUGH = 100_000
Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as SPARQL, and as the library has it."""

    name: str
    arguments: dict[str, str]
    sparql: str

    def __str__(self) -> str:
        return self.name


def documented() -> list[Question]:
    """All of them, in the order of the page."""
    found: list[Question] = []
    for name, given, sparql in BLOCK.findall(PAGE.read_text("utf-8")):
        pairs = (pair.partition("=") for pair in given.split())
        arguments = {key: value for key, _, value in pairs}
        found.append(Question(name, arguments, sparql))
    return found


def plain(value: object) -> str:
    """A value as every engine can be made to say it; an IRI of ours as its id."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value).removeprefix(DATA).removeprefix(TERMS)
    return re.sub(r"^(claim|article)/(?=[0-9a-z_]+$)", "", text)


def library_rows(question: Question, columns: list[str], store: Store) -> Rows:
    """The same columns of what the library answers, sorted."""
    limit = {} if question.name == "sources/by-kind" else {"limit": ENOUGH}
    answer = ask(store, question.name, {**question.arguments, **limit})
    at = [answer.columns.index(name) for name in columns]
    return sorted(tuple(plain(row[index]) for index in at) for row in answer.rows)
