"""The end of a run says what was left out, and fails where it may not be."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "outcome.py"
PASSED = '<testcase name="a"/>'
LEFT_OUT = '<testcase name="b"><skipped message="{}"/></testcase>'


def run(folder: Path, *cases: str, require: bool = False) -> tuple[int, str]:
    """Exit code and output for the results of a run with these cases."""
    results = folder / "tests.xml"
    body = "".join(cases)
    results.write_text(f"<testsuites><testsuite>{body}</testsuite></testsuites>")
    command = [sys.executable, str(SCRIPT), str(results)]
    ran = subprocess.run(
        [*command, *(["--require"] if require else [])], capture_output=True, text=True
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_reasons_are_counted(tmp_path: Path) -> None:
    other = LEFT_OUT.format("not on this system")
    code, said = run(tmp_path, PASSED, other, other, require=True)
    assert code == 0
    assert said.splitlines() == [
        *("seconds of the slowest files of tests:", "      0 "),
        "1 tests ran, 2 could not run here",
        "  2: not on this system",
    ]


@pytest.mark.parametrize(
    "name", ["Neo4j", "Cypher checker", "browser", "strangers", "git"]
)
def test_what_is_required_may_not_be_left_out(tmp_path: Path, name: str) -> None:
    left_out = LEFT_OUT.format(f"no {name}: it is missing")
    assert run(tmp_path, PASSED, left_out)[0] == 0
    assert run(tmp_path, PASSED, left_out, require=True)[0] == 1


@pytest.mark.parametrize(
    "reason", ["needs the extra `nlp`", "could not import &apos;distributed&apos;"]
)
def test_an_extra_is_always_there(tmp_path: Path, reason: str) -> None:
    left_out = LEFT_OUT.format(reason)
    assert run(tmp_path, PASSED, left_out)[0] == 0
    assert run(tmp_path, PASSED, left_out, require=True)[0] == 1


def test_a_file_that_is_left_out_as_a_whole_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    whole = "import pytest\npytest.importorskip('nothing_is_called_so')\n"
    (folder / "test_whole.py").write_text(whole)
    (folder / "test_other.py").write_text("def test_it() -> None: pass\n")
    results = tmp_path / "tests.xml"
    words = ("-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder))
    subprocess.run(
        [sys.executable, *words, f"--junitxml={results}"], check=True, cwd=tmp_path
    )
    command = [sys.executable, str(SCRIPT), str(results), "--require"]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "1: could not import 'nothing_is_called_so'" in ran.stdout


def test_a_run_without_tests_fails(tmp_path: Path) -> None:
    assert run(tmp_path)[0] == 1
    command = [sys.executable, str(SCRIPT), str(tmp_path / "nothing.xml")]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 1 and "no results" in ran.stderr
