"""The readers by others, and the seeds in every format for them to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.run import write_export
from export_cases import sample, seeds
from outside_tools import OTHERS, java_tools, node_tools, program, python_tools

Written = Callable[[str], Path]


@pytest.fixture(scope="session")
def python() -> Path:
    """Programs for STIX, JSON-LD and graphs."""
    return OTHERS.folder(python_tools("requirements")) / "bin"


@pytest.fixture(scope="session")
def followthemoney() -> Path:
    """The programs of FollowTheMoney."""
    return OTHERS.folder(python_tools("followthemoney")) / "bin"


@pytest.fixture(scope="session")
def node() -> Path:
    """The folder with readers in JavaScript."""
    return OTHERS.folder(node_tools("strangers"))


@pytest.fixture(scope="session")
def gephi() -> Path:
    """The folder with the library of Gephi."""
    # its program is compiled when it runs
    program("javac", "default-jdk-headless")
    return OTHERS.folder(java_tools("gephi"))


@pytest.fixture(scope="session")
def robot() -> Path:
    """The folder with ROBOT, which holds the OWL API and HermiT."""
    return OTHERS.folder(java_tools("robot"))


@pytest.fixture(scope="session")
def jena() -> Path:
    """The folder with Jena, its store and its shapes."""
    program("javac", "default-jdk-headless")
    return OTHERS.folder(java_tools("jena"))


@pytest.fixture(scope="session")
def rdf4j() -> Path:
    """The folder with RDF4J, its parsers and its shapes."""
    program("javac", "default-jdk-headless")
    return OTHERS.folder(java_tools("rdf4j"))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The seeds as a file of a format, written once."""
    return keeper(tmp_path_factory.mktemp("seeds"), sample_only=False)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A few claims with every feature, and names that break careless writers."""
    return keeper(tmp_path_factory.mktemp("sample"), sample_only=True)


def keeper(folder: Path, *, sample_only: bool) -> Written:
    """Writes a format when it is first asked for."""

    def write(name: str) -> Path:
        target = folder / f"out{find_format(name).suffix}"
        if not target.exists():
            batches = sample() if sample_only else seeds()
            write_export(name, batches, target, ExportOptions())
        return target

    return write
