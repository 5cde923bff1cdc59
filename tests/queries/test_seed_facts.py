"""What the five seed articles must show: facts C1 to C13, asked of the library."""

from collections.abc import Iterable

from claimgraph.library import ask
from claimgraph.store.base import Store

GURDWARA = "attack/2020-03-25-kabul-gurdwara"
AIRPORT = "attack/2021-08-26-kabul-airport"
MATERNITY = "attack/2020-05-12-kabul-maternity-ward"
MAY_CELL = "group/joint-cell-kabul-2020-05"
ISIS_K, ISIS = "group/islamic-state-khorasan", "group/islamic-state"
HAQQANI, TALIBAN = "group/haqqani-network", "group/taliban"
A000, A001 = "000_2c56f325ed44745d", "001_ef2bba291d2961f0"
A002, A003 = "002_1fa57f24a4ada94d", "003_7cc125320d65fb31"
A004 = "004_62215bf20e618462"

Record = dict[str, object]


def rows(store: Store, question: str, **arguments: object) -> list[Record]:
    """The answer as one dict a row, all rows of it."""
    answer = ask(store, question, {"limit": 5000} | arguments)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def opened(store: Store, claim: object) -> list[Record]:
    """Everything about one claim, a row for each hop."""
    answer = ask(store, "claims/open", {"claim": claim})
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def column(found: Iterable[Record], *names: str) -> set[tuple[object, ...]]:
    """Those columns of the rows, as a set."""
    return {tuple(row[name] for name in names) for row in found}


def test_c1_own_claim_rival_attribution_and_denial(seeds_store: Store) -> None:
    blamed = rows(
        seeds_store, "attacks/attributions", attack=GURDWARA, culprit=MAY_CELL
    )
    assert column(blamed, "article", "origin_id", "polarity", "modality") == {
        (A000, "org/nds", "affirmed", "stated"),
        (A001, f"person/unspecified-{A001}", "affirmed", "alleged"),
    }
    claimed = rows(seeds_store, "attacks/claims-of-responsibility", attack=GURDWARA)
    assert column(claimed, "article", "origin_id") == {(A000, ISIS_K), (A003, ISIS_K)}
    denied = rows(seeds_store, "claims/who-denies-the-link", a=ISIS_K, b=HAQQANI)
    taliban = [row for row in denied if row["origin_id"] == TALIBAN]
    assert column(taliban, "article", "polarity") == {(A000, "denied")}
    answered = [opened(seeds_store, row["reply_to"])[0] for row in taliban]
    assert column(answered, "relation", "origin_id") == {("ALLEGED_LINK", "org/nds")}
    single = rows(seeds_store, "attacks/single-origin-attributions", group=MAY_CELL)
    gurdwara = [row for row in single if row["attack_id"] == GURDWARA]
    assert column(gurdwara, "origin_id", "claims", "hidden") == {("org/nds", 1, 1)}


def test_c2_three_hops_each_with_its_stance(seeds_store: Store) -> None:
    found = rows(seeds_store, "people/profile", person="person/shahab-al-muhajir")
    member = [row for row in found if row["relation"] == "MEMBER_OF"]
    assert column(member, "other_id", "modality", "hops") == {(HAQQANI, "possible", 3)}
    hops = opened(seeds_store, member[0]["claim"])
    assert [(row["hop"], row["holder_id"], row["stance"]) for row in hops] == [
        (1, "org/sputnik", "reports"),
        (2, "org/un-monitoring-team", "unverified"),
        (3, member[0]["origin_id"], "asserts"),
    ]
    unnamed = rows(seeds_store, "people/unnamed-speakers")
    assert member[0]["origin_id"] in {row["speaker_id"] for row in unnamed}


def test_c3_a_monitor_is_a_hop(seeds_store: Store) -> None:
    claimed = rows(seeds_store, "attacks/claims-of-responsibility", attack=AIRPORT)
    [through_site] = [row for row in claimed if row["hops"] == 3]
    assert through_site["origin_id"] == ISIS_K
    holders = [row["holder_id"] for row in opened(seeds_store, through_site["claim"])]
    assert holders == ["org/sputnik", "org/site-intelligence-group", ISIS_K]


def test_c4_three_withheld_claims(seeds_store: Store) -> None:
    found = rows(seeds_store, "claims/withheld")
    assert column(
        found, "relation", "subject_id", "object_id", "reason", "origin_id"
    ) == {
        (
            "ATTRIBUTED_TO",
            AIRPORT,
            ISIS_K,
            "declines-to-name",
            "person/zabihullah-mujahid",
        ),
        (
            "ATTRIBUTED_TO",
            MATERNITY,
            TALIBAN,
            "does-not-blame",
            "person/zalmay-khalilzad",
        ),
        ("KILLED_BY", "person/sanaullah", None, "silent", "org/nds"),
    }
    evil = rows(seeds_store, "attacks/attributions", attack=AIRPORT)
    mujahid = [row for row in evil if row["origin_id"] == "person/zabihullah-mujahid"]
    assert column(mujahid, "polarity", "culprit_id") == {
        ("affirmed", f"group/unnamed-{A002}-evil-circles"),
        ("withheld", ISIS_K),
    }


def test_c5_values_of_each_source(seeds_store: Store) -> None:
    found = rows(seeds_store, "attacks/casualties", attack=AIRPORT)
    killed = [row for row in found if row["relation"] == "KILLED"]
    figures = column(killed, "article", "of", "min", "max")
    assert {
        (A002, "Afghans", 60, 60),
        (A002, "US troops", 13, 13),
        (A004, "people", 171, None),
        (A004, "Taliban members", 28, 28),
        (A004, "US troops", 13, 13),
        (A004, "British nationals", 2, 2),
    } <= figures
    days = column(rows(seeds_store, "attacks/dates", attack=AIRPORT), "article", "on")
    assert {(A002, "2021-08-26"), (A004, "2021-08-27")} <= days


def test_c6_one_origin_then_and_now(seeds_store: Store) -> None:
    both = rows(seeds_store, "claims/same-origin-both-polarities")
    sayeedi = "person/ahmad-sayeedi"
    assert sayeedi in {row["origin_id"] for row in both}
    pair = rows(seeds_store, "groups/pair", a=ISIS_K, b=HAQQANI)
    said = [
        row
        for row in pair
        if row["origin_id"] == sayeedi and row["relation"] == "ALLEGED_LINK"
    ]
    denied = [row for row in said if row["polarity"] == "denied"]
    assert len(denied) == 1
    assert str(denied[0]["valid_latest"]) < "2020"
    begun = [
        row for row in said if row["polarity"] == "affirmed" and row["valid_earliest"]
    ]
    assert begun, "Sayeedi's affirmed link has a beginning"
    assert all(str(row["valid_earliest"]) >= "2020" for row in begun)


def test_c7_part_of_merges_nothing(seeds_store: Store) -> None:
    found = rows(seeds_store, "groups/parts-and-parents", group=ISIS_K)
    kayani = [row for row in found if row["origin_id"] == "person/arif-kayani"]
    assert column(kayani, "part_id", "whole_id") == {(ISIS_K, HAQQANI)}


def test_c8_confessions_and_custody(seeds_store: Store) -> None:
    chains = rows(seeds_store, "sources/long-chains")
    baseer = [row for row in chains if str(row["chain"]).endswith("Abdul Baseer")]
    assert baseer
    for row in baseer:
        holders = [hop["holder_id"] for hop in opened(seeds_store, row["claim"])]
        media = [hop["medium"] for hop in opened(seeds_store, row["claim"])]
        assert holders == ["person/sulaiman", "org/nds", "person/abdul-baseer"]
        assert media[-1] == "confession"
    farooqi = rows(
        seeds_store,
        "sources/according-to",
        source="person/aslam-farooqi",
        role="origin",
    )
    assert {row["hops"] for row in farooqi} == {2}
    held = rows(seeds_store, "people/in-custody", custodian="org/nds")
    assert {"person/aslam-farooqi", "person/abdul-baseer"} <= {
        row["person_id"] for row in held
    }


def test_c9_retellings(seeds_store: Store) -> None:
    found = rows(seeds_store, "sources/retold-articles")
    pairs = {(str(row["article"]), str(row["retells"])) for row in found}
    assert (A001, A000) in pairs
    assert any(one == A003 and work.startswith("outside/") for one, work in pairs)


def test_c10_a_heading_attributes_a_list(seeds_store: Store) -> None:
    found = rows(seeds_store, "attacks/attributions", culprit=ISIS_K)
    listed = [
        row
        for row in found
        if row["article"] == A004
        and row["hops"] == 1
        and str(row["quote"]).startswith(("major IS-K attacks", "IS-K attacks"))
    ]
    assert len({row["attack_id"] for row in listed}) == 14
    kunduz = "attack/2021-10-08-kunduz-shiite-mosque"
    tolls = rows(seeds_store, "attacks/casualties", attack=kunduz)
    assert {row["origin_id"] for row in tolls} == {"org/al-jazeera"}


def test_c11_rival_leaders(seeds_store: Store) -> None:
    heads = rows(seeds_store, "people/leaders", group=HAQQANI)
    now = [row for row in heads if row["role"] == "leader" and not row["former"]]
    assert column(now, "leader_id", "article") >= {
        ("person/sirajuddin-haqqani", A002),
        ("person/sirajuddin-haqqani", A003),
    }
    branch = rows(seeds_store, "people/leaders", group=ISIS_K)
    named = column(branch, "leader_id", "article")
    assert ("person/shahab-al-muhajir", A002) in named
    assert ("person/aslam-farooqi", A003) in named
    assert all(row["valid_earliest"] for row in branch if row["role"] == "leader")
    cell = rows(seeds_store, "people/leaders", group=MAY_CELL)
    assert ("person/sanaullah", "org/nds") in column(cell, "leader_id", "origin_id")


def test_c12_comments_make_no_claim(seeds_store: Store) -> None:
    for person in ("person/aslam-farooqi", "person/sirajuddin-haqqani"):
        found = rows(seeds_store, "people/profile", person=person)
        assert found
        assert not {row["article"] for row in found} & {A000, A001}
    for article in (A000, A001):
        comments = rows(seeds_store, "groups/supporters")
        blamed = {row["supporter_id"] for row in comments if row["article"] == article}
        assert "state/pakistan" not in blamed


def test_c13_branch_and_parent_are_two(seeds_store: Store) -> None:
    found = rows(seeds_store, "groups/parts-and-parents", group=ISIS_K)
    parents = [row for row in found if row["whole_id"] == ISIS]
    assert {row["part_id"] for row in parents} == {ISIS_K}
    assert {A000, A001, A002, A003, A004} <= {row["article"] for row in parents}
    asked = rows(seeds_store, "attacks/attributions", culprit=ISIS_K)
    words = " ".join(str(row["quote"]) for row in asked)
    assert "IS-K" in words and "Islamic State-Khorasan" in words
