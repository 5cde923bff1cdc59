"""What one reading of a file takes, in a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measures import peak_memory


def print_reading(read: Callable[[Path], int], path: Path) -> None:
    """Print how many a reader finds in a file, the seconds and the MB that it takes."""
    # of the processor: how many others wait for it is no matter
    start = time.process_time()
    found = read(path)
    seconds = time.process_time() - start
    print(json.dumps([found, seconds, peak_memory()]))


def reading_of(script: str, *words: str) -> tuple[int, float, float]:
    """What `--measure` of a script with these words prints: how many, seconds, MB."""
    command = [sys.executable, script, "--measure", *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    number, seconds, memory = json.loads(ran.stdout)
    return int(number), float(seconds), float(memory)
