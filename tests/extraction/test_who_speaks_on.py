"""Who speaks, and who is meant, where the sentence names nobody."""

import pytest

from claimgraph.extraction.proposing import propose
from invented_articles import invented_article, shipped

pytest.importorskip("spacy", reason="needs the extra `nlp`")

FRONT, HADDAD = "group/northern-front", "person/omar-haddad"
KAKA, SESAY = "person/bulama-kaka", "person/amadu-sesay"


def told(text: str) -> list[tuple[str | None, str]]:
    """Who is said to have done a deed, and by whom at last: "" by the article."""
    article = invented_article(f"{text}\n", None)
    return [
        (one.object, one.chain[-1].holder if len(one.chain) > 1 else "")
        for one in propose(article, shipped(), "nlp").claims
        if one.relation == "ATTRIBUTED_TO"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            '"The Northern Front attacked our village. We fled to Orvel," said Bulama '
            "Kaka, a farmer.",
            KAKA,
        ),
        (
            "The Northern Front bombed a bus in Orvel, Colonel Amadu Sesay, the army "
            "spokesman, said.",
            SESAY,
        ),
        (
            "A spokesman for the army said the Northern Front killed nine farmers in "
            "Orvel.\nArmy spokesman Col. Amadu Sesay added that five rebels died.",
            SESAY,
        ),
        (
            "A police spokesman said the Northern Front killed nine farmers in Orvel.\n"
            "Army spokesman Col. Amadu Sesay added that five rebels died.",
            "person/unnamed-a-police-spokesman",
        ),
        (
            '"The Hill Brigade shelled a bridge in Orvel," police spokesman Amadu '
            "Sesay told reporters.\nA spokesman of the Hill Brigade said the Northern "
            "Front killed nine farmers in Orvel.",
            "person/unnamed-a-spokesman",
        ),
    ],
)
def test_a_speaker_is_told_of_behind_what_he_says(text: str, speaker: str) -> None:
    assert (FRONT, speaker) in told(text)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Omar Haddad, a former rapper from Minra, appeared in court on Monday.\n"
            "The rapper stabbed two soldiers in Orvel.",
            HADDAD,
        ),
        (
            "A former rapper who bombed a synagogue in Orvel was jailed on Monday.\n"
            "Omar Haddad, 31, planned to appeal.",
            HADDAD,
        ),
        (
            "Witnesses said Northern Front fighters stormed the town of Orvel.\n"
            "They burned houses and killed ten people.",
            FRONT,
        ),
        (
            "Omar Haddad, 24, and Samir Haddad, 22, were born in Minra. The Haddad "
            "brothers bombed a bus in Orvel in July.",
            HADDAD,
        ),
    ],
)
def test_a_doer_is_named_before_or_next(text: str, doer: str) -> None:
    assert doer in [who for who, _ in told(text)]


def test_whoever_is_hit_or_only_suspected_is_not_who_is_named_next() -> None:
    hit = (
        "A bus driver was shot dead in Orvel on Monday.\nOmar Haddad, 44, was a father."
    )
    assert told(hit) == []
    suspected = (
        "Suspected rebels killed nine farmers in Orvel on Monday.\n"
        "The Northern Front is active there."
    )
    assert FRONT not in [who for who, _ in told(suspected)]
