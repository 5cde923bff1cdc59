"""This version and an older one, each with the libraries of its own lock file."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
OLD = "1c02e5c"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the wall and of the processor, MB at most."""

    seconds: float
    processor: float
    peak: float
    printed: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A version of the product: a folder, and the Python that runs it."""

    name: str
    root: Path
    python: str

    def command(self, *words: object, access: Mapping[str, str] | None = None) -> Cost:
        """What `claimgraph WORDS` takes."""
        return self.run("-m", "claimgraph", *words, access=access)

    def run(self, *words: object, access: Mapping[str, str] | None = None) -> Cost:
        """What Python takes for these words with this version; it must succeed."""
        path = os.pathsep.join((str(self.root / "src"), str(HERE)))
        began = time.perf_counter()
        process = subprocess.Popen(
            [self.python, *map(str, words)],
            env={**os.environ, "PYTHONPATH": path, **(access or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{self.name}: {' '.join(map(str, words))} failed")
        peak = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
        return Cost(seconds, used.ru_utime + used.ru_stime, peak, printed)

    def answers(self, *words: object, access: Mapping[str, str]) -> dict[str, float]:
        """The milliseconds of each question, as answers.py measures them."""
        cost = self.run(HERE / "answers.py", *words, access=access)
        found: dict[str, float] = json.loads(cost.printed)
        return found


def both_trees() -> tuple[Tree, Tree]:
    """The old version, set up below build/, and this one."""
    root = ROOT / "build" / OLD
    python = root / ".venv" / "bin" / "python"
    if not python.exists():
        shutil.rmtree(root, ignore_errors=True)
        set_up(root)
    return Tree(OLD, root, str(python)), Tree("now", ROOT, sys.executable)


def set_up(root: Path) -> None:
    """Check the old version out and install what its lock file names."""
    scratch = root.with_name(f"{OLD}.unfinished")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    packed = subprocess.run(
        ["git", "archive", OLD], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    subprocess.run(["tar", "-x", "-C", scratch], input=packed.stdout, check=True)
    print(f"setting up {OLD}: a minute or two", flush=True)
    home = scratch / ".venv"
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    lock = ("--require-hashes", "--no-deps", "-r", scratch / "requirements.lock")
    subprocess.run([home / "bin" / "python", *install, *lock], check=True)
    # itself as well: it asks for its version there
    own = ("--no-deps", "--no-build-isolation", scratch)
    subprocess.run([home / "bin" / "python", *install, *own], check=True)
    scratch.rename(root)
