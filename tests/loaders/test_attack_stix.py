"""STIX bundles: a made-up one of others, our own exports, and bad ones."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest

from claimgraph.api.asking import ask
from claimgraph.api.sources import load
from claimgraph.errors import LoaderError
from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.flat import entity_ids
from claimgraph.loaders import find_loader
from claimgraph.model import Article, Batch, Entity
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from export_cases import sample
from list_loading import (
    SAMPLES,
    batches_of,
    changed_copy,
    check_shown,
    claims_of,
    refusal,
    typed,
)
from places import SEEDS
from problems import problem_lines

NAME = "attack_stix.json"
SAMPLE = SAMPLES / NAME
UUID = "stix-00000000-0000-4000-8000-0000000000"
FRONT, CELL, RAIDS = f"group/{UUID}03", f"group/{UUID}04", f"attack/{UUID}05"
HILL, VALLEY = f"org/{UUID}01", f"org/{UUID}02"
# what no bundle carries of an article, and of an entity
NOT_CARRIED = {"text", "quote_checked", "zones", "retells", "corpus", "source_sha256"}
PLAIN = ExportOptions()


@pytest.fixture
def batches() -> list[Batch]:
    """The sample as it is loaded."""
    return batches_of(SAMPLE, "attack_stix")


def exported(batches: Sequence[Batch], folder: Path) -> Path:
    """A bundle of ours."""
    path = folder / "ours.stix.json"
    find_format("stix").write(selected_batches(batches, PLAIN), path, PLAIN)
    return path


def test_objects_become_claims_of_their_creator(batches: list[Batch]) -> None:
    assert [
        (one.relation, one.subject, one.object, one.polarity, one.origin)
        for one in claims_of(batches)
    ] == [
        ("ALLEGED_LINK", FRONT, CELL, "affirmed", VALLEY),
        ("ATTRIBUTED_TO", RAIDS, FRONT, "denied", VALLEY),
        ("ATTRIBUTED_TO", RAIDS, FRONT, "affirmed", HILL),
    ]
    link, denied, blamed = claims_of(batches)
    assert (blamed.valid, blamed.confidence) == ("2029-12-01/..", 0.75)
    assert blamed.quote.startswith("Hill Observatory lays")
    assert denied.reply is not None
    assert (denied.reply.claim, denied.reply.how) == (blamed.id, "disputes")
    assert link.quote == "related-to"


def test_a_report_is_an_article_of_its_own(batches: list[Batch]) -> None:
    whole, report = (batch.article for batch in batches)
    assert (whole.kind, whole.publisher) == ("dataset", None)
    assert (report.title, report.publisher, report.published) == (
        *("The winter", HILL, "2030-01-04"),
    )
    assert batches[0].left_out == {
        "objects of the type malware": 1,
        "objects of the type relationship that are taken back": 1,
        "relationships of the type uses that no relation of ours means": 1,
        "opinions that are neutral, or on no claim read here": 1,
    }


def test_the_sample_answers_a_question(tmp_path: Path) -> None:
    graph = str(tmp_path / "g")
    assert typed("load", str(SAMPLE), "--store", graph).exit_code == 0
    with open_store(graph) as store:
        rows = ask(store, "attacks/by-group", group="Front of the North")
        assert {row["origin"] for row in rows} >= {"Hill Observatory"}
        [claim] = [one for one in claims_of(list(read(store))) if one.confidence]
    result = typed("show", claim.id, "--store", graph)
    assert "/objects/6/description" in result.stdout


def test_every_claim_opens_to_its_value(fresh_store: Store) -> None:
    assert check_shown(fresh_store, SAMPLE, "attack_stix") == 3
    assert load(fresh_store, SAMPLE).unchanged == 3


def kept_article(one: Article) -> dict[str, object]:
    """What a bundle carries of an article."""
    names = {each.name for each in fields(one)} - NOT_CARRIED - {"where"}
    return {name: getattr(one, name) for name in names}


def kept_entity(one: Entity, known: set[str]) -> Entity:
    """What a bundle carries of an entity."""
    aliases = tuple(replace(a, case_exact=False, ambiguous=False) for a in one.aliases)
    within = one.within if one.within in known else None
    return replace(one, aliases=aliases, within=within, by=None)


def named_nowhere(batches: Sequence[Batch]) -> set[str]:
    """The entities that neither claim nor article names, as places around a place."""
    named = entity_ids(*claims_of([*batches]))
    for batch in batches:
        named |= {one for one in (batch.article.speaker, batch.article.author) if one}
    return {one.id for batch in batches for one in batch.entities} - named


def inner_places(batches: Sequence[Batch]) -> set[str]:
    """The places that are named and lie in one that is not."""
    outer = named_nowhere(batches)
    held = [one for batch in batches for one in batch.entities]
    return {one.id for one in held if one.within in outer and one.id not in outer}


@pytest.mark.parametrize("which", ["seeds", "sample"])
def test_our_own_bundle_comes_back_with_the_declared_losses(
    which: str, tmp_path: Path
) -> None:
    batches = [*find_loader("corpus").read(SEEDS)] if which == "seeds" else sample()
    back = batches_of(exported(batches, tmp_path), "attack_stix")
    sent = {one.id: one for one in claims_of(batches)}
    found = {one.id: one for one in claims_of(back)}
    # the account loses no feature of a claim: in words or extension all is there
    account = find_format("stix").losses(PLAIN)
    assert not [one for one in account.values() if one.level == "lost"]
    # whether a claim stands in the headline is worked out from the text
    bare = {id: replace(one, headline=False) for id, one in sent.items()}
    assert {id: replace(one, headline=False) for id, one in found.items()} == bare
    assert {one.id: one.loaded for one in found.values()} == {
        one.id: one.loaded for one in sent.values()
    }
    # an article that denies something waits in the bundle for who affirms it
    assert {one.article.id: kept_article(one.article) for one in back} == {
        one.article.id: kept_article(one.article) for one in batches
    }
    judged = [one for batch in batches for one in batch.judgements or ()]
    assert [one for batch in back for one in batch.judgements or ()] == sorted(
        judged, key=lambda one: one.id
    )
    named = {one.id: one for batch in back for one in batch.entities}
    needed = {one.id: one for batch in batches for one in batch.entities}
    # these stay away, and no others
    assert needed.keys() - named.keys() == named_nowhere(batches)
    assert [*named.values()] == [kept_entity(needed[id], {*named}) for id in named]
    assert back[-1].left_out == (
        {"places around a place, which the bundle lacks": len(inner_places(batches))}
        if inner_places(batches)
        else {}
    )


def test_our_own_bundle_loads_and_loads_again(tmp_path: Path) -> None:
    path = exported([*find_loader("corpus").read(SEEDS)], tmp_path)
    with open_store(str(tmp_path / "g")) as store:
        assert load(store, path).created == 630
        assert load(store, path).unchanged == 630
        rows = ask(store, "attacks/claims-of-responsibility")
        assert any(row["origin"] == "Islamic State-Khorasan" for row in rows)


def test_an_altered_claim_of_ours_is_told(tmp_path: Path) -> None:
    path = exported(sample(), tmp_path)
    text = path.read_text("utf-8")
    path.write_text(text.replace('"polarity": "affirmed"', '"polarity": "denied"', 1))
    found = problem_lines(find_loader("attack_stix").read(path), str(path))
    assert [one for one in found if "is not the id of what it says" in one]


def test_a_judgement_of_nobody_is_told(tmp_path: Path) -> None:
    batches = sample()
    assert any(one.judgements for one in batches)
    path = exported(batches, tmp_path)
    held = json.loads(path.read_text("utf-8"))
    for one in held["objects"]:
        if one.get("authors"):
            one["authors"] = []
    path.write_text(json.dumps(held), "utf-8")
    found = problem_lines(find_loader("attack_stix").read(path), str(path))
    assert any(one.endswith("].authors: names nobody who judged") for one in found)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            *('"name": "River Cell"', '"name": 7'),
            "8: objects[3].name: Expected `str`, got `int`",
        ),
        (
            *('"type": "campaign", ', ""),
            "9: objects[4]: is missing required field `type`",
        ),
        (
            *('"start_time": "2029-12-01', '"start_time": "2029-13-01'),
            "11: objects[6].valid: 2029-13-01/.. is no date: no such month",
        ),
    ],
)
def test_a_bad_object_is_told_with_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    path = changed_copy(NAME, tmp_path, lambda text: text.replace(before, after))
    told, held = refusal(path, "attack_stix", tmp_path / "g")
    assert [one for one in told if one.startswith(problem)], told
    assert "report" not in {one.article.kind for one in held}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no whole JSON: "),
        ('{"type": "bundle"}', "is no such file: "),
        ('{"type": "report", "objects": []}', "is a report, expected is a bundle"),
    ],
)
def test_what_is_no_bundle_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, "utf-8")
    with pytest.raises(LoaderError) as caught:
        list(find_loader("attack_stix").read(path))
    assert caught.value.message.startswith(words)
    assert caught.value.file == str(path)
