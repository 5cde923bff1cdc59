"""What the code must not hold, and what it holds no more of than it did."""

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import house

REACHED = tomllib.loads((Path(__file__).parent / "house.toml").read_text("utf-8"))
RUN = """\
def {name}(claim, text):
    first = claim.{name}(text)
    if first is None:
        return [text]
    for each in first:
        text += each + "{name}"
    return text
"""


@cache
def findings() -> dict[str, list[str]]:
    """What the measures find, looked for once, and not where tests are collected."""
    return house.findings(house.product())


def names_of(measure: str) -> set[str]:
    """What a measure finds, without the places."""
    return {each.partition(":")[0] for each in findings()[measure]}


@pytest.mark.parametrize("measure", ["circles", "twins", "participles"])
def test_there_is_nothing_but_what_is_still_open(measure: str) -> None:
    assert names_of(measure) == set(REACHED["open"].get(measure, []))


@pytest.mark.parametrize("measure", ["casts", "repeats", "literals"])
def test_there_are_no_more_than_there_were(measure: str) -> None:
    assert len(findings()[measure]) <= REACHED["most"][measure], findings()[measure]


@pytest.mark.parametrize(
    ("measure", "sources"),
    [
        ("circles", {"a": "import b", "b": "def f():\n    import a"}),
        ("circles", {"a": "from p import b", "p": "", "p.b": "from a import x"}),
        ("circles", {"a": "from p import b", "p": "import a"}),
        ("twins", {"a": "class Row: ...", "b": "def f():\n    class Row: ..."}),
        ("participles", {"a": "def told(): ..."}),
        ("participles", {"a": "async def listed(): ..."}),
        ("casts", {"a": "from typing import cast\nx = cast('int', y)"}),
        ("repeats", {"a": RUN.format(name="a"), "b": RUN.format(name="b")}),
        ("repeats", {"a": RUN.format(name="a") + RUN.format(name="b")}),
        ("repeats", {"a": "[\n" + "a,\n" * 6 + "]", "b": "[\n" + "a,\n" * 6 + "]"}),
        ("literals", {"a": "x = 'KILLED_BY'"}),
        ("literals", {"a": "x = f'-[:KIN_OF]->{y}'"}),
    ],
)
def test_a_breach_is_found(measure: str, sources: dict[str, str]) -> None:
    found = house.findings(sources)
    assert {name for name, places in found.items() if places} == {measure}


def test_what_is_no_breach_is_not_found() -> None:
    run = RUN.format(name="a")
    sources = {
        "a": '"""KILLED_BY is a relation."""\nfrom b import c\nimport d',
        "b": "class Row:\n    def told(self): ...\nx = 'KILLED_BYE'\n",
        "d": run,
        "e": run.replace("[text]", "x"),
        "claimgraph.schema.x": "x = 'KILLED_BY'",
        "f": "def need(): ...\ndef edge_made(): ...\ncasts = 1",
    }
    assert not any(house.findings(sources).values())


@pytest.mark.longer
@pytest.mark.slow
def test_the_house_is_printed() -> None:
    ran = subprocess.run(
        [sys.executable, house.__file__], capture_output=True, text=True, check=True
    )
    *places, counts = ran.stdout.splitlines()
    assert sum(line.startswith("  ") for line in places) == sum(
        map(len, findings().values())
    )
    assert f"casts {len(findings()['casts'])}" in counts
