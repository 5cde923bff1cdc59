"""Out and in again: equal claims, equal quads, whoever reads them."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.run import write_export
from claimgraph.exports.selection import selected_batches
from claimgraph.gate import Gate
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.model import Batch
from claimgraph.rdf import dataset
from claimgraph.rdf.writing.quads import quads
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from examples import examples, mostly_slow
from export_cases import LOADED, sample, seeds
from quad_sets import (
    by_pyoxigraph,
    by_rdflib,
    of_rdflib,
    own_warnings_of_rdflib,
)
from strategies import corpora

OPTIONS = ExportOptions()
FORMATS = ("trig", "nquads", "turtle", "jsonld", "claims")
RDF = FORMATS[:4]
# the same corpora would be made up again and again otherwise
some = settings(
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def loaded(batches: Iterable[Batch]) -> list[Batch]:
    """The batches as an export selects them, all claims with a time of loading."""
    return [
        replace(
            batch, claims=tuple(replace(one, loaded=LOADED) for one in batch.claims)
        )
        for batch in selected_batches(batches, OPTIONS)
    ]


def there_and_back(name: str, batches: Iterable[Batch]) -> list[Batch]:
    """What a reader of the format gives of what its writer wrote."""
    exporter = find_format(name)
    loader = find_loader("claims_jsonl" if name == "claims" else "rdf")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"made-up{exporter.suffix}"
        exporter.write(iter(batches), target, OPTIONS)
        return list(loader.read(target))


def times(claim_set: ClaimSet) -> list[str | None]:
    """When each claim was loaded, which equality leaves out."""
    return [claim.loaded for claim in claim_set.claims]


def check_round_trip(name: str, batches: list[Batch]) -> None:
    """Claims, articles, entities and judgements come back as they left."""
    back = there_and_back(name, batches)
    schema = load_schema()
    assert [problem for one in back for problem in Gate(schema).problems(one)] == []
    before, after = gather(batches), gather(back)
    assert after == before
    assert times(after) == times(before)


@pytest.mark.parametrize("name", mostly_slow(FORMATS))
def test_seeds_and_sample_come_back(name: str) -> None:
    check_round_trip(name, loaded(seeds()))
    check_round_trip(name, loaded(sample()))


@pytest.mark.slow
@settings(some, max_examples=examples(200))
@given(corpora())
def test_made_up_corpora_come_back_through_quads(batches: list[Batch]) -> None:
    check_round_trip("nquads", loaded(batches))


@pytest.mark.parametrize("name", ("trig", "turtle", "jsonld", "claims"))
@some
@given(batches=corpora())
def test_made_up_corpora_come_back(name: str, batches: list[Batch]) -> None:
    check_round_trip(name, loaded(batches))


@pytest.mark.slow
@pytest.mark.parametrize("name", RDF)
def test_libraries_read_the_same_quads(name: str, tmp_path: Path) -> None:
    for number, batches in enumerate((seeds(), sample())):
        target = tmp_path / f"{number}{find_format(name).suffix}"
        find_format(name).write(selected_batches(batches, OPTIONS), target, OPTIONS)
        wanted = set(quads(selected_batches(batches, OPTIONS)))
        if name == "turtle":
            wanted = {(*quad[:3], "") for quad in wanted}
        assert by_pyoxigraph(target) == wanted
        assert by_rdflib(target) == wanted


@settings(some, max_examples=examples(8))
@given(batches=corpora())
def test_libraries_agree_on_made_up_corpora(batches: list[Batch]) -> None:
    wanted = set(quads(loaded(batches)))
    assert set(of_rdflib(dataset(loaded(batches)))) == wanted
    with tempfile.TemporaryDirectory() as folder:
        for name in ("trig", "nquads", "jsonld"):
            target = Path(folder) / f"out{find_format(name).suffix}"
            find_format(name).write(loaded(batches), target, OPTIONS)
            assert by_rdflib(target) == wanted
            assert by_pyoxigraph(target) == wanted


@pytest.mark.slow
# rdflib's own serializers call what rdflib has deprecated
@pytest.mark.filterwarnings("ignore:Dataset.* is deprecated:DeprecationWarning")
def test_rdflib_writes_what_pyoxigraph_reads_as_the_same(tmp_path: Path) -> None:
    for name in ("trig", "nquads"):
        target = tmp_path / f"rdflib{find_format(name).suffix}"
        whole = dataset(seeds())
        with own_warnings_of_rdflib():
            whole.serialize(target, format=name, encoding="utf-8")
        assert by_pyoxigraph(target) == set(quads(seeds()))


# no carriage return alone: YAML and rdflib's Turtle leave it, Windows tools may not
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
HOSTILE = st.text(LETTERS, min_size=1, max_size=30) | st.sampled_from(
    ["a\u202eb", '"""', "\\u0041", "]]>", "<script>", "\ufeffx", "\x85\u2028", "\r\n"]
)


@some
@given(st.data())
def test_hostile_words_come_back(data: st.DataObject) -> None:
    def words(empty: str | None = None) -> str:
        return data.draw(HOSTILE.filter(lambda text: text.strip() != ""))

    [batch] = sample()
    claims = tuple(
        replace(one, note=words(), valid_words=words(), by=words())
        for one in batch.claims
    )
    article = replace(batch.article, title=words(), note=words(), url=words())
    held = [replace(batch, claims=claims, article=article)]
    for name in ("trig", "nquads", "jsonld", "claims"):
        after = gather(there_and_back(name, loaded(held)))
        wanted = gather(loaded(held))
        assert after.articles == wanted.articles
        for one, other in zip(after.claims, wanted.claims, strict=True):
            assert (one.note, one.valid_words, one.by) == (
                *(other.note, other.valid_words, other.by),
            )


def test_long_quote_comes_back() -> None:
    [batch] = sample()
    long = "very " * 400_000
    held = [replace(batch, article=replace(batch.article, note=long))]
    for name in ("trig", "nquads", "claims"):
        [back] = there_and_back(name, loaded(held))
        assert back.article.note == long


@pytest.mark.parametrize("name", ("trig", "claims"))
def test_graph_comes_back_on_every_store(
    name: str, fresh_store: Store, seeds_folder: Store, tmp_path: Path
) -> None:
    first, second = (tmp_path / f"{one}{find_format(name).suffix}" for one in "ab")
    account = write_export(name, read(seeds_folder), first, OPTIONS)
    assert account.lossless
    loader = find_loader("claims_jsonl" if name == "claims" else "rdf")
    load(loader.read(first), fresh_store)
    before, after = gather(read(seeds_folder)), gather(read(fresh_store))
    assert after == before
    assert times(after) == times(before)
    assert write_export(name, read(fresh_store), second, OPTIONS).lossless
    assert first.read_bytes() == second.read_bytes()
