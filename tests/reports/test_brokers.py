"""Who stands between the others: the report on the seeds, and what it must say."""

from dataclasses import replace
from itertools import pairwise

import pytest

from analysis.paper import PAPER, given_by
from analysis.strategies_values import anew
from claimgraph.analysis.brokers import MEASURES, brokers
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.selection import Filters
from claimgraph.model import Claim, Entity
from claimgraph.reports.brokers import CAUTION, report
from claimgraph.schema import load_schema
from report_cases import section, seeds


@pytest.mark.parametrize("widen", [False, True])
def test_the_caution_comes_first_and_each_figure_three_times(widen: bool) -> None:
    found = report(*seeds(), Filters(), widen=widen)
    assert found.summary[0].text == CAUTION
    tables = section(found, "figures").tables
    assert len(tables) == len(MEASURES)
    for table, measure in zip(tables, MEASURES, strict=True):
        assert table.caption.startswith(measure)
        assert table.columns[1:4] == (
            "all strong claims",
            "uncontested edges",
            "edges of two or more independent groups",
        )
        assert all("rank" in cell for row in table.rows for cell in row.cells[1:4])
    shown = {row.cells[0] for row in tables[0].rows}
    assert all({row.cells[0] for row in table.rows} == shown for table in tables)
    assert all(row.claims for row in tables[0].rows)


def denied_hub() -> tuple[ClaimSet, Context]:
    """A group whose links are all denied, and a row of groups whose links stand."""
    row = [f"group/row-{number}" for number in range(6)]
    made: list[Claim] = []
    for one, other in pairwise(row):
        made.append(given_by("org/x", "ALLEGED_LINK", one, target=other))
    for number in range(6):
        spoke = f"group/spoke-{number}"
        said = given_by("org/x", "ALLEGED_LINK", "group/hub", target=spoke)
        denial = given_by("org/y", "ALLEGED_LINK", "group/hub", target=spoke)
        made += [said, anew(replace(denial, polarity="denied"), PAPER)]
    claims = tuple(sorted(made, key=lambda claim: claim.id))
    ids = {one for claim in claims for one in (claim.subject, claim.object) if one}
    speakers = {hop.holder for claim in claims for hop in claim.chain}
    entities = {one: Entity(id=one, name=one) for one in sorted(ids | speakers)}
    claim_set = ClaimSet(claims, {PAPER.id: PAPER}, entities, ())
    return claim_set, context_of(claim_set, load_schema())


def test_what_moves_by_more_than_three_ranks_is_marked() -> None:
    claim_set, around = denied_hub()
    found = brokers(claim_set.claims, around)
    marked = {around.name(row.entity) for row in found.rows if row.marks}
    tables = section(report(claim_set, around, Filters()), "figures").tables
    told = {
        row.cells[0] for table in tables for row in table.rows if "!" in row.cells[4]
    }
    assert told == marked == {"group/hub"}


def test_contested_edges_are_shown_with_the_denials() -> None:
    claim_set, around = seeds()
    table = section(report(claim_set, around, Filters()), "contested").tables[0]
    denied = {one.id for one in claim_set.claims if one.polarity == "denied"}
    assert {row.cells[0] for row in table.rows} == {
        "that there is a link between Haqqani Network and Islamic State-Khorasan",
    }
    for row in table.rows:
        assert len(denied & set(row.claims)) == int(row.cells[2]) > 0


def test_widening_says_what_is_one_and_what_is_not() -> None:
    plain = report(*seeds(), Filters())
    assert all(one.key != "widening" for one in plain.sections)
    found = report(*seeds(), Filters(), widen=True)
    assert "parts and wholes as one" in found.title
    folded, apart = section(found, "widening").tables
    assert ("Haqqani Network", "Taliban") in {row.cells for row in folded.rows}
    kept = {row.cells[0]: row.cells[2] for row in apart.rows}
    assert "become one" in kept["Islamic State-Khorasan"]
    assert all(row.claims for row in (*folded.rows, *apart.rows))


def test_nothing_to_show_is_a_report_too() -> None:
    found = report(*seeds(), Filters(said="1900-01-01"))
    assert found.head.used == 0
    assert found.summary[0].text == CAUTION
