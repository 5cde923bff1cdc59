"""From an empty folder to answers, with the commands that docs/data.md shows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.type_guards import is_list
from claimgraph.yaml_file import read_yaml

ROOT = Path(__file__).parents[2]
CASE = Path(__file__).parents[1] / "cases" / "coding" / "walk"
SECTION = re.compile(
    r"^## From an empty folder to answers\n.*?^```sh\n(.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
SHELL = 'set -e\nclaimgraph() { "$PYTHON" -m claimgraph "$@"; }\n'


def shell(folder: Path, lines: str) -> subprocess.CompletedProcess[str]:
    """Types lines into a shell in a folder."""
    return subprocess.run(
        ["bash", "-c", f"{SHELL}{lines}"],
        cwd=folder,
        env=os.environ | {"PYTHON": sys.executable},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def claims() -> list[list[str]]:
    """The answers of each claim."""
    listed = read_yaml(CASE / "answers.yaml").plain
    assert is_list(listed)
    return [[*map(str, one)] for one in listed if is_list(one)]


@pytest.mark.longer
@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_ten_claims_of_a_new_article_with_the_aids_alone(tmp_path: Path) -> None:
    shutil.copy(CASE / "bridge.txt", tmp_path)
    found = SECTION.search((ROOT / "docs" / "data.md").read_text("utf-8"))
    assert found is not None
    shown = shell(tmp_path, found[1])
    assert shown.returncode == 0, shown.stderr
    assert "1 article, 1 claim, 2 entities: no problems" in shown.stdout
    assert "line 10; as the text has it (other capitals)" in shown.stdout
    assert "Which attacks are said to be claimed" in shown.stdout
    for answers in claims():
        lines = "\n".join(answers)
        typed = f"cd valley\nclaimgraph new claim bridge <<'END'\n{lines}\nEND\n"
        done = shell(tmp_path, typed)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        # no answer was taken for another question's
        assert "\n  ! " not in done.stdout, done.stdout
    asked = 'attacks/attributions attack="Tarn bridge bombing"'
    after = shell(
        tmp_path,
        "cd valley\nclaimgraph check .\nclaimgraph load . --store ../graph\n"
        f"claimgraph ask {asked} --store ../graph --format json\n",
    )
    assert after.returncode == 0, after.stderr
    assert "1 article, 10 claims, 11 entities: no problems" in after.stdout
    said = re.findall(r'"says": "(.*?)"', after.stdout)
    assert sorted(said) == ["denies", "does not blame", "says"]
