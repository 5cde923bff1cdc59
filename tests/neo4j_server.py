"""A throw-away Neo4j Community server, made of Maven artifacts, for tests.

    python tests/neo4j_server.py start --data DIR    prints address, user and password
    python tests/neo4j_server.py stop --data DIR     stops it and deletes DIR

With --browser it shows Neo4j Browser as well. Needs Java 17 or 21, and Maven once; see
neo4j_jars.py. It listens on 127.0.0.1 only.
"""

import argparse
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from neo4j_jars import LTS, Release, ServerError, install_browser, java_command

HOST = "127.0.0.1"
STATE = "server.json"
START_TIMEOUT = 120
ADMIN = "org.neo4j.cli.AdminTool"
SETTINGS = {
    "server.default_listen_address": HOST,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how to reach it, its process, and where Browser is shown."""

    uri: str
    user: str
    password: str
    pid: int
    http: str = ""


def start(
    data: Path,
    release: Release = LTS,
    *,
    browser: bool = False,
    settings: Mapping[str, str] | None = None,
) -> Server:
    """A new server with its store below `data`, which must not exist or be empty.

    With Neo4j Browser, or with more settings, where that is asked for.
    """
    data = data.absolute()
    if data.exists() and any(data.iterdir()):
        raise ServerError(f"{data} is not empty")
    for name in ("conf", "logs"):
        (data / name).mkdir(parents=True)
    port, password, http = free_port(), secrets.token_hex(9), ""
    held = {**SETTINGS, "server.bolt.listen_address": f"{HOST}:{port}"}
    if browser:
        install_browser()
        web = f"{HOST}:{free_port()}"
        held |= {"server.http.enabled": "true", "server.http.listen_address": web}
        http = f"http://{web}"
    held |= settings or {}
    lines = [f"{key}={value}\n" for key, value in held.items()]
    (data / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")
    set_password(data, password, release)
    command = java_command("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", release=release)
    places = [f"--home-dir={data}", f"--config-dir={data / 'conf'}"]
    pid = spawn([*command, release.entry, *places], data / "logs" / "console.log")
    server = Server(f"bolt://{HOST}:{port}", "neo4j", password, pid, http)
    keep_state(server, data)
    try:
        wait_for(port, pid, data)
        if browser:
            wait_for(int(http.rpartition(":")[2]), pid, data, listens)
    except BaseException:
        stop(data)
        raise
    return server


def keep_state(server: Server, data: Path) -> None:
    """Writes down how a server is reached, for whoever stops it."""
    state = data / STATE
    state.touch(mode=0o600)
    state.write_text(json.dumps(asdict(server)), "utf-8")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def set_password(data: Path, password: str, release: Release = LTS) -> None:
    """Give the user of a server that has never run its password."""
    places = {"NEO4J_HOME": str(data), "NEO4J_CONF": str(data / "conf")}
    run = subprocess.run(
        [
            *java_command(release=release),
            *(ADMIN, "dbms", "set-initial-password", password),
        ],
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


def wait_for(
    port: int, pid: int, data: Path, there: Callable[[int], bool] | None = None
) -> None:
    """Return when the server answers; ServerError if it ends or takes too long."""
    end = time.monotonic() + START_TIMEOUT
    while not (there or answers)(port):
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


def listens(port: int) -> bool:
    """Whether anything takes connections there."""
    with suppress(OSError), socket.create_connection((HOST, port), 2):
        return True
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
    parser.add_argument("--browser", action="store_true")
    arguments = parser.parse_args()
    try:
        if arguments.verb == "stop":
            stop(arguments.data)
        else:
            server = start(arguments.data, browser=arguments.browser)
            print(f"{server.uri} user {server.user} password {server.password}")
            if arguments.browser:
                print(f"Neo4j Browser: {server.http}/browser/")
    except ServerError as error:
        sys.exit(f"neo4j_server: {error}")


if __name__ == "__main__":
    main()
