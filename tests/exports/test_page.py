"""The table of docs/exports.md says what the accounts of the seeds say."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from claimgraph.exports import format_names
from claimgraph.exports.features import FEATURES
from claimgraph.yaml_file import read_yaml
from export_cases import CASES

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.MULTILINE)
HEAD = re.compile(r"^\| feature \|(.*)\|$", re.MULTILINE)
Shortfalls = Mapping[str, Mapping[str, object]]


def shortfalls(name: str) -> Shortfalls:
    """What the case file of a format says of the seeds, by feature."""
    case = cast("dict[str, object]", read_yaml(CASES / f"{name}.yaml").plain)
    return cast("Shortfalls", case["features"] or {})


def losing_formats(page: str) -> list[str]:
    """The formats that have a column in the table of the page."""
    return [name.strip() for head in HEAD.findall(page) for name in head.split("|")]


def cell(name: str, feature: str) -> str:
    """How the table tells of one feature in one format."""
    found = shortfalls(name).get(feature, {"reduced": 0, "lost": 0})
    reduced, lost = int(str(found["reduced"])), int(str(found["lost"]))
    words = [f"{reduced} reduced"] if reduced else []
    words += [f"**{lost} lost**"] if lost else []
    return ", ".join(words)


def test_table_is_that_of_the_accounts() -> None:
    page = PAGE.read_text("utf-8")
    rows = {
        feature: [part.strip() for part in cells.split("|")]
        for feature, cells in ROW.findall(page)
    }
    losing = losing_formats(page)
    short = {feature for name in losing for feature in shortfalls(name)}
    expected = {
        feature: [cell(name, feature) for name in losing]
        for feature in FEATURES
        if feature in short
    }
    assert rows == expected


def test_page_names_every_format_and_no_other_loses() -> None:
    text = PAGE.read_text("utf-8")
    for name in format_names():
        assert f"claimgraph export {name.replace('_', '-')}" in text
        assert (name in losing_formats(text)) is bool(shortfalls(name))
