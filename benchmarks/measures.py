"""What is measured: the memory of a process, the versions, the machine."""

import os
import platform
import resource
import sys
from importlib.metadata import version
from pathlib import Path


def peak_memory() -> float:
    """The most memory this process has held, in MB."""
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text("utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 1024


def machine() -> str:
    """Processors and memory of this machine."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} processors, {memory:.0f} GB, {platform.system()} "
        f"{platform.machine()}; load average {load:.1f} when the run began"
    )


def versions() -> str:
    """Python, the driver and the engine."""
    return (
        f"Python {platform.python_version()}, neo4j driver {version('neo4j')}, "
        f"ArcadeDB {version('arcadedb')}"
    )
