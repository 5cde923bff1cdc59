"""How optional packages come is told so that it works where claimgraph is."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.errors import MissingExtraError
from claimgraph.extras import install_words, needs_extra


def test_pip_takes_what_is_installed_and_asks_no_index_for_it() -> None:
    named = install_words("parquet").split("'")[1]
    words = ("-m", "pip", "install", "--dry-run", "--no-index", named)
    ran = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False
    )
    if "No module named pip" in ran.stderr:
        pytest.skip("no pip in this environment")
    assert ran.returncode == 0, ran.stderr
    assert "Would install" not in ran.stdout


def test_pipx_has_a_command_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "claimgraph"
    home.mkdir()
    (home / "pipx_metadata.json").write_text("{}", "utf-8")
    monkeypatch.setattr(sys, "prefix", str(home))
    told = "`pipx runpip claimgraph install 'claimgraph[nlp]'`"
    assert install_words("nlp") == told


def test_any_module_of_others_counts_and_none_of_ours() -> None:
    told = pytest.raises(MissingExtraError, match=r"needs the extra \[mcp\]")
    with told, needs_extra("mcp", "this"):
        raise ModuleNotFoundError(name="anyio.abc")
    with pytest.raises(ModuleNotFoundError), needs_extra("mcp", "this"):
        raise ModuleNotFoundError(name="claimgraph.gone")
