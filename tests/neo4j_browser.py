"""Neo4j Browser in headless Chromium: pastes statements, tells what came of each."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

from claimgraph.browser import PORT, address_of, browser_files
from claimgraph.browser.serving import LOOPBACK, Files
from claimgraph.library import Question
from claimgraph.schema import load_schema
from claimgraph.yaml_file import read_yaml
from neo4j_server import Server
from outside_tools import BROWSER, node_tools

FOLDER = Path(__file__).parent / "browser"
COMPOSE = Path(__file__).parents[1] / "docker-compose.yml"
Service = Mapping[str, Mapping[str, str]]
NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1400, 1000)
PATIENCE = 900


@dataclass(frozen=True)
class Task:
    """Statements that are pasted one after the other, and what is done with the end.

    `expand` is the name of a node that is double-clicked, `picture` a file to write.
    """

    name: str
    statements: Sequence[str]
    picture: str | None = None
    expand: str | None = None


@dataclass(frozen=True)
class Typed:
    """What Browser holds after the last statement of a task."""

    name: str
    error: str | None
    columns: list[str]
    rows: list[list[object]]
    notifications: list[str]
    nodes: int
    edges: int
    shown: str = field(compare=False)


def chromium() -> str:
    """The command of a Chromium; tests that need it are left out without one."""
    found = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    command = next((one for one in found if one), None)
    if command is None:
        BROWSER.leave_out(f"missing {', '.join(NAMES)}, and no CHROMIUM")
    return command


def type_all(
    server: Server, tasks: Iterable[Task], opens: str | None = None
) -> dict[str, Typed]:
    """What came of each task, by name, in one session of Neo4j Browser.

    `opens` is what Browser is to run by itself, whose outcome is named "opened".
    """
    tools = BROWSER.folder(node_tools(FOLDER.name))
    asked = {
        "chromium": chromium(),
        "root": os.geteuid() == 0,
        "http": server.http,
        "bolt": server.uri,
        "user": server.user,
        "password": server.password,
        "size": SIZE,
        "opens": opens,
        "tasks": [asdict(one) for one in tasks],
    }
    ran = subprocess.run(
        ["node", str(FOLDER / "neo4j.cjs")],
        input=json.dumps(asked),
        env=os.environ | {"NODE_PATH": str(tools / "node_modules")},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert ran.returncode == 0, ran.stderr
    listed = cast("list[dict[str, object]]", json.loads(ran.stdout))
    found = [typed_of(one) for one in listed]
    return {one.name: one for one in found}


def typed_of(held: dict[str, object]) -> Typed:
    """The values of one task that a script has printed."""
    return Typed(**held)  # type: ignore[arg-type]  # pyright: ignore


def compose_settings(address: str) -> dict[str, str]:
    """What docker-compose.yml sets, as the image of Neo4j writes it into neo4j.conf.

    Style and guide stand at another address here.
    """
    given = composed("neo4j")["environment"]
    return {
        name.removeprefix("NEO4J_")
        .replace("__", "\0")
        .replace("_", ".")
        .replace("\0", "_"): value.replace(address_of(PORT), address)
        for name, value in given.items()
        if name != "NEO4J_AUTH"
    }


def composed(service: str) -> Service:
    """A service of docker-compose.yml."""
    held = cast("Mapping[str, Mapping[str, Service]]", read_yaml(COMPOSE).plain)
    return held["services"][service]


@contextmanager
def shown_files() -> Generator[str]:
    """The address at which the files of `claimgraph browser` are shown meanwhile."""
    files: dict[str, str] = {}
    with Files(files, 0, LOOPBACK) as server:
        files.update(browser_files(load_schema(), server.address))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.address
        finally:
            server.shutdown()
            thread.join()


def as_it_stands(question: Question, picture: str | None = None) -> Task:
    """The `:param` line without its slashes, then the file."""
    lines = question.text.splitlines()
    [line] = [one for one in lines if one.startswith("// :param ")]
    return Task(question.name, (line.removeprefix("// "), question.text), picture)
