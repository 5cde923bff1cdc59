"""Whatever a corpus holds, each file says of it what its format declares."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.counting import FirstClaims, LossCounter, SortedLines
from claimgraph.exports.features import feature_names, features_of
from claimgraph.exports.loss import Loss
from claimgraph.exports.run import write_export
from claimgraph.flat import flat, flat_hops
from claimgraph.model import Batch, Cell, Claim, Pointer, XPath
from examples import examples
from export_cases import LOADED, sample
from small_batch import BAND, CELL
from strategies import corpora
from verifying import PLAIN, disagreements, target_for, write_plainly

FORMATS = format_names()
AGGREGATE = ExportOptions(aggregate=True)
CASES = [
    *((name, PLAIN) for name in FORMATS),
    *((name, AGGREGATE) for name in ("gexf", "graphml")),
]
SLOW_INPUT = [HealthCheck.too_slow]
WILD = (
    *("", "a\x00\x08<b>&\"'\r\n\u202e\ufffe]]>\x85 end\n", "\ufffd", "=1", "'x"),
    *(" - > -", 'x\nchain: A [group/a] asserts\npolarity: affirmed" ] > [', "\\u0027"),
)


@pytest.mark.parametrize(("name", "options"), CASES)
@settings(max_examples=examples(25), suppress_health_check=SLOW_INPUT)
@given(batches=corpora((0, 4)))
def test_made_up_corpora_are_as_declared(
    name: str,
    options: ExportOptions,
    tmp_path_factory: pytest.TempPathFactory,
    batches: list[Batch],
) -> None:
    folder = tmp_path_factory.mktemp(name)
    target = write_plainly(name, batches, folder, options)
    assert disagreements(name, target, batches, options) == []


def wild_claims(claims: tuple[Claim, ...], text: str) -> Iterator[Claim]:
    """The claims with a text wherever a person may write one, and other places."""
    for number, claim in enumerate(claims):
        value, place = claim.value, claim.selector
        if value is not None and value.of is not None and text:
            value = replace(value, of=text)
        if number % 4:
            places = Cell(7, f"c{text}"), XPath(f"/a{text}"), Pointer(f"/a{text}")
            place = places[number % 4 - 1]
        yield replace(
            claim,
            note=text,
            valid_words=text,
            value=value,
            selector=place,
            by=f"by {text}",
            confidence=number / 7,
            loaded=LOADED if number % 2 else None,
        )


@pytest.mark.parametrize("text", WILD)
@pytest.mark.parametrize(("name", "options"), CASES)
def test_hostile_sample_is_as_declared(
    name: str, options: ExportOptions, text: str, tmp_path: Path
) -> None:
    [batch] = sample()
    if "\0" in text and name in ("cypher", "neo4j_admin"):
        text = text.replace("\0", "")
    named = tuple(
        replace(one, name=f"x{text}") if one.id in (BAND, CELL) else one
        for one in batch.entities
    )
    claims = tuple(wild_claims(batch.claims, text))
    wild = [replace(batch, claims=claims, entities=named)]
    target = write_plainly(name, wild, tmp_path, options)
    assert disagreements(name, target, wild, options) == []


@pytest.mark.parametrize(("name", "options"), CASES)
def test_whether_it_is_denied_is_in_every_format(
    name: str, options: ExportOptions
) -> None:
    loss = find_format(name).losses(options).get("polarity")
    assert loss is None or loss.level == "reduced"


@pytest.mark.parametrize("name", FORMATS)
def test_export_that_is_not_as_declared_leaves_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format that declares what it does not do is found out."""
    wrong = {"polarity": Loss("nobody knows", level="lost")}

    def losses(options: ExportOptions) -> dict[str, Loss]:
        return wrong

    false = replace(find_format(name), losses=losses)
    monkeypatch.setattr(f"claimgraph.exports.formats.{name}.FORMAT", false)
    target = tmp_path / target_for(name, tmp_path).name
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ExportError, match=r"polarity is \w+, declared lost"):
        write_export(name, sample(), target, PLAIN, verify=True)
    assert sorted(tmp_path.iterdir()) == before


def test_claim_that_is_given_twice_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "claims.claims.jsonl"
    with pytest.raises(ExportError, match="is given twice"):
        write_export("claims", [*sample(), *sample()], target, PLAIN)
    assert list(tmp_path.iterdir()) == []


@given(corpora((1, 4)))
@settings(max_examples=examples(25), suppress_health_check=SLOW_INPUT)
def test_counter_sees_the_features_that_there_are(batches: list[Batch]) -> None:
    counter = LossCounter({})
    wanted = dict.fromkeys(feature_names(), 0)
    for batch in batches:
        counter.note(batch)
        for claim in batch.claims:
            for feature in features_of(flat(claim), flat_hops(claim)):
                wanted[feature] += 1
    beside = ("article_hash", "unnamed", "judgements", "parallel_claims")
    found = {one.feature: one.given for one in counter.totals()}
    assert {**found, **dict.fromkeys(beside, 0)} == wanted


@given(st.lists(st.text("ab0", max_size=4)))
def test_lines_leave_sorted(lines: list[str]) -> None:
    held = SortedLines()
    for line in lines:
        held.add(line)
    assert list(held) == sorted(lines)


@given(st.lists(st.integers(0, 999).map(str), unique=True))
def test_first_claims_are_the_first_of_all(claims: list[str]) -> None:
    some, every = FirstClaims(20), FirstClaims(None)
    for claim in claims:
        some.add(claim)
        every.add(claim)
    assert some.first() == sorted(claims)[:20] and every.first() == sorted(claims)
    assert some.count == every.count == len(claims)
