"""The wheel holds every file, is the same by way of the sdist, and runs elsewhere."""

import os
import stat
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DATA = ("schema", "loaders", "queries", "seeds", "names", "docs")
USE = """\
import claimgraph
from claimgraph.library import questions
from claimgraph.loaders import find_loader
from claimgraph.schema import load_schema
print(claimgraph.__file__)
print(len(load_schema().relations), len(questions()), find_loader("corpus").__name__)
"""


def build(root: Path, kind: str, folder: Path) -> Path:
    """The wheel or sdist of a checkout, built without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind]
    run(*command, "-d", str(folder), cwd=root)
    (made,) = folder.iterdir()
    return made


def run(*command: str, cwd: Path, path: Path | None = None) -> str:
    """What a command prints; it must succeed."""
    environment = os.environ | {"PYTHONPATH": str(path or "")}
    ran = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def held_files(folder: Path) -> set[str]:
    """The files below a folder, as paths, without what Python compiled."""
    return {
        str(path.relative_to(folder.parent))
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and path.suffix != ".pyc"
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel was installed into, without what it depends on."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index"]
    quiet = ["--quiet", "--disable-pip-version-check"]
    run(*command, *quiet, "--target", str(target), str(wheel), cwd=target)
    return target


def test_wheel_holds_every_file_and_no_link(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        infos = archive.infolist()
    names = [info.filename for info in infos]
    assert len(names) == len(set(names))
    assert not [i.filename for i in infos if stat.S_ISLNK(i.external_attr >> 16)]
    expected = held_files(ROOT / "src" / "claimgraph") | {"claimgraph/ontology.ttl"}
    for name in DATA:
        expected |= {f"claimgraph/{path}" for path in held_files(ROOT / name)}
    assert {name for name in names if ".dist-info/" not in name} == expected


def test_wheel_by_way_of_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    sdist = build(ROOT, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        # Python 3.11 before 3.11.4 knows no filters, and 3.12 warns without one
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path / "source")
    (source,) = (tmp_path / "source").iterdir()
    second = build(source, "wheel", tmp_path / "wheel")
    with ZipFile(wheel) as first, ZipFile(second) as other:
        assert {info.filename: info.CRC for info in first.infolist()} == {
            info.filename: info.CRC for info in other.infolist()
        }


def test_installed_wheel_is_used_from_elsewhere(
    installed: Path, tmp_path: Path
) -> None:
    place, counts = run(
        sys.executable, "-c", USE, cwd=tmp_path, path=installed
    ).splitlines()
    assert Path(place) == installed / "claimgraph" / "__init__.py"
    relations = len(list((ROOT / "schema" / "relations").glob("*.yaml")))
    questions = len(list((ROOT / "queries").rglob("*.cypher")))
    assert counts == f"{relations} {questions} claimgraph.loaders.corpus"


def test_an_installed_wheel_shows_its_pages_and_loads_its_seeds(
    installed: Path, tmp_path: Path
) -> None:
    program = (sys.executable, "-m", "claimgraph")
    listed = run(*program, "docs", cwd=tmp_path, path=installed)
    for page in (ROOT / "docs").glob("*.md"):
        assert f"\n{page.stem} " in listed
        shown = run(*program, "docs", page.stem, cwd=tmp_path, path=installed)
        assert shown == page.read_text("utf-8")
    said = run(*program, "load", "seeds", cwd=tmp_path, path=installed)
    assert said.startswith("5 articles: ")
    assert "Islamic State-Khorasan claims it" in run(
        *program, "demo", "--store", "graph", cwd=tmp_path, path=installed
    )


def test_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = run(
        *(sys.executable, "-m", "claimgraph", "--version"), cwd=tmp_path, path=installed
    )
    assert said.startswith("claimgraph, version ")
