"""Every word that a claim, a count or a status can carry stands in the glossary."""

from pathlib import Path

import pytest

from claimgraph.analysis import attack_status, pair_status, standing
from claimgraph.model import ARTICLE_KINDS
from claimgraph.reports.document.parts import ABSORBED, JOINED
from claimgraph.schema import load_schema

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "glossary.md").read_text("utf-8")
LISTS: dict[str, set[str]] = {
    **{name: set(words) for name, words in load_schema().claim.lists.items()},
    "article kind": set(ARTICLE_KINDS),
    "status of an attack": set(attack_status.RULES),
    "status of a pair": set(pair_status.RULES),
    "absorbed": set(ABSORBED),
    "joined": set(JOINED),
    "standing": {*standing.KINDS, standing.UNKNOWN, "detainee", "self", "party"},
}


@pytest.mark.parametrize("name", LISTS)
def test_words_of_a_closed_list_are_explained(name: str) -> None:
    assert LISTS[name]
    assert {word for word in LISTS[name] if f"`{word}`" not in TEXT} == set()


@pytest.mark.parametrize("page", ["README.md", "docs/reports.md", "docs/data.md"])
def test_pages_lead_to_it(page: str) -> None:
    assert "glossary.md" in (ROOT / page).read_text("utf-8")
