"""What a model is asked: made of the relation files and a short form of the guide."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimgraph.extraction.language_model.answer_form import answer_form
from claimgraph.ids import hash_of
from claimgraph.resources import packaged_path
from claimgraph.schema import load_schema
from claimgraph.schema.types import NodeType, RelationType
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import read_yaml

HERE = ("extraction", "language_model")
# so many signs of its hash name a prompt
SHORT = 8
VALUES = {"number": "a number", "date": "a date", "word": "a method"}


@dataclass(frozen=True, slots=True)
class PromptText:
    """What every request says first, and the short name of its very words."""

    text: str
    version: str


@cache
def prompt() -> PromptText:
    """The prompt of this release: another one has another version."""
    rules = data("rules.yaml")
    hints = rules["relations"]
    text = packaged_path(*HERE, "prompt.md").read_text("utf-8").strip()
    parts = {
        "KINDS": "\n".join(kind_lines()),
        "RELATIONS": "\n".join(relation_lines(hints if is_map(hints) else {})),
        "RULES": "\n".join(rule_lines(rules["rules"])),
        "EXAMPLES": "\n\n".join(example_texts()),
    }
    for name, part in parts.items():
        text = text.replace(f"<<{name}>>", part)
    form = json.dumps(answer_form(), sort_keys=True)
    return PromptText(text, hash_of(["prompt/1", text, form])[:SHORT])


def data(name: str) -> Mapping[str, object]:
    """What a file of data beside this module says."""
    plain = read_yaml(packaged_path(*HERE, name), name).plain
    return plain if is_map(plain) else {}


def kind_lines() -> Iterator[str]:
    """The kinds of entities of each type, as the node files have them."""
    for node in load_schema().nodes.values():
        if node.is_entity and node.kinds:
            yield f"- {node.label.lower()}: {', '.join(told_kinds(node))}"


def told_kinds(node: NodeType) -> Iterator[str]:
    """Each kind of a type of entity with what it means."""
    for kind in node.kinds:
        note = node.kind_notes.get(kind)
        yield f"{kind} ({note})" if note else kind


def relation_lines(hints: Mapping[str, object]) -> Iterator[str]:
    """One line for each relation: its ends, what it means, its words, what to seek."""
    for name, relation in load_schema().relations.items():
        told = [f"{name}: {ends_of(relation)}. {relation.description.strip()}"]
        told += finer_words(relation)
        if name in hints:
            told.append(str(hints[name]).strip())
        yield f"- {' '.join(told)}"


def ends_of(relation: RelationType) -> str:
    """The types of both ends, or of what is counted."""
    source = ", ".join(map(str.lower, relation.source))
    if relation.value is not None:
        return f"{source}, with {VALUES[relation.value]}"
    target = ", ".join(map(str.lower, relation.target))
    return f"{source} {'<->' if relation.symmetric else '->'} {target}"


def finer_words(relation: RelationType) -> Iterator[str]:
    """The kinds, roles and methods that a relation knows, and its other keys."""
    if relation.kinds:
        yield f"kind: {with_notes(relation.kinds, relation.kind_notes)}."
    if relation.roles:
        yield f"role: {', '.join(relation.roles)}."
    if relation.word_notes:
        yield f"is: {with_notes(tuple(relation.word_notes), relation.word_notes)}."
    if relation.former:
        yield 'May be "former".'
    if relation.place:
        yield 'May have "place".'


def with_notes(words: tuple[str, ...], notes: Mapping[str, str]) -> str:
    """Words with their meanings in brackets."""
    told = (f"{one} ({notes[one]})" if notes.get(one) else one for one in words)
    return ", ".join(told)


def rule_lines(rules: object) -> Iterator[str]:
    """The rules, counted from 1."""
    for number, rule in enumerate(rules if is_list(rules) else [], 1):
        yield f"{number}. {str(rule).strip()}"


def example_texts() -> Iterator[str]:
    """The worked examples: an article as it is shown, and its answer."""
    from claimgraph.extraction.language_model.examples import examples

    for number, example in enumerate(examples(), 1):
        yield f"Example {number}\n\n{example.shown}\n\nAnswer:\n{example.answer}"
