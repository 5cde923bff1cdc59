"""Whom does a typed name offer? Thousands of shipped names are at hand."""

import pytest

from claimgraph.coding.likeness import GENERIC, is_generic
from claimgraph.coding.names import Directory, directory, likenesses, matches
from claimgraph.folding import fold

DOERS = ("group", "org", "person", "state", "community")
OWN = """\
- {id: org/veshti-herald, name: Veshti Herald}
- {id: org/hill-police, name: Hill police}
- {id: org/border-guard, name: Border Guard of the North}
"""
PEOPLE = "- {id: person/ilo-marsh, name: Ilo Marsh, aliases: [Marsh]}\n"
JAISH = "group/jaish-e-mohammed"
HIZB = "group/ofac-22812"

# what is typed, and who is offered: ! is the default of Enter, ? is not, in any order
OFFERS: tuple[tuple[str, str], ...] = (
    # whole names, as people spell them
    ("Boko Haram", "group/un-qde-138!"),
    ("boko-haram", "group/un-qde-138!"),
    ("ISIL-K", "group/islamic-state-khorasan!"),
    ("Lashkar e Tayyiba", "group/lashkar-e-taiba!"),
    ("Haqqani network", "group/haqqani-network!"),
    ("the Haqqani network", "group/haqqani-network!"),
    ("Taleban", "group/taliban!"),
    ("Taliban", "group/taliban!"),
    ("the Taliban", "group/taliban!"),
    ("Al Qaida", "group/al-qaeda!"),
    ("\u0627\u0644\u0642\u0627\u0639\u062f\u0629", "group/al-qaeda!"),
    ("United States", "state/united-states!"),
    ("Bahamas", "state/bahamas!"),
    ("Hizb ul Mujahideen", f"{HIZB}!"),
    # a slip, another spelling, other spaces, another order
    ("Jaish-e-Mohammad", f"{JAISH}?"),
    ("Bokko Haram", "group/un-qde-138?"),
    ("BokoHaram", "group/un-qde-138?"),
    ("Haqani Netwrok", "group/haqqani-network?"),
    ("network Haqqani", "group/haqqani-network?"),
    # letters for a name, in their case alone
    ("US", "state/united-states?"),
    ("the US", "state/united-states?"),
    ("UK", "state/united-kingdom?"),
    ("EU", ""),
    ("us", ""),
    ("HQN", "group/haqqani-network!"),
    ("hqn", ""),
    # words that name nobody
    ("witnesses and officials", ""),
    ("senior security official", ""),
    ("intelligence official", ""),
    ("The Brigade", ""),
    ("Interior ministry", ""),
    ("police", "org/hill-police?"),
    ("officials", ""),
    ("government sources", ""),
    ("spokesman", ""),
    ("army", ""),
    ("youth", "group/ofac-10761?"),
    # somebody new
    ("Maro Desh", ""),
    ("Karsland", ""),
    ("Veshti government", ""),
    ("Veshti Red Cross", ""),
    ("Tarvan", ""),
    ("Kerim Vall", ""),
    ("Nobody Army", ""),
    ("Arif Sand", ""),
    # one's own, by parts
    ("herald", "org/veshti-herald?"),
    ("Captain Ilo Marsh", "person/ilo-marsh?"),
    ("Border Guard", "org/border-guard?"),
    ("Marsh", "person/ilo-marsh!"),
    ("Veshti Heralt", "org/veshti-herald?"),
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """A small corpus that uses the shipped names."""
    folder = tmp_path_factory.mktemp("coded")
    (folder / "entities").mkdir()
    (folder / "corpus.yaml").write_text("name: x\nuses: [claimgraph:names]\n", "utf-8")
    (folder / "entities" / "organizations.yaml").write_text(OWN, "utf-8")
    (folder / "entities" / "people.yaml").write_text(PEOPLE, "utf-8")
    return directory(folder)


@pytest.mark.parametrize(("typed", "expected"), OFFERS, ids=[o[0] for o in OFFERS])
def test_who_is_offered(known: Directory, typed: str, expected: str) -> None:
    at_hand = known.stands(known.at_hand.values())
    found = matches(at_hand, typed, DOERS)
    offered = {f"{one.known.entity.id}{'!' if one.sure else '?'}" for one in found}
    assert offered == set(expected.split()), [one.reason for one in found]


@pytest.mark.parametrize("typed", ["Tarvan", "Karsland"])
def test_a_new_place_is_like_none(known: Directory, typed: str) -> None:
    at_hand = known.stands(known.at_hand.values())
    assert matches(at_hand, typed, ["place"]) == []
    assert likenesses(known.known, [typed], "place") == []


def test_the_name_that_is_whole_is_told(known: Directory) -> None:
    at_hand = known.stands(known.at_hand.values())
    (one,) = matches(at_hand, "Witnesses in Blood", ["group"])
    assert (one.known.entity.name, one.name) == (
        *("Al Moulathamoun", "Witnesses in Blood"),
    )
    # the shipped names call it ambiguous
    assert one.whole and not one.sure


@pytest.mark.parametrize("typed", [typed for typed, _ in OFFERS])
def test_both_aids_find_the_same(known: Directory, typed: str) -> None:
    at_hand = known.stands(known.at_hand.values())
    asked = matches(at_hand, typed, ["group"])
    told = likenesses(known.known, [typed], "group")
    offered = {one.known.entity.id for one in asked if one.asks}
    assert offered <= {one.known.entity.id for one in told}


def test_who_is_at_hand_needs_no_other_corpus(known: Directory) -> None:
    # the seeds, which this corpus does not use, call it so
    (one,) = likenesses(known.known, ["the US"], "state")
    assert (one.known.entity.id, one.known.uses) == ("state/united-states", "")
    told = likenesses(known.known, ["Interior ministry"], "org")
    assert told and not any(one.asks for one in told)


def test_generic_words_are_of_one_form() -> None:
    assert all(one == fold(one) for one in GENERIC)
    # `is_generic` takes the plural away by itself
    assert not GENERIC & {f"{one}s" for one in GENERIC}
    assert not is_generic("the northern front") and not is_generic("boko haram")
