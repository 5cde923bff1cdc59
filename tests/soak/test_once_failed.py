"""Inputs that once failed are refused, or loaded and read back, as their folder says.

Each stands there as small as it could be made.
"""

from pathlib import Path

import pytest

from own_graphs import own_store
from soak.judging import Judge

FOLDER = Path(__file__).parents[1] / "cases" / "once-failed"
INPUTS = {path.name: path for path in sorted(FOLDER.glob("*/*"))}


@pytest.mark.parametrize("name", INPUTS)
def test_it_fails_no_more(name: str) -> None:
    with own_store() as store:
        verdict = Judge(store).verdict(INPUTS[name])
    assert verdict.end == INPUTS[name].parent.name, verdict.story
