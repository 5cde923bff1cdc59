"""A place that only a claim names stays as long as the claim, on every store."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from claimgraph.errors import CorpusError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, snapshot

STONETOWN = Path(__file__).parents[1] / "cases" / "load" / "stonetown"
PLACES = "MATCH (p:Place) RETURN p.id AS id ORDER BY id"
# what the arrest and the killing say, in their lines of the file
ARREST, KILLING = ", place: place/stonetown", ", place: place/market"


def places(store: Store) -> list[str]:
    """The places that the graph holds, without their prefix."""
    return [str(row["id"]).removeprefix("place/") for row in store.read(PLACES)]


def told_without(folder: Path, *words: str) -> Path:
    """The same corpus without some words of its claims."""
    target = folder / f"without-{len(words)}"
    shutil.copytree(STONETOWN, target)
    path = target / "claims" / "stonetown.yaml"
    text = path.read_text("utf-8")
    for one in words:
        assert one in text
        text = text.replace(one, "")
    path.write_text(text, "utf-8")
    return target


def test_a_place_goes_with_the_last_claim_that_names_it(
    fresh_store: Store, tmp_path: Path
) -> None:
    read = find_loader("corpus").read
    load(read(STONETOWN), fresh_store)
    assert places(fresh_store) == ["bus", "land", "market", "stonetown"]
    load(read(told_without(tmp_path, ARREST)), fresh_store)
    assert places(fresh_store) == ["bus", "land", "market", "stonetown"]
    load(read(told_without(tmp_path, ARREST, KILLING)), fresh_store)
    assert places(fresh_store) == ["bus", "land", "stonetown"]
    load(read(STONETOWN), fresh_store)
    assert places(fresh_store) == ["bus", "land", "market", "stonetown"]
    forget(fresh_store, "stonetown")
    assert places(fresh_store) == []


@pytest.mark.longer_served
def test_two_corpora_name_the_place_of_an_arrest_differently(
    fresh_store: Store, tmp_path: Path
) -> None:
    read = find_loader("corpus").read
    load(read(STONETOWN), fresh_store)
    other = told_without(tmp_path)
    for name, was, becomes in (
        ("corpus.yaml", "stonetown", "elsewhere"),
        ("entities/places.yaml", "the market of Stonetown", "a market"),
    ):
        text = (other / name).read_text("utf-8")
        assert was in text
        (other / name).write_text(text.replace(was, becomes), "utf-8")
    for folder in ("articles", "claims"):
        [path] = (other / folder).iterdir()
        path.rename(path.with_stem("elsewhere"))
    article = other / "articles" / "elsewhere.txt"
    raw = article.read_bytes() + b"More.\n"
    article.write_bytes(raw)
    claims = other / "claims" / "elsewhere.yaml"
    sha256 = hashlib.sha256(raw).hexdigest()
    lines = re.sub(r"sha256: \w+", f"sha256: {sha256}", claims.read_text("utf-8"))
    claims.write_text(lines, "utf-8")
    head = other / "corpus.yaml"
    with pytest.raises(CorpusError, match=r"attack/bus is defined in .* two attacks"):
        load(read(other), fresh_store)
    head.write_text(f"{head.read_text('utf-8')}uses: [{STONETOWN}]\n", "utf-8")
    load(read(other), fresh_store)
    named = "MATCH (p:Place {id: 'place/market'}) RETURN p.name AS name"
    assert fresh_store.read(named) == [{"name": "a market"}]
    both = snapshot(fresh_store)
    forget(fresh_store, "stonetown")
    assert fresh_store.read(named) == [{"name": "a market"}]
    load(read(STONETOWN), fresh_store)
    assert_equal(fresh_store, both)
    forget(fresh_store, "elsewhere")
    assert fresh_store.read(named) == [{"name": "the market of Stonetown"}]
