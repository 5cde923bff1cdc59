"""Makes what is released, from clones of what is committed: `make release`.

    python tools/release.py [FOLDER]

Wheel and sdist are built twice, in two clones, and must be the same bytes. Beside them
come a CycloneDX SBOM, the licences of all that claimgraph and its extras for users
need, and digests. Nothing is uploaded.
"""

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TypedDict, cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
# extras for those who work on claimgraph: nobody gets them with it
OWN_EXTRAS = {"test", "dev", "docs", "release"}
SBOM, LICENCES, SUMS = "sbom.cdx.json", "licences.csv", "SHA256SUMS"
CHAPTER = re.compile(r"^## (\d+\.\d+\.\d+)(.*)$", re.MULTILINE)


Project = TypedDict(
    "Project",
    {
        "version": str,
        "dependencies": list[str],
        "optional-dependencies": dict[str, list[str]],
    },
)


class ReleaseError(Exception):
    """Why nothing was released."""


def run(*command: object, cwd: Path, **settings: str) -> str:
    """What a command prints; ReleaseError with its words where it fails."""
    ran = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=os.environ | settings,
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        raise ReleaseError(f"{command[0]} failed: {(ran.stderr or ran.stdout).strip()}")
    return ran.stdout


def chapter(changes: str, version: str) -> str:
    """What stands behind a version in the heading of its chapter.

    >>> chapter("## 0.1.0, Unreleased\\n", "0.1.0")
    ', Unreleased'
    """
    found = dict(CHAPTER.findall(changes))
    if version not in found:
        raise ReleaseError(f"CHANGELOG.md has no chapter `## {version}`")
    return str(found[version])


def build(folder: Path) -> list[Path]:
    """Wheel and sdist of what is committed, built in a clone at that folder."""
    run("git", "clone", "--quiet", "--no-hardlinks", ROOT, folder, cwd=ROOT)
    committed = run("git", "log", "-1", "--format=%ct", cwd=folder).strip()
    made = folder / "dist"
    command = [sys.executable, "-m", "hatchling", "build", "-d", made]
    run(*command, cwd=folder, SOURCE_DATE_EPOCH=committed)
    return sorted(made.iterdir())


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def built_twice(scratch: Path) -> list[Path]:
    """Wheel and sdist; ReleaseError where a second build gives other bytes."""
    first, second = (build(scratch / name / "claimgraph") for name in ("one", "two"))
    for one, other in zip(first, second, strict=True):
        if (one.name, digest(one)) != (other.name, digest(other)):
            raise ReleaseError(f"{one.name} is not the same when it is built again")
    return first


def needed(project: Project) -> tuple[dict[str, Distribution], set[str]]:
    """What claimgraph and its extras for users need, and the names not installed."""
    texts = [*project["dependencies"]]
    for extra, more in project["optional-dependencies"].items():
        texts += more if extra not in OWN_EXTRAS else ()
    found: dict[str, Distribution] = {}
    absent: set[str] = set()
    done: set[str] = set()
    left = [*requirements(texts, set())]
    while left:
        one = left.pop()
        name = canonicalize_name(one.name)
        if (key := f"{name}{sorted(one.extras)}") in done:
            continue
        done.add(key)
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            absent.add(name)
        else:
            left += requirements(found[name].requires or (), one.extras)
    return dict(sorted(found.items())), absent


def requirements(texts: Iterable[str], extras: set[str]) -> Iterator[Requirement]:
    """What a package needs on this machine, with some of its extras."""
    for one in map(Requirement, texts):
        if one.marker is None or any(
            one.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        ):
            yield one


def licence(held: Distribution) -> str:
    """The licence that a package names: expression, classifiers, or first words."""
    fields = held.metadata
    if expression := fields.get_all("License-Expression"):
        return str(expression[0])
    kinds = [
        one.rpartition(" :: ")[2]
        for one in fields.get_all("Classifier", [])
        if one.startswith("License :: ") and one.count(" :: ") > 1
    ]
    words = " ".join(fields.get_all("License", [])).strip().partition("\n")[0]
    return "; ".join(kinds) or words[:80] or "not named"


def write_licences(held: dict[str, Distribution], path: Path) -> None:
    """A table of packages, versions and licences."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("package", "version", "licence"))
        for name, one in held.items():
            table.writerow((name, one.version, licence(one)))


def write_sbom(held: dict[str, Distribution], path: Path, committed: str) -> None:
    """The SBOM of what is installed here, without what only our own work needs."""
    told = run(
        *(sys.executable, "-m", "cyclonedx_py", "environment"),
        *("--pyproject", ROOT / "pyproject.toml", "--mc-type", "library"),
        *("--output-reproducible", sys.executable),
        cwd=ROOT,
        SOURCE_DATE_EPOCH=committed,
    )
    bill = json.loads(told)
    kept = {
        str(one["bom-ref"])
        for one in bill["components"]
        if canonicalize_name(one["name"]) in held
    }
    root = bill["metadata"]["component"]["bom-ref"]
    bill["components"] = [one for one in bill["components"] if one["bom-ref"] in kept]
    bill["dependencies"] = [
        {**one, "dependsOn": sorted(kept & {*one.get("dependsOn", [])})}
        for one in bill["dependencies"]
        if one["ref"] in kept | {root}
    ]
    path.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", "utf-8")


def release(folder: Path) -> None:
    """Makes the files of a release in a folder, and says what they are."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = cast("Project", tomllib.loads(text)["project"])
    version = project["version"]
    told = chapter((ROOT / "CHANGELOG.md").read_text("utf-8"), version)
    if run("git", "status", "--porcelain", cwd=ROOT).strip():
        raise ReleaseError("something is not committed: a release is what git holds")
    committed = run("git", "log", "-1", "--format=%ct", cwd=ROOT).strip()
    held, absent = needed(project)
    with tempfile.TemporaryDirectory() as scratch:
        made = built_twice(Path(scratch))
        run(sys.executable, "-m", "twine", "check", "--strict", *made, cwd=ROOT)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        kept = [Path(shutil.copy(one, folder)) for one in made]
    write_licences(held, folder / LICENCES)
    write_sbom(held, folder / SBOM, committed)
    kept += [folder / LICENCES, folder / SBOM]
    lines = [f"{digest(one)}  {one.name}\n" for one in kept]
    (folder / SUMS).write_text("".join(lines), "utf-8")
    print("".join(lines), end="")
    print(f"built twice with the same bytes; {len(held)} packages in {SBOM}")
    if absent:
        print(f"NOT LISTED, as not installed here: {', '.join(sorted(absent))}")
    if "Unreleased" in told:
        print(f"a trial: CHANGELOG.md still calls {version} unreleased")


if __name__ == "__main__":
    try:
        release(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "release")
    except ReleaseError as error:
        sys.exit(f"no release: {error}")
