"""The verifier of RDF: whatever is taken out of a file shows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.model import Batch, Cell, Pointer, XPath
from claimgraph.rdf.writing import BASE
from export_cases import sample
from verifying import disagreements, target_for, write_plainly

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
# of articles, entities and judgements, of which no feature of a claim tells
OTHERS = {
    *("article corpus", "article kind", "article published", "article publishedBy"),
    *("article publishedFrom", "article publishedTo", "article text", "article title"),
    *("attack prefLabel", "attack kind", "group prefLabel", "group kind"),
    *("org prefLabel", "org kind", "person altLabel", "person prefLabel"),
    *("person alias", "person collective", "person/alias caseExact"),
    *("place kind", "place prefLabel", "type Place"),
    *("person/alias index", "person/alias name", "judgement corpus", "judgement why"),
    *("type Alias", "type Attack", "type Group", "type Organization", "type Person"),
}
# what is worked out of the rest, and compared when it is imported
WORKED_OUT = {
    *("claim digest", "claim disputes", "claim/quote prefix", "claim/quote suffix"),
}


def whole() -> list[Batch]:
    """The sample, with a quote in a table, one in XML and one in JSON besides."""
    [batch] = sample()
    first, second, third, *rest = batch.claims
    cell = replace(first, selector=Cell(7, "notes"))
    xpath = replace(second, selector=XPath("/a/b"))
    pointer = replace(third, selector=Pointer("/a/0/b"))
    return [replace(batch, claims=(cell, xpath, pointer, *rest))]


def written(folder: Path) -> list[str]:
    """The lines of N-Quads."""
    target = write_plainly("nquads", whole(), folder)
    return target.read_text("utf-8").splitlines(keepends=True)


def place(line: str) -> str:
    """What a line says of what: `claim polarity`, `claim/hop index`, `type Hop`."""
    subject, verb, rest = line.split(" ", 2)
    if verb == TYPE:
        return f"type {local(rest.split(' ')[0])}"
    folder, _, *inner = subject.strip("<>").removeprefix(BASE).split("/")
    return f"{'/'.join([folder, *inner[:1]])} {local(verb)}"


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.strip("<>").replace("#", "/").rpartition("/")[2]


def notices(lines: list[str], folder: Path) -> bool:
    """Whether the verifier has anything against a file of these lines."""
    target = target_for("nquads", folder)
    target.write_text("".join(lines), "utf-8")
    return bool(disagreements("nquads", target, whole()))


def test_every_kind_of_line_that_is_missing_shows(tmp_path: Path) -> None:
    lines = written(tmp_path)
    assert not notices(lines, tmp_path)
    kinds = {place(line) for line in lines}
    assert {"claim polarity", "claim/hop stance", "claim/value min"} <= kinds
    unseen = {
        kind
        for kind in kinds
        if not notices([line for line in lines if place(line) != kind], tmp_path)
    }
    assert unseen == OTHERS | WORKED_OUT


CHANGES: dict[str, Callable[[str], str]] = {
    "claim origin": lambda line: line.replace("person/", "group/"),
    "claim hasTarget": lambda line: line.replace("/span>", "/quote>"),
    "claim hops": lambda line: line.replace('"2"', '"3"'),
    "claim polarity": lambda line: line.replace("denied", "affirmed"),
    "claim saidFrom": lambda line: line.replace('"20', '"19'),
    "claim/hop agent": lambda line: line.replace("person/", "group/"),
    "claim/hop holder": lambda line: line.replace("person/", "group/"),
    "claim/value min": lambda line: line.replace('"3"', '"4"'),
    "proposition valueKind": lambda line: line.replace(' "', ' "x'),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_line_that_says_something_else_shows(kind: str, tmp_path: Path) -> None:
    lines = written(tmp_path)
    changed = [CHANGES[kind](line) if place(line) == kind else line for line in lines]
    assert changed != lines
    assert notices(changed, tmp_path)
