"""Where the temporary folder is full, one message says which and what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.exports import ExportOptions
from claimgraph.exports.run import write_export
from examples import mostly_slow
from export_cases import seeds

# a file may grow to this many bytes, as if the disk were full behind it
LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from claimgraph.errors import ClaimgraphError
from claimgraph.exports import ExportOptions
from claimgraph.exports.run import write_export
from claimgraph.rdf.reading import read_rdf
from export_cases import seeds
what, given, size = sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
batches = seeds()[:1]
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    if what == "read":
        list(read_rdf(given))
    else:
        write_export(what, batches, given, ExportOptions())
except ClaimgraphError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("size", mostly_slow([16_000, 0, 60]))
@pytest.mark.parametrize("what", ["read", "neo4j_admin", "cypher"])
def test_full_temporary_folder_is_told(what: str, size: int, tmp_path: Path) -> None:
    given = tmp_path / "given.nq"
    if what == "read":
        write_export("nquads", seeds()[:1], given, ExportOptions())
    before = set(tmp_path.iterdir())
    tests = str(Path(__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, tests, what, str(given), str(size)],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert "(TMPDIR names another one)" in ran.stdout
    kind = "LoaderError" if what == "read" else "ExportError"
    assert ran.stdout.startswith(f"{kind} cannot use ")
    assert set(tmp_path.iterdir()) == before
