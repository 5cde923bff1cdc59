"""The graph according to one speaker, and without that speaker."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.case_keys import text, texts
from analysis.seeds_again import cases, proposition, read_again
from analysis.strategies_analysis import BODIES, SPEAKERS, STEMS, Story, stories
from analysis.strategies_ledger import (
    ANN,
    BUREAU,
    HILL,
    MARKET,
    PATIENT,
    RIVER,
    around,
    made,
)
from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import corroboration
from claimgraph.analysis.views import ROLES, Role, according_to, without
from claimgraph.errors import QueryError
from claimgraph.library import ask
from claimgraph.model import Claim, Hop
from claimgraph.store.base import Store

VOICES = st.sampled_from((*SPEAKERS, *(f"org/{stem}-paper" for stem in STEMS)))
ANY_ROLE = st.sampled_from(cast("tuple[Role, ...]", ROLES))


def ids(claims: tuple[Claim, ...]) -> list[str]:
    """The ids of claims, in their order."""
    return [claim.id for claim in claims]


@PATIENT
@given(stories(), VOICES, st.booleans())
def test_a_view_and_what_is_left_part_the_claims(
    story: Story, x: str, members: bool
) -> None:
    known = story.context()
    inside = ids(according_to(story.claims, x, "any", known, members))
    outside = ids(without(story.claims, x, known, members))
    assert sorted(inside + outside) == sorted(claim.id for claim in story.claims)
    assert (inside, outside) == (sorted(inside), sorted(outside))
    backwards = story.claims[::-1]
    assert ids(according_to(backwards, x, "any", known, members)) == inside
    assert ids(without(backwards, x, known, members)) == outside


@PATIENT
@given(stories(), VOICES, VOICES, st.booleans())
def test_two_speakers_are_taken_away_in_any_order(
    story: Story, x: str, y: str, members: bool
) -> None:
    known = story.context()
    one = without(without(story.claims, x, known, members), y, known, members)
    other = without(without(story.claims, y, known, members), x, known, members)
    assert one == other


@PATIENT
@given(stories(), VOICES, ANY_ROLE)
def test_x_stands_in_each_chain_of_a_view_at_its_place(
    story: Story, x: str, role: Role
) -> None:
    known = story.context()
    found = according_to(story.claims, x, role, known)
    places = {
        claim.id: [n for n, hop in enumerate(claim.chain) if hop.holder == x]
        for claim in story.claims
    }
    for claim in story.claims:
        last, at = len(claim.chain) - 1, places[claim.id]
        wanted = {
            "any": bool(at),
            "publisher": 0 in at,
            "origin": last in at,
            "relay": any(0 < n < last for n in at),
        }
        assert (claim in found) == wanted[role]


@PATIENT
@given(stories(), VOICES)
def test_the_three_roles_make_up_the_whole_view(story: Story, x: str) -> None:
    known = story.context()
    roles: tuple[Role, ...] = ("publisher", "relay", "origin")
    parts = {
        claim.id
        for role in roles
        for claim in according_to(story.claims, x, role, known)
    }
    assert parts == set(ids(according_to(story.claims, x, "any", known)))


@PATIENT
@given(stories(), st.sampled_from(BODIES), ANY_ROLE)
def test_members_only_add_and_only_where_one_of_them_speaks(
    story: Story, body: str, role: Role
) -> None:
    known = story.context()
    alone = according_to(story.claims, body, role, known)
    widened = according_to(story.claims, body, role, known, with_members=True)
    assert set(ids(alone)) <= set(ids(widened))
    for claim in widened:
        if claim not in alone:
            assert any(belongs(hop, claim, body, known) for hop in claim.chain)


def belongs(hop: Hop, claim: Claim, body: str, known: Context) -> bool:
    """Whether a speaker belonged to a body when speaking, or is held by it."""
    ties = known.ties["affiliation"].get(hop.holder, ())
    member = any(tie.right == body and tie.may_hold(claim.said) for tie in ties)
    held = known.custodians(hop.holder)
    return member or any(tie.right == body for tie in held)


def test_members_are_those_of_the_day_and_those_who_are_held() -> None:
    early = made("MEMBER_OF", ANN, HILL, start=1, valid="2015")
    held = made("DETAINED_BY", ANN, BUREAU, start=2)
    then = made("ATTRIBUTED_TO", MARKET, RIVER, ANN, start=3, said="2015-05-01")
    later = made("ATTRIBUTED_TO", MARKET, RIVER, ANN, start=4, said="2020-05-01")
    claims = [early, held, then, later]
    known = around(claims)
    assert according_to(claims, HILL, "any", known) == ()
    assert according_to(claims, HILL, "any", known, with_members=True) == (then,)
    found = according_to(claims, BUREAU, "origin", known, with_members=True)
    assert set(found) == {then, later}
    assert set(without(claims, BUREAU, known, with_members=True)) == {early, held}


def test_an_article_in_its_own_voice_is_its_origin_and_no_relay() -> None:
    own = made("ATTRIBUTED_TO", MARKET, RIVER)
    known = around([own])
    roles: tuple[Role, ...] = ("publisher", "origin", "relay")
    found = [len(according_to([own], "org/alpha-paper", one, known)) for one in roles]
    assert found == [1, 1, 0]


def test_who_is_one_by_a_judgement_speaks_as_one() -> None:
    one = made("ATTRIBUTED_TO", MARKET, "group/unnamed-masked-men", RIVER)
    known = around([one], [(HILL, RIVER)])
    for name in (HILL, RIVER):
        assert according_to([one], name, "origin", known) == (one,)
        assert without([one], name, known) == ()
    assert according_to([one], HILL, "origin", around([one])) == ()


def test_what_is_no_role_is_refused() -> None:
    with pytest.raises(QueryError, match="origin, relay, publisher, any"):
        according_to([], HILL, cast(Role, "author"), around([]))


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    claim_set, known = read_again(seeds_store)
    for case in cases("views"):
        members = case.get("members") is True
        if "without" in case:
            left = without(claim_set.claims, str(case["without"]), known, members)
            found = corroboration(left, known, proposition(case))
            assert found.independent == case["independent"], case
            if "supporting" in case:
                assert list(found.supporting) == texts(case, "supporting"), case
            continue
        x, role = str(case["source"]), cast(Role, text(case, "role"))
        view = according_to(claim_set.claims, x, role, known, members)
        only = [
            claim
            for claim in view
            if claim.relation in (texts(case, "relations") or [claim.relation])
            and claim.article.startswith(text(case, "article") or "")
        ]
        if "claims" in case:
            assert [one.id for one in only] == texts(case, "claims"), case
        if "origins" in case:
            origins = {known.origin(one) for one in only}
            assert sorted(origins) == texts(case, "origins"), case
        if "stances" in case:
            own = [h for one in only for h in one.chain if h.holder == x]
            assert sorted({hop.stance for hop in own}) == texts(case, "stances"), case


@pytest.mark.parametrize("source", ["org/nds", "org/un-monitoring-team", "org/afp"])
def test_the_library_sees_the_same_claims(seeds_store: Store, source: str) -> None:
    claim_set, known = read_again(seeds_store)
    for role in cast("tuple[Role, ...]", ROLES):
        asked = {"source": source, "role": role, "limit": 10_000}
        rows = ask(seeds_store, "sources/according-to", asked)
        at = rows.columns.index("claim")
        found = {str(row[at]) for row in rows.rows}
        assert found == set(ids(according_to(claim_set.claims, source, role, known)))
    rows = ask(seeds_store, "sources/without", {"source": source, "limit": 10_000})
    at = rows.columns.index("claim")
    left = sorted(str(row[at]) for row in rows.rows)
    assert left == ids(without(claim_set.claims, source, known))
