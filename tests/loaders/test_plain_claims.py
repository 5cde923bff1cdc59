"""A claim that is made without a form is what the form would have made."""

import json
from collections.abc import Mapping
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.corpus.claim_forms import machine_claim_form
from claimgraph.corpus.claims import machine_claim
from claimgraph.corpus.derived import derived_problems
from claimgraph.corpus.forms import fill
from claimgraph.corpus.lines import parsed_line
from claimgraph.corpus.plain_claims import PlainClaims, block_of, plain_keys
from claimgraph.definitions.forms import EntityForm, entity_of
from claimgraph.errors import Problem
from claimgraph.model import Article, Claim, Entity, Where
from claimgraph.schema import load_schema
from jsonl_files import Line, claim, entity, sha

WHERE = Where("one.claims.jsonl", "", 7)
ARTICLE = Article(
    id="one",
    corpus="big",
    title="one",
    publisher="org/gazette",
    published="2020-05-02",
    sha256=sha("one"),
)
KNOWN = (
    entity("org/gazette", "Gazette"),
    entity("group/a", "Cell A", aliases=["the Cell"]),
    entity("group/b", "Cell B"),
)
# every key, among them such as do not go together
WORDS: Mapping[str, tuple[object, ...]] = {
    "relation": ("RIVAL_OF", "KILLED", "NONE", 1, None),
    "article": ("one", "two", 1),
    "subject": ("group/a", "group/z", 1),
    "object": ("group/b", None, ["group/b"]),
    "polarity": ("affirmed", "denied", "no word", 1),
    "modality": ("alleged", "certain"),
    "former": (True, False, 1),
    "quote": ("raided", "", 1),
    "start": (7, True, 7.0, "7", None),
    "end": (13, None),
    "row": (3, True),
    "column": ("dead", 3),
    "xpath": ("/a", ""),
    "pointer": ("/a", ""),
    "valid": ("2020", 2020, "never"),
    "confidence": (0.5, 1, True, "high"),
    "by": ("hand", "", 3),
    "label": ("x", 3),
    "said": ("2020-05-02", "2021", 2020),
    "id": ("", "0" * 20),
    "digest": ("",),
    "loaded": ("2026-11-22T12:00:00Z", "now", 5),
    "nth": (1, "one"),
    "value": ({}, {"min": 3, "of": "men"}, {"min": 3.0}, {"mim": 3}, 3, {"on": 2020}),
    "value.min": (3,),
    "replies_to": ({}, {"claim": "x"}, {"claim": "x", "how": "confirms"}, "x"),
    "subject_names": (["Cell A", "the Cell"], ["Cell B"], [], [3], "Cell A"),
    "object_names": (["Cell B"], None),
    "unknown": (1,),
    "chain": ([], None, "org/gazette", [3], [Line()]),
}
HOP_WORDS: Mapping[str, tuple[object, ...]] = {
    "holder": ("org/gazette", "group/a", "group/z", 3),
    "name": ("Gazette", "Cell A", "", 3, None),
    "stance": ("reports", "asserts", "sings"),
    "cue": ("said", "", 3),
    "cue_start": (3, True, "3"),
    "cue_end": (7, None),
    "implicit": (True, 1),
    "said": ("2019", 2019),
    "medium": ("video", "smoke"),
    "nth": (1,),
    "value": ({"min": 3},),
}
LEFT_OUT = st.just(set[str]()) | st.sets(
    st.sampled_from(("relation", "subject", "object", "quote", "start", "end")),
    max_size=1,
)


def entities() -> dict[str, Entity]:
    """The entities above the line."""
    found: dict[str, Entity] = {}
    for line in KNOWN:
        form, _ = fill(EntityForm, line["entity"], WHERE)
        assert form is not None
        found[form.id] = entity_of(form, WHERE)
    return found


def changes(words: Mapping[str, tuple[object, ...]]) -> st.SearchStrategy[Line]:
    """A few keys with one of their words each."""
    pairs = [(key, word) for key, listed in words.items() for word in listed]
    return st.lists(st.sampled_from(pairs), max_size=3).map(dict)


def formed_claim(block: Line) -> tuple[Claim | None, list[Problem]]:
    """The claim that a form makes, and all that it finds wrong with the line."""
    form, problems = fill(machine_claim_form(), block, WHERE)
    if form is None or form.article != ARTICLE.id:
        return None, problems
    made, found = machine_claim(form, ARTICLE, WHERE, load_schema())
    return made, found + list(derived_problems(form, made, entities(), WHERE))


def plain_claim(block: Line) -> Claim | None:
    """The claim that is made without a form, None where a form is needed."""
    keys = plain_keys(json.dumps({"claim": block}).encode())
    if keys is None:
        return None
    # the form, where one is needed after all, finds the same
    again = cast("Line", block_of(keys))
    assert repr(formed_claim(again)) == repr(formed_claim(block))
    return PlainClaims(load_schema(), entities()).claim(keys, ARTICLE, WHERE)


@settings(deadline=None)
@given(changes(WORDS), st.lists(changes(HOP_WORDS), max_size=2), LEFT_OUT)
def test_a_plain_claim_is_that_of_its_form(
    change: Line, hops: list[Line], left_out: set[str]
) -> None:
    base = cast("Line", claim("one", "group/a", "group/b", 7)["claim"])
    chain = [{"holder": "org/gazette"}, *({"holder": "group/b"} | hop for hop in hops)]
    kept = {key: base[key] for key in base.keys() - left_out}
    block: Line = json.loads(json.dumps(kept | {"chain": chain} | change))
    made = plain_claim(block)
    known, problems = formed_claim(block)
    if made is not None:
        # as texts: True is no 1, and 3.0 no 3
        assert (repr(made), problems) == (repr(known), [])
        assert made.where == WHERE


# what a strict reader refuses, in a line that is sound without it
BAD_LINES = (
    '{"claim": %s, "claim": %s}',
    '{"claim": {"quote": "other", %s}',
    '{"claim": {"chain": [{"holder": "org/a", "holder": "org/b"}], %s}',
    '{"claim": {"value": {"min": 1, "min": 2}, %s}',
    '{"claim": {"by": "x", "by": "\\u0022\\u0022\\u0022\\u0022", %s}',
    '{"claim": {"by": "\\u0000", %s}',
    '{"claim": {"by": "\\ud800", %s}',
    '{"claim": {"confidence": NaN, %s}',
    '{"claim": {"confidence": 1e999, %s}',
    '{"claim": {"start": 7.0, "end": 1, %s}',
    '{"claim": {"note": null, %s}',
    '{"claim": {"unknown": 1, %s}',
)


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_line_with_anything_unusual_is_left_to_the_form(line: str) -> None:
    whole = json.dumps(claim("one", "group/a", "group/b", 7)["claim"])
    sound = f'{{"claim": {whole}}}'
    assert plain_keys(sound.encode()) is not None
    twice = line.count("%s") == 2
    filled = line % ((whole, whole) if twice else whole[1:])
    assert plain_keys(filled.encode()) is None


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_every_letter_comes_as_the_strict_reader_has_it(text: str, ascii: bool) -> None:
    line = {"claim": claim("one", "group/a", "group/b", 7)["claim"]}
    cast("Line", line["claim"])["note"] = text
    raw = json.dumps(line, ensure_ascii=ascii).encode()
    keys = plain_keys(raw)
    if keys is None:
        assert b"\\u00" in raw
    else:
        assert {"claim": block_of(keys)} == parsed_line(raw, WHERE)


def test_a_usual_line_needs_no_form() -> None:
    base = cast("Line", claim("one", "group/a", "group/b", 7)["claim"])
    made, _ = formed_claim(base)
    assert made is not None
    written: Line = {"id": made.id, "digest": made.digest, "said": made.said}
    names: Line = {"subject_names": ["Cell A", "the Cell"], "object_names": ["Cell B"]}
    block = base | written | names | {"confidence": 0.00001, "value": {"min": 3}}
    known, _ = formed_claim(base | {"confidence": 0.00001, "value": {"min": 3}})
    assert known is not None
    block |= {"id": known.id, "digest": known.digest}
    assert plain_claim(block) == known
    assert plain_claim(block | {"id": made.id + "x"}) is None
