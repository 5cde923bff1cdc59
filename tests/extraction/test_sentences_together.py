"""Who is meant, and who speaks, where one sentence leans on those before it."""

import pytest

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.proposing import triggers
from claimgraph.extraction.rules.engine import Engine
from claimgraph.extraction.trees.parse_repairs import with_repairs
from claimgraph.extraction.trees.reading import reading
from claimgraph.extraction.trees.tree import Word, tree_of
from claimgraph.model import TextSpan
from lexicon_cast import SAID, scene_of

pytest.importorskip("spacy", reason="needs the extra `nlp`")


def claims(*said: str) -> list[ClaimCandidate]:
    """What the rules find in sentences that follow one another."""
    from claimgraph.extraction.trees.parse import load_parser

    text = "\n".join(said)
    scene = scene_of(text)
    ends = [len("\n".join(said[: at + 1])) for at in range(len(said))]
    spans = [TextSpan(end - len(one), end) for one, end in zip(said, ends, strict=True)]
    engine = Engine("example", text, {}, said=SAID)
    found: list[ClaimCandidate] = []
    trees = load_parser().trees(text, spans)
    for number, (span, tree) in enumerate(zip(spans, trees, strict=True)):
        named, deeds = (
            [one for one in all_of if span.start <= one.span.start < span.end]
            for all_of in (scene.named, scene.deeds)
        )
        read = reading(number, span, tree, named, deeds)
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
        "The Northern Front rules Tarim.",
        "Arland fears the Islamist extremists, who attacked a mosque on Monday.",
        FRONT,
    ),
    (
        "The Northern Front rules Tarim.",
        "The group's aim is to rule Arland, though it attacked Belmark.",
        FRONT,
    ),
    (
        "The Northern Front rules Tarim.",
        "In its raid on Veshti, the Red Brigade killed ten people.",
        BRIGADE,
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


def origins(relation: str, *said: str) -> set[str | None]:
    """On whose word the claims of one relation stand, None for the article's own."""
    return {
        one.speakers[-1].holder if one.speakers else None
        for one in claims(*said)
        if one.relation == relation
    }


MINISTRY, MONITOR = "org/interior-ministry", "org/halden-monitor"
SPOKEN = [
    # what only describes somebody is the writer's
    (
        "LED_BY",
        "Police said the head of the Northern Front, Omar Haddad, was killed in Tarim.",
        None,
    ),
    (
        "ATTRIBUTED_TO",
        "The Interior Ministry said the attack, which the Red Brigade carried out,"
        " was a failure.",
        None,
    ),
    (
        "LED_BY",
        "Lina Sato said Omar Haddad is the leader of the Front.",
        "person/lina-sato",
    ),
    # who blames somebody only presumes what happened
    (
        "KILLED",
        "The Interior Ministry blamed the Red Brigade for the blast that killed ten"
        " people in Tarim.",
        None,
    ),
    (
        "ATTRIBUTED_TO",
        "The Interior Ministry blamed the Red Brigade for the blast that killed ten"
        " people in Tarim.",
        MINISTRY,
    ),
    # who tells a court, and who asks
    (
        "ALLEGED_LINK",
        "Lina Sato questioned why Omar Haddad had contact with the Red Brigade.",
        "person/lina-sato",
    ),
    # a body that is named beside what it is
    (
        "METHOD",
        "The Northern Front's armed wing, the Red Brigade, said it fired four rockets"
        " at Tarim.",
        BRIGADE,
    ),
    (
        "METHOD",
        "A gunman in a uniform shot at soldiers during training, killing three, the"
        " Interior Ministry said.",
        MINISTRY,
    ),
]


@pytest.mark.parametrize(("relation", "said", "who"), SPOKEN)
def test_who_says_it(relation: str, said: str, who: str | None) -> None:
    assert origins(relation, said) == {who}


def test_it_reported_is_no_body_that_is_told_of() -> None:
    assert origins(
        "ATTRIBUTED_TO",
        "The Halden Monitor said the Arland Army fled.",
        "The Arland Army killed three villagers in Tarim on Monday, it reported.",
    ) == {MONITOR}


def test_bodies_and_groups_without_a_name_are_no_people() -> None:
    (who,) = origins(
        "ATTRIBUTED_TO", "The Red Brigade attacked the market, local media reported."
    )
    assert str(who).startswith("org/unnamed-")
    (who,) = origins(
        "ATTRIBUTED_TO",
        "The Red Brigade attacked the market, a splinter group said.",
    )
    assert str(who).startswith("group/unnamed-")


def test_police_who_say_that_somebody_is_suspected_suspect_him() -> None:
    (who,) = origins(
        "ATTRIBUTED_TO", "Police say that Omar Haddad is suspected in the attack."
    )
    assert str(who).endswith("-police")


def test_a_name_after_what_it_is_is_no_subject_of_its_own() -> None:
    said = [
        ("The", "DT", "det", 1),
        ("group", "NN", "nsubj", 3),
        ("Brigade", "NNP", "nsubj", 3),
        ("fled", "VBD", "ROOT", 3),
    ]
    words = tuple(
        Word(at, one, one.lower(), "NOUN", tag, dep, head, 0, 0)
        for at, (one, tag, dep, head) in enumerate(said)
    )
    tree = tree_of(with_repairs(words))
    assert tree.children(3, "nsubj") == [1]
    assert tree.children(1, "appos") == [2]


def test_a_band_is_who_is_named_after_it() -> None:
    assert doers("The Black Banner-linked group Red Brigade attacked Tarim.") == {
        BRIGADE
    }


def test_what_is_so_no_longer_is_former_or_denied() -> None:
    (over,) = claims("Omar Haddad is no longer the leader of the Northern Front.")
    assert (over.relation, over.polarity, over.former) == ("LED_BY", "affirmed", True)
    (apart,) = claims("The Northern Front is no longer part of the Red Brigade.")
    assert (apart.relation, apart.polarity) == ("PART_OF", "denied")


def test_a_denial_takes_nothing_from_what_is_affirmed() -> None:
    found = claims(
        "The Northern Front is not part of the Red Brigade but has links to the Red"
        " Brigade."
    )
    assert {(one.relation, one.polarity) for one in found} == {
        ("PART_OF", "denied"),
        ("ALLEGED_LINK", "affirmed"),
    }


def test_his_rival_group_is_not_his_own() -> None:
    leads = "Gen. Omar Haddad leads the Northern Front."
    own = claims(leads, "His group holds the town.")
    assert [one.rule for one in own].count("owned-group") == 1
    for other in ("rival", "former"):
        found = claims(leads, f"His {other} group holds the town.")
        assert "owned-group" not in [one.rule for one in found]
