"""One word per concept: the glossary of docs/data.md says which, and which never."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "data.md").read_text("utf-8").partition("\n## Words\n")[2]
# word -> the words that the same thing never has
GLOSSARY = {
    word: [one.strip() for one in never.split(",") if one.strip()]
    for word, never in re.findall(
        r"^\| (\w+) \| [^|]+ \|([^|]*)\|$", PAGE, re.MULTILINE
    )
    if word != "word"
}
BANNED = {word for never in GLOSSARY.values() for word in never}
# Where the word means something else, and what.
EXEMPT = {
    "statement": {
        "statements": "of Cypher or SQL, in texts for the engines",
        "statement": "of Cypher or SQL, in texts for the engines",
    },
    "record": {"print_records": "rows of any question, one cell a line"},
    "triple": {"triple": "of RDF", "triples": "of RDF"},
}
FOLDERS = ("src", "schema", "loaders", "benchmarks")
SOURCES = {
    str(path.relative_to(ROOT)): path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
}


def coined(source: str) -> Iterator[str]:
    """The names that a source makes: functions, classes, arguments, variables."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def words(name: str) -> set[str]:
    """The words in a name, in the singular.

    >>> sorted(words("LoadedFacts_by_day"))
    ['by', 'day', 'fact', 'loaded']
    """
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return {part.lower().removesuffix("s") for part in parts} | {
        part.lower() for part in parts if not part.lower().endswith("s")
    }


def banned(name: str) -> set[str]:
    """The banned words in a name that is not exempt."""
    return {word for word in words(name) & BANNED if name not in EXEMPT.get(word, {})}


@pytest.mark.parametrize("name", SOURCES)
def test_no_name_of_ours_uses_a_banned_word(name: str) -> None:
    names = {*coined(SOURCES[name].read_text("utf-8")), Path(name).stem}
    assert {each for each in names if banned(each)} == set()


def test_every_word_of_the_glossary_is_a_word_of_the_code() -> None:
    named = {
        word
        for name, path in SOURCES.items()
        for each in (*coined(path.read_text("utf-8")), *Path(name).parts)
        for word in words(each.removesuffix(".py"))
    }
    assert len(GLOSSARY) >= 20
    assert {word for word in GLOSSARY if not words(word) & named} == set()


def test_each_banned_word_is_found() -> None:
    assert len(BANNED) >= 6
    for word in BANNED:
        names = (f"load_{word}s", f"{word.title()}Store", f"{word}_id")
        assert [banned(name) for name in names] == [{word}] * 3


def test_banned_words_are_found() -> None:
    source = (
        "class FactStore:\n    def load_records(self, document): self.triple_id = 1"
    )
    assert {name for name in coined(source) if banned(name)} == {
        *("FactStore", "load_records", "document", "triple_id"),
    }
    assert not banned("factory") and not banned("recorder")
    assert not banned("statements")


def test_no_help_of_the_command_line_uses_a_banned_word() -> None:
    help_texts = (ROOT / "docs" / "cli.md").read_text("utf-8")
    # what keeps the calls of a model, as other tools for models call it
    help_texts = help_texts.replace("--record DIR", "")
    said = set(re.findall(r"[a-z]+", help_texts.lower()))
    assert said & (BANNED | {f"{word}s" for word in BANNED}) == set()
