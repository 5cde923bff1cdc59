"""The notebook runs from a clean kernel, says what it should, and holds no outputs."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from executed_notebook import NEEDED, NOTEBOOK, code_cells, execute, pictures, texts


def test_the_notebook_is_short_and_holds_no_outputs() -> None:
    """What it prints would be one more thing that grows old."""
    cells = code_cells(NOTEBOOK)
    assert 5 <= len(cells) <= 10
    for cell in cells:
        assert cell["outputs"] == [] and cell["execution_count"] is None


@pytest.mark.slow
@pytest.mark.skipif(not all(map(find_spec, NEEDED)), reason="needs the extra `test`")
def test_the_notebook_runs_from_a_clean_kernel(tmp_path: Path) -> None:
    cells = execute(tmp_path)
    told = "\n".join(texts(cells))
    assert "630" in told
    assert "pairs are said to be linked" in told
    assert "denied\nALLEGED_LINK\n“" in told
    (picture,) = pictures(cells)
    assert picture.startswith(b"\x89PNG")
