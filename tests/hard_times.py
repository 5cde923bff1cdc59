"""Processes to which the system refuses room, or the right to write."""

import os
import resource
import subprocess
import sys
from pathlib import Path

CLAIMGRAPH = (sys.executable, "-m", "claimgraph")
POWERS = "-dac_override,-dac_read_search,-fowner"


def run_without_room(
    *words: str, size: int = 0, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """A command for which every file ends after so many bytes, as on a full disk."""
    return subprocess.run(
        [*CLAIMGRAPH, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


def read_within(loader: str, path: Path, seconds: int) -> int:
    """How many batches a loader makes of a file, the processor's time bounded.

    What takes time by the square of its input is killed, on however slow a machine.
    """
    code = (
        "import sys, pathlib; from claimgraph.loaders import find_loader; "
        "print(len(list(find_loader(sys.argv[1]).read(pathlib.Path(sys.argv[2])))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, loader, str(path)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
    )
    return int(ran.stdout)


def run_without_rights(*words: str) -> subprocess.CompletedProcess[str]:
    """A command whose rights are those that files and folders give, root's too."""
    rights = ("setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}")
    start = rights if os.geteuid() == 0 else ()
    return subprocess.run(
        [*start, *CLAIMGRAPH, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too, with what they hold."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
