"""FollowTheMoney itself accepts every entity and every value that we write."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from claimgraph.exports import ExportOptions
from claimgraph.exports.ftm import ftm_id
from claimgraph.exports.run import write_export
from export_cases import seeds
from outside_tools import output

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
Block = dict[str, object]
# what Aleph does to every entity that is sent to a collection
SIGNED = """
import json, sys
from followthemoney import model
from followthemoney.namespace import Namespace
collection = Namespace("collection")
for line in open(sys.argv[1], encoding="utf-8"):
    entity = model.get_proxy(json.loads(line))
    signed = collection.apply(entity).id
    print(json.dumps([entity.id, Namespace.parse(signed)[0], signed]))
"""


def lines(text: str) -> dict[str, Block]:
    """The entities of a file by their ids, each once."""
    found = [cast("Block", json.loads(line)) for line in text.splitlines()]
    assert len({one["id"] for one in found}) == len(found)
    return {str(one["id"]): one for one in found}


def cleaned(followthemoney: Path, path: Path) -> dict[str, Block]:
    """What FollowTheMoney keeps of a file: it drops values that it cannot read."""
    return lines(output([str(followthemoney / "ftm"), "validate", "-i", str(path)]))


def test_model_keeps_every_value(
    followthemoney: Path, written: Written, hostile: Written
) -> None:
    for path in (written("ftm"), hostile("ftm")):
        given, kept = lines(path.read_text("utf-8")), cleaned(followthemoney, path)
        assert given.keys() == kept.keys()
        for key, one in given.items():
            assert one["schema"] == kept[key]["schema"]
            assert values(one) == values(kept[key])


def values(one: Block) -> dict[str, list[str]]:
    """The properties of an entity; the order of values means nothing."""
    held = cast("dict[str, list[str]]", one["properties"])
    return {name: sorted(held[name]) for name in sorted(held)}


def test_model_drops_planted_errors(
    followthemoney: Path, hostile: Written, tmp_path: Path
) -> None:
    text = hostile("ftm").read_text("utf-8")
    broken = tmp_path / "broken.json"
    assert '"date": ["' in text
    broken.write_text(text.replace('"date": ["', '"date": ["day '), encoding="utf-8")
    given, kept = lines(broken.read_text("utf-8")), cleaned(followthemoney, broken)
    assert any(values(one) != values(kept[key]) for key, one in given.items())


def test_signing_keeps_every_id_apart(
    followthemoney: Path, written: Written, hostile: Written
) -> None:
    for path in (written("ftm"), hostile("ftm")):
        given = lines(path.read_text("utf-8"))
        command = [str(followthemoney / "python"), "-c", SIGNED, str(path)]
        told = [json.loads(line) for line in output(command).splitlines()]
        assert [own for own, _, _ in told] == list(given)
        assert all(own == plain for own, plain, _ in told)
        assert len({signed for _, _, signed in told}) == len(given)


def test_aggregating_merges_no_two_entities(
    followthemoney: Path, written: Written, tmp_path: Path
) -> None:
    ftm, path, given = str(followthemoney / "ftm"), written("ftm"), tmp_path / "signed"
    output([ftm, "sign", "-s", "collection", "-i", str(path), "-o", str(given)])
    merged = output([ftm, "aggregate", "-i", str(given)])
    assert len(lines(merged)) == len(lines(path.read_text("utf-8")))


def test_links_are_what_somebody_affirms(
    followthemoney: Path, written: Written
) -> None:
    kept = cleaned(followthemoney, written("ftm"))
    claims = [one for batch in seeds() for one in batch.claims]
    assert sum(key.startswith("claim-") for key in kept) == len(claims)
    for claim in claims:
        one = kept[ftm_id(f"claim/{claim.id}")]
        link = claim.polarity == "affirmed" and claim.object is not None
        assert (one["schema"] != "Note") == link
    kinds = Counter(str(one["schema"]) for one in kept.values())
    assert kinds["Membership"] == sum(
        one.relation == "MEMBER_OF" and one.polarity == "affirmed" for one in claims
    )


def test_topics_are_marked_only_when_asked_for(
    followthemoney: Path, written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "topics.ftm.json"
    write_export("ftm", seeds(), path, ExportOptions(topics=True))
    kept = cleaned(followthemoney, path)
    marked = {key for key, one in kept.items() if "topics" in values(one)}
    designated = {
        ftm_id(claim.subject)
        for batch in seeds()
        for claim in batch.claims
        if claim.relation == "DESIGNATED_BY" and claim.polarity == "affirmed"
    }
    assert marked
    assert marked <= designated
    assert '"topics"' not in written("ftm").read_text("utf-8")
