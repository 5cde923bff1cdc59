"""This version and an older one, each in processes of its own."""

import json
import os
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
    """A version of the product: a folder with its files."""

    name: str
    root: Path

    def command(self, *words: object, access: Mapping[str, str] | None = None) -> Cost:
        """What `claimgraph WORDS` takes."""
        return self.run("-m", "claimgraph", *words, access=access)

    def run(self, *words: object, access: Mapping[str, str] | None = None) -> Cost:
        """What Python takes for these words with this version; it must succeed."""
        path = os.pathsep.join((str(self.root / "src"), str(HERE)))
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *map(str, words)],
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
    """The old version, checked out below build/, and this one."""
    root = ROOT / "build" / OLD
    if not root.exists():
        root.mkdir(parents=True)
        packed = subprocess.run(
            ["git", "archive", OLD], cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x", "-C", root], input=packed.stdout, check=True)
    return Tree(OLD, root), Tree("now", ROOT)
