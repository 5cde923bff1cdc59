"""Who told whom: the whole chain, and its weakest hop."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.case_keys import text, texts
from analysis.seeds_again import cases, read_again
from analysis.strategies_ledger import (
    PATIENT,
    made,
)
from claimgraph.analysis.chains import ORDER, chain_text, depth, weakest_hop
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.loaders import find_loader
from claimgraph.model import Claim, Entity, Hop, Stance
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from places import SEEDS

NAMES = st.lists(
    st.text(st.sampled_from('ab >"\\()\n\u202e'), min_size=1, max_size=8),
    min_size=1,
    max_size=5,
)
HOPS = st.lists(
    st.builds(Hop, st.just("org/x"), st.sampled_from(get_args(Stance))),
    min_size=1,
    max_size=5,
)
COLUMNS = "s.hop AS n, s.holder_id AS holder, s.stance AS stance, s.cue AS cue, "
SPOKEN = (
    "MATCH (c:Claim)-[s:SAID_BY]->(:Entity) RETURN c.id AS claim, "
    + COLUMNS
    + "s.cue_start AS cue_start, s.cue_end AS cue_end"
)


def told(hops: Sequence[Hop]) -> Claim:
    """A claim with this chain."""
    return replace(made("PART_OF", "group/hill", "group/river"), chain=tuple(hops))


def known(names: Sequence[str], unnamed: bool = False) -> Context:
    """A context in which speaker number n has the name number n."""
    entities = {
        f"org/{number}": Entity(id=f"org/{number}", name=name, unnamed=unnamed)
        for number, name in enumerate(names)
    }
    return context_of(ClaimSet((), {}, entities, ()), load_schema())


def names_in(written: str) -> list[str]:
    """The names of a chain text, read back: quoted ones as JSON."""
    found: list[str] = []
    while True:
        if written.startswith('"'):
            name, end = json.JSONDecoder().raw_decode(written)
            found.append(str(name))
            written = written[end:]
        else:
            name, _, _ = written.partition(" (asserts)")
            found.append(name)
            written = written[len(name) :]
        assert written.startswith(" (asserts)")
        written = written.removeprefix(" (asserts)")
        if not written:
            return found
        assert written.startswith(" > ")
        written = written.removeprefix(" > ")


@PATIENT
@given(NAMES)
def test_no_name_can_pretend_to_be_two_speakers(names: list[str]) -> None:
    claim = told([Hop(f"org/{number}", "asserts") for number in range(len(names))])
    written = chain_text(claim, known(names))
    assert names_in(written) == names
    assert depth(claim) == len(names)


def test_a_chain_shows_stances_and_who_is_unnamed() -> None:
    claim = told([Hop("org/0", "reports"), Hop("org/1", "unverified")])
    plain = chain_text(claim, known(["Herald", "a source"]))
    assert plain == "Herald (reports) > a source (unverified)"
    hidden = chain_text(claim, known(["Herald", "a source"], unnamed=True))
    assert hidden == "Herald (reports, unnamed) > a source (unverified, unnamed)"
    assert chain_text(told([Hop("org/x", "asserts")]), known([])) == "org/x (asserts)"


@PATIENT
@given(HOPS)
def test_the_weakest_hop_is_the_outermost_of_the_weakest(hops: list[Hop]) -> None:
    numbered = [replace(hop, holder=f"org/{n}") for n, hop in enumerate(hops)]
    found = weakest_hop(told(numbered))
    ranks = [ORDER.index(hop.stance) for hop in numbered]
    assert found == numbered[ranks.index(min(ranks))]


def test_the_order_of_stances_is_that_of_the_design() -> None:
    ladder: tuple[Stance, ...] = (
        *("disputes", "doubts", "unverified", "reports", "asserts"),
    )
    assert sorted(ladder) == sorted(get_args(Stance))
    for number, stance in enumerate(ladder):
        stronger = [Hop("org/x", one) for one in ladder[number:]]
        assert weakest_hop(told(stronger[::-1])).stance == stance


@pytest.mark.longer_served
def test_files_graph_and_cypher_give_the_same_hops(seeds_store: Store) -> None:
    claim_set, _ = read_again(seeds_store)
    batches = list(find_loader("corpus").read(SEEDS))
    written = {claim.id: claim.chain for batch in batches for claim in batch.claims}
    raw = {batch.article.id: batch.article.text or "" for batch in batches}
    assert {claim.id: claim.chain for claim in claim_set.claims} == written
    rows: dict[str, dict[int, Hop]] = {}
    for row in seeds_store.read(SPOKEN):
        hop = next(
            one
            for number, one in enumerate(written[str(row["claim"])], 1)
            if number == row["n"]
        )
        given_back = [row[key] for key in ("holder", "stance", "cue")]
        assert given_back == [hop.holder, hop.stance, hop.cue]
        assert [row["cue_start"], row["cue_end"]] == [hop.cue_start, hop.cue_end]
        rows.setdefault(str(row["claim"]), {})[int(str(row["n"]))] = hop
    for claim in claim_set.claims:
        assert sorted(rows[claim.id]) == list(range(1, depth(claim) + 1))
        for hop in claim.chain:
            if hop.cue is not None:
                assert raw[claim.article][hop.cue_start : hop.cue_end] == hop.cue


@pytest.mark.longer_served
def test_the_seeds_have_the_chains_of_the_cases(seeds_store: Store) -> None:
    claim_set, around = read_again(seeds_store)
    long = [claim for claim in claim_set.claims if depth(claim) >= 3]
    for case in cases("chains"):
        chain = texts(case, "chain")
        found = [
            one
            for one in long
            if [hop.holder for hop in one.chain] == chain
            and chain_text(one, around) == text(case, "text")
        ]
        assert [one.id for one in found] == texts(case, "claims"), case
        weakest = {weakest_hop(one).holder for one in found}
        assert weakest == {text(case, "weakest")}, case
    listed = [one for case in cases("chains") for one in texts(case, "claims")]
    assert sorted(listed) == [one.id for one in long]
