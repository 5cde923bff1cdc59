"""Ids follow from what a claim says, and from nothing else."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.ids import (
    Part,
    claim_id,
    day_said,
    hash_of,
    identified_claim,
    judgement_id,
    proposition_id,
)
from claimgraph.model import (
    Article,
    Cell,
    Claim,
    Hop,
    Pointer,
    Reply,
    TextSpan,
    Value,
    Where,
    XPath,
)

SHA = "a" * 64
PAPER = Article(id="one", corpus="made", title="", published="2020", sha256=SHA)
CLAIM = Claim(
    article="one",
    relation="ALLEGED_LINK",
    subject="group/b",
    object="group/a",
    chain=(Hop("org/x", "reports"), Hop("person/y", "asserts", said="2020-05-02")),
    quote="worked together",
    selector=TextSpan(3, 18),
)
# any of these makes it another claim
OTHERS: dict[str, Claim] = {
    "relation": replace(CLAIM, relation="RIVAL_OF"),
    "subject": replace(CLAIM, subject="group/c"),
    "object": replace(CLAIM, object="group/c"),
    "value": replace(CLAIM, object=None, value=Value(min=1, of="people")),
    "polarity": replace(CLAIM, polarity="denied"),
    "reason": replace(CLAIM, polarity="withheld", reason="silent"),
    "kind": replace(CLAIM, kind="ties"),
    "role": replace(CLAIM, role="leader"),
    "former": replace(CLAIM, former=True),
    "start": replace(CLAIM, selector=TextSpan(4, 18)),
    "cell": replace(CLAIM, selector=Cell(3, "18")),
    "xpath": replace(CLAIM, selector=XPath("/a")),
    "pointer": replace(CLAIM, selector=Pointer("/a")),
    "holder": replace(CLAIM, chain=(CLAIM.chain[0], Hop("person/z", "asserts"))),
    "hop": replace(CLAIM, chain=CLAIM.chain[:1]),
}
# any of these leaves it the same claim, told otherwise
EDITED: dict[str, Claim] = {
    "modality": replace(CLAIM, modality="alleged"),
    "quote": replace(CLAIM, quote="Worked together"),
    "valid": replace(CLAIM, valid="2020"),
    "valid_words": replace(CLAIM, valid_words="then"),
    "reply": replace(CLAIM, reply=Reply("x", "confirms")),
    "how": replace(CLAIM, reply=Reply("x", "disputes")),
    "by": replace(CLAIM, by="rules 0.3"),
    "review": replace(CLAIM, review="proposed"),
    "confidence": replace(CLAIM, confidence=0.5),
    "grade": replace(CLAIM, grade="B2"),
    "note": replace(CLAIM, note="n"),
    "label": replace(CLAIM, label="l"),
    "turned": replace(CLAIM, subject="group/a", object="group/b"),
    "stance": replace(CLAIM, chain=(CLAIM.chain[0], Hop("person/y", "doubts"))),
    "cue": replace(CLAIM, chain=(Hop("org/x", "reports", cue="c"), CLAIM.chain[1])),
}


def test_the_id_is_what_the_model_says() -> None:
    parts: list[object] = [
        "claim/1",
        SHA,
        "ALLEGED_LINK",
        "group/a",
        "group/b",
        None,
        "affirmed",
    ]
    parts += [None, None, None, None, {"end": 18, "start": 3}, ["org/x", "person/y"]]
    text = json.dumps(parts, separators=(",", ":"))
    expected = hashlib.sha256(text.encode()).hexdigest()[:20]
    assert claim_id(CLAIM, SHA, symmetric=True) == expected


def test_the_proposition_is_what_the_model_says() -> None:
    dead = replace(CLAIM, relation="KILLED", object=None, value=Value(1, 2, "Afghans"))
    text = '["proposition/1","KILLED","group/b","afghans"]'
    expected = hashlib.sha256(text.encode()).hexdigest()[:20]
    assert proposition_id(dead, symmetric=False) == expected
    upper = replace(dead, value=Value(min=9, of="AFGHANS"), polarity="denied")
    assert proposition_id(upper, symmetric=False) == expected


@pytest.mark.parametrize("name", OTHERS)
def test_another_claim_has_another_id(name: str) -> None:
    assert claim_id(OTHERS[name], SHA, True) != claim_id(CLAIM, SHA, True)


@pytest.mark.parametrize("name", EDITED)
def test_an_edited_claim_keeps_its_id_and_changes_its_digest(name: str) -> None:
    before = identified_claim(CLAIM, PAPER, symmetric=True)
    after = identified_claim(EDITED[name], PAPER, symmetric=True)
    assert after.id == before.id
    assert after.proposition == before.proposition
    assert after.digest != before.digest


def test_all_of_them_differ() -> None:
    told = [*OTHERS.values(), *EDITED.values(), CLAIM]
    digests = [identified_claim(one, PAPER, True).digest for one in told]
    assert len(set(digests)) == len(told)


def test_the_article_and_the_place_in_a_file_count_for_what_they_are() -> None:
    assert claim_id(CLAIM, "b" * 64, True) != claim_id(CLAIM, SHA, True)
    placed = replace(CLAIM, where=Where("f", "claims[1]", 3), loaded="2020")
    assert identified_claim(placed, PAPER, True) == identified_claim(CLAIM, PAPER, True)


def test_a_symmetric_relation_reads_the_same_both_ways() -> None:
    turned = EDITED["turned"]
    assert claim_id(turned, SHA, True) == claim_id(CLAIM, SHA, True)
    assert claim_id(turned, SHA, False) != claim_id(CLAIM, SHA, False)


def test_the_day_of_saying_comes_from_the_nearest_hop_outwards() -> None:
    outer = Hop("org/x", "reports", said="2020-05-01")
    inner = Hop("person/y", "asserts")
    assert day_said(CLAIM, "2021") == "2020-05-02"
    assert day_said(replace(CLAIM, chain=(outer, inner)), "2021") == "2020-05-01"
    assert day_said(replace(CLAIM, chain=(inner,)), "2021") == "2021"
    assert day_said(replace(CLAIM, chain=(inner,)), None) is None


@given(st.text(), st.text(), st.sampled_from(("same", "different")))
def test_a_judgement_reads_the_same_both_ways(left: str, right: str, how: str) -> None:
    one = judgement_id(left, right, how, "ann", "2020")
    assert one == judgement_id(right, left, how, "ann", "2020")
    assert one != judgement_id(right, left, "unsure", "ann", "2020")


# half characters and control characters too
PLAIN = st.none() | st.text(st.characters()) | st.integers() | st.booleans()
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False)
LISTS = st.lists(st.lists(PLAIN, max_size=3), max_size=3)
BLOCKS = st.dictionaries(st.text(), PLAIN, max_size=3)


@given(st.lists(PLAIN | FRACTIONS | LISTS | BLOCKS))
@example([0.00001])
@example(["\ud800"])
@example(['\x00\x1f\x7f\u2028/\\"', 2**70])
def test_a_hash_is_that_of_compact_json(parts: list[Part]) -> None:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    raw = text.encode("utf-8", "surrogatepass")
    assert hash_of(parts) == hashlib.sha256(raw).hexdigest()[:20]
