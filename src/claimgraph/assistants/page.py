"""What a language model has to know of the graph before it asks: two pages of text."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

HEAD = "head.md"
EXAMPLES = "examples.toml"


def page() -> str:
    """What an edge means, each relation, and ten questions in Cypher, as Markdown."""
    return "".join(parts())


def parts() -> Iterator[str]:
    """The page in its order."""
    yield (files("claimgraph.assistants") / HEAD).read_text("utf-8")
    for relation in load_schema().relations.values():
        yield f"{relation_line(relation)}\n"
    yield "\n## Ten questions in Cypher\n"
    for question, cypher in examples():
        yield f"\n{question}\n`{cypher}`\n"


def examples() -> list[tuple[str, str]]:
    """Questions in words, each with its Cypher."""
    text = (files("claimgraph.assistants") / EXAMPLES).read_text("utf-8")
    listed: list[dict[str, str]] = tomllib.loads(text)["examples"]
    return [(one["question"], one["cypher"]) for one in listed]


def relation_line(relation: RelationType) -> str:
    """A relation on one line: what it joins, and what it means."""
    source = "|".join(relation.source)
    value = f"a {relation.value}" if relation.value else "|".join(relation.target)
    meaning = " ".join(relation.description.split())
    both = " Reads the same both ways." if relation.symmetric else ""
    return f"* {relation.name}: {source} -> {value}. {meaning}{both}"
