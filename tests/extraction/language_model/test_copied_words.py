"""Copied words are found however their signs and spaces are written."""

import pytest

from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.proposals import Proposals
from invented_answers import NOBODY, answered, article

TEXT = """Gunmen kill six in Orvel

Six people died when a bomb went off in  Orvel on Friday, the police said.
“It was the Marsh\u00adland Front … they\u2019ve won,” Lt. Omar Kant
\u2013 a spokesman \u2013 told reporters. ``They will be caught,'' he said. A second
bomb hit the mill. Rain fell on the town. Nobody was hurt by the rain, it was said.
Rain fell on the hills. The Front\u2019s chief, \u2018Bear\u2019 Marr, denied\u200b it.
"""
BOMB: dict[str, object] = {
    "n": 1, "type": "attack", "name": "bombing in Orvel", "mention": "a bomb went off",
    "sentence": 2, "date": "2031-06-06", "place": "Orvel",
}  # fmt: skip
FRONT: dict[str, object] = {
    "n": 2, "type": "group", "name": "Marshland Front", "mention": "Marshland Front",
    "sentence": 3,
}  # fmt: skip


def proposed(quote: str, sentence: object, **keys: object) -> Proposals:
    claim = {
        "relation": "ATTRIBUTED_TO", "subject": 1, "object": 2, "sentence": sentence,
        "quote": quote,
    }  # fmt: skip
    content = answered(claim | keys, cast=[BOMB, FRONT])
    answer = ModelAnswer(custom_id="mill", content=content)
    return proposals_from(article(TEXT), NOBODY, [answer])


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        # spaces, ends of lines, and what nobody sees
        ("went off in Orvel on Friday", "went off in  Orvel on Friday"),
        ("It was the Marshland Front", "It was the Marsh\u00adland Front"),
        ("Lt. Omar Kant - a spokesman", "Lt. Omar Kant\n\u2013 a spokesman"),
        ("A second  bomb hit\nthe mill", "A second\nbomb hit the mill"),
        ("Marr, denied it", "Marr, denied\u200b it"),
        # dots, dashes and quotation marks
        ("Front ... they've won", "Front … they\u2019ve won"),
        ("Omar Kant -- a spokesman --", "Omar Kant\n\u2013 a spokesman \u2013"),
        (
            "“They will be caught,” he said",
            "``They will be caught,'' he said",
        ),
        # signs that are the model's own
        (
            "[3] “It was the Marshland Front",
            "“It was the Marsh\u00adland Front",
        ),
        ("It was the Marshland Front.”", "It was the Marsh\u00adland Front"),
        ("They will be caught.", "They will be caught"),
    ],
)
def test_a_quote_is_found_whatever_its_signs(quote: str, stands: str) -> None:
    tried = (proposed(quote, f"[{number}]") for number in range(2, 14))
    found = next(one for one in tried if not one.refused)
    assert found.claims[0].quote == stands


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("Rain fell on", 1),
        ("Six people ... the police said", 2),
        ("It was the Marsh", 3),
        ("six people DIED", 2),
        ("It was the Marshland Front", 1),
        ("It was the Marshland Front", 99),
        ("It was the Marshland Front", None),
        ("", 2),
    ],
)
def test_what_stands_elsewhere_or_nowhere_is_refused(
    quote: str, number: int | None
) -> None:
    assert proposed(quote, number).claims == ()


def test_a_cue_is_found_in_the_same_way() -> None:
    speakers = [{"who": 2, "cue": 'The Front\'s chief, Ivo "Bear" Marr, denied it.'}]
    assert proposed("Rain fell on the hills", 8, speakers=speakers).claims == ()
    speakers[0]["cue"] = "The Front's chief, 'Bear' Marr, denied it ..."
    (claim,) = proposed("Rain fell on the hills", 9, speakers=speakers).claims
    assert claim.chain[-1].cue == (
        "The Front\u2019s chief, \u2018Bear\u2019 Marr, denied\u200b it"
    )
