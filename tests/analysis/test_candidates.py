"""Which ids may be one, and what joining them comes to."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.named_groups import claim, group, judgement, known
from claimgraph.analysis.candidates import (
    CROWD,
    LEAST,
    NEAR,
    Candidate,
    candidates,
    compared_pairs,
)
from claimgraph.analysis.name_forms import alike, forms
from claimgraph.identity import resolve
from claimgraph.model import VERDICTS, Alias, Claim, Entity, Judgement, Verdict
from examples import examples

TRIES = settings(max_examples=examples(80))
NAMES = (
    *(
        "Islamic State",
        "Islamic State-Khorasan",
        "Islamic State \N{EN DASH} Khurasan",
        "ISIS",
    ),
    *("ISI", "Mohammed Omar", "Mullah Mohammad Umar", "Haqqani", "Sirajuddin Haqqani"),
    *("UN", "U.N.", "un", "Cell 9", "Cell 21", "!!!", "العربية", "é" * 300),
)
NAMED = st.sampled_from(NAMES)


def found(
    entities: Iterable[Entity],
    claims: Iterable[Claim] = (),
    judgements: Iterable[Judgement] = (),
    least: float = LEAST,
) -> tuple[Candidate, ...]:
    listed, decided = tuple(entities), tuple(judgements)
    by_id = {one.id: one for one in listed}
    return candidates(by_id, known(listed, claims, decided), decided, least=least)


def pairs(listed: Iterable[Candidate]) -> list[tuple[str, str]]:
    return [(one.left, one.right) for one in listed]


@st.composite
def worlds(draw: st.DrawFn) -> list[Entity]:
    number = draw(st.integers(2, 7))
    return [
        Entity(
            id=f"{draw(st.sampled_from(('group', 'person')))}/{at}",
            name=draw(NAMED),
            aliases=tuple(
                draw(
                    st.lists(
                        st.builds(Alias, NAMED, st.booleans(), st.booleans()),
                        max_size=2,
                    )
                )
            ),
            unnamed=draw(st.sampled_from((False, False, True))),
        )
        for at in range(number)
    ]


@TRIES
@given(worlds(), st.randoms(use_true_random=False))
def test_order_of_the_input_does_not_matter(
    world: list[Entity], chance: Random
) -> None:
    mixed = [*world]
    chance.shuffle(mixed)
    assert found(mixed) == found(world)


@TRIES
@given(worlds(), st.data())
def test_what_was_judged_is_never_proposed(
    world: list[Entity], data: st.DataObject
) -> None:
    ids = [one.id for one in world]
    two = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    verdicts = st.sampled_from(VERDICTS)
    drawn = data.draw(st.lists(st.tuples(two, verdicts), max_size=3))
    decided = tuple(judgement(left, right, one) for (left, right), one in drawn)
    identity, _ = resolve(decided, set(ids))
    judged = {frozenset((one.left, one.right)) for one in decided}
    apart = {
        frozenset((identity.canonical(one.left), identity.canonical(one.right)))
        for one in decided
        if one.verdict == "different"
    }
    for one in found(world, judgements=decided):
        assert frozenset((one.left, one.right)) not in judged
        assert (frozenset((one.left, one.right)) in apart) == (
            one.forbidden is not None
        )
        assert one.left < one.right
        # only ids on which edges hang, so that a class is asked about once
        assert {one.left, one.right} == {
            identity.canonical(one.left),
            identity.canonical(one.right),
        }


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_judgement_takes_its_pair_off_the_list(verdict: Verdict) -> None:
    world = [group(one, f"Hill Band{one}") for one in "abc"]
    (first, *_), whole = found(world), pairs(found(world))
    said = [judgement(first.right, first.left, verdict)]
    left = pairs(found(world, judgements=said))
    assert (first.left, first.right) not in left
    assert len(whole) == 3
    # as one they are asked about as one
    assert len(left) == (1 if verdict == "same" else 2)


@TRIES
@given(worlds())
def test_candidates_are_named_alike_and_of_one_type(world: list[Entity]) -> None:
    by_id = {one.id: one for one in world}
    for one in found(world):
        left, right = by_id[one.left], by_id[one.right]
        assert left.id.partition("/")[0] == right.id.partition("/")[0]
        assert not left.unnamed and not right.unnamed
        assert one.score >= LEAST
        clear = [name for name in one.names if name.alone]
        assert clear and max(name.score for name in clear) == one.score
        for name in clear:
            assert plain_names(left, name.left) and plain_names(right, name.right)


def plain_names(entity: Entity, name: str) -> bool:
    """Whether an entity has that name without the mark that it is ambiguous."""
    clear = {one.name for one in entity.aliases if not one.ambiguous}
    return name in clear | {entity.name}


@TRIES
@given(worlds())
def test_nothing_is_missed_where_names_share_a_word(world: list[Entity]) -> None:
    """Against comparing all with all, in worlds without crowds."""
    named = [one for one in world if not one.unnamed]
    listed = [(one.id, form) for one in named for form in forms(one, one.id)]
    slow = {
        (left, right)
        for left, one in listed
        for right, other in listed
        if left < right and left.split("/")[0] == right.split("/")[0]
        if one.keys & other.keys and one.alone and other.alone
        if alike(one, other, LEAST)
    }
    assert set(pairs(found(world))) == slow


@pytest.mark.parametrize(
    ("left", "right", "like"),
    [
        ("Mohammed Omar", "Mohammad Umar", True),
        ("Islamic State-Khorasan", "Islamic State \N{EN DASH} Khurasan", True),
        ("Haqqani Network", "Pakistan-Based Haqqani Network", True),
        ("Omar Mohammed", "Mohammed Omar", True),
        ("Zalmay Khalilzad", "ZALMAY KHALILZÂD", True),
        ("ISI", "ISIS", False),
        ("Haqqani", "Anas Haqqani", False),
        ("Anas Haqqani", "Khalil Haqqani", False),
        ("Police District 10, Kabul", "Police District 5, Kabul", False),
        ("U.N.", "UN", True),
        ("313 Brigade", "\u06f3\u06f1\u06f3 Brigade", True),
        ("313 Brigade", "\u06f3\u06f1\u06f4 Brigade", False),
        ("RedDawn Column", "Red\u200bDawn Column", True),
        ("Jalaluddin Haqqani", "Jalal al-Din Hakkani", True),
        ("Lashkar-e-Taiba", "Lashkar i Tayyiba", True),
        ("Lashkar-e-Taiba", "\u0644\u0634\u06a9\u0631 \u0637\u06cc\u0628\u06c1", True),
        ("Haqqani", "\u062d\u0642\u0627\u0646\u06cc", True),
        ("Haqqani", "\u0425\u0430\u043a\u043a\u0430\u043d\u0438", True),
        ("Taliban", "T\u0430liban", True),
        ("ISI", "\u0406S\u0406", True),
        ("Free Syrian Army", "Free Burmese Army", True),
        ("Blue Front", "Red Front", False),
        ("Army of Light", "Band of Night", False),
    ],
)
def test_names(left: str, right: str, like: bool) -> None:
    listed = found([group("a", left), group("b", right)])
    assert pairs(listed) == ([("group/a", "group/b")] if like else [])


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("Sha'ab Front", "sh\u0101\u02bfab front", 100),
        ("Taliban", "T\u0430liban", 95),
        ("Haqqani", "\u062d\u0642\u0627\u0646\u06cc", 90),
        ("Free Syrian Army", "Free Burmese Army", 86),
    ],
)
def test_only_what_folds_to_one_is_quite_alike(
    left: str, right: str, score: float
) -> None:
    (one,) = found([group("a", left), group("b", right)])
    assert one.score == score


def test_an_ambiguous_alias_weighs_nothing_alone() -> None:
    one, other = Alias("Daesh", ambiguous=True), Alias("Daesh", ambiguous=True)
    assert not found([group("a", "Hill Band", one), group("b", "River Cell", other)])
    assert not found([group("a", "Hill Band", one), group("b", "Daesh")])
    both = found([group("a", "Hill Band", one), group("b", "Hill Bands", other)])
    assert [name.alone for name in both[0].names] == [True, False]
    assert both[0].score < both[0].names[1].score == 100


def test_case_counts_where_it_is_said_to() -> None:
    exact = Alias("LeT", case_exact=True)
    assert not found([group("a", "Hill Band", exact), group("b", "let")])
    assert found([group("a", "Hill Band", exact), group("b", "LeT")])


TWO = (group("a", "Hill Band"), group("b", "Hill Bands"))


@pytest.mark.parametrize(
    ("relation", "subject", "target", "reason"),
    [
        ("PART_OF", "group/a", "group/b", "part-of"),
        ("PART_OF", "group/b", "group/a", "part-of"),
        ("RIVAL_OF", "group/b", "group/a", "rival-of"),
    ],
)
def test_claims_forbid(relation: str, subject: str, target: str, reason: str) -> None:
    made = claim(relation, subject, target)
    (one,) = found(TWO, [made])
    assert one.forbidden is not None
    assert (one.forbidden.reason, one.forbidden.evidence) == (reason, (made.id,))
    denied = claim(relation, subject, target, polarity="denied")
    assert found(TWO, [denied])[0].forbidden is None


def test_a_different_class_forbids_and_comes_last() -> None:
    entities = [*TWO, group("c", "Third"), group("d", "Hill Band too")]
    said = [
        judgement("group/b", "group/c", "same"),
        judgement("group/a", "group/c", "different"),
    ]
    *first, last = found(entities, judgements=said)
    assert pairs(first) == [("group/a", "group/d")]
    assert (last.left, last.right) == ("group/a", "group/b")
    assert last.forbidden is not None
    assert (last.forbidden.reason, last.forbidden.evidence) == (
        *("different", (said[1].id,)),
    )


def test_a_place_and_where_it_lies_are_two() -> None:
    places = [
        Entity(id="place/a", name="Kabul city"),
        Entity(id="place/b", name="district", within="place/a"),
        Entity(id="place/c", name="west of Kabul city", within="place/b"),
    ]
    (one,) = found(places)
    assert one.forbidden is not None and one.forbidden.reason == "within"


def test_the_work_grows_with_the_number_of_names_only() -> None:
    """A crowd with one word in common: all with all would be 4,498,500 pairs."""
    crowd = [group(f"g{at}", f"Brigade {at:x} of the East") for at in range(3000)]
    by_id = {one.id: one for one in crowd}
    number = sum(1 for _ in compared_pairs(by_id, known(crowd)))
    # a word of four in a name can be shared by a crowd, and two by few
    assert number <= 3000 * (3 * NEAR + CROWD)
