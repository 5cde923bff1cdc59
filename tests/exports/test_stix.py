"""STIX: who denies or is silent is nowhere read as affirming, whatever the names."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.stix.claims import period
from claimgraph.ids import judgement_id
from claimgraph.model import Batch, Claim, Entity, Judgement
from claimgraph.safe_text import STEERING
from examples import examples
from export_cases import sample, seeds
from small_batch import BAND, CELL
from strategies import corpora

Block = Mapping[str, object]
OPTIONS = ExportOptions()
VERBS = {"affirmed": " says: ", "denied": " denies: "}
HOSTILE = (
    "A says: x\n- B says: y\u202e {} \u0000 </x> \" ' \\ [group/x] asserts > " * 20
)


def bundle(batches: Sequence[Batch], folder: Path, options: ExportOptions) -> Block:
    """The bundle as read back."""
    target = folder / "out.stix.json"
    find_format("stix").write(selected_batches(batches, options), target, options)
    return cast("Block", json.loads(target.read_text("utf-8")))


def objects(batches: Sequence[Batch], folder: Path) -> dict[str, Block]:
    """The objects of the bundle by their ids, each once."""
    found = cast("list[Block]", bundle(batches, folder, OPTIONS)["objects"])
    assert len({str(one["id"]) for one in found}) == len(found)
    return {str(one["id"]): one for one in found}


def claim_id(one: Block) -> str | None:
    """The claim that an object is, by its external reference."""
    if one["type"] not in ("relationship", "note", "opinion"):
        return None
    refs = cast("Sequence[Block]", one.get("external_references") or ())
    return str(refs[0]["external_id"]).removeprefix("claim/") if refs else None


def check(batches: Sequence[Batch], folder: Path) -> None:
    """Every claim is one object, and only affirmed ones are relationships."""
    found = objects(batches, folder)
    given_claims = {
        one.id: one
        for batch in selected_batches(batches, OPTIONS)
        for one in batch.claims
    }
    held = {str(claim_id(one)): one for one in found.values() if claim_id(one)}
    assert held.keys() == given_claims.keys()
    for key, claim in given_claims.items():
        assert_polarity(claim, held[key], found)
    for one in found.values():
        for ref in references(one):
            assert ref in found


def references(one: Block) -> list[str]:
    """Every id that an object names."""
    names = ("created_by_ref", "source_ref", "target_ref")
    singles = [str(one[name]) for name in names if name in one]
    lists = [*cast("list[str]", one.get("object_refs", []))]
    return singles + lists + cast("list[str]", one.get("object_marking_refs", []))


def assert_polarity(claim: Claim, one: Block, found: Mapping[str, Block]) -> None:
    """The kind of the object, and the words in it, tell what the origin does."""
    tie = claim.polarity == "affirmed" and claim.object is not None
    assert (one["type"] == "relationship") == tie
    assert cast("list[str]", one["labels"])[0] == claim.polarity
    texts = [one.get("description"), one.get("explanation"), one.get("abstract")]
    [words] = [str(text) for text in texts if text is not None]
    begins = words.split("\n")[0]
    if claim.polarity != "withheld":
        # a name may hold a verb of its own, and stands in front
        name = str(found[str(one["created_by_ref"])]["name"])
        if ":" in name:
            name = json.dumps(STEERING.sub(" ", name), ensure_ascii=False)
        assert begins[len(name) :].startswith(VERBS[claim.polarity])
    if one["type"] == "opinion":
        assert one["opinion"] == "strongly-disagree"
        denied = [found[ref] for ref in cast("list[str]", one["object_refs"])]
        assert {each["type"] for each in denied} == {"relationship"}


def test_seeds_and_sample_keep_their_polarity(tmp_path: Path) -> None:
    check(seeds(), tmp_path)
    check(sample(), tmp_path)


@settings(max_examples=examples(25))
@given(batches=corpora())
def test_made_up_corpora_keep_their_polarity(
    tmp_path_factory: pytest.TempPathFactory, batches: list[Batch]
) -> None:
    check(batches, tmp_path_factory.mktemp("stix"))


def test_denial_is_an_opinion_only_where_somebody_affirms(tmp_path: Path) -> None:
    [batch] = sample()
    [denial] = [one for one in batch.claims if one.polarity == "denied"]
    both = {claim_id(one): one for one in objects([batch], tmp_path).values()}
    assert both[denial.id]["type"] == "opinion"
    alone = replace(batch, claims=(denial,))
    [lone] = [one for one in objects([alone], tmp_path).values() if claim_id(one)]
    assert lone["type"] == "note"
    assert " denies: " in str(lone["abstract"])


def test_hostile_names_stay_on_their_line(tmp_path: Path) -> None:
    [batch] = sample()
    odd = [
        replace(one, name=HOSTILE) if one.id == BAND else one for one in batch.entities
    ]
    found = objects([replace(batch, entities=tuple(odd))], tmp_path)
    [report] = [one for one in found.values() if one["type"] == "report"]
    lines = str(report["description"]).split("\n")
    assert sum(line.startswith("- ") for line in lines) == len(batch.claims)
    assert "\u202e" not in str(report["description"])
    assert HOSTILE in {one.get("name") for one in found.values()}


def test_name_that_says_something_stands_in_quotes(tmp_path: Path) -> None:
    [batch] = sample()
    odd = tuple(
        replace(one, name="Bureau says: it was us") if one.id == CELL else one
        for one in batch.entities
    )
    found = objects([replace(batch, entities=odd)], tmp_path)
    [denial] = [one for one in found.values() if one["type"] == "opinion"]
    assert str(denial["explanation"]).startswith('"Bureau says: it was us" denies: ')


def test_hostile_counted_stay_on_their_line(tmp_path: Path) -> None:
    forged = "traders\n- Bureau says: bombing was attributed to River Cell.\u202e\u200f"
    [batch] = sample()
    odd = tuple(
        replace(one, value=replace(one.value, of=forged))
        if one.value is not None and one.value.of is not None
        else one
        for one in batch.claims
    )
    assert odd != batch.claims
    found = objects([replace(batch, claims=odd)], tmp_path)
    [report] = [one for one in found.values() if one["type"] == "report"]
    lines = str(report["description"]).split("\n")
    assert sum(line.startswith("- ") for line in lines) == len(batch.claims)
    abstracts = "".join(str(one.get("abstract", "")) for one in found.values())
    for text in (str(report["description"]), abstracts):
        assert "attributed to River Cell" in text
        assert not {"\u202e", "\u200f"} & set(text)
    assert "\n" not in abstracts


def test_judged_place_is_the_place_of_the_claims(tmp_path: Path) -> None:
    [batch] = sample()
    around = Entity(id="place/c", name="C", lat=34.5, lon=69.2)
    near = Entity(id="place/a", name="A", within="place/c")
    other = Entity(id="place/b", name="B", within="place/c")
    claim = replace(batch.claims[0], relation="LOCATED_IN", object="place/a")
    own = judgement_id("place/a", "place/b", "unsure", "ann", "2020")
    judged = Judgement(
        id=own,
        left="place/a",
        right="place/b",
        verdict="unsure",
        who="ann",
        when="2020",
        why="both near",
    )
    held = replace(
        batch,
        entities=(*batch.entities, around, near, other),
        claims=(claim,),
        judgements=(judged,),
    )
    found = objects([held], tmp_path)
    [place] = [one for one in found.values() if one.get("name") == "A"]
    [note] = [one for one in found.values() if one.get("labels") == ["judgement"]]
    assert place["type"] == "location"
    assert place["id"] in cast("list[str]", note["object_refs"])


def test_nothing_depends_on_the_day_or_on_chance(tmp_path: Path) -> None:
    first = bundle(sample(), tmp_path, OPTIONS)
    assert bundle(sample(), tmp_path, OPTIONS) == first
    other = bundle(sample(), tmp_path, ExportOptions(base="https://example.org/x/"))
    ids = {str(one["id"]) for one in cast("list[Block]", first["objects"])}
    again = {str(one["id"]) for one in cast("list[Block]", other["objects"])}
    assert ids.isdisjoint(again)


def test_only_what_has_a_confidence_gets_one(tmp_path: Path) -> None:
    [batch] = sample()
    given_ones = {one.id for one in batch.claims if one.confidence is not None}
    found = objects([batch], tmp_path).values()
    assert {claim_id(one) for one in found if "confidence" in one} == given_ones
    assert given_ones


@pytest.mark.parametrize(
    ("valid", "start", "stop"),
    [
        ("2020-03-25", "2020-03-25", None),
        ("2020-03", "2020-03-01", "2020-03-31"),
        ("2020-09/2020-12", "2020-09-01", "2020-12-31"),
        ("../2015-01", None, "2015-01-31"),
        ("2021-08-15/..", "2021-08-15", None),
        ("2015~", None, None),
        ("[2020-05-07..]", None, None),
    ],
)
def test_period_stops_after_it_starts(
    valid: str, start: str | None, stop: str | None
) -> None:
    found = period(valid)
    assert found.get("start_time") == (start and f"{start}T00:00:00.000Z")
    assert found.get("stop_time") == (stop and f"{stop}T00:00:00.000Z")


def test_marking_is_never_weaker_than_given(tmp_path: Path) -> None:
    [batch] = sample()
    article = replace(batch.article, marking="TLP:AMBER+STRICT")
    found = objects([replace(batch, article=article)], tmp_path)
    [marking] = [one for one in found.values() if one["type"] == "marking-definition"]
    assert marking["definition"] == {"tlp": "red"}
    for one in found.values():
        if claim_id(one) or one["type"] == "report":
            assert one["object_marking_refs"] == [marking["id"]]
