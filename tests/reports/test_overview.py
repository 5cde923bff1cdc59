"""What is in the graph: the overview of the seeds, counted another way."""

import re
from collections import Counter

from claimgraph.analysis.ledger import ledger
from claimgraph.analysis.selection import Filters
from claimgraph.made_names import with_short_titles
from claimgraph.reports.document import Report
from claimgraph.reports.document.asking import HealthRow
from claimgraph.reports.document.status_words import status_name
from claimgraph.reports.document.wording import HIDDEN
from claimgraph.reports.overview import report
from report_cases import section, seeds


def overview(*health: HealthRow) -> Report:
    """The overview of all seeds."""
    return report(*seeds(), Filters(), health=health)


def test_every_claim_is_counted_once_by_article_relation_and_origin() -> None:
    claim_set, around = seeds()
    found = overview()
    titles = {one.id: one.title for one in claim_set.articles.values()}
    expected = (
        ("articles", 0, Counter(titles[one.article] for one in claim_set.claims)),
        (
            "relations",
            0,
            Counter(around.label(one.relation) for one in claim_set.claims),
        ),
    )
    for key, column, counts in expected:
        rows = section(found, key).tables[0].rows
        assert {row.cells[column]: len(row.claims) for row in rows} == counts
    origins = section(found, "speakers").tables[0].rows
    assert sum(len(row.claims) for row in origins) == len(claim_set.claims)
    for row in origins:
        spoken = (around.name(around.origin(one)) for one in claim_set.claims)
        names = set(map(with_short_titles, spoken))
        assert row.cells[0] in names | {HIDDEN} and row.cells[1] == str(len(row.claims))


def test_the_columns_of_a_relation_add_up() -> None:
    for row in section(overview(), "relations").tables[0].rows:
        counts = [int(cell) for cell in row.cells[1:]]
        every, polarities, modalities, reviews = (
            counts[0],
            counts[1:4],
            counts[4:9],
            counts[9:],
        )
        assert every == sum(polarities) == sum(modalities) == sum(reviews)
        assert every == len(row.claims)


def test_unsettled_attacks_and_pairs_are_those_of_the_ledger() -> None:
    claim_set, around = seeds()
    found = overview()
    attacks = {one.subject for one in claim_set.claims if one.subject[:7] == "attack/"}
    expected = {
        (around.name(one), status_name(status))
        for one in attacks
        for status in (ledger(claim_set.claims, around, one).status,)
        if status in ("disputed", "partly-shared")
    }
    rows = section(found, "disputed").tables[0].rows
    assert {row.cells[:2] for row in rows} == expected
    assert ("attack on the gurdwara in Kabul", "partly shared") in expected
    statuses = [row.cells[1] for row in rows]
    assert statuses == ["disputed"] * 3 + ["partly shared"] * (len(rows) - 3)
    pairs = {row.cells[0] for row in section(found, "pairs").tables[0].rows}
    assert "Haqqani Network and Islamic State-Khorasan" in pairs


def test_attacks_are_counted_by_status() -> None:
    text = "\n".join(one.text for one in overview().summary)
    assert re.search(r": \d+ disputed, \d+ partly shared, \d+ claimed and", text)


def test_chains_of_three_and_more_are_there_with_their_claims() -> None:
    claim_set, _ = seeds()
    rows = section(overview(), "chains").tables[0].rows
    long = {one.id for one in claim_set.claims if len(one.chain) >= 3}
    assert {claim for row in rows for claim in row.claims} == long
    assert [row.cells[1] for row in rows] == sorted(
        (row.cells[1] for row in rows), reverse=True
    )
    assert any("UN Monitoring Team (unverified)" in row.cells[0] for row in rows)


def test_health_is_told_when_it_was_asked() -> None:
    assert all(one.key != "health" for one in overview().sections)
    good = HealthRow("health/chain-gaps", "Which chains have gaps?", 0, False)
    bad = HealthRow("health/dates-reversed", "Which dates are reversed?", 2, True)
    told = section(overview(good, bad), "health")
    assert told.sentences[0].text == "2 questions asked of the graph, 1 defect found."
    assert [row.cells[0] for row in told.tables[0].rows] == [bad.name, good.name]
    assert told.tables[0].rows[0].cells[2:] == ("2", "defect")


def test_filters_leave_claims_out_and_say_so() -> None:
    found = report(*seeds(), Filters(said="2020-05-07", mode="certain"))
    assert found.head.used < len(seeds()[0].claims)
    assert found.head.left_out
    rows = section(found, "relations").tables[0].rows
    assert sum(len(row.claims) for row in rows) == found.head.used
