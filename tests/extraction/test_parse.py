"""The parser: its trees, its weights, and what is said where there is none."""

import subprocess
import sys

import pytest

from claimgraph.extraction.trees import parse
from claimgraph.extraction.trees.parse import has_parser, load_parser
from claimgraph.model import TextSpan

needs_parser = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")
WITHOUT = """
import sys
sys.modules["spacy"] = None
from claimgraph.errors import MissingExtraError
from claimgraph.extraction.trees.parse import load_parser
try:
    load_parser()
except MissingExtraError as error:
    print(error)
"""


def test_a_missing_parser_is_told_with_what_to_do() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True
    )
    assert "pip install 'claimgraph[nlp]'" in run.stdout


def test_spacy_is_loaded_by_nobody_but_who_parses() -> None:
    code = "import sys, claimgraph.extraction.proposing; print('spacy' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


@needs_parser
def test_words_stand_where_the_text_has_them() -> None:
    text = "TARIM, Arland (AB) - The Front spoke.\nThe army did not."
    spans = [TextSpan(0, 37), TextSpan(38, len(text))]
    first, second = load_parser().trees(text, spans)
    assert [text[one.start : one.end] for one in first.words][:2] == ["The", "Front"]
    assert first.words[2].lemma == "speak"
    assert second.words[0].start == 38
    assert all(0 <= one.head < len(second) for one in second.words)


@needs_parser
@pytest.mark.parametrize(
    "text",
    [
        "A counter-attack by the Northern Front on Omar Haddad's Red Brigade",
        "A counter-attack by the Northern Front - police",
        "Chelsea's counter-attack",
        "Counter-claims",
        "The Northern Front said ten men died before Russian fighting the town.",
    ],
)
def test_each_word_of_a_heading_hangs_below_a_root(text: str) -> None:
    (tree,) = load_parser().trees(text, [TextSpan(0, len(text))])
    roots = [one.i for one in tree.words if one.head == one.i]
    below = sorted(i for root in roots for i in tree.below(root))
    assert below == [one.i for one in tree.words]


@needs_parser
def test_other_weights_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_parser().warning is None
    monkeypatch.setattr(parse, "KNOWN_WEIGHTS", frozenset(("another",)))
    assert "not the one" in (load_parser().warning or "")
