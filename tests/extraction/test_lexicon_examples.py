"""Every example of the lexicon, and every counter-example, over a parse."""

import pytest

from claimgraph.coding.figures import figure
from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.words.lexicon import Entry, Example, load_lexicon
from claimgraph.schema import load_schema
from lexicon_cast import Scene, parsed_claims, scene_of

pytest.importorskip("spacy", reason="needs the extra `nlp`")

YES = [(one, example) for one in load_lexicon().entries for example in one.yes]
NO = [(one, example) for one in load_lexicon().entries for example in one.no]


def names_of(pairs: list[tuple[Entry, Example]]) -> list[str]:
    return [f"{entry.id}: {example.text}" for entry, example in pairs]


def is_value(one: ClaimCandidate, words: str) -> bool:
    """Whether a claim has the value that an example tells."""
    value = one.value
    if value is None:
        return False
    said = figure(words)
    if value.word is not None or value.on is not None:
        return words in (value.word, value.on)
    return said is not None and (value.min, value.max) == (
        said.get("min"),
        said.get("max"),
    )


def is_described(who: str, words: str) -> bool:
    """Whether the id of somebody without a name ends with some words, all whole."""
    return who.endswith((f"-{words}", f"/{words}"))


def is_meant(
    one: ClaimCandidate, entry: Entry, example: Example, ends: tuple[str | None, ...]
) -> bool:
    """Whether a claim is the one that an example tells of."""
    ours = (one.subject, one.object)
    turned = load_schema().symmetric(entry.relation) and ours[::-1] == ends
    described = ours[0] == ends[0] and is_described(ours[1] or "", ends[1] or " ")
    if one.relation != entry.relation or not (ours == ends or turned or described):
        return False
    told = example.value is None or is_value(one, example.value)
    modality = example.modality in (None, one.modality)
    return told and modality and one.polarity == example.polarity


def expected_ends(
    scene: Scene, example: Example
) -> list[tuple[str | None, str | None]]:
    """The ends of all claims that an example tells of."""
    others = example.objects or (None,)
    return [
        (scene.who(one), scene.described(other) if other else None)
        for one in example.subjects
        for other in others
    ]


@pytest.mark.parametrize(("entry", "example"), YES, ids=names_of(YES))
def test_an_example_is_found(entry: Entry, example: Example) -> None:
    scene = scene_of(example.text)
    found = parsed_claims(scene)
    for ends in expected_ends(scene, example):
        assert ends[0] is not None, "the subject is no name of the cast, and no attack"
        met = [one for one in found if is_meant(one, entry, example, ends)]
        assert met, found
        if example.speaker:
            last = met[0].speakers[-1:]
            assert [one.holder for one in last] == [scene.who(example.speaker)]


@pytest.mark.parametrize(("entry", "example"), NO, ids=names_of(NO))
def test_a_counter_example_is_none(entry: Entry, example: Example) -> None:
    found = parsed_claims(scene_of(example.text))
    assert not [one for one in found if one.relation == entry.relation]


def test_a_quote_holds_its_trigger_and_stands_in_the_text() -> None:
    for _, example in YES:
        scene = scene_of(example.text)
        for one in parsed_claims(scene):
            words = scene.text[one.quote.start : one.quote.end]
            assert words == words.strip() != ""
