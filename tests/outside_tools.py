"""Readers by others, each in an environment of its own that is made once and kept.

Where one cannot be had the test is left out and says why; with
CLAIMGRAPH_REQUIRE_STRANGERS=1 it fails.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

FOLDER = Path(__file__).parent / "strangers"
OLDEST_NODE = 20
# minutes at most: one package is compiled where no wheel of it fits
PATIENCE = 900


def leave_out(reason: str) -> NoReturn:
    """Skip what needs a reader by others; where they are required, fail instead."""
    if os.environ.get("CLAIMGRAPH_REQUIRE_STRANGERS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def ask_first(name: str) -> None:
    """Leave out what would take minutes to install, unless it is required."""
    if os.environ.get("CLAIMGRAPH_REQUIRE_STRANGERS") != "1":
        leave_out(
            f"no strangers ({name}): CLAIMGRAPH_REQUIRE_STRANGERS=1 installs them, "
            "in some minutes"
        )


def cache(name: str) -> Path:
    """The folder that an environment is kept in between runs."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "claimgraph-strangers" / name


def is_whole(folder: Path, lock: Path) -> bool:
    """Whether an environment was made to its end from this lock file."""
    whole = folder / "whole"
    return whole.exists() and whole.read_bytes() == lock.read_bytes()


def python_tools(name: str) -> Path:
    """The programs of a Python environment made from `<name>.lock`."""
    lock, folder = FOLDER / f"{name}.lock", cache(name)
    if not is_whole(folder, lock):
        ask_first(name)
        shutil.rmtree(folder, ignore_errors=True)
        attempt([sys.executable, "-m", "venv", str(folder)], folder.parent, name)
        command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        command += ["--disable-pip-version-check", "--require-hashes", "--no-deps"]
        attempt([*command, "-r", str(lock)], folder, name)
        shutil.copy(lock, folder / "whole")
    return folder / "bin"


def node_tools() -> Path:
    """The folder in which the packages of Node are installed."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        leave_out("no readers in JavaScript: missing node or npm")
    shown = subprocess.run([node, "--version"], capture_output=True, text=True)
    if int(shown.stdout.strip().removeprefix("v").partition(".")[0]) < OLDEST_NODE:
        leave_out(f"no readers in JavaScript: node {shown.stdout.strip()} is too old")
    lock, folder = FOLDER / "package-lock.json", cache("node")
    if not is_whole(folder, lock):
        ask_first("node")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(FOLDER / name, folder / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        attempt(command, folder, "node")
        shutil.copy(lock, folder / "whole")
    return folder


def attempt(command: Sequence[str], place: Path, name: str) -> None:
    """Runs a step of an installation; where it fails the tests are left out."""
    place.mkdir(parents=True, exist_ok=True)
    # one package is compiled: how fast it then runs matters less than how soon
    settings = {"CFLAGS": "-O0 -g0"} | os.environ
    try:
        ran = subprocess.run(
            command,
            cwd=place,
            env=settings,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        leave_out(f"no {name} tools: {command[0]} took over {PATIENCE} s")
    if ran.returncode:
        leave_out(f"no {name} tools: {ran.stderr.strip()[-300:]}")


def program(name: str, package: str) -> str:
    """A program of the machine, or a word on what to install."""
    found = shutil.which(name)
    if found is None:
        leave_out(f"no {name}: install {package} (Debian)")
    return found


def output(command: Sequence[str], place: Path | None = None) -> str:
    """What a program prints; a test fails with its complaint where it fails."""
    ran = subprocess.run(
        list(command), cwd=place, capture_output=True, text=True, timeout=PATIENCE
    )
    assert ran.returncode == 0, (ran.stderr or ran.stdout)[-2000:]
    return ran.stdout


def script(folder: Path, name: str, *arguments: str) -> str:
    """What a script of tests/strangers prints, run where its packages are."""
    # imports are looked for beside the script, so it has to stand there
    shutil.copy(FOLDER / name, folder / name)
    return output(["node", name, *arguments], folder)
