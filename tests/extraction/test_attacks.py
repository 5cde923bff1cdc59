"""Which attacks invented articles tell of; each word for one belongs to one attack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.attacks.attacks import Attacks
from claimgraph.extraction.ground import Ground, ground_of
from claimgraph.extraction.known import Known, known_among
from claimgraph.model import Claim, Entity, Hop, Value
from claimgraph.scoring.tally import b_cubed
from invented_articles import invented_article, marked, shipped

# in square brackets, the attack that a word before them belongs to
TWO_ATTACKS = """Mosque bombing[a] kills[a] ten in Yandeh

YANDEH (Agency) -- A suicide bomber killed[a] ten people in an attack[a] on a mosque \
on Friday, police said.

The blast[a] hit[a] the prayer hall at noon. No group claimed the bombing[a].

On March 25, gunmen stormed[b] a school in Ruvu. That massacre[b] killed[b] 27 pupils. \
The Red Front claimed the school attack[b].

Last year's[c] several attacks[d] on checkpoints went unclaimed.

Friday's attack[a] was the worst since the Ruvu school shooting[b]."""
LIST = """Attacks of the Red Front:
On 3 May 2019 a car bomb exploded[a] at a market in Yandeh.
On 9 June 2019 a car bomb exploded[b] at a market in Yandeh, killing[b] six.
On 1 July 2019 another market was bombed[c].
The Front carried out 119 attacks[d] in 2019."""
HOSPITAL = """The army said the attack[a] on the hospital took place on May 3.
The gunmen shot[a] dead two nurses.
They warned of a potential attack[b] on the airport.
The incident[a] was condemned by all. The assault[a] lasted an hour."""
# of what is told in passing the text does not go on
MAIN = """A suicide bomber killed[a] ten people at a bank in Yandeh on Friday.
The bombing[a] shook the town. Police blamed the Red Front for the attack[a].
In 2012 gunmen stormed[b] a school in Ruvu and killed[b] six pupils.
The Front has many camps. It holds two valleys. It sells timber to the south.
No one else has claimed the bombing[a]. The September 11 attacks[c] were its model."""
NO_YEAR = """Gunmen stormed[a] a bank in Yandeh on Monday.
On Tuesday a bomb exploded[b] in Ruvu, police said.
The army blamed the Red Front for Monday's attack[a]. Tuesday's blast[b] hurt two."""
VICTIMS = """Gunmen killed[a] a lawmaker in Kabul on Friday.
Lina Sato was shot[a] and killed[a] near a hotel. The shooting[a] lasted an hour.
On May 3 gunmen shot[b] and killed[b] lawmaker Omar Haddad as he left a mosque."""
MORE = """Soldiers shot[a] dead a teacher in Yandeh on Friday.
The army killed[a] her by mistake. It killed[b] two more people later."""


def ground(
    text: str, known: Known | None = None, published: str | None = "2020-05-10"
) -> Ground:
    return ground_of(invented_article(text, published), known or shipped())


def ends(attacks: Attacks) -> dict[int, str]:
    return {span.end: attack for span, attack in attacks.deeds}


@pytest.mark.parametrize(
    ("article", "least"),
    [
        (TWO_ATTACKS, 0.9),
        (LIST, 1.0),
        (HOSPITAL, 1.0),
        (MORE, 1.0),
        (MAIN, 1.0),
        (VICTIMS, 1.0),
    ],
)
def test_words_are_put_together_by_attack(article: str, least: float) -> None:
    check_marks(article, least)


def test_a_weekday_tells_acts_apart_where_no_year_is_known() -> None:
    check_marks(NO_YEAR, 1.0, published=None)


def check_marks(
    article: str, least: float, published: str | None = "2020-05-10"
) -> None:
    text, marks = marked(article)
    found = ends(ground(text, published=published).attacks)
    pairs = [(name, found[end]) for end, name in marks if end in found]
    assert len(pairs) >= 0.9 * len(marks)
    score = b_cubed(pairs)
    assert score is not None
    assert score[2] >= least, "\n".join(map(str, pairs))


def test_both_attacks_are_two_attacks() -> None:
    text = (
        "On May 3 a bomb exploded at a market in Yandeh. On May 4 gunmen shot dead a"
        " judge in Ruvu. The Front claimed both attacks."
    )
    found = [who for _, who in ground(text).attacks.deeds]
    assert len(found) == 4
    assert found[-2:] == found[:2]


def test_an_attack_has_day_place_and_target() -> None:
    attacks = ground(
        "Gunmen stormed a Sikh temple in Nangarhar on March 25, killing nine."
    ).attacks
    (one,) = attacks.members.values()
    assert one.entity.id == "attack/2020-03-nangarhar-sikh-temple"
    assert (one.day, one.place, one.target) == (
        "2020-03-25",
        "place/iso-af-nan",
        "Sikh temple",
    )
    assert not one.known
    assert len(one.mentions) == 2


NAMED = [
    (
        "Lina Sato, a former judge who was assassinated in Kabul in 1983, wrote poems.",
        "killing of Lina Sato in Kabul (1983)",
    ),
    ("A blast killed ten soldiers in Kabul on May 3.", "bombing in Kabul (2020-05-03)"),
    ("The group bombed a bank in the Saudi capital of Riyadh.", "bombing of bank in"),
    ("Rebels launched an assault on a bank in Kabul.", "attack on bank in Kabul"),
    ("An air strike hit a camp in Kabul.", "air strike in Kabul"),
    ("The blast in Afghanistan killed ten.", "bombing in Afghanistan"),
    ("The blast killed ten, the minister of Afghanistan said.", "bombing"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_an_attack_is_called_by_what_tells_it_from_others(text: str, name: str) -> None:
    (one,) = ground(text).attacks.members.values()
    assert one.entity.name.startswith(name)


def test_several_attacks_are_a_series_apart() -> None:
    attacks = ground(
        "A bomb exploded at a market in Nangarhar on Friday. The group has carried out"
        " several attacks this year."
    ).attacks
    kinds = [one.entity.kind for one in attacks.members.values()]
    assert kinds == ["bombing", "series"]


SERIES = [
    "The army is bombing camps of the Red Front.",
    "The Red Front has killed hundreds and has kidnapped many more.",
    "Rebels have captured towns across the north.",
]


@pytest.mark.parametrize("text", SERIES)
def test_what_is_done_again_and_again_is_a_series(text: str) -> None:
    kinds = {one.entity.kind for one in ground(text).attacks.members.values()}
    assert kinds == {"series"}


FOUND = {
    "The Front claimed a volley of rockets that hit Ruvu.": ["volley", "hit"],
    "Warplanes struck a depot of the Front.": ["struck"],
    "Israeli strikes on Friday flattened a depot.": ["strikes"],
    "An airstrike hit a camp. The strike was its first.": [
        "airstrike",
        "hit",
        "strike",
    ],
    "An airstrike hit a camp. Sunday's strikes were its first.": [
        "airstrike",
        "hit",
        "strikes",
    ],
    "Two died in a gun battle near Ruvu.": ["battle"],
    "The rebels overran the town.": ["overran"],
    "The union called a strike. The strike lasted a week.": [],
    "They launched an attack on a bank.": ["attack"],
}


@pytest.mark.parametrize("text", FOUND)
def test_words_that_tell_of_attacks(text: str) -> None:
    spans = [one for one, _ in ground(text).attacks.deeds]
    assert [text[one.start : one.end] for one in spans] == FOUND[text]


def test_the_attack_at_a_place_is_that_told_of_last() -> None:
    text = "It was quiet. A bomb exploded in Ruvu on May 3. The group was behind it."
    attacks = ground(text).attacks
    assert attacks.attack_at(3) is None
    assert attacks.attack_at(len(text)) == next(iter(attacks.members))


def test_an_attack_of_the_corpus_is_known_again() -> None:
    attack = Entity(id="attack/old", name="attack on the gurdwara")
    day = Claim(
        article="b",
        relation="OCCURRED_ON",
        subject=attack.id,
        value=Value(on="2020-03-25"),
        chain=(Hop("org/x", "asserts"),),
        quote="q",
        selector=None,
    )
    known = known_among([KnownEntity(attack, "")], [day])
    text = "Gunmen stormed a Sikh temple on March {}."
    assert [*ground(text.format(25), known).attacks.members] == ["attack/old"]
    assert [*ground(text.format(26), known).attacks.members] != ["attack/old"]


@pytest.mark.parametrize(
    ("name", "by", "met"),
    [
        ("Sikh temple massacre", None, True),
        ("bombing", None, False),
        ("Sikh temple massacre", "rules 0.1", False),
    ],
)
def test_an_attack_is_known_by_a_name_that_people_gave_it(
    name: str, by: str | None, met: bool
) -> None:
    attack = Entity(id="attack/old", name=name, by=by)
    known = known_among([KnownEntity(attack, "")])
    text = f"Three men were accused of the {name} last year."
    assert ("attack/old" in ground(text, known).attacks.members) == met


NO_ATTACKS = [
    "He had a heart attack on Friday.",
    "Workers went on strike in Ruvu.",
    "The general was fired.",
    "An attack helicopter landed.",
    "The album was a hit.",
]


@pytest.mark.parametrize("text", NO_ATTACKS)
def test_no_attack(text: str) -> None:
    assert ground(text).attacks.members == {}


PIECES = (
    "attack attacks killed the on Friday in Kabul a market . , several bombing May 3"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=25))
def test_each_word_for_an_attack_is_of_one_that_has_it(said: list[str]) -> None:
    found = ground(" ".join(said))
    for span, attack in found.attacks.deeds:
        assert span in found.attacks.members[attack].mentions
    cast = found.cast()
    assert set(found.attacks.members) <= set(cast)


@pytest.mark.parametrize(
    "piece",
    [
        "attacks on Friday in Kabul. ",
        "attack ",
        "killed 3, ",
        "The strike went on.\n",
        "he led ",
    ],
)
def test_long_texts_are_read_once(piece: str) -> None:
    ground(piece * (40_000 // len(piece)))
