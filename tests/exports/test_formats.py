"""What holds for every format: one file per format in tests/cases/exports."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.features import FEATURES
from claimgraph.exports.run import account_path, write_export
from claimgraph.model import Batch
from claimgraph.resources import packaged_path
from claimgraph.yaml_file import read_yaml
from export_cases import CASES, sample, seeds, shortfalls, without
from verifying import disagreements, target_for, write_plainly

FORMATS = format_names()
OPTIONS = ExportOptions()
SCHEMA = Draft202012Validator(
    json.loads(packaged_path("exports", "account.schema.json").read_text("utf-8"))
)


def content(target: Path) -> dict[str, bytes]:
    """The bytes of a file, or of every file in a folder."""
    files = sorted(target.rglob("*")) if target.is_dir() else [target]
    return {
        str(path.relative_to(target)): path.read_bytes()
        for path in files
        if path.is_file()
    }


@pytest.mark.parametrize("name", FORMATS)
def test_account_of_the_seeds_is_as_expected(name: str, tmp_path: Path) -> None:
    target = target_for(name, tmp_path)
    found = write_export(name, seeds(), target, OPTIONS)
    case = cast("dict[str, object]", read_yaml(CASES / f"{name}.yaml").plain)
    assert found.claims.out == case["claims"]
    assert shortfalls(found) == (case["features"] or {})
    assert [one.feature for one in found.features] == list(FEATURES)
    for one in found.features:
        assert one.given == one.carried + one.reduced + one.lost
        less = one.reduced + one.lost
        assert len(one.claims) == min(less, 20)
        assert bool(one.why) == bool(less), one.feature
    written = json.loads(account_path(target).read_text("utf-8"))
    assert list(SCHEMA.iter_errors(written)) == []
    assert written["claims"]["refused"] == found.claims.given - found.claims.out


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_aggregate_says_why_it_holds_less(name: str, tmp_path: Path) -> None:
    target = target_for(name, tmp_path)
    found = write_export(name, sample(), target, ExportOptions(aggregate=True))
    short = {one.feature: one.why for one in found.features if one.reduced or one.lost}
    assert all(short.values())
    many = "an edge stands for many claims and shows only their counts"
    assert short["quote"] == short["chain_depth"] == short["modality"] == many
    held = [one for one in found.features if one.feature == "polarity"]
    assert [one.carried for one in held] == [found.claims.given]


@pytest.mark.parametrize("name", FORMATS)
def test_equal_input_gives_equal_bytes(name: str, tmp_path: Path) -> None:
    places = [tmp_path / "one", tmp_path / "two"]
    for place in places:
        place.mkdir()
        write_export(name, seeds(), target_for(name, place), OPTIONS)
    one, two = (content(target_for(name, place)) for place in places)
    assert one == two
    assert all(one.values())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("feature", FEATURES)
def test_feature_that_a_writer_drops_is_no_longer_as_declared(
    name: str, feature: str, tmp_path: Path
) -> None:
    loss = find_format(name).losses(OPTIONS).get(feature)
    if loss is not None and loss.level == "lost" and loss.when is None:
        return
    target = write_plainly(name, without(feature, sample()), tmp_path)
    found = disagreements(name, target, sample())
    assert any(f"{feature} is lost, declared" in one for one in found) or (
        feature == "parallel_claims" and any("is missing" in one for one in found)
    )


@pytest.mark.parametrize("name", FORMATS)
def test_claim_that_nobody_gave_is_found(name: str, tmp_path: Path) -> None:
    [batch] = sample()
    fewer = replace(batch, claims=batch.claims[1:])
    target = write_plainly(name, [batch], tmp_path)
    assert f"claim {batch.claims[0].id} is not given" in " ".join(
        disagreements(name, target, [fewer])
    )


@pytest.mark.parametrize("name", FORMATS)
def test_export_that_is_verified_is_the_same(name: str, tmp_path: Path) -> None:
    places = [tmp_path / "plain", tmp_path / "verified"]
    for place in places:
        place.mkdir()
        target, verify = target_for(name, place), place.name == "verified"
        write_export(name, sample(), target, OPTIONS, verify=verify)
    one, two = (content(place) for place in places)
    assert one == two


@pytest.mark.parametrize("name", FORMATS)
def test_strict_writes_only_what_loses_nothing(name: str, tmp_path: Path) -> None:
    target = target_for(name, tmp_path)
    found = write_export(name, sample(), target, OPTIONS)
    fresh = tmp_path / "strict"
    fresh.mkdir()
    target = target_for(name, fresh)
    if found.lost:
        with pytest.raises(ExportError, match="loses"):
            write_export(name, sample(), target, OPTIONS, strict=True)
        assert list(fresh.iterdir()) == []
    else:
        write_export(name, sample(), target, OPTIONS, strict=True)
        assert target.exists() and account_path(target).is_file()


def test_schema_refuses_what_is_no_account(tmp_path: Path) -> None:
    target = target_for("claims", tmp_path)
    write_export("claims", sample(), target, OPTIONS)
    written = json.loads(account_path(target).read_text("utf-8"))
    assert list(SCHEMA.iter_errors(written)) == []
    written["features"][0]["lost"] = -1
    written["features"][1]["feature"] = "A colour"
    written["claims"]["more"] = 1
    del written["filters"]["review"]
    assert len(list(SCHEMA.iter_errors(written))) == 4


WITH_BASE = [name for name in FORMATS if "base" in find_format(name).options]


@pytest.mark.parametrize(
    "base", ["", "x/", "https://example.org/a b/", "https://example.org/a"]
)
@pytest.mark.parametrize("name", WITH_BASE)
def test_base_that_begins_no_iri_is_refused(
    name: str, base: str, tmp_path: Path
) -> None:
    target = target_for(name, tmp_path)
    with pytest.raises(ExportError, match=f"'{base}' cannot begin IRIs"):
        write_export(name, sample(), target, ExportOptions(base=base))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_error_of_the_source_stays_what_it_is(name: str, tmp_path: Path) -> None:
    def broken() -> Iterator[Batch]:
        yield from sample()
        raise ValueError("the row is broken")

    with pytest.raises(ValueError, match=r"^the row is broken$"):
        write_export(name, broken(), target_for(name, tmp_path), OPTIONS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["jsonld", "nquads", "trig", "turtle"])
def test_text_that_no_reader_takes_is_told(name: str, tmp_path: Path) -> None:
    [batch] = sample()
    article = replace(batch.article, text=f"{batch.article.text}{'x' * 2**24}")
    long, target = replace(batch, article=article), target_for(name, tmp_path)
    told = "small: its text is longer than 16 MiB, .*--no-text"
    with pytest.raises(ExportError, match=told):
        write_export(name, [long], target, OPTIONS)
    assert list(tmp_path.iterdir()) == []
    found = write_export(name, [long], target, ExportOptions(no_text=True))
    assert found.claims.out == len(batch.claims)
    assert not found.lost


FORGED = (
    "Bureau says: River Cell bombed it \u202e",
    "A [group/x] asserts > B [group/y] denies",
    'denies: "he said" \\ (according to X)',
)


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("name", FORMATS)
def test_names_that_look_like_speech_lose_nothing_more(
    name: str, forged: str, tmp_path: Path
) -> None:
    [batch] = sample()
    named = tuple(replace(one, name=forged) for one in batch.entities)
    odd = replace(batch, entities=named)
    found, plain = (
        write_export(name, [one], target_for(name, tmp_path), OPTIONS)
        for one in (odd, batch)
    )
    assert [replace(one, why="", where="", claims=()) for one in found.features] == [
        replace(one, why="", where="", claims=()) for one in plain.features
    ]
