"""`schema/claim.yaml` and the classes of the model say the same of every field."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from claimgraph.ids import identified_claim
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Hop,
    Judgement,
    Pointer,
    Reply,
    TextSpan,
    Value,
    XPath,
    Zone,
)
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField
from small_batch import small_batch

CLAIM = load_schema().claim
# what holds a claim together, and where it was read: no values of their own
BARE = ("chain", "where")
# of the words of the YAML, what Python calls them
TYPES = {
    "string": str,
    "text": str,
    "edtf": str,
    "datetime": str,
    "integer": int,
    "float": float,
    "boolean": bool,
}
OTHERS: dict[type, object] = {str: "other", int: 7, float: 0.5, bool: True}


def attributes(cls: type, above: str = "") -> Iterator[tuple[str, object]]:
    """The attributes of a class and of its parts by path, with their types."""
    hints = get_type_hints(cls)
    for field in fields(cls):
        if field.name in BARE:
            continue
        parts = [one for one in choices(hints[field.name]) if is_dataclass(one)]
        for part in parts:
            assert isinstance(part, type)
            yield from attributes(part, f"{field.name}.")
        if not parts:
            yield above + field.name, hints[field.name]


def choices(hint: object) -> tuple[object, ...]:
    """What may stand where a type is asked for, None left out."""
    if get_origin(hint) in (None, Literal):
        return (hint,)
    return tuple(one for one in get_args(hint) if one is not NoneType)


def declared(which: tuple[ClaimField, ...]) -> dict[str, ClaimField]:
    """Fields by their paths; each path once."""
    found = [field for field in which if field.path is not None]
    assert len({field.path for field in found}) == len(found)
    return {str(field.path): field for field in found}


@pytest.mark.parametrize(
    ("cls", "which"), [(Claim, CLAIM.node), (Hop, CLAIM.hop)], ids=["claim", "hop"]
)
def test_model_and_declaration_have_the_same_fields(
    cls: type, which: tuple[ClaimField, ...]
) -> None:
    held, known = dict(attributes(cls)), declared(which)
    assert held.keys() - known.keys() == set(), "in model.py, but not in claim.yaml"
    worked_out = {
        path for path in known if isinstance(getattr(cls, path, None), property)
    }
    assert known.keys() - held.keys() - worked_out == set(), "only in claim.yaml"
    for path, hint in held.items():
        field = known[path]
        [choice] = choices(hint)
        if field.list is not None:
            assert get_args(choice) == tuple(CLAIM.lists[field.list]), path
        else:
            assert choice is TYPES[field.type], path


def variants() -> Iterator[Claim]:
    """A claim with each kind of place in a source and of value, and with a reply."""
    claim = small_batch().claims[-1]
    chain = tuple(replace(hop, implicit=False) for hop in claim.chain)
    claim = replace(claim, chain=chain, reply=Reply("one", "confirms"))
    for value in (Value(min=1, max=2, of="men"), Value(on="2020")):
        for selector in (TextSpan(3, 9), Cell(1, "a"), XPath("/a"), Pointer("/a")):
            yield replace(claim, value=value, selector=selector)


def edits(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """The claim with another value at each path that people write, hops included."""
    for one in CLAIM.node:
        above, _, name = str(one.path).rpartition(".")
        edited = deepcopy(claim)
        held: object = getattr(edited, above) if above else edited
        if not one.derived and hasattr(held, name):
            object.__setattr__(held, name, OTHERS[TYPES[one.type]])
            yield str(one.path), edited
    for one in CLAIM.hop:
        for index in range(len(claim.chain)) if one.path else ():
            edited = deepcopy(claim)
            object.__setattr__(
                edited.chain[index], str(one.path), OTHERS[TYPES[one.type]]
            )
            yield f"chain[{index}].{one.path}", edited


def test_whatever_people_write_moves_the_id_or_the_digest() -> None:
    """A field that neither had would be edited, and no load would see it."""
    told, same = set[str](), set[str]()
    paper = Article(id="a", corpus="", title="", published="2020", sha256="0" * 64)
    for claim in variants():
        before = identified_claim(claim, paper, False)
        for path, edited in edits(claim):
            after = identified_claim(edited, paper, False)
            told.add(path)
            if (after.id, after.digest) == (before.id, before.digest):
                same.add(path)
    assert same == set()
    written = {str(one.path) for one in CLAIM.node if one.path and not one.derived}
    hops = {f"chain[{at}].{one.path}" for one in CLAIM.hop if one.path for at in (0, 1)}
    assert told == written | hops
    assert len(written) >= 30 and len(hops) >= 16


def test_edge_calls_the_id_of_its_claim_otherwise_and_has_a_caption() -> None:
    """A caption is for eyes: it has no path, and so enters no id and no digest."""
    held = [(one.name, one.path) for one in CLAIM.edge_only]
    assert held == [("claim", "id"), ("caption", None)]


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Zone, CLAIM.lists["zone"]),
        (Article, load_schema().nodes["Article"].kinds),
        (Judgement, CLAIM.lists["verdict"]),
    ],
    ids=["zone", "article", "judgement"],
)
def test_other_closed_lists_are_those_of_the_schema(
    held: type, words: Iterable[str]
) -> None:
    hints = get_type_hints(held)
    assert get_args(hints.get("verdict", hints.get("kind"))) == tuple(words)
