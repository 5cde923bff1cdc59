"""The names that ship: sound, built again byte for byte, and what they are good for."""

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from claimgraph.api.known_names import known_names, shipped_names
from claimgraph.api.sources import load
from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import read_corpus
from claimgraph.folding import fold
from claimgraph.loaders import find_loader
from claimgraph.model import Entity
from claimgraph.readback import read
from claimgraph.store import open_store
from list_loading import LISTS, list_at_hand
from places import SEEDS
from shared_corpora import Corpus, write_corpus

ROOT = SEEDS.parent
NAMES = ROOT / "names"
BODIES = ("group", "org")
TOLD = re.compile(r"\b(born|passport|identity|listed|original script|\d{5,})\b", re.I)


@pytest.fixture(scope="module")
def entities() -> dict[str, Entity]:
    """All entries by id."""
    return dict(read_corpus(NAMES).own)


def sort_of(own: str) -> str:
    """The type of an id; groups and organizations share their names."""
    prefix = own.partition("/")[0]
    return BODIES[0] if prefix in BODIES else prefix


def test_the_gate_passes_them_and_every_name_can_be_typed() -> None:
    found = check_corpus(NAMES)
    assert (found.problems, found.unseen, found.unused) == ((), (), ())
    assert found.entities > 6000


def test_no_entry_says_what_anybody_is(entities: dict[str, Entity]) -> None:
    for one in entities.values():
        assert one.description is None
        kinds = ("country", "province") if one.id.startswith("place/") else (None,)
        assert one.kind in kinds
        assert (one.by or "").startswith("names: ")
        assert one.ids or one.by == "names: natural earth"


def test_names_are_names_and_tell_nothing(entities: dict[str, Entity]) -> None:
    """No birth, no document, no country in brackets behind a body's name."""
    countries = {
        fold(name)
        for one in entities.values()
        if one.kind == "country"
        for name in one.names
    }
    for one in entities.values():
        if one.id.startswith(("place/", "state/")):
            continue
        for name in one.names:
            assert fold(name) not in countries, (one.id, name)
            assert TOLD.search(name) is None, (one.id, name)
        assert len(one.name) > 2
        assert all(len(it.name) > 2 or it.ambiguous for it in one.aliases)


def test_a_name_of_several_is_ambiguous(entities: dict[str, Entity]) -> None:
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in entities.values():
        for name in one.names:
            owners[sort_of(one.id), fold(name)].add(one.id)
    for one in entities.values():
        for alias in one.aliases:
            several = len(owners[sort_of(one.id), fold(alias.name)]) > 1
            assert alias.ambiguous or not several, (one.id, alias.name)


def test_no_number_stands_at_two_entries(entities: dict[str, Entity]) -> None:
    numbers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in entities.values():
        for scheme, number in one.ids:
            if scheme in ("un", "ofac", "misp"):
                numbers[scheme, number].append(one.id)
    assert numbers
    assert not [ids for ids in numbers.values() if len(ids) > 1]


@pytest.mark.longer
def test_the_script_builds_the_same_bytes(tmp_path: Path) -> None:
    list_at_hand("un/consolidated.xml")
    out = tmp_path / "again.jsonl"
    code = (
        "import sys, pathlib, names_build; "
        "names_build.OUT = pathlib.Path(sys.argv.pop()); names_build.main()"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(LISTS), str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tools")},
        check=True,
        timeout=300,
    )
    assert out.read_bytes() == (NAMES / "entities.jsonl").read_bytes()


KNOWN = {
    "Boko Haram": "group/un-qde-138",
    "Western Education is a Sin": "group/un-qde-138",
    "جماعة أهل السنة للدعوة والجهاد": "group/un-qde-138",
    "Islamic State": "group/islamic-state",
    "Al-Qaida in Iraq": "group/islamic-state",
    "Haqqani Network": "group/haqqani-network",
    "شبکه حقانی": "group/haqqani-network",
    "HQN": "group/haqqani-network",
    "ETA": "group/misp-ed96ae11-83fb-5d55-9ddb-84a7376ce258",
    "Basque Homeland and Liberty": "group/misp-ed96ae11-83fb-5d55-9ddb-84a7376ce258",
    "القاعدة": "group/al-qaeda",
    "Al Qaida": "group/al-qaeda",
    "Эмират Кавказ": "group/un-qde-131",
    "تحریک طالبان پاکستان": "group/tehreek-e-taliban-pakistan",
    "Shining Path": "group/ofac-4715",
    "Sendero Luminoso": "group/ofac-4715",
    "JNIM": "group/un-qde-159",
}


@pytest.mark.parametrize("name", KNOWN)
def test_well_known_groups_are_found_by_their_names(name: str) -> None:
    assert KNOWN[name] in [one.id for one in known_names(name, ["group"])]


def test_a_province_lies_in_its_country_and_is_the_seeds_own(
    entities: dict[str, Entity],
) -> None:
    provinces = [one for one in entities.values() if one.kind == "province"]
    assert len({one.ids for one in provinces}) == len(provinces) > 3500
    lying = {one.within for one in provinces if one.within is not None}
    assert lying <= {*entities} and len(lying) > 180
    assert entities["place/kandahar"].ids == (("iso-3166-2", "AF-KAN"),)
    assert entities["place/iso-af-kab"].within == "place/afghanistan"


def test_a_country_is_found_as_a_place_and_as_a_state() -> None:
    for name in ("Afghanistan", "افغانستان", "Афганистан", "阿富汗"):
        found = {one.id for one in known_names(name)}
        assert found == {"place/afghanistan", "state/afghanistan"}
    assert [one.id for one in known_names("Greenland")] == ["place/greenland"]


def test_parents_are_not_their_branches(entities: dict[str, Entity]) -> None:
    families = (
        ("group/al-qaeda", "group/un-qde-014", "group/un-qde-129", "group/ofac-20159"),
        ("group/islamic-state", "group/islamic-state-khorasan", "group/un-qde-162"),
        ("group/taliban", "group/tehreek-e-taliban-pakistan", "group/haqqani-network"),
        ("group/ofac-10391", "group/ofac-10465"),
    )
    for parent, *branches in families:
        for branch in branches:
            numbers = {entities[parent].ids, entities[branch].ids}
            assert len(numbers) == 2
            own = {one.name for one in entities[branch].aliases if not one.ambiguous}
            assert entities[parent].name not in own


def user(folder: Path, said: list[tuple[str, str, str]]) -> Path:
    """A corpus that uses the names and writes none of its own but the publisher."""
    corpus = Corpus("ann", uses=["claimgraph:names"], articles={"ann-0": said})
    corpus.entries["org/post"] = {"name": "Post"}
    return write_corpus(folder, corpus)


def test_a_graph_holds_only_what_its_claims_need(tmp_path: Path) -> None:
    said = [("ALLEGED_LINK", "group/haqqani-network", "group/un-qde-138")]
    folder = user(tmp_path, said)
    with open_store(str(tmp_path / "g")) as store:
        assert load(store, folder).created == 1
        [batch] = read(store)
        assert {one.id for one in batch.entities} == {
            *("org/post", "group/haqqani-network", "group/un-qde-138"),
        }


def test_they_load_beside_the_seeds_and_beside_a_list(tmp_path: Path) -> None:
    """In any order: what the seeds, a list and the names know is one."""
    groups = [one for one in read_corpus(SEEDS).own if one.startswith("group/")]
    both = sorted(set(groups) & {one.id for one in shipped_names()})
    assert len(both) == 8
    said = [("ALLEGED_LINK", "group/haqqani-network", one) for one in both]
    folder = user(tmp_path, [one for one in said if one[1] != one[2]])
    assert check_corpus(folder).problems == ()
    with open_store(str(tmp_path / "g")) as store:
        load(store, SEEDS)
        load(store, folder)
        named = {one.id: one for batch in read(store) for one in batch.entities}
    haqqani = named["group/haqqani-network"]
    assert haqqani.name == "Haqqani Network"
    assert {"Haqqanis", "شبکه حقانی"} <= {*haqqani.names}
    assert dict(haqqani.ids)["un"] == "TAe.012"
    assert [one.corpus for one in haqqani.definitions] == ["names", "seeds"]


@pytest.mark.parametrize(
    ("loader", "path"), [("un", "un/consolidated.xml"), ("ofac", "ofac/sdn.csv")]
)
def test_a_list_has_the_ids_of_the_names(
    loader: str, path: str, entities: dict[str, Entity]
) -> None:
    """Unless the seeds, or a list before it, have the same body or person."""
    listed = {
        one.id: one
        for batch in find_loader(loader).read(list_at_hand(path))
        for one in batch.entities
        if loader in dict(one.ids)
    }
    numbers = {dict(one.ids).get(loader): one for one in entities.values()}
    for own, entity in listed.items():
        found = numbers[dict(entity.ids)[loader]]
        assert found.id == own or len(found.ids) > 1, own
        if own.startswith("person/"):
            alone = loader == "un" or len(found.ids) == 1
            assert found.id == own or (not alone and found.id.startswith("person/un-"))
            # who is joined has the names of both
            assert {*map(fold, entity.names)} & {*map(fold, found.names)}
            assert {fold(one) for one in entity.names} >= {
                fold(found.name)
            } or not alone


def test_a_line_that_is_no_entry_is_told(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, Corpus("ann"))
    lines = [
        json.dumps({"id": "group/ash", "name": "Ash", "kinds": "x"}),
        "",
        "{",
        json.dumps({"id": "group/elm", "name": "Elm"}),
        json.dumps({"id": "group/elm", "name": "Ulm"}),
    ]
    path = folder / "entities.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    told = [f"{one.line}: {one.reason}" for one in check_corpus(folder).problems]
    assert told[0].startswith("1: is no key here")
    assert told[1].startswith("3: is no JSON: ")
    assert told[2] == f"5: group/elm has an entry already ({path}:4)"
