"""Who is spoken of: known, unlisted and described; all names of people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.names.branches import branch_called
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.mentions import mentions_of
from claimgraph.extraction.text.normalise import working_text
from claimgraph.extraction.text.sentences import sentences
from claimgraph.extraction.text.zones import without_outer_spaces
from claimgraph.model import Alias, Entity, TextSpan
from invented_articles import shipped


def read(text: str, known: Known | None = None) -> list[Mention]:
    plain = working_text(text)
    lines = [TextSpan(0, len(plain))] if "\n" not in plain else lines_of(plain)
    passages = [SpokenSentence(plain, one) for one in sentences(plain, lines)]
    return mentions_of(plain, passages, known or shipped(), "a")


def lines_of(text: str) -> list[TextSpan]:
    spans, start = list[TextSpan](), 0
    for line in text.split("\n"):
        span = without_outer_spaces(text, TextSpan(start, start + len(line)))
        if span.start < span.end:
            spans.append(span)
        start += len(line) + 1
    return spans


def told(text: str, known: Known | None = None) -> dict[str, str]:
    plain = working_text(text)
    return {
        plain[one.span.start : one.span.end]: one.entity.id for one in read(text, known)
    }


KNOWN = [
    ("ISIS's fighters fled.", "ISIS", "group/islamic-state"),
    ("Three of al-Qa\u2019ida\u2019s men fled.", "al-Qa'ida", "group/al-qaeda"),
    ("The Haqqanis' cell fled.", "Haqqanis", "group/haqqani-network"),
    ("The ISIS-Taliban pact broke.", "Taliban", "group/taliban"),
    ("The IS-Khorasan cell fled.", "IS-Khorasan", "group/islamic-state-khorasan"),
    ("He spoke of the TTP (banned).", "TTP", "group/tehreek-e-taliban-pakistan"),
    ("Fighting in Syria goes on.", "Syria", "state/syria"),
    ("It was near Nangarhar.", "Nangarhar", "place/iso-af-nan"),
    ("The U.S. left.", "U.S.", "state/united-states"),
    ("It was a rocket, AFP said.", "AFP", "org/afp"),
    ("An official of Pakistan's ISI left.", "ISI", "org/isi"),
]


@pytest.mark.parametrize(("text", "words", "entity"), KNOWN)
def test_a_known_name(text: str, words: str, entity: str) -> None:
    assert told(text)[words] == entity


NOBODY = [
    "This is what he has.",
    "THE ARMY IS STRONG AND LET US GO",
    "A youth of the base went to the western front.",
    "Anti-Taliban and non-Taliban men met.",
    "Central banks fell on Friday.",
    "It will be a Western plan.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_name_nobody(text: str) -> None:
    assert [one for one in read(text) if one.prefix in ("group", "place")] == []


UNLISTED = [
    ("The militant group Sons of Tarim fled.", "Sons of Tarim", "group"),
    ("Veshti Liberation Army rebels fled.", "Veshti Liberation Army", "group"),
    ("Soldiers shot at Kamba fighters near the river.", "Kamba", "group"),
    ("The outlawed Oromia Sun Movement fled.", "Oromia Sun Movement", "group"),
    ("Ansar al-Tarim, a militant group, fled.", "Ansar al-Tarim", "group"),
    (
        "The Front for the Freedom of Tarim fled.",
        "Front for the Freedom of Tarim",
        "group",
    ),
    ("The blast was claimed by the Grey Hand.", "Grey Hand", "group"),
    ("The Grey Hand claimed responsibility.", "Grey Hand", "group"),
    ("Talks with the Ruvu Defence Brigades failed.", "Ruvu Defence Brigades", "group"),
    ("Gen. Omar Haddad spoke.", "Omar Haddad", "person"),
    ("It was Lina Sato, a lawyer.", "Lina Sato", "person"),
    ('"No," Karim Bel told reporters.', "Karim Bel", "person"),
    ("The cell was led by Sanavar, police said.", "Sanavar", "person"),
    ("The Interior Ministry blamed them.", "Interior Ministry", "org"),
    ("The Ruvu Daily Post told of it.", "Ruvu Daily Post", "org"),
    ("The Nigerian Army fled.", "Nigerian Army", "org"),
    ("He spoke of Somali police.", "Somali police", "org"),
    ("A bomb went off in Lower Vesht.", "Lower Vesht", "place"),
    ("It hit the town of Yandeh.", "Yandeh", "place"),
    ("They shelled Ruvu Air Base.", "Ruvu Air Base", "place"),
]


@pytest.mark.parametrize(("text", "words", "prefix"), UNLISTED)
def test_somebody_who_is_in_no_list(text: str, words: str, prefix: str) -> None:
    found = told(text)
    assert found[words].startswith(f"{prefix}/"), found


DESCRIBED = [
    ("A senior security official said so.", "senior security official", "person"),
    ("Two residents told of it.", "residents", "person"),
    ("The army fled.", "army", "org"),
    ("Police said so.", "Police", "org"),
    ("The police station burned.", None, ""),
    ("A military advance began.", None, ""),
]


@pytest.mark.parametrize(("text", "words", "prefix"), DESCRIBED)
def test_somebody_without_a_name(text: str, words: str | None, prefix: str) -> None:
    found = read(text)
    if words is None:
        assert found == []
    else:
        (one,) = found
        assert one.entity.unnamed
        assert one.entity.id.startswith(f"{prefix}/unnamed-a-")


def test_a_name_and_its_letters_are_one() -> None:
    text = (
        "The Tarim People's Liberation Front (TPLF-R) fled. Police hunt TPLF-R men."
        " The Front is weak."
    )
    found = [one for one in read(text) if one.prefix == "group"]
    assert {one.entity.id for one in found} == {"group/tarim-peoples-liberation-front"}
    spans = [text[one.span.start : one.span.end] for one in found]
    assert spans == ["Tarim People's Liberation Front (TPLF-R)", "TPLF-R", "Front"]


def test_people_are_known_again_by_their_surname() -> None:
    text = "Gen. Omar Haddad spoke.\nHaddad left. Rami Haddad stayed."
    found = told(text)
    assert found["Haddad"] == found["Omar Haddad"] == "person/omar-haddad"
    assert found["Rami Haddad"] == "person/rami-haddad"


def test_those_of_one_family_are_known_again_by_their_first_names() -> None:
    names = told(
        "Mr. Sami Haddad fled. Ms. Lina Haddad stayed. Sami was seen, and so was Lina."
    )
    assert (names["Sami"], names["Lina"]) == (
        "person/sami-haddad",
        "person/lina-haddad",
    )
    assert "Sami" not in told("Mr. Sami Haddad fled. Ms. Lina Sato stayed. Sami left.")


def test_the_branch_is_meant_where_an_article_is_about_it() -> None:
    text = "ISIS claimed the blast.\nISIS's Khorasan branch (ISIS-K) is at war."
    assert set(told(text).values()) == {"group/islamic-state-khorasan"}
    home = text + "\nISIS lost its towns in Iraq and Syria."
    ids = [one.entity.id for one in read(home) if one.prefix == "group"]
    assert ids == ["group/islamic-state-khorasan"] * 2 + ["group/islamic-state"]


def test_a_branch_by_its_region() -> None:
    known = told("The Islamic State's Afghan affiliate fled.")
    assert known == {"Islamic State's Afghan affiliate": "group/islamic-state-khorasan"}
    said = told("ISIS-K is the Afghan branch of ISIS.")
    assert said["ISIS-K"] == "group/islamic-state-khorasan"
    assert said["ISIS"] == "group/islamic-state"
    named = told("Al-Qaeda's Yemen branch fled. The al Qaeda branch in Yemen spoke.")
    assert set(named.values()) == {"group/un-qde-129"}


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("Al-Qaeda's Yemen branch", "group/un-qde-129"),
        ("the Yemen-based branch of al Qaeda", "group/un-qde-129"),
        ("al Qaeda\u2019s North African wing", "group/un-qde-014"),
        ("al-Qaeda's South Asian branch", "group/ofac-20159"),
        ("ISIS' Khorasan province", "group/islamic-state-khorasan"),
        ("al-Qaeda in Yemen", "group/un-qde-129"),
        ("ISIL in the Khorasan region", "group/islamic-state-khorasan"),
        ("ISIS-Khorasan", "group/islamic-state-khorasan"),
        ("ISIS fighters", None),
        ("Northern Front's Yemen branch", None),
        ("al-Qaeda's media wing", None),
        ("al-Qaeda", None),
    ],
)
def test_a_branch_by_a_name_of_its_own(name: str, branch: str | None) -> None:
    found = branch_called(shipped(), name)
    assert (found and found.id) == branch


def test_governments_are_their_states() -> None:
    found = told("The Nigerian government spoke. Mali's government fled.")
    assert found["Nigerian government"] == "state/nigeria"
    assert found["government"] == "state/mali"


def test_a_coalition_is_called_by_who_leads_it() -> None:
    text = "Syria is at war. The US-led coalition bombed a town in Syria."
    assert told(text)["US-led coalition"] == "org/us-led-coalition"


def test_listed_people_by_other_names() -> None:
    found = told("Muhammad Ilyas Kashmiri of al-Qaeda fled. Kashmiri spoke.")
    assert found["Kashmiri"] == found["Muhammad Ilyas Kashmiri"] == "person/ofac-12147"


def own(*entities: Entity) -> Known:
    return known_among(KnownEntity(one, "") for one in entities)


def test_the_corpus_own_names_go_first() -> None:
    front = Entity(id="group/front", name="Red Front", aliases=(Alias("RF"),))
    clan = Entity(
        id="group/clan", name="Bel clan", aliases=(Alias("Bel", ambiguous=True),)
    )
    found = told("The RF and the Bel men met Karim Bel of Ruvu.", own(front, clan))
    assert found["RF"] == "group/front"
    assert found["Bel"] == "group/clan"
    assert list(found.values()).count("group/clan") == 1


pieces = st.sampled_from(
    [
        "ISIS",
        "the",
        "Front",
        "of",
        "(",
        ")",
        "-",
        "'s",
        " ",
        "Haqqani",
        "Gen.",
        "\u0627",
    ]
)


@given(st.lists(pieces, max_size=30))
def test_mentions_stand_in_order_in_their_sentences(said: list[str]) -> None:
    text, end = " ".join(said), 0
    for one in read(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "Abc ",
        "ISIS ",
        "a",
        "Of the ",
        "ISIS (",
        "he led ",
        "\u0627\u0628 ",
        "the army ",
    ],
)
def test_long_texts_are_read_once(piece: str) -> None:
    read(piece * (60_000 // len(piece)))


def test_a_comma_or_a_weekday_parts_a_surname_from_what_stands_before() -> None:
    text = (
        "Gen. Omar Haddad spoke.\nThey will free the ELN, Haddad said."
        " Praising the army Tuesday, Haddad left. On Friday Haddad came back."
    )
    found = [one for one in read(text) if one.prefix == "person"]
    told = [text[one.span.start : one.span.end] for one in found]
    assert [one.removeprefix("Gen. ") for one in told] == [
        "Omar Haddad",
        *["Haddad"] * 3,
    ]
    assert len({one.entity.id for one in found}) == 1
