"""The UN's consolidated list: a made-up sample, bad ones, and the list at hand."""

from pathlib import Path

import pytest

from claimgraph import __file__ as package
from claimgraph.api.asking import ask
from claimgraph.api.sources import load
from claimgraph.corpus.reading import read_corpus
from claimgraph.errors import LoaderError
from claimgraph.loaders import elements, find_loader, loader_for
from claimgraph.loaders.listing import SECURITY_COUNCIL
from claimgraph.model import Alias, Batch
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from list_counts import un_counts
from list_loading import (
    SAMPLES,
    batches_of,
    changed_copy,
    check_counts,
    check_shown,
    claims_of,
    list_at_hand,
    refusal,
    typed,
)
from places import SEEDS

SAMPLE = SAMPLES / "un.xml"
NAME = "consolidated.xml"


@pytest.fixture
def batches() -> list[Batch]:
    """The sample as it is loaded."""
    return batches_of(SAMPLE, "un")


def test_listings_become_designations_with_day_and_number(batches: list[Batch]) -> None:
    found = {
        one.subject: (one.quote, one.valid, one.note)
        for one in claims_of(batches)
        if one.relation == "DESIGNATED_BY"
    }
    assert found == {
        "person/un-qdi-901": (
            *("QDi.901", "2030-05-06/.."),
            "list Al-Qaida, number QDi.901",
        ),
        "person/un-tai-902": (
            *("TAi.902", "2030-05-07/.."),
            "list Taliban, number TAi.902",
        ),
        "group/un-qde-901": (
            *("QDe.901", "2029-01-02/.."),
            "list Al-Qaida, number QDe.901",
        ),
        "group/un-qde-902": ("QDe.902", None, "list Al-Qaida, number QDe.902"),
        "org/un-qde-904": (
            *("QDe.904", "2029-01-04/.."),
            "list Taliban, number QDe.904",
        ),
    }
    assert {one.object for one in claims_of(batches) if one.kind == "sanctions-list"}
    assert batches[0].article.kind == "list"
    assert batches[0].article.published == "2031-03-04"


def test_ties_are_those_that_a_sentence_tells_by_name_and_number(
    batches: list[Batch],
) -> None:
    found = {
        (one.relation, one.subject, one.object, one.kind, one.role, one.former)
        for one in claims_of(batches)
        if one.relation != "DESIGNATED_BY"
    }
    front, cell = "group/un-qde-901", "group/un-qde-902"
    boris = "person/un-tai-902"
    assert found == {
        ("MEMBER_OF", "person/un-qdi-901", front, None, "member", False),
        ("MEMBER_OF", boris, front, None, "member", True),
        ("MEMBER_OF", boris, cell, None, "member", True),
        ("ALLEGED_LINK", front, cell, "ties", None, False),
        ("ALLEGED_LINK", front, "org/un-qde-904", "ties", None, False),
        ("PART_OF", cell, front, "affiliate", None, False),
    }


def test_names_keep_their_script_and_how_good_they_are(batches: list[Batch]) -> None:
    named = {one.id: one for batch in batches for one in batch.entities}
    adam = named["person/un-qdi-901"]
    assert adam.aliases == (
        Alias("آدم الشمالي"),
        Alias("Adam of the North"),
        Alias("the Smith", ambiguous=True),
    )
    assert adam.ids == (("un", "QDi.901"),)
    assert named["group/un-qde-901"].names == [
        *("NORTHERN FRONT (NF)", "NORTHERN FRONT", "NF"),
        *("Front of the North", "Northern Band"),
    ]


def test_the_sample_answers_a_question(tmp_path: Path) -> None:
    graph = str(tmp_path / "g")
    result = typed("load", str(SAMPLE), "--store", graph)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "left out, and why:",
        "       2  listings of the list DPRK, which is another programme",
        "       2  numbers in remarks that no plain sentence ties to it",
    ]
    with open_store(graph) as store:
        rows = ask(store, "groups/designations", group="Northern Band")
        assert [(row["by_whom"], row["quote"]) for row in rows] == [
            ("UN Security Council", "QDe.901")
        ]
        rows = ask(store, "groups/members", group="Front of the North")
        assert {row["person"] for row in rows} == {"ADAM NORTH", "BORIS NORTH"}
        [claim] = [one for one in claims_of(list(read(store))) if one.kind == "ties"][
            :1
        ]
    result = typed("show", claim.id, "--store", graph)
    assert "[DATAID='9101']/COMMENTS1" in result.stdout
    assert "Associated with the River Cell (QDe.902)" in result.stdout


def test_every_claim_opens_to_its_element(fresh_store: Store) -> None:
    assert check_shown(fresh_store, SAMPLE, "un") == 11
    assert load(fresh_store, SAMPLE).unchanged == 11


def test_the_sample_counts_as_counted_another_way(batches: list[Batch]) -> None:
    check_counts(batches, "un", un_counts(SAMPLE))


def test_the_order_of_listings_moves_no_id(
    batches: list[Batch], tmp_path: Path
) -> None:
    def turned(text: str) -> str:
        first, *rest = text.split("    <ENTITY>\n")
        last, end = rest[-1].split("  </ENTITIES>")
        return "    <ENTITY>\n".join([first, last, *rest[:-1]]) + "  </ENTITIES>" + end

    other = batches_of(changed_copy("un.xml", tmp_path, turned), "un")
    assert {one.id for batch in other for one in batch.entities} == {
        one.id for batch in batches for one in batch.entities
    }
    assert {one.selector for one in claims_of(other)} == {
        one.selector for one in claims_of(batches)
    }


def test_it_loads_beside_the_seeds(tmp_path: Path) -> None:
    seeds = read_corpus(SEEDS)
    assert seeds.entities[SECURITY_COUNCIL.id] == SECURITY_COUNCIL
    with open_store(str(tmp_path / "g")) as store:
        load(store, SEEDS)
        assert load(store, SAMPLE).created == 11


def test_the_list_at_hand_counts_as_counted_another_way(tmp_path: Path) -> None:
    path = list_at_hand("un/consolidated.xml")
    batches = batches_of(path, "un")
    check_counts(batches, "un", un_counts(path))
    assert len(list(claims_of(batches))) > 600


@pytest.mark.slow
def test_each_claim_of_the_list_at_hand_opens_to_its_element(tmp_path: Path) -> None:
    path = list_at_hand("un/consolidated.xml")
    with open_store(str(tmp_path / "g")) as store:
        assert check_shown(store, path, "un") > 600


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            *("<LISTED_ON>2030-05-06<", "<LISTED_ON>6 May 2030<"),
            "26: QDi.901.LISTED_ON: '6 May 2030' is no day: expected is one as "
            "2001-02-23",
        ),
        (
            *("QDe.904</REF", "904</REF"),
            "76: 904.REFERENCE_NUMBER: '904' is no number of a listing: expected is "
            "one as QDe.004",
        ),
        (
            *("<DATAID>9104<", "<DATAID>x<"),
            "76: QDe.904.DATAID: 'x' is no number: expected is one as 110447",
        ),
        (
            *("<FIRST_NAME>HILL EXCHANGE<", "<FIRST_NAME> <"),
            "76: QDe.904.FIRST_NAME: is missing",
        ),
        (
            *("<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>", ""),
            "43: KPi.901.UN_LIST_TYPE: is missing, as in Al-Qaida",
        ),
        (
            *("QDe.902</REF", "QDe.901</REF"),
            "68: QDe.901: group/un-qde-901 is defined twice, differently",
        ),
    ],
)
def test_a_bad_listing_is_told_with_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    path = changed_copy("un.xml", tmp_path, lambda text: text.replace(before, after))
    told, held = refusal(path, "un", tmp_path / "g")
    assert problem in told
    assert held == []


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"
)
AWAY = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>"
)
DEEP = f"<CONSOLIDATED_LIST>{'<a>' * 200}"
WIDE = f"<CONSOLIDATED_LIST><ENTITY>{'<a/>' * 100_001}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no whole XML: no element found"),
        ("<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n", "is no whole XML: no element found"),
        ("<CONSOLIDATED_LIST/>", "holds no listing: neither INDIVIDUAL nor ENTITY"),
        ("<sdnList/>", "begins with <sdnList>, expected is <CONSOLIDATED_LIST>"),
        (BOMB, "declares entities or a document type"),
        (AWAY, "declares entities or a document type"),
        (DEEP, "holds more within one entry than any list does"),
        (WIDE, "holds more within one entry than any list does"),
        ("plain text", "is no whole XML: syntax error: line 1"),
    ],
)
def test_what_is_no_such_list_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, "utf-8")
    with pytest.raises(LoaderError, match="^" + str(path)) as caught:
        list(find_loader("un").read(path))
    assert caught.value.message.startswith(words)
    assert caught.value.file == str(path)


def test_what_an_entry_may_hold_is_no_limit_for_a_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elements, "MOST_PARTS", 20)
    assert len(list(find_loader("un").read(SAMPLE))) == 1
    monkeypatch.setattr(elements, "MOST_PARTS", 10)
    with pytest.raises(LoaderError, match="within one entry"):
        list(find_loader("un").read(SAMPLE))


def test_an_xml_file_of_another_kind_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<html/>", "utf-8")
    with pytest.raises(LoaderError, match=r"begin with .*<CONSOLIDATED_LIST.*--from"):
        loader_for(path)


def test_utf_16_is_read_too(batches: list[Batch], tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8").replace("UTF-8", "UTF-16")
    path = tmp_path / "un.xml"
    path.write_bytes(text.encode("utf-16"))
    other = batches_of(path, "un")
    assert [one.quote for one in claims_of(other)] == [
        one.quote for one in claims_of(batches)
    ]


def test_importing_the_loader_needs_no_reader_of_xml() -> None:
    source = Path(package).parent / "loaders" / "elements.py"
    imports = [
        one for one in source.read_text("utf-8").splitlines() if "defused" in one
    ]
    assert imports
    assert all(one.startswith("    from ") for one in imports if "import" in one)
