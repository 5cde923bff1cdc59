"""Neo4j Browser in headless Chromium: types statements, and tells what came of each.

python tests/neo4j_browser.py FOLDER    pictures of the guide, of all questions that
                                        draw and of first queries, on the seeds
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

from claimgraph.browser import GUIDE, STYLE, browser_files
from claimgraph.browser.guide import CONNECT_OFF
from claimgraph.browser.serving import LOOPBACK, Files
from claimgraph.browser.statements import parameter_line, statement
from claimgraph.browser.steps import STEPS
from claimgraph.library import Question, questions
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.schema import load_schema
from claimgraph.store import open_store
from claimgraph.yaml_file import read_yaml
from neo4j_server import Server, start, stop
from outside_tools import BROWSER, node_tools
from places import SEEDS

FOLDER = Path(__file__).parent / "browser"
COMPOSE = Path(__file__).parents[1] / "docker-compose.yml"
Services = Mapping[str, Mapping[str, Mapping[str, str]]]
NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1400, 1000)
PATIENCE = 900
# what people type first
FIRST = {
    "anything": "MATCH (n) RETURN n LIMIT 50",
    "groups": "MATCH (n:Group) RETURN n LIMIT 25",
    "claims": "MATCH (n:Claim) RETURN n LIMIT 10",
    "edges": "MATCH (a:Attack)-[r:ATTRIBUTED_TO]->(g) RETURN a, r, g LIMIT 15",
    "attack": "MATCH (a:Attack {name: 'attack on the gurdwara in Kabul'})"
    "-[r]-(n:Entity) RETURN a, r, n LIMIT 30",
    "attack and claims": "MATCH (a:Attack {name: 'attack on the gurdwara in Kabul'})"
    "-[r]-(n) RETURN a, r, n LIMIT 30",
    "group": "MATCH (g:Group {name: 'Haqqani Network'})-[r]-(n:Entity) "
    "RETURN g, r, n LIMIT 25",
    "person": "MATCH (p:Person {name: 'Sanaullah'})-[r]-(n:Entity) RETURN p, r, n",
    "denied": "MATCH p = ()-[:DENIED]->() RETURN p",
    "article": "MATCH (d:Article)<-[r:IN_ARTICLE]-(c:Claim) RETURN d, r, c LIMIT 12",
}


@dataclass(frozen=True)
class Task:
    """Statements that are typed one after the other; a picture of the end."""

    name: str
    statements: Sequence[str]
    picture: str | None = None


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


def type_all(server: Server, tasks: Iterable[Task]) -> dict[str, Typed]:
    """What came of each task, by name, in one session of Neo4j Browser."""
    tools = BROWSER.folder(node_tools(FOLDER.name))
    asked = {
        "chromium": chromium(),
        "root": os.geteuid() == 0,
        "http": server.http,
        "bolt": server.uri,
        "user": server.user,
        "password": server.password,
        "size": SIZE,
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


def compose_settings() -> dict[str, str]:
    """What docker-compose.yml sets, as the image of Neo4j writes it into neo4j.conf."""
    held = cast("Mapping[str, Services]", read_yaml(COMPOSE).plain)
    given = held["services"]["neo4j"]["environment"]
    return {
        name.removeprefix("NEO4J_")
        .replace("__", "\0")
        .replace("_", ".")
        .replace("\0", "_"): value
        for name, value in given.items()
        if name != "NEO4J_AUTH"
    }


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


def pictures(server: Server, folder: Path) -> dict[str, Typed]:
    """All pictures in a folder."""
    known = {one.name: one for one in questions()}

    def at(name: str) -> str:
        return str(folder / f"{name.replace('/', '-').replace(' ', '-')}.png")

    with shown_files() as address:
        tasks = [
            Task("play", [f":play {address}/{GUIDE}"], at("guide-0")),
            Task("style", [f":style {address}/{STYLE}", CONNECT_OFF]),
        ]
        for number, step in enumerate(STEPS, 1):
            question = known[step.question]
            typed = (parameter_line(question, step.arguments), statement(question, {}))
            tasks.append(Task(f"guide {number}", typed, at(f"guide-{number}")))
        tasks += [
            as_it_stands(one, at(one.name))
            for one in known.values()
            if one.draws is not None
        ]
        tasks += [
            Task(f"first {name}", [text], at(f"first-{name}"))
            for name, text in FIRST.items()
        ]
        return type_all(server, tasks)


def main(folder: Path) -> None:
    """Makes all pictures, and says what each shows."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        server = start(Path(scratch) / "neo4j", browser=True)
        try:
            with open_store(
                server.uri, user=server.user, password=server.password
            ) as store:
                load(find_loader("corpus").read(SEEDS), store)
            for one in pictures(server, folder.absolute()).values():
                told = one.error or f"{one.nodes} nodes, {one.edges} edges"
                print(f"{one.name}: {told}", *one.notifications, sep="; ")
        finally:
            stop(Path(scratch) / "neo4j")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
