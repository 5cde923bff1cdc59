"""A throw-away Neo4j Community server, made of Maven artifacts, for tests.

    python tests/neo4j_server.py start --data DIR    prints address, user and password
    python tests/neo4j_server.py stop --data DIR     stops it and deletes DIR

Needs Java 17 or 21, and Maven once: the jars stay in
$XDG_CACHE_HOME/claimgraph-neo4j/VERSION/lib. It listens on 127.0.0.1 only.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from one_at_a_time import one_at_a_time

VERSION = "5.26.31"
JAVA = (17, 21)
HOST = "127.0.0.1"
STATE = "server.json"
START_TIMEOUT = 120
ENTRY = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
# The second artifact holds what the first leaves out: its entry point, the store and
# the administration tool. The parent fixes the versions of the libraries.
ARTIFACTS = (
    ("org.neo4j.app", "neo4j-server"),
    ("org.neo4j", "neo4j"),
    ("org.neo4j", "neo4j-slf4j-provider"),
)
PARENT = ("org.neo4j", "parent")
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
SETTINGS = {
    "server.default_listen_address": HOST,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
}


class ServerError(Exception):
    """The server cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how to reach it, and its process."""

    uri: str
    user: str
    password: str
    pid: int


def jars() -> Path:
    """Where the jars of the server are, or will be."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache, "claimgraph-neo4j", VERSION, "lib")


def find_java() -> Path | None:
    """A java command of a version that this server runs on."""
    homes = [Path(home) for home in (os.environ.get("JAVA_HOME"),) if home]
    if command := shutil.which("java"):
        homes.append(Path(command).resolve().parent.parent)
    homes += sorted(Path("/usr/lib/jvm").glob("*"))
    for home in homes:
        release = home / "release"
        text = release.read_text("utf-8") if release.is_file() else ""
        found = re.search(r'JAVA_VERSION="(\d+)', text)
        if found and int(found[1]) in JAVA and (home / "bin" / "java").is_file():
            return home / "bin" / "java"
    return None


def missing() -> list[str]:
    """The tools that keep a server from being started here."""
    lacking: list[str] = []
    if find_java() is None:
        lacking.append(f"Java {' or '.join(map(str, JAVA))}")
    if not jars().is_dir() and shutil.which("mvn") is None:
        lacking.append("Maven (mvn)")
    return lacking


def install() -> Path:
    """The folder of the jars; they are fetched when it is not there yet."""
    target = jars()
    with one_at_a_time(target):
        if not target.is_dir():
            fetch(target)
    return target


def fetch(target: Path) -> None:
    """Has Maven copy the jars into a folder that is then given its name."""
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        Path(scratch, "pom.xml").write_text(project(), "utf-8")
        fetched = Path(scratch, "lib")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies"]
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
        run = subprocess.run(
            [*command, *options], cwd=scratch, capture_output=True, text=True
        )
        if run.returncode:
            said = re.sub(r"\w+://\S+", "(address)", run.stdout)
            raise ServerError(f"Maven could not fetch Neo4j {VERSION}: {said[:400]}")
        fetched.rename(target)


def project() -> str:
    """A Maven project that needs the server and nothing else."""
    bill = f"{coordinates(PARENT)}<type>pom</type><scope>import</scope>"
    needs = "".join(
        f"<dependency>{coordinates(artifact)}</dependency>" for artifact in ARTIFACTS
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0">'
        "<modelVersion>4.0.0</modelVersion><groupId>claimgraph</groupId>"
        "<artifactId>server-for-tests</artifactId><version>1</version>"
        f"<dependencyManagement><dependencies><dependency>{bill}</dependency>"
        f"</dependencies></dependencyManagement><dependencies>{needs}</dependencies>"
        "</project>"
    )


def coordinates(artifact: tuple[str, str]) -> str:
    """Group, name and version of an artifact in the language of Maven."""
    group, name = artifact
    return (
        f"<groupId>{group}</groupId><artifactId>{name}</artifactId>"
        f"<version>{VERSION}</version>"
    )


def java_command(*options: str) -> list[str]:
    """Java with the jars and with the packages opened that Neo4j reaches into."""
    java = find_java()
    if java is None:
        raise ServerError(f"Neo4j {VERSION} needs {missing()[0]}")
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    return [
        str(java),
        *opened,
        "-XX:TieredStopAtLevel=1",
        *options,
        "-cp",
        f"{install()}/*",
    ]


def start(data: Path) -> Server:
    """A new server with its store below `data`, which must not exist or be empty."""
    data = data.absolute()
    if data.exists() and any(data.iterdir()):
        raise ServerError(f"{data} is not empty")
    for name in ("conf", "logs"):
        (data / name).mkdir(parents=True)
    port, password = free_port(), secrets.token_hex(9)
    settings = {**SETTINGS, "server.bolt.listen_address": f"{HOST}:{port}"}
    lines = [f"{key}={value}\n" for key, value in settings.items()]
    (data / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")
    set_password(data, password)
    command = java_command("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC")
    places = [f"--home-dir={data}", f"--config-dir={data / 'conf'}"]
    pid = spawn([*command, ENTRY, *places], data / "logs" / "console.log")
    server = Server(f"bolt://{HOST}:{port}", "neo4j", password, pid)
    state = data / STATE
    state.touch(mode=0o600)
    state.write_text(json.dumps(asdict(server)), "utf-8")
    try:
        wait_for(port, pid, data)
    except BaseException:
        stop(data)
        raise
    return server


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def set_password(data: Path, password: str) -> None:
    """Give the user of a server that has never run its password."""
    places = {"NEO4J_HOME": str(data), "NEO4J_CONF": str(data / "conf")}
    run = subprocess.run(
        [*java_command(), ADMIN, "dbms", "set-initial-password", password],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
    )
    if run.returncode:
        raise ServerError(f"cannot set the password: {run.stderr[-400:]}")


def spawn(command: list[str], log: Path) -> int:
    """The id of a process that outlives this one, its output in a file."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    return os.posix_spawn(
        command[0], command, os.environ, file_actions=actions, setsid=True
    )


def wait_for(port: int, pid: int, data: Path) -> None:
    """Return when the server answers; ServerError if it ends or takes too long."""
    end = time.monotonic() + START_TIMEOUT
    while not answers(port):
        if not alive(pid) or time.monotonic() > end:
            log = (data / "logs" / "console.log").read_text("utf-8")
            raise ServerError(f"Neo4j did not start: {log[-800:]}")
        time.sleep(0.1)


def answers(port: int) -> bool:
    """Whether a server there agrees to speak Bolt 5 or 4.4."""
    greeting = bytes.fromhex("6060b017 00040405 00000404 00000000 00000000")
    try:
        with socket.create_connection((HOST, port), 2) as connection:
            connection.sendall(greeting)
            return connection.recv(4) not in (b"", b"\0\0\0\0")
    except OSError:
        return False


def alive(pid: int) -> bool:
    """Whether there is such a process; one of ours that has ended is let go of."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def runs(pid: int, data: Path) -> bool:
    """Whether that process is alive and the server of this folder."""
    line = Path(f"/proc/{pid}/cmdline")
    try:
        shown = line.read_bytes() if Path("/proc/self").exists() else None
    except OSError:
        return False
    return alive(pid) and (shown is None or f"--home-dir={data}".encode() in shown)


def stop(data: Path) -> None:
    """Stop the server of a folder, if it runs, and delete the folder."""
    data = data.absolute()
    state = data / STATE
    if not state.is_file():
        raise ServerError(f"no server was started in {data}")
    pid = int(json.loads(state.read_text("utf-8"))["pid"])
    # Nobody needs its store any more: an orderly end would take ten seconds.
    if runs(pid, data):
        os.kill(pid, signal.SIGKILL)
    while runs(pid, data):
        time.sleep(0.05)
    shutil.rmtree(data)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="A throw-away Neo4j for tests.")
    parser.add_argument("verb", choices=("start", "stop"))
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    arguments = parser.parse_args()
    try:
        if arguments.verb == "stop":
            stop(arguments.data)
        else:
            server = start(arguments.data)
            print(f"{server.uri} user {server.user} password {server.password}")
    except ServerError as error:
        sys.exit(f"neo4j_server: {error}")


if __name__ == "__main__":
    main()
