"""Who is meant, and who speaks, where one sentence leans on those before it."""

import pytest

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.engine import Engine
from claimgraph.extraction.proposing import triggers
from claimgraph.extraction.reading import reading
from claimgraph.model import TextSpan
from lexicon_cast import SAID, scene_of

pytest.importorskip("spacy", reason="needs the extra `nlp`")


def claims(*said: str) -> list[ClaimCandidate]:
    """What the rules find in sentences that follow one another."""
    from claimgraph.extraction.parse import load_parser

    text = "\n".join(said)
    scene = scene_of(text)
    ends = [len("\n".join(said[: at + 1])) for at in range(len(said))]
    spans = [TextSpan(end - len(one), end) for one, end in zip(said, ends, strict=True)]
    engine = Engine("example", text, {}, said=SAID)
    found: list[ClaimCandidate] = []
    trees = load_parser().trees(text, spans)
    for number, (span, tree) in enumerate(zip(spans, trees, strict=True)):
        inside = [
            [one for one in all_of if span.start <= one.span.start < span.end]
            for all_of in (scene.named, scene.deeds)
        ]
        read = reading(number, span, tree, *inside)
        found += engine.read(read, triggers().hits(tree))
    return found


def pairs(relation: str, *said: str) -> set[tuple[str, str | None]]:
    """The ends of the claims of one relation, an attack as "attack"."""
    return {
        (
            one.subject.partition("-")[0] if "attack/" in one.subject else one.subject,
            one.object,
        )
        for one in claims(*said)
        if one.relation == relation
    }


def doers(*said: str) -> set[str | None]:
    """Whom the sentences tell to have done something."""
    return {doer for _, doer in pairs("ATTRIBUTED_TO", *said)}


FRONT, BRIGADE = "group/northern-front", "group/red-brigade"
MEANT = [
    (
        "The Northern Front rules Tarim.",
        "The militant group attacked a mosque on Monday.",
        FRONT,
    ),
    (
        "The Northern Front rules Tarim.",
        "The Sunni jihadist group bombed a market.",
        FRONT,
    ),
    (
        "Omar Haddad leads the Northern Front, a rival of the Red Brigade.",
        "His forces attacked a police station.",
        FRONT,
    ),
    (
        "Omar Haddad is the leader of the Northern Front.",
        "Haddad's fighters killed ten soldiers in Veshti.",
        FRONT,
    ),
]


@pytest.mark.parametrize(("before", "said", "who"), MEANT)
def test_whose_deed_it_was(before: str, said: str, who: str) -> None:
    assert doers(before, said) == {who}


def test_a_group_told_of_again_and_again_is_kept_in_mind() -> None:
    said = [
        "The Northern Front rules Tarim.",
        "It rained all week.",
        "The militants stayed.",
        "It snowed.",
        "Schools were shut.",
        "The group attacked a mosque.",
    ]
    assert doers(*said) == {FRONT}


def test_he_is_no_woman_and_not_who_speaks_after() -> None:
    heads = pairs(
        "LED_BY",
        "Omar Haddad was killed by the Northern Front's rivals.",
        "The Northern Front he led, Lina Sato said, was behind the raid.",
    )
    assert (FRONT, "person/omar-haddad") in heads
    assert (FRONT, "person/lina-sato") not in heads
    doer = doers(
        "Omar Haddad fled Tarim.",
        "Lina Sato, his sister, spoke.",
        "She said he carried out the attack.",
    )
    assert doer == {"person/omar-haddad"}
