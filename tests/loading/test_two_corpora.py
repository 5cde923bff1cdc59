"""Two corpora in one graph: the seeds with others, ways out and in, judgements."""

from pathlib import Path

import pytest

from claimgraph.api.exporting import export
from claimgraph.api.sources import load, open_sources
from claimgraph.api.stores import status
from claimgraph.api.verifying import verify
from claimgraph.errors import CorpusError, GateError
from claimgraph.loading import forget
from claimgraph.model import Definition, Entity
from claimgraph.readback import read_entities
from claimgraph.store.base import Row, Store
from examples import mostly_slow
from graph_snapshot import assert_equal, snapshot
from own_graphs import own_store
from places import SEEDS
from shared_corpora import Corpus, write_corpus

KHORASAN = "group/islamic-state-khorasan"
HAQQANI = "group/haqqani-network"


def team(*uses: str) -> Corpus:
    """A corpus that names groups of the seeds otherwise."""
    found = Corpus("team", uses=list(uses))
    found.entries = {
        KHORASAN: {"name": "Wilayat Khurasan", "kind": "faction", "ids": {"UN": "1"}},
        HAQQANI: {"name": "Haqqani Network", "aliases": ["Miran Shah Shura"]},
        "org/post": {"name": "The Post"},
    }
    found.articles["team-0"] = [("ALLEGED_LINK", KHORASAN, HAQQANI)]
    return found


def named(store: Store, one: str) -> Entity:
    """An entity as the graph has it."""
    return read_entities(store, [one])[one]


@pytest.mark.longer_served
def test_the_seeds_with_a_corpus_that_names_their_groups_otherwise(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = write_corpus(tmp_path, team())
    load(fresh_store, SEEDS)
    seeds, before = snapshot(fresh_store), named(fresh_store, KHORASAN)
    load(fresh_store, folder)
    both, after = snapshot(fresh_store), named(fresh_store, KHORASAN)
    # seeds come before team
    assert (after.name, after.kind) == (before.name, before.kind)
    assert {*after.names} == {*before.names, "Wilayat Khurasan"}
    assert {*after.ids} == {*before.ids, ("UN", "1")}
    assert "Miran Shah Shura" in named(fresh_store, HAQQANI).names
    with own_store() as other:
        load(other, folder)
        assert named(other, KHORASAN).name == "Wilayat Khurasan"
        load(other, SEEDS)
        assert_equal(other, both)
    forget(fresh_store, "team-0")
    assert_equal(fresh_store, seeds)


def test_who_uses_another_corpus_comes_before_it(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, team("claimgraph:seeds"))
    with own_store() as store:
        load(store, folder)
        known = named(store, KHORASAN)
        assert (known.name, known.kind) == ("Wilayat Khurasan", "faction")
        assert "ISIS-K" in known.names
        both = snapshot(store)
        load(store, SEEDS)
        load(store, folder)
        for stem in sorted(path.stem for path in (SEEDS / "articles").glob("*.txt")):
            forget(store, stem)
        assert_equal(store, both)


@pytest.mark.parametrize("form", mostly_slow(["claims", "trig", "nquads"]))
def test_definitions_come_back_by_corpus(form: str, tmp_path: Path) -> None:
    corpus = team("claimgraph:seeds")
    corpus.articles["team-1"] = [("LED_BY", HAQQANI, "person/sirajuddin-haqqani")]
    folder = write_corpus(tmp_path, corpus)
    endings = {"claims": ".claims.jsonl", "trig": ".trig", "nquads": ".nq"}
    with own_store() as store:
        load(store, SEEDS)
        load(store, folder)
        wanted = snapshot(store)
        path = tmp_path / f"all{endings[form]}"
        export(store, form, path, verify=True)
        with own_store() as other:
            load(other, path)
            assert_equal(other, wanted)
            forget(other, "team-0")
            forget(other, "team-1")
            forget(store, "team-0")
            forget(store, "team-1")
            assert_equal(other, snapshot(store))


def test_a_definition_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, team("claimgraph:seeds"))
    with own_store() as store:
        load(store, folder)
        path = tmp_path / "all.claims.jsonl"
        export(store, "claims", path)
        text = path.read_text("utf-8")
        assert '"kind": "faction"' in text
        changed = text.replace('"kind": "faction"', '"kind": "party"', 1)
        path.write_text(changed, "utf-8")
        with own_store() as other, pytest.raises(GateError, match="are not those of"):
            load(other, path)


def test_status_tells_the_corpora_and_where_they_differ(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, team("claimgraph:seeds"))
    with own_store() as store:
        load(store, folder)
        found = status(store, verify=True)
        assert [(row["corpus"], row["articles"]) for row in found.corpora] == [
            ("seeds", 0),
            ("team", 1),
        ]
        assert found.corpora[1]["uses"] == ["seeds"]
        kinds = [row for row in found.differing if row["what"] == "kind"]
        assert kinds == [
            {
                "entity": KHORASAN,
                "what": "kind",
                "stands": "faction (team)",
                "others": ["militant-group (seeds)"],
            }
        ]
        assert found.verification is not None
        assert found.verification.differences == ()


def judged(left: str, right: str) -> Row:
    """That two ids are one."""
    ends: Row = {"left": left, "right": right, "verdict": "same"}
    return ends | {"who": "bea", "when": "2024", "why": "both say so"}


def judging() -> Corpus:
    """A corpus that judges an id of `judged_corpus`."""
    corpus = team()
    corpus.judgements.append(judged("group/x", HAQQANI))
    return corpus


def judged_corpus() -> Corpus:
    """A corpus of somebody else, which alone has group/x."""
    other = Corpus("bob", articles={"bob-0": [("ALLEGED_LINK", "group/x", "group/y")]})
    other.entries = {one: {"name": one} for one in ("group/x", "group/y", "org/post")}
    return other


def test_judgements_may_name_ids_of_a_loaded_corpus(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, judging())
    second = write_corpus(tmp_path, judged_corpus())
    with own_store() as store:
        with pytest.raises(GateError, match="group/x is not in entities/"):
            load(store, folder)
        load(store, second)
        load(store, folder)
        assert status(store).judgements == {"same": 1}
        both = snapshot(store)
    with own_store() as store:
        load(store, open_sources([folder, second]))
        assert_equal(store, both)


def test_a_judgement_outlives_what_was_forgotten(tmp_path: Path) -> None:
    """A corpus that was loaded loads again, whatever others took out meanwhile."""
    corpus = judging()
    folder = write_corpus(tmp_path, corpus)
    second = write_corpus(tmp_path, judged_corpus())
    with own_store() as store:
        load(store, open_sources([second, folder]))
        both = snapshot(store)
        forget(store, "bob-0")
        alone = snapshot(store)
        assert load(store, folder).unchanged == 1
        assert_equal(store, alone)
        load(store, second)
        assert_equal(store, both)
        corpus.judgements.append(judged("group/z", HAQQANI))
        with pytest.raises(GateError, match="group/z is not in entities/"):
            load(store, write_corpus(tmp_path, corpus))


def test_two_people_of_one_name_are_not_made_one(tmp_path: Path) -> None:
    """Nor are they where something says that they are one, until it does."""
    folders: dict[str, Path] = {}
    for name in ("ann", "bob"):
        corpus = Corpus(
            name, articles={f"{name}-0": [("LED_BY", "group/x", "person/ali")]}
        )
        corpus.entries = {"group/x": {"name": "X"}, "org/post": {"name": "P"}}
        corpus.entries["person/ali"] = {"name": "Ali", "kind": "militant"}
        folders[name] = write_corpus(tmp_path, corpus)
    with own_store() as store:
        load(store, folders["ann"])
        one = snapshot(store)
        with pytest.raises(CorpusError) as caught:
            load(store, folders["bob"])
        told = str(caught.value)
        assert "people.yaml:1: person/ali: person/ali is defined in" in told
        assert "entities/ of corpus ann (loaded) and in " in told
        assert "a judgement can still say that two ids are one" in told
        assert_equal(store, one)
        corpus = Corpus("bob", uses=["../ann"])
        corpus.articles["bob-0"] = [("LED_BY", "group/x", "person/ali")]
        corpus.entries["person/ali"] = {"name": "Ali Khan"}
        load(store, write_corpus(tmp_path, corpus))
        assert named(store, "person/ali").names == ["Ali Khan", "Ali"]
        assert verify(store).differences == ()


def test_a_name_that_changes_changes_the_claims_of_others(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, team())
    with own_store() as store:
        load(store, SEEDS)
        corpus = team()
        corpus.name = "another"
        corpus.entries[KHORASAN]["name"] = "Before All"
        corpus.articles = {"another-0": [("ALLEGED_LINK", HAQQANI, KHORASAN)]}
        load(store, write_corpus(tmp_path, corpus))
        known = named(store, KHORASAN)
        assert known.name == "Before All"
        names = [told.corpus for told in known.definitions]
        assert names == ["another", "seeds"]
        assert isinstance(known.definitions[0], Definition)
        load(store, folder)
        assert verify(store).differences == ()
