"""The benchmark of extraction: keys of MUC-4 as they are written, unions, tables."""

from dataclasses import replace

import pytest

from claimgraph.api.scoring import is_listed
from claimgraph.model import Claim, Entity
from claimgraph.scoring import score_codings
from claimgraph.scoring.coded import CodedArticle, coded_articles, text_digest
from claimgraph.scoring.tally import Tally
from extraction import set_text
from muc import (
    STRICTNESS,
    Blamed,
    all_as_reported,
    article_of_muc,
    article_tally,
    beside_deeds,
    blamed,
)
from muc_keys import MucArticle, muc_articles
from muc_tables import known_names, part_text
from small_batch import CELL, GUILD, MARKET, small_batch
from systems import System, united

KEY = r"""
;;; a remark: "NOBODY"
0.  MESSAGE: ID                     DEV-MUC3-9001 (NOBODY)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 JAN 90
9.  PERP: INDIVIDUAL ID             "MEN"
                                    "OTHER MEN"
10. PERP: ORGANIZATION ID           "SUN PATH" / "SP"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED: "SUN PATH" / "SP"
                                    ? POSSIBLE: "HILL BAND"
12. PHYS TGT: ID                    *

0.  MESSAGE: ID                     DEV-MUC3-9001 (NOBODY)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / POSSIBLE: "THE \"RIVER\" CELL"

0.  MESSAGE: ID                     DEV-MUC3-9002 (NOBODY)
1.  MESSAGE: TEMPLATE               *
11. PERP: ORGANIZATION CONFIDENCE   *

0.  MESSAGE: ID                     DEV-MUC3-9003 (NOBODY)
1.  MESSAGE: TEMPLATE               1
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED BY AUTHORITIES: "MILL GUILD"
                                    REPORTED AS FACT: "SUN PATH"
1.  MESSAGE: TEMPLATE               2
11. PERP: ORGANIZATION CONFIDENCE   -
"""
TEXTS = """
DEV-MUC3-9001 (NOBODY)

   VESHTI, 3 JAN 90 -- [TEXT] THE SUN PATH [SP] CLAIMED THE BLAST IN
ZORABAD.

DEV-MUC3-9002 (NOBODY)

   NOTHING.

DEV-MUC3-9003 (NOBODY)

   THE POLICE SAID THAT THE MILL GUILD DID IT.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[MucArticle]:
    """The two invented texts with their keys, as files of MUC-4 have them."""
    folder = tmp_path_factory.mktemp("muc") / "dev"
    folder.mkdir()
    (folder / "dev-muc3-9001-9100").write_text(TEXTS, "latin-1")
    (folder / "key-dev-9001.muc4").write_text(KEY, "latin-1")
    return muc_articles(folder.parent, "dev")


def test_keys_are_read_as_they_are_written(articles: list[MucArticle]) -> None:
    told = [
        (one.id, [(o.names, o.classes, o.optional) for o in one.organizations])
        for one in articles
    ]
    assert told == [
        (
            "DEV-MUC3-9001",
            [
                (("SUN PATH", "SP"), ("claimed",), False),
                (("HILL BAND",), ("possible",), True),
                (("THE RIVER CELL",), ("fact", "possible"), True),
            ],
        ),
        ("DEV-MUC3-9002", []),
        (
            "DEV-MUC3-9003",
            [
                (("MILL GUILD",), ("authorities",), False),
                (("SUN PATH",), ("fact",), False),
            ],
        ),
    ]


def test_articles_are_scored_by_organization_and_class(
    articles: list[MucArticle],
) -> None:
    first, second, third = articles
    right = [Blamed(("Sun Path",), "claimed"), Blamed(("Hill Band",), "fact")]
    # an optional organization counts neither way, if its class is right as well
    assert [article_tally(first, right, one) for one in STRICTNESS] == [
        *(Tally(1, 1, 1), Tally(1, 1, 1), Tally(1, 1, 2)),
    ]
    reported = all_as_reported(right)
    assert [article_tally(first, reported, one).hits for one in STRICTNESS] == [1, 0, 0]
    assert article_tally(second, right, "organization") == Tally(0, 0, 2)
    guild = [Blamed(("Mill Guild",), "authorities"), Blamed(("the Sun Path",), "fact")]
    assert article_tally(third, guild, "class of five") == Tally(2, 2, 2)


def test_a_text_comes_with_small_letters_whole_lines_and_its_day(
    articles: list[MucArticle],
) -> None:
    article = article_of_muc(articles[0], ["Sun Path"])
    assert article.published == "1990-01-03"
    assert article.text == (
        "Veshti, 3 Jan 90 -- [TEXT] The Sun Path [SP] claimed the blast in Zorabad.\n"
    )
    group = Entity(id="group/sun-path", name="Sun Path", aliases=())
    assert beside_deeds(article, [group]) == []
    told = replace(article, text="The Sun Path bombed a bridge. The Hill Band did not.")
    other = Entity(id="group/hill-band", name="Hill Band")
    assert beside_deeds(told, [group, other]) == [Blamed(("Sun Path",), "fact")]


def test_names_of_the_keys_are_known(articles: list[MucArticle]) -> None:
    known = known_names(articles)
    found = known.named("the SP", {"group"})
    assert found is not None and found.names == ["Sun Path", "SP"]


def test_claims_become_what_keys_tell() -> None:
    batch = small_batch()
    entities = {one.id: one for one in batch.entities}
    ways = ("CLAIMED_BY", "ATTRIBUTED_TO")
    assert [
        (one.names[0], one.how) for one in blamed(batch.claims, entities, ways)
    ] == [
        ("River Cell", "authorities"),
        ("Mill Guild", "claimed"),
    ]
    own = [replace(one, chain=one.chain[:1]) for one in batch.claims]
    assert blamed(own, entities, ways)[0].how == "fact"
    unsure = [replace(one, modality="suspected") for one in own]
    assert blamed(unsure, entities, ways)[0].how == "accused"
    denied = [replace(one, polarity="denied") for one in own]
    assert blamed(denied, entities, ways) == []


def test_the_table_of_a_part(articles: list[MucArticle]) -> None:
    found = {"core": {articles[0].id: [Blamed(("Sun Path",), "claimed")]}}
    told = part_text("test", articles, found, articles[2:])
    assert "| core | class of five | 1 | 3 | 1 | 1.00 | 0.33 | 0.50 |" in told
    assert (
        "| core, named in dev | nothing more | 1 | 3 | - | - | 0.33 | - | - |" in told
    )
    assert "| core, new | nothing more | 0 | 0 | - | - | - | - | - |" in told


SMALL = coded_articles([small_batch()])[0]


def system(name: str, *claims: Claim) -> System:
    """What proposes these claims."""
    held: dict[str, CodedArticle] = {
        text_digest(SMALL.article): replace(SMALL, claims=claims)
    }
    return System(name, held)


def test_a_union_takes_what_is_one_once() -> None:
    first, *_, last = SMALL.claims
    doubtful = replace(first, modality="possible")
    both = united(system("a", first), system("b", doubtful, last))
    assert both.name == "a and b"
    (one,) = both.proposals.values()
    assert one.claims == (first, last)


def test_the_text_of_a_set() -> None:
    first, *_, last = SMALL.claims
    told = set_text("seeds", [SMALL], [system("a", first), system("b", *SMALL.claims)])
    assert "1 articles, 5 claims. Texts that were missing: 0." in told
    assert "| a | 1 | 4 | 1 | 1.00 | 0.25 | 0.40 | - |" in told
    assert f"| {last.relation} | 0.00 (0, 1, 0) | 1.00 (1, 1, 1) |" in told
    score = score_codings([SMALL], system("a", first).proposals.values(), is_listed)
    assert f"{score.faults('misses')[0][0]} (3)" in told
    assert first.subject == MARKET and {first.object, last.object} == {CELL, GUILD}
