"""The verifiers of JSON and XML formats: whatever is taken out of a file shows.

Each file in tests/cases/accounts lists what may go unseen: what tells of articles,
entities and judgements, and what is worked out of the rest. A writer that no longer
writes one of these fails as well, since then it is missing from the unseen.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from claimgraph.exports import find_format, format_names
from claimgraph.yaml_file import read_yaml
from export_cases import CASES, sample
from verifying import disagreements, target_for, write_plainly

Block = dict[str, object]
# how the tests here take a file apart; other formats have tests of their own
LINES, ELEMENTS = ("json", "jsonl"), ("graphml", "gexf")
ELSEWHERE = {
    *("csv", "xlsx", "nquads", "trig", "turtle", "jsonld"),
    # made again in Neo4j, and compared with the graph
    *("cypher", "neo4j_admin"),
}


def names_with(endings: tuple[str, ...]) -> list[str]:
    """The formats whose files end so."""
    suffixes = {name: find_format(name).suffix for name in format_names()}
    return [
        name
        for name, suffix in suffixes.items()
        if suffix.rpartition(".")[2] in endings
    ]


JSON, XML = names_with(LINES), names_with(ELEMENTS)


def test_every_format_is_taken_apart_somewhere() -> None:
    assert sorted([*JSON, *XML, *ELSEWHERE]) == format_names()


def content(name: str, folder: Path) -> str:
    """What a format writes of the sample."""
    return write_plainly(name, sample(), folder).read_text("utf-8")


def found_in(name: str, text: str, folder: Path) -> list[str]:
    """What the verifier has against a text."""
    target = target_for(name, folder)
    target.write_text(text, "utf-8")
    return disagreements(name, target, sample())


def block(line: str) -> Block | None:
    """The object on a line, if there is one."""
    try:
        found = json.loads(line.removesuffix(","))
    except ValueError:
        return None
    return cast("Block", found) if isinstance(found, dict) else None


def kind(one: Block) -> str:
    """What an object is: its type, its schema, or the only key."""
    return str(one.get("type") or one.get("schema") or next(iter(one)))


def name_of(key: str) -> str:
    """A key as the cases give it."""
    return "extension" if key.startswith("extension-definition--") else key


def keys_in(one: object, path: str) -> Iterator[str]:
    """The paths of all keys in an object; items of a list share a path."""
    if isinstance(one, dict):
        for key, inner in cast("Block", one).items():
            yield f"{path}.{name_of(key)}"
            yield from keys_in(inner, f"{path}.{name_of(key)}")
    elif isinstance(one, list):
        for inner in cast("list[object]", one):
            yield from keys_in(inner, path)


def drop(one: object, path: str, gone: str) -> None:
    """Takes the keys of one path out of an object."""
    if isinstance(one, dict):
        held = cast("Block", one)
        for key in list(held):
            if f"{path}.{name_of(key)}" == gone:
                del held[key]
            else:
                drop(held[key], f"{path}.{name_of(key)}", gone)
    elif isinstance(one, list):
        for inner in cast("list[object]", one):
            drop(inner, path, gone)


def paths(text: str) -> set[str]:
    """The paths of all keys of a file."""
    found = [one for one in map(block, text.split("\n")) if one is not None]
    return {path for one in found for path in keys_in(one, kind(one))}


def without_path(text: str, gone: str) -> str:
    """A file of JSON lines that lacks the keys of one path."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        one = block(line)
        if one is not None and kind(one) == gone.partition(".")[0]:
            drop(one, kind(one), gone)
            comma = "," if line.endswith(",") else ""
            lines[at] = json.dumps(one, ensure_ascii=False) + comma
    return "\n".join(lines)


@pytest.mark.parametrize("name", JSON)
def test_every_key_that_is_missing_shows(name: str, tmp_path: Path) -> None:
    text = content(name, tmp_path)
    assert found_in(name, text, tmp_path) == []
    unseen = {
        path
        for path in paths(text)
        if not found_in(name, without_path(text, path), tmp_path)
    }
    assert sorted(unseen) == expected(name)


def expected(name: str) -> list[str]:
    """What may go unseen in a format."""
    case = read_yaml(CASES.parent / "accounts" / f"{name}.yaml").plain
    return cast("dict[str, list[str]]", case)["unseen"]


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attributes(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """Parent, element and name of each attribute of a node or an edge."""
    names = {
        str(one.get("id")): str(one.get("attr.name") or one.get("title"))
        for one in root.iter()
        if local(one) in ("key", "attribute")
    }
    for end in root.iter():
        if local(end) not in ("node", "edge"):
            continue
        for parent in end.iter():
            for one in parent:
                key = one.get("key") or one.get("for")
                if key is not None:
                    yield parent, one, f"{local(end)} {names[key]}"


def without_attribute(text: str, gone: str) -> str:
    """An XML file that lacks one attribute of nodes or edges."""
    root = fromstring(text.encode())
    for parent, one, name in list(attributes(root)):
        if name == gone:
            parent.remove(one)
    return tostring(root, "unicode")


@pytest.mark.parametrize("name", XML)
def test_every_attribute_that_is_missing_shows(name: str, tmp_path: Path) -> None:
    text = content(name, tmp_path)
    assert found_in(name, without_attribute(text, "none"), tmp_path) == []
    names = {one for _, _, one in attributes(fromstring(text.encode()))}
    unseen = {
        one
        for one in names
        if not found_in(name, without_attribute(text, one), tmp_path)
    }
    assert sorted(unseen) == expected(name)


OPINION = re.compile(r'("strongly-disagree".*"object_refs": \[")relationship--[^"]+')
RELATIONSHIP = re.compile(r'"id": "(relationship--[^"]+)"')
Change = Callable[[str], str]
CHANGES: dict[tuple[str, str], Change] = {
    ("stix", "words"): lambda text: text.replace(" denies: ", " says: "),
    ("stix", "silence"): lambda text: text.replace(" is silent on: ", " says: "),
    ("stix", "label"): lambda text: text.replace(
        '"labels": ["denied"', '"labels": ["affirmed"'
    ),
    ("stix", "report"): lambda text: text.replace(
        "\\n- River Cell denies: ", "\\n- River Cell says: "
    ),
    ("stix", "later label"): lambda text: text.replace('"alleged"', '"stated"'),
    ("stix", "chain"): lambda text: text.replace(
        "] reports > River Cell", "] asserts > River Cell"
    ),
    ("stix", "opinion on another"): lambda text: OPINION.sub(
        rf"\1{RELATIONSHIP.findall(text)[0]}", text
    ),
    ("stix", "period"): lambda text: text.replace(
        '"start_time": "2020-05-01', '"start_time": "2019-05-01'
    ),
    ("stix", "opinion"): lambda text: text.replace(
        "strongly-disagree", "strongly-agree"
    ),
    ("stix", "polarity"): lambda text: text.replace(
        '"polarity": "denied"', '"polarity": "affirmed"'
    ),
    ("ftm", "words"): lambda text: text.replace(" denies: ", " says: "),
    ("ftm", "silence"): lambda text: text.replace(" is silent on: ", " says: "),
    ("ftm", "origin"): lambda text: text.replace(
        "(according to River Cell)", "(according to Hill Band)"
    ),
    ("ftm", "role"): lambda text: text.replace(
        "according to Bureau", "according to Gazette"
    ),
    ("ftm", "name"): lambda text: text.replace('"denied: ', '"claimed: '),
    ("ftm", "keyword"): lambda text: text.replace('["denied"', '["affirmed"'),
    ("ftm", "polarity"): lambda text: text.replace(
        "polarity: denied", "polarity: affirmed"
    ),
    ("claims", "polarity"): lambda text: text.replace('"denied"', '"affirmed"'),
    ("graphml", "polarity"): lambda text: text.replace(">denied<", ">affirmed<"),
    ("graphml", "colour"): lambda text: text.replace(">#cf222e<", ">#1a7f37<"),
    ("graphml", "name"): lambda text: text.replace(">WITHHELD KILLED_BY<", ">X<", 1),
    ("graphml", "label"): lambda text: text.replace(">DENIED ", ">"),
    ("gexf", "polarity"): lambda text: text.replace('"denied"', '"affirmed"'),
    ("gexf", "colour"): lambda text: text.replace('r="207"', 'r="26"'),
    ("gexf", "label"): lambda text: text.replace('label="DENIED ', 'label="'),
}


@pytest.mark.parametrize(("name", "what"), CHANGES)
def test_change_of_what_people_read_shows(name: str, what: str, tmp_path: Path) -> None:
    text = content(name, tmp_path)
    changed = CHANGES[name, what](text)
    assert changed != text
    assert found_in(name, changed, tmp_path)
