"""What the reports on groups, persons and sources hold, on the seeds."""

from dataclasses import replace

from claimgraph.analysis.selection import Filters
from claimgraph.model import Alias, Article, Entity, Judgement, Zone
from claimgraph.reports import group, person, source
from claimgraph.reports.document import Report
from claimgraph.reports.document.names import written_names
from report_cases import around, section, seeds

ISIS_K, HAQQANI, NDS = (
    "group/islamic-state-khorasan",
    "group/haqqani-network",
    "org/nds",
)


def group_report(group_id: str) -> Report:
    """The report of a group of the seeds."""
    return group.report(*seeds(), Filters(), group=group_id)


def test_group_keeps_rival_leaders_side_by_side() -> None:
    leaders = section(group_report(ISIS_K), "leaders").claims
    led = {
        claim.object
        for claim in seeds()[0].claims
        if claim.id in leaders and claim.subject == ISIS_K
    }
    assert {"person/shahab-al-muhajir", "person/aslam-farooqi"} <= led


def test_group_tells_whose_deeds_are_claimed_and_whose_are_attributed() -> None:
    claims = {claim.id: claim for claim in seeds()[0].claims}
    found = group_report(HAQQANI)
    keys = {one.key for one in found.sections}
    assert "claimed" not in keys, "nobody says that the network takes responsibility"
    named = [claims[one] for one in section(found, "attributed").claims]
    assert named and {claim.relation for claim in named} == {"ATTRIBUTED_TO"}
    assert {claim.object for claim in named} == {HAQQANI}


def test_group_lists_what_it_denies_itself() -> None:
    found = section(group_report("group/taliban"), "denies")
    claims = {claim.id: claim for claim in seeds()[0].claims}
    assert found.claims
    assert {claims[one].polarity for one in found.claims} == {"denied"}
    for one in found.claims:
        origin = claims[one].origin
        ties = seeds()[1].ties["affiliation"].get(origin, ())
        assert origin == "group/taliban" or "group/taliban" in {
            bond.right for bond in ties
        }


def test_page_tells_for_which_attacks_a_group_and_its_cells_are_named() -> None:
    found = group_report(HAQQANI)
    told = [point.text for chapter in found.brief for point in chapter.points]
    (own,) = [one for one in told if one.startswith("Haqqani Network is named for ")]
    assert "by Afghan security forces (stated, said " in own
    (cells,) = [one for one in told if one.startswith("Its cells or members are named")]
    assert "by National Directorate of Security (stated, said 2020-05-06)" in cells
    assert ": the joint cell in Kabul (busted in May 2020) for the attack on" in cells
    assert "the attack on the gurdwara in Kabul" in cells
    assert "Nobody in this group denies anything." in told
    claims = {claim.id: claim for claim in seeds()[0].claims}
    deeds = [claims[one] for one in section(found, "attributed-to-parts").claims]
    assert HAQQANI not in {claim.object for claim in deeds}


def test_page_tells_what_a_group_denies_itself() -> None:
    found = group_report("group/taliban")
    sides = next(one for one in found.brief if one.key == "sides")
    assert any(one.text.startswith("Its own denial: ") for one in sides.points)


def test_names_are_those_that_the_article_writes_in_its_own_zones() -> None:
    entity = Entity(
        id="group/x",
        name="Red Star",
        aliases=(Alias("Star"), Alias("RS", case_exact=True), Alias("Comet")),
    )
    text = "The Red Star met the rs and a STAR.\nComments\nComet RS"
    article = Article(
        id="a",
        corpus="c",
        title="t",
        sha256="0",
        text=text,
        zones=(Zone("comments", "Comments"),),
    )
    assert written_names(article, entity) == ("Red Star", "Star")
    inside = Article(id="a", corpus="c", title="t", sha256="0", text="The Red Star.")
    assert written_names(inside, entity) == ("Red Star",)


def test_names_are_those_of_all_ids_that_are_one() -> None:
    claim_set, _ = seeds()
    one = Judgement(
        id="x",
        left=ISIS_K,
        right=HAQQANI,
        verdict="same",
        who="Ann",
        when="2026-11-01",
        why="a test",
    )
    judged = replace(claim_set, judgements=(*claim_set.judgements, one))
    found = group.report(judged, around(judged), Filters(), group=ISIS_K)
    told = " ".join(line.text for line in section(found, "names").sentences)
    for name in ("ISIS-K", "Islamic State-Khorasan", "Haqqani Network", "Haqqanis"):
        assert name in told


def test_person_shows_who_holds_the_speaker() -> None:
    found = person.report(*seeds(), Filters(), person="person/zahidullah")
    (table,) = section(found, "dependence").tables
    assert ("held by", "National Directorate of Security") in {
        row.cells[:2] for row in table.rows
    }
    assert section(found, "says").claims


def test_source_tells_its_members_and_what_falls_without_it() -> None:
    claim_set, context = seeds()
    found = source.report(claim_set, context, Filters(), source=NDS)
    (table,) = section(found, "dependants").tables
    ties = {row.cells[:2] for row in table.rows}
    assert ("Haris Jebran", "belongs to it") in ties
    assert ("Aslam Farooqi", "held by it") in ties
    (fallen,) = section(found, "falls").tables
    held = {claim.id: context.holders(claim) for claim in claim_set.claims}
    assert fallen.rows
    assert all(NDS in held[one] for row in fallen.rows for one in row.claims)


def test_source_shows_what_it_could_not_verify() -> None:
    found = source.report(*seeds(), Filters(), source="org/un-monitoring-team")
    (table,) = section(found, "stances").tables
    assert [row.cells[0] for row in table.rows] == ["unverified"]


def test_a_filter_leaves_the_context_as_it_is() -> None:
    claim_set, context = seeds()
    filters = Filters(said="2020-05-07")
    found = source.report(claim_set, context, filters, source=NDS)
    (table,) = section(found, "dependants").tables
    assert ("Haris Jebran", "belongs to it") in {row.cells[:2] for row in table.rows}
    # of all that he who is held says, the day may have been before
    held = {line.article[:3] for line in found.claims if "farooqi" in line.origin}
    others = {line.article[:3] for line in found.claims if "farooqi" not in line.origin}
    assert (held, others) == ({"003"}, {"000"})
