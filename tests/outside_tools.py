"""Programs by others, each in an environment of its own that is made once and kept.

    python tests/outside_tools.py      makes all of them now, side by side

They stay in $XDG_CACHE_HOME/claimgraph-tools. Where one cannot be had, its tests are
left out and say why; where its variable is 1 they fail.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import NoReturn

import pytest

from one_at_a_time import one_at_a_time

HERE = Path(__file__).parent
STRANGERS = HERE / "strangers"
OLDEST_NODE = 20
# seconds at most: one package is compiled where no wheel of it fits
PATIENCE = 900


class Missing(Exception):
    """A tool cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Need:
    """What some tests need, and the variable that makes it an error to lack it."""

    name: str
    variable: str
    costly: bool = False

    @property
    def required(self) -> bool:
        """Whether the tests that need it may not be left out."""
        return os.environ.get(self.variable) == "1"

    def leave_out(self, reason: str) -> NoReturn:
        """Skip what needs it; where it is required, fail instead."""
        reason = f"no {self.name}: {reason}"
        if self.required:
            pytest.fail(reason)
        pytest.skip(reason)

    def folder(self, tools: "Tools") -> Path:
        """Where some tools are, made now if need be; without them, tests stay out."""
        if self.costly and not (self.required or tools.is_whole()):
            self.leave_out(f"{self.variable}=1 installs them, in some minutes")
        try:
            return tools.ready()
        except Missing as lacking:
            self.leave_out(str(lacking))


@dataclass(frozen=True, slots=True)
class Tools:
    """An environment made from a lock file."""

    name: str
    lock: Path
    make: Callable[[Path, Path], None]

    @property
    def home(self) -> Path:
        """The folder that it is kept in between runs."""
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(cache) / "claimgraph-tools" / self.name

    def is_whole(self) -> bool:
        """Whether it was made to its end from this very lock file."""
        whole = self.home / "whole"
        return whole.exists() and whole.read_bytes() == self.lock.read_bytes()

    def ready(self) -> Path:
        """Its folder; Missing where it cannot be made."""
        with one_at_a_time(self.home):
            if not self.is_whole():
                shutil.rmtree(self.home, ignore_errors=True)
                self.home.mkdir(parents=True)
                self.make(self.lock, self.home)
                shutil.copy(self.lock, self.home / "whole")
        return self.home


def make_python(lock: Path, folder: Path) -> None:
    """A Python environment with what a lock file names."""
    attempt([sys.executable, "-m", "venv", str(folder)], folder)
    command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--require-hashes", "--no-deps"]
    attempt([*command, "-r", str(lock)], folder)


def make_node(lock: Path, folder: Path) -> None:
    """The packages of Node that a lock file names."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Missing("missing node or npm")
    shown = subprocess.run([node, "--version"], capture_output=True, text=True)
    if int(shown.stdout.strip().removeprefix("v").partition(".")[0]) < OLDEST_NODE:
        raise Missing(f"node {shown.stdout.strip()} is too old")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(lock.parent / name, folder / name)
    attempt([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)


def make_java(lock: Path, folder: Path) -> None:
    """The jars that a Maven project names, and what they need."""
    maven = shutil.which("mvn")
    if maven is None or shutil.which("java") is None:
        raise Missing("missing java or mvn")
    command = [maven, "-q", "-B", "-f", str(lock), "dependency:copy-dependencies"]
    jars = folder / "jars"
    attempt([*command, "-DincludeScope=runtime", f"-DoutputDirectory={jars}"], folder)


def attempt(command: Sequence[str], place: Path) -> None:
    """Runs a step of an installation; Missing, with its last words, where it fails."""
    # what is compiled runs seldom: how soon it is there matters more than how fast
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
        raise Missing(f"{command[0]} took over {PATIENCE} s") from None
    if ran.returncode:
        raise Missing(ran.stderr.strip()[-300:])


def node_tools(folder: str) -> Tools:
    """The packages of Node that a folder of the tests locks."""
    return Tools(folder, HERE / folder / "package-lock.json", make_node)


def python_tools(name: str) -> Tools:
    """A Python environment that the folder of strangers locks."""
    return Tools(f"{name}-python", STRANGERS / f"{name}.lock", make_python)


def java_tools(name: str) -> Tools:
    """The jars that a folder of strangers names."""
    return Tools(f"{name}-java", STRANGERS / name / "pom.xml", make_java)


CHECKER = Need("Cypher checker", "CLAIMGRAPH_REQUIRE_CHECKER")
BROWSER = Need("browser", "CLAIMGRAPH_REQUIRE_BROWSER")
NEO4J_NEEDED = Need("Neo4j", "CLAIMGRAPH_REQUIRE_NEO4J")
OTHERS = Need("strangers", "CLAIMGRAPH_REQUIRE_STRANGERS", costly=True)
PYTHONS = tuple(map(python_tools, ("followthemoney", "requirements")))
NODES = tuple(map(node_tools, ("strangers", "cypher_checker", "browser")))

JAVAS = tuple(map(java_tools, ("gephi", "robot", "jena", "rdf4j")))


def program(name: str, package: str) -> str:
    """A program of the machine, or a word on what to install."""
    found = shutil.which(name)
    if found is None:
        OTHERS.leave_out(f"missing {name}: install {package} (Debian)")
    return found


def output(command: Sequence[str], place: Path | None = None) -> str:
    """What a program prints; a test fails with its complaint where it fails."""
    ran = subprocess.run(
        list(command), cwd=place, capture_output=True, text=True, timeout=PATIENCE
    )
    assert ran.returncode == 0, (ran.stderr or ran.stdout)[-2000:]
    return ran.stdout


def java_output(folder: Path, *command: str) -> str:
    """What a class or a source file prints, run with the jars of a folder."""
    jars = str(folder / "jars" / "*")
    return output(["java", "-Djava.awt.headless=true", "-cp", jars, *command])


def script(folder: Path, name: str, *arguments: str) -> str:
    """What a script of tests/strangers prints, run where its packages are."""
    # imports are looked for beside the script, so it has to stand there
    if not (folder / name).exists() or not cmp(STRANGERS / name, folder / name, False):
        shutil.copy(STRANGERS / name, folder / name)
    return output(["node", name, *arguments], folder)


def told(tools: Tools) -> str:
    """Makes an environment, and says how that went."""
    try:
        return f"{tools.name}: {tools.ready()}"
    except Missing as lacking:
        return f"{tools.name}: cannot be had: {lacking}"


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=2) as pool:
        for line in pool.map(told, (*PYTHONS, *NODES, *JAVAS)):
            print(line, flush=True)
